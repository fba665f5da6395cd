"""PDF → Document: characters → rulings → lines → regions → rows → cells → tables, by geometry alone.

Each stage is a small module of functions that take values and return new ones; nothing is changed in place:

characters   `pdfium` and `paths`, through `ctypes_calls` (`fallback` for pages that pdfium cannot read) → `marks.PageMarks`
rulings      `rulings`: pieces of lines joined; `grid`: rulings that touch make grids
lines        `lines`; `layout`: the characters in each cell of a grid, and the lines outside → `layout.PageLayout`
regions      `ruled_rows` (between horizontal rulings), `regions` (forms without rulings), `unruled_tables` (small tables)
rows, cells  the same, with `whitespace` (columns by white) and `rows` (what stands on one height); `unruled_forms`
tables       `joining` (over page breaks), `prose` (lines → paragraphs), `assembly` (all of it → blocks)

`reader` is the flow, `geometry` what all stages need, `tuning` every number that they were tuned with. Running heads and page
numbers leave the pages in `running_heads`, before forms are looked for.
"""
