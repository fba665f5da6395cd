"""What a person sees of a long run."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from cli_commands import COMMAND, REPORT

from selfeval_extract.batch.inputs import Input
from selfeval_extract.batch.job import FileResult
from selfeval_extract.cli import progress, streams
from selfeval_extract.cli.progress import Progress, duration

GOOD = FileResult("a.txt", "complete", None, None, False, ())
BAD = FileResult("b.txt", "failed", "empty", "b.txt is empty.", False, ())
BUSY = [Input("reports/\x1b[31mc\u202e.txt", "c.txt")]


class Clock:
    now = 100.0

    def monotonic(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(progress, "time", clock)
    return clock


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    lines: list[str] = []
    monkeypatch.setattr(progress, "say", lines.append)
    return lines


def test_a_line_every_ten_seconds_where_there_is_no_terminal(clock: Clock, said: list[str]) -> None:
    shown = Progress(1200, quiet=False)
    for second in range(25):
        clock.now = 100 + second
        shown.update(BAD if second == 3 else GOOD, BUSY)
        shown.update(None, BUSY)
    assert said == [
        "11 of 1,200 files done, 1 failed, 1.1/s, 18 min 1 s left; at reports/\x1b[31mc\u202e.txt",
        "21 of 1,200 files done, 1 failed, 1.1/s, 18 min 43 s left; at reports/\x1b[31mc\u202e.txt",
    ]  # `say` cleans the names


@pytest.mark.parametrize(("total", "quiet"), [(1, False), (1200, True)])
def test_nothing_for_one_file_or_when_quiet(clock: Clock, said: list[str], total: int, quiet: bool) -> None:
    shown = Progress(total, quiet)
    clock.now = 200
    shown.update(GOOD, BUSY)
    assert said == []


def test_a_resumed_run_counts_what_was_done_and_not_as_its_own(clock: Clock, said: list[str]) -> None:
    shown = Progress(1200, quiet=False)
    shown.resumed(1000)
    for second in range(11):
        clock.now = 100 + second
        shown.update(GOOD, ())
    assert said == ["1,011 of 1,200 files done, 0 failed, 1.1/s, 2 min 52 s left"]


def test_a_short_run_shows_nothing(clock: Clock, said: list[str]) -> None:
    shown = Progress(1200, quiet=False)
    clock.now = 101.9
    shown.update(GOOD, BUSY)
    assert said == []


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Iterator[Terminal]:
    """To be made standard error in the test itself: pytest has its own there between fixtures and test."""
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    streams.console.cache_clear()
    yield Terminal()
    streams.console.cache_clear()


def test_a_line_that_changes_on_a_terminal(clock: Clock, terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", terminal)
    shown = Progress(1200, quiet=False)
    for tenth in range(40):
        clock.now = 100 + tenth / 10
        shown.update(GOOD, BUSY)
    streams.say("a message")
    shown.clear()
    seen = terminal.getvalue()
    assert "21 of 1,200 files done, 0 failed" in seen and "40 of 1,200 files done" in seen
    assert "20 of 1,200" not in seen, "not before two seconds"
    assert "reports/?[31mc?.t" in seen
    assert "\x1b[31mc" not in seen and "\u202e" not in seen
    assert "a message\n" in seen


@pytest.mark.parametrize(("name", "value"), [("NO_COLOR", "1"), ("TERM", "dumb")])
def test_plain_lines_where_a_terminal_is_not_to_be_dressed_up(
    clock: Clock, terminal: Terminal, monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setenv(name, value)
    shown = Progress(1200, quiet=False)
    clock.now = 111
    shown.update(GOOD, BUSY)
    assert "1 of 1,200 files done" in terminal.getvalue()
    assert "\x1b[2K" not in terminal.getvalue() and "\x1b[?25l" not in terminal.getvalue()


@pytest.mark.parametrize(
    ("span", "text"),
    [(0.04, "0.0 s"), (9.94, "9.9 s"), (10, "10 s"), (59.4, "59 s"), (61, "1 min 1 s"), (7320, "2 h 2 min")],
)
def test_spans_of_time(span: float, text: str) -> None:
    assert duration(span) == text


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals there")
def test_a_real_terminal_sees_progress_and_data_stay_clean(tmp_path: Path) -> None:
    import pty

    (tmp_path / "in").mkdir()
    for n in range(150):
        (tmp_path / "in" / f"{n:03}.txt").write_text(REPORT * 3, "utf-8")
    ours, theirs = pty.openpty()
    env = os.environ | {"TERM": "xterm-256color", "COLUMNS": "80"}
    env.pop("NO_COLOR", None)
    with subprocess.Popen(
        [*COMMAND, "in", "-f", "jsonl", "-j", "1"], cwd=tmp_path, stdout=subprocess.PIPE, stderr=theirs, env=env
    ) as run:
        os.close(theirs)
        assert run.stdout is not None
        seen = b""
        lines = run.stdout.read().count(b"\n")
        try:
            while chunk := os.read(ours, 65536):
                seen += chunk
        except OSError:
            pass  # how a pseudo-terminal says that nobody is at the other end any more
        os.close(ours)
    assert (lines, run.returncode) == (150, 0)
    assert b"of 150 files done, 0 failed" in seen
    assert b"150 files in " in seen
