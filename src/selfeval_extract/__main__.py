"""`selfeval-extract` and `python -m selfeval_extract`."""

from __future__ import annotations

import sys

_INTERRUPTED = 130


def main() -> int:
    """Run the command line. Returns the exit status."""
    try:
        from selfeval_extract.cli import app

        app(prog_name="selfeval-extract")
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(end.code is not None)
    except KeyboardInterrupt:  # before the command line itself could catch it
        return _INTERRUPTED
    return 0


if __name__ == "__main__":
    sys.exit(main())
