"""PDF → Document: pdfium's characters and paths, read in bulk and put together by geometry.

The stages, each a small module of pure functions: `pdfium` and `paths` (file → marks, through the calls of `bound`), `lines`
(characters → lines), `rulings` and `grid` (drawn lines → grids), `layout` (a page), `stripes` (white → columns), `banded`
(tables with horizontal rules only), `furniture`, `regions`, `rows` and `forms` (whole forms without rules), `borderless`
(small tables without), `joining` (tables over page breaks), `prose` (lines → paragraphs), `assembly` (all of it → blocks),
`reader` (the flow).
"""
