"""docs/limits.md, written from the limits: python tests/docs/limits_page.py"""

from __future__ import annotations

from pathlib import Path

from selfeval_extract.limits import LIMITS, NAMES, meaning

PAGE = Path(__file__).parents[2] / "docs" / "limits.md"
INTRO = """# Limits

How much a file may ask for. What goes over a limit fails with the code `limit`; the message names the limit and the option
that raises it: `--limit seconds=300 --limit pages=5000`. The other files go on. The defaults are far above what published
reports need.

| `NAME` | If nothing is said | The most |
|---|---|---|
"""
OUTRO = """
Where a limit is a guard and no question of size, there is none to raise: a part of a .docx that declares a document type
(DOCTYPE), two parts of the same name or that share bytes are `unsafe`.

`seconds` and `memory_mb` hold for the command line, which reads files in processes that can be killed
([decision 10](decisions/0010-own-workers.md)), and not for `extract` and `extract_all`, which read in the process that calls
them. All others hold for both: `extract("report.pdf", limits=Limits(pages=5000))` with `selfeval_extract.limits.Limits`.
"""


def page() -> str:
    """The page's text."""
    rows = (f"| `{name}` | {getattr(LIMITS, name):,} | {meaning(name)} |" for name in NAMES)
    return INTRO + "\n".join(rows) + "\n" + OUTRO


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8", newline="\n")
