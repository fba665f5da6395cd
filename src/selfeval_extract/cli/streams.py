"""Standard output for data, standard error for people."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, TextIO

from selfeval_extract.cli.status import DONE, SOME_FAILED, WRONG_USAGE
from selfeval_extract.writers.terminal_safe import visible

if TYPE_CHECKING:
    from rich.console import Console

_CLOSED = (errno.EPIPE, errno.EINVAL)
"""What writing gives when whoever reads has enough: the second on Windows."""


def say(message: str) -> None:
    """A line for people on standard error, without the characters that could change what a terminal shows."""
    if sys.stderr is None:
        return
    from rich.text import Text

    line = Text.assemble(("selfeval-extract: ", "dim"), visible(message))
    try:
        console().print(line, soft_wrap=True)
        sys.stderr.flush()
    except OSError:  # nobody reads it
        let_go(sys.stderr)


def silent(message: str) -> None:
    """What `say` is under `--quiet`."""


def show(text: str) -> None:
    """Text on standard error as it is."""
    if sys.stderr is None:
        return
    try:
        sys.stderr.write(text)
        sys.stderr.flush()
    except OSError:
        let_go(sys.stderr)


@cache
def console() -> Console:
    """Standard error, dressed up only where it is a terminal: the characters are the same everywhere."""
    from rich.console import Console

    class Screen(Console):
        def on_broken_pipe(self) -> None:
            raise BrokenPipeError  # rich would end the program, but the data are still wanted

    return Screen(stderr=True, force_terminal=sys.stderr.isatty(), markup=False, highlight=False, emoji=False)


def width(stream: TextIO | None) -> int | None:
    """How wide a stream's terminal is; None where it is none, so that a file never depends on a terminal."""
    with suppress(OSError, ValueError, AttributeError):
        if stream is not None:
            return os.get_terminal_size(stream.fileno()).columns
    return None


def is_terminal(stream: TextIO | None) -> bool:
    """Whether a person looks at a stream."""
    return stream is not None and stream.isatty()


def let_go(stream: TextIO) -> None:
    """Point a stream that nobody reads at nothing, so that what it still holds does no harm when the program ends."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


Target = Callable[[], AbstractContextManager[Any]]
"""Where data go: opens what they are written to, and puts all of it in its place at the end or nothing."""


def delivered(output: Path | None, target: Target, write: Callable[[Any], object]) -> int:
    """Have data written to a target, which messages call `output`. Gives the exit status as far as writing goes."""
    started = False
    try:
        with target() as out:
            started = True
            write(out)
    except OSError as error:
        if output is None and error.errno in _CLOSED:
            let_go(sys.stdout)  # whoever reads has enough: no message, and no second try when the program ends
            return DONE
        say(f"Cannot write to {output or 'standard output'}: {error.strerror or error}.")
        return SOME_FAILED if started else WRONG_USAGE
    return DONE


def target(output: Path | None, folder: bool = False) -> Target:
    """The target that is wanted: a file, a folder (`wholefile.OpenFile`) or standard output."""
    if output is None:
        return _standard_output
    from selfeval_extract.writers.wholefile import whole_file, whole_files

    return partial(whole_files if folder else whole_file, output)


@contextmanager
def _standard_output() -> Iterator[BinaryIO]:
    if sys.stdout is None:
        raise OSError(errno.EBADF, "it is closed")
    sys.stdout.flush()
    yield sys.stdout.buffer
