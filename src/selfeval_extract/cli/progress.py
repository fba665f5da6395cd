"""How far a long run is, for a person: a line that changes on a terminal, a line every ten seconds elsewhere."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Sequence
from typing import TYPE_CHECKING

from selfeval_extract.cli.streams import console, is_terminal, say
from selfeval_extract.writers.terminal_safe import visible

if TYPE_CHECKING:
    from rich.live import Live

    from selfeval_extract.batch.inputs import Input
    from selfeval_extract.batch.job import FileResult

_LONG = 2.0
"""Seconds after which a run is long."""
_CHANGE, _AGAIN = 0.2, 10.0
"""Seconds between two states of the changing line, and between two lines."""


class Progress:
    """Done, failed, rate, time left, and the file that is longest at work."""

    def __init__(self, total: int, quiet: bool) -> None:
        self.done = self._before = 0
        self._failed = 0
        self._total = total
        self._quiet = quiet or total < 2
        self._changes = is_terminal(sys.stderr) and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"
        self._began = self._shown = time.monotonic()
        self._line: Live | None = None

    def go_on(self, done: int) -> None:
        """So many were done before this run began."""
        self.done = self._before = done

    def tick(self, share: FileResult | None, busy: Sequence[Input]) -> None:
        """Take note of a share (`batch.run.Tick`), and show the state when it is time."""
        if share is not None:
            self.done += 1
            self._failed += share.code is not None
        now = time.monotonic()
        if self._quiet or now - self._began < _LONG or now - self._shown < (_CHANGE if self._changes else _AGAIN):
            return
        self._shown = now
        state = self.state(now - self._began, busy[0].name if busy else None)
        if not self._changes:
            say(state)
            return
        from rich.text import Text

        if self._line is None:
            from rich.live import Live  # without its thread: workers are forked from this one

            self._line = Live(
                console=console(), auto_refresh=False, transient=True, redirect_stdout=False, redirect_stderr=False
            )
            self._line.start()
        self._line.update(Text(visible(state), no_wrap=True, overflow="ellipsis"), refresh=True)

    def state(self, elapsed: float, current: str | None) -> str:
        """The state in a line, after `elapsed` seconds."""
        rate = (self.done - self._before) / elapsed if elapsed else 0.0
        left = f", {seconds((self._total - self.done) / rate)} left" if rate else ""
        at = f"; at {current}" if current else ""
        return f"{self.done:,} of {self._total:,} files done, {self._failed:,} failed, {rate:,.1f}/s{left}{at}"

    def clear(self) -> None:
        """Take the changing line away, until it is shown again."""
        if self._line is not None:
            self._line.stop()
            self._line = None


def seconds(number: float) -> str:
    """A span of time for people: `48 s`, `12 min 5 s`, `3 h 20 min`."""
    if number < 60:
        return f"{number:.0f} s" if number >= 10 else f"{number:.1f} s"
    minutes, rest = divmod(round(number), 60)
    return f"{minutes} min {rest} s" if minutes < 60 else f"{minutes // 60} h {minutes % 60} min"
