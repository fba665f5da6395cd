"""PDF → Document: characters → rulings → lines → regions → rows → cells → tables, by geometry alone.

Each stage is a small module of functions that take values and return new ones; nothing is changed in place:

characters   `pdfium`, `paths`, through `ctypes_calls` (`fallback` for pages that pdfium cannot decode) → `marks.PageMarks`
rulings      `grid`: pieces of lines joined, and the grids that they make
lines        `lines`; `layout`: the lines in each cell of a grid, and those outside → `layout.PageLayout`
regions      `ruled_rows` (between rulings), `regions` and `unruled_forms` (whole forms), `unruled_tables` (small tables)
rows, cells  the same, with `whitespace` (columns by white) and `rows` (what stands on one height)
tables       `joining` (over page breaks), `prose` (lines → paragraphs), `assembly` (all of it → blocks)

`reader` is the flow, `running_heads` takes heads and page numbers off the pages, `geometry` is what all stages need, `tuning`
the numbers that they were tuned with, `drawing` shows each (`python -m selfeval_extract.readers.pdf FILE --draw OUT/`).
"""
