"""docs/limits.md, written from the limits: python tests/docs/limits_page.py"""

from __future__ import annotations

from pathlib import Path

from selfeval_extract.limits import LIMITS, NAMES, meaning

PAGE = Path(__file__).parents[2] / "docs" / "limits.md"
INTRO = """# Limits

A file that exceeds one of these limits fails with the code `limit`; the other files are not affected. The message names the
limit and the option that raises it, such as `--limit seconds=300 --limit pages=5000`. The defaults are far above what
published reports need.

| `NAME` | Default | What it counts |
|---|---|---|
"""
OUTRO = """
Two kinds of .docx fail with the code `unsafe`, whatever the limits: those with a part that declares a document type
(DOCTYPE), and those with two parts that share a name or bytes.

`seconds` and `memory_mb` apply to the command line, which reads files in worker processes
([decision 10](decisions/0010-own-workers.md)), but not to `extract` and `extract_all`, which read in the calling process.
All other limits apply to both: `extract("report.pdf", limits=Limits(pages=5000))`, with `Limits` from
`selfeval_extract.limits`.
"""


def page() -> str:
    """The page's text."""
    rows = (f"| `{name}` | {getattr(LIMITS, name):,} | {meaning(name)} |" for name in NAMES)
    return INTRO + "\n".join(rows) + "\n" + OUTRO


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8", newline="\n")
