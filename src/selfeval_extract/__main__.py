"""`selfeval-extract` and `python -m selfeval_extract`."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line and leave with its exit status."""
    try:
        from selfeval_extract.cli import app

        app(prog_name="selfeval-extract")
    except KeyboardInterrupt:  # before the command line itself could look out for it
        sys.exit(130)


if __name__ == "__main__":
    main()
