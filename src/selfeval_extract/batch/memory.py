"""How much memory processes use, and how it is limited."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path


def limit(most: int) -> None:
    """Give this process no more than `most` bytes, however fast it asks for them. Linux only: elsewhere the parent looks at
    its `gauge`."""
    if sys.platform == "linux":
        import resource

        resource.setrlimit(
            resource.RLIMIT_CORE, (0, 0)
        )  # a process that crashes full of memory is not written to the disk
        most += _unused()
        _, hard = resource.getrlimit(resource.RLIMIT_DATA)
        if hard == resource.RLIM_INFINITY or most < hard:
            resource.setrlimit(resource.RLIMIT_DATA, (most, most))


def _unused() -> int:
    """Bytes that this process may write to and never has. The limit counts them although they take no memory; a process
    forked from one with pyarrow has gigabytes of them."""
    status = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text("ascii", "replace").splitlines())
    writable, written = (int(status[name].split()[0]) * 1024 for name in ("VmData", "RssAnon"))
    return max(0, writable - written)


def peak() -> int:
    """The most bytes that this process has had in memory."""
    if sys.platform == "win32":
        import psutil

        return int(psutil.Process().memory_info().peak_wset)
    import resource

    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return used if sys.platform == "darwin" else used * 1024


def gauge(pid: int) -> Callable[[], int]:
    """A function that returns how many bytes a process has in memory; 0 when it has ended."""
    if sys.platform == "linux":  # without psutil, whose import takes a twentieth of a short run
        return partial(_resident, Path(f"/proc/{pid}/statm"), os.sysconf("SC_PAGE_SIZE"))
    import psutil

    try:
        process = psutil.Process(pid)
    except psutil.Error:
        return lambda: 0

    def resident() -> int:
        try:
            return int(process.memory_info().rss)
        except psutil.Error:
            return 0

    return resident


def _resident(statm: Path, page: int) -> int:
    try:
        return int(statm.read_text("ascii").split()[1]) * page
    except OSError:
        return 0


def processors() -> int:
    """The number of processors that this process may use."""
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
