"""`selfeval-extract` and `python -m selfeval_extract`."""

from __future__ import annotations

import sys

INTERRUPTED = 130


def main() -> None:
    """Run the command line and leave with its exit status."""
    try:
        from selfeval_extract.cli import app

        app(prog_name="selfeval-extract")
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)


if __name__ == "__main__":
    main()
