"""`selfeval-extract` and `python -m selfeval_extract`."""

from __future__ import annotations

import atexit
import gc
import os
import sys
from contextlib import suppress
from typing import NoReturn

_INTERRUPTED = 130


def main() -> NoReturn:
    """Run the command line in a process of its own and leave with its exit status.

    A short run would spend a tenth of its time on three things that it does not need: looking for garbage among what is
    imported (`gc_pause.settled` ends that), looking through all installed packages for plugins of pydantic, and
    taking the interpreter apart at the end."""
    gc.disable()
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    status = run()
    atexit._run_exitfuncs()
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError, AttributeError):  # closed, or none, as under pythonw
            stream.flush()
    os._exit(status)


def run() -> int:
    """Run the command line. Gives its exit status."""
    try:
        from selfeval_extract.cli import app

        app(prog_name="selfeval-extract")
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(end.code is not None)
    except KeyboardInterrupt:  # before the command line itself could look out for it
        return _INTERRUPTED
    return 0


if __name__ == "__main__":
    main()
