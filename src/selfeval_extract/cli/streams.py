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
from selfeval_extract.writers.terminal_safe import terminal_safe

if TYPE_CHECKING:
    from rich.console import Console

_CLOSED = (errno.EPIPE, errno.EINVAL)
"""What writing to a pipe gives whose reader has ended: the second on Windows."""


def say(message: str) -> None:
    """Write a line for people to standard error, without the characters that could change what a terminal shows."""
    if sys.stderr is None:
        return
    from rich.text import Text

    line = Text.assemble(("selfeval-extract: ", "dim"), terminal_safe(message))
    try:
        console().print(line, soft_wrap=True)
        sys.stderr.flush()
    except OSError:  # nobody reads it
        discard_rest(sys.stderr)


def write_error(text: str) -> None:
    """Write text to standard error as it is."""
    if sys.stderr is None:
        return
    try:
        sys.stderr.write(text)
        sys.stderr.flush()
    except OSError:
        discard_rest(sys.stderr)


@cache
def console() -> Console:
    """Standard error, with colours only if it is a terminal: the characters are the same everywhere."""
    from rich.console import Console

    class Screen(Console):
        def on_broken_pipe(self) -> None:
            raise BrokenPipeError  # rich would end the program, but the data are still wanted

    return Screen(stderr=True, force_terminal=sys.stderr.isatty(), markup=False, highlight=False, emoji=False)


def width(stream: TextIO | None) -> int | None:
    """The width of a stream's terminal in characters; None if it is none, so that a file never depends on a terminal."""
    with suppress(OSError, ValueError, AttributeError):
        if stream is not None:
            return os.get_terminal_size(stream.fileno()).columns
    return None


def is_terminal(stream: TextIO | None) -> bool:
    """Whether a stream is a terminal."""
    return stream is not None and stream.isatty()


def discard_rest(stream: TextIO) -> None:
    """Point a stream that nobody reads at the null device, so that what it still holds does no harm at the end of the program."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


Target = Callable[[], AbstractContextManager[Any]]
"""Opens what data are written to, and puts all of it in its place at the end, or nothing."""


def deliver(output: Path | None, target: Target, write: Callable[[Any], object]) -> int:
    """Open a target, which messages call `output`, and write to it. Returns the exit status as far as writing goes."""
    started = False
    try:
        with target() as out:
            started = True
            write(out)
    except OSError as error:
        if output is None and error.errno in _CLOSED:
            discard_rest(
                sys.stdout
            )  # whoever reads has enough: no message, and no second try at the end of the program
            return DONE
        say(f"Cannot write to {output or 'standard output'}: {error.strerror or error}.")
        return SOME_FAILED if started else WRONG_USAGE
    return DONE


def target_of(output: Path | None, folder: bool = False) -> Target:
    """The target for an output: a file, a folder (`wholefile.OpenFile`) or standard output."""
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
