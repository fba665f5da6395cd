"""How far a long run is, for a person: one changing line on a terminal, a new line every ten seconds elsewhere."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Sequence
from typing import TYPE_CHECKING

from selfeval_extract.cli.streams import console, is_terminal, say
from selfeval_extract.writers.terminal_safe import terminal_safe

if TYPE_CHECKING:
    from rich.live import Live

    from selfeval_extract.batch.inputs import Input
    from selfeval_extract.batch.job import FileResult

_SILENT_FOR = 2.0
"""Seconds that a run takes before anything is shown."""
_UPDATE_EVERY, _REPEAT_EVERY = 0.2, 10.0
"""Seconds between two states of the changing line, and between two lines."""


class Progress:
    """Files done and failed, files a second, time left, and the file that has been read longest."""

    def __init__(self, total: int, quiet: bool) -> None:
        self.done = self._before = 0
        self._failed = 0
        self._total = total
        self._quiet = quiet or total < 2
        self._changes = is_terminal(sys.stderr) and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"
        self._began = self._shown = time.monotonic()
        self._line: Live | None = None

    def resumed(self, done: int) -> None:
        """So many files were done before this run began."""
        self.done = self._before = done

    def update(self, result: FileResult | None, in_progress: Sequence[Input]) -> None:
        """Count a result, and show the state when it is time (`batch.run.OnProgress`)."""
        if result is not None:
            self.done += 1
            self._failed += result.code is not None
        now = time.monotonic()
        every = _UPDATE_EVERY if self._changes else _REPEAT_EVERY
        if self._quiet or now - self._began < _SILENT_FOR or now - self._shown < every:
            return
        self._shown = now
        state = self.state(now - self._began, in_progress[0].name if in_progress else None)
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
        self._line.update(Text(terminal_safe(state), no_wrap=True, overflow="ellipsis"), refresh=True)

    def state(self, elapsed: float, current: str | None) -> str:
        """The state in a line, after `elapsed` seconds."""
        rate = (self.done - self._before) / elapsed if elapsed else 0.0
        left = f", {duration((self._total - self.done) / rate)} left" if rate else ""
        at = f"; at {current}" if current else ""
        return f"{self.done:,} of {self._total:,} files done, {self._failed:,} failed, {rate:,.1f}/s{left}{at}"

    def clear(self) -> None:
        """Remove the changing line until it is shown again."""
        if self._line is not None:
            self._line.stop()
            self._line = None


def duration(seconds: float) -> str:
    """A time span for people: `48 s`, `12 min 5 s`, `3 h 20 min`."""
    if seconds < 60:
        return f"{seconds:.0f} s" if seconds >= 10 else f"{seconds:.1f} s"
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} min {rest} s" if minutes < 60 else f"{minutes // 60} h {minutes % 60} min"
