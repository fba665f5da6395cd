"""PDF → Document: characters → rulings → lines → regions → rows → cells → tables, by geometry alone.

Each stage is a small module of functions that take values and return new ones; nothing is changed in place. Which file is
which stage stands in `docs/architecture.md` (Looking into a PDF); `drawing` shows what each made of a page. `reader` is the
flow, `geometry` is what all stages need, `tuning` the numbers that they were tuned with.
"""
