"""The command line with everything that it opens written down: python watched.py LOG ARGUMENTS...

What Python opens is seen by an audit hook, in this process and in the workers forked from it. A socket that reaches out,
or another program, is refused.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

REFUSED = ("socket.connect", "socket.bind", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto", "subprocess.", "os.exec", "os.posix_spawn", "os.system", "os.startfile")  # fmt: skip
OPENED = ("open", "os.listdir", "os.scandir", "os.mkdir", "os.remove", "os.rename", "os.rmdir", "os.link", "os.symlink", "os.truncate", "os.chmod")  # fmt: skip


def main(log: str, *arguments: str) -> None:
    """Run the command line."""
    out = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND)

    def hook(event: str, args: tuple[Any, ...]) -> None:
        if event.startswith(REFUSED):
            os.write(out, f"REFUSED {event} {args!r}\n".encode("utf-8", "backslashreplace"))
            raise PermissionError(event)
        if event in OPENED and isinstance(args[0], str | bytes):
            path = Path(os.fsdecode(args[0])).absolute()
            os.write(out, f"{event} {path}\n".encode("utf-8", "surrogateescape"))

    sys.addaudithook(hook)
    from selfeval_extract.__main__ import main as command

    sys.argv = ["selfeval-extract", *arguments]
    sys.exit(command())


if __name__ == "__main__":
    main(*sys.argv[1:])
