"""Looking into a PDF: python -m selfeval_extract.readers.pdf FILE --draw FOLDER [--page N]"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from selfeval_extract.errors import UnreadableFile
from selfeval_extract.readers.pdf.drawing import draw


def main(arguments: list[str] | None = None) -> int:
    """Draw the pages that were asked for and print the pictures' paths; 1 if there are none or the file cannot be read."""
    parser = argparse.ArgumentParser(
        "python -m selfeval_extract.readers.pdf", description="Draw what each stage makes of a page."
    )
    parser.add_argument("file", type=Path, help="a PDF")
    parser.add_argument("--draw", type=Path, required=True, metavar="FOLDER", help="where the pictures go, as SVG")
    parser.add_argument("--page", type=int, action="append", default=[], metavar="N", help="from 1; all without it")
    asked = parser.parse_args(arguments)
    try:
        written = draw(asked.file.read_bytes(), asked.draw, asked.page)
    except (UnreadableFile, OSError) as error:
        print(f"{asked.file}: {error}", file=sys.stderr)
        return 1
    if not written:
        print(f"{asked.file}: no page with text was asked for", file=sys.stderr)
        return 1
    print(*written, sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
