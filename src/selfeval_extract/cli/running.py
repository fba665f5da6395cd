"""One run: inputs to shares, shares to outputs, and what a person is told of it."""

from __future__ import annotations

import signal
import sys
import time
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from types import FrameType
from typing import TYPE_CHECKING, Any, NoReturn

from selfeval_extract.batch.inputs import Found
from selfeval_extract.batch.job import FileResult, Job
from selfeval_extract.batch.journal import Journal
from selfeval_extract.batch.memory import processors
from selfeval_extract.batch.run import ResultBuffer, ResultStore, run
from selfeval_extract.batch.worker_pool import NoWorker
from selfeval_extract.checks.selection import CheckSelection
from selfeval_extract.cli.options import SCREEN, Wanted, WrongUsage
from selfeval_extract.cli.progress import Progress, seconds
from selfeval_extract.cli.status import DONE, FINDINGS, INTERRUPTED, SOME_FAILED, TERMINATED, WRONG_USAGE
from selfeval_extract.cli.streams import delivered, is_terminal, say, show, target, width
from selfeval_extract.writers.extras import NotInstalled
from selfeval_extract.writers.outputs import (
    Output,
    TextOutput,
    csv_output,
    json_lines_output,
    json_output,
    package_output,
    parquet_output,
    screen_output,
    xlsx_output,
)
from selfeval_extract.writers.wholefile import sweep

if TYPE_CHECKING:
    from selfeval_extract.record.models import Status
    from selfeval_extract.writers.package import PackageOutput

_MOST_WORKERS = 8
"""Of those that nobody asked for."""


class _Terminated(BaseException):
    """SIGTERM."""


class Run:
    """The run of a command. `tell` takes messages for people."""

    def __init__(
        self, found: Found, wanted: Wanted, checks: CheckSelection, tell: Callable[[str], None], quiet: bool
    ) -> None:
        self._found = found
        self._wanted = wanted
        self._tell = tell
        self._output = output_of(wanted, found.single)
        self._beside = None
        if wanted.check and wanted.format != SCREEN:
            self._beside = screen_output(wanted.language, is_terminal(sys.stderr), width(sys.stderr))
        renders = tuple(o.render for o in (self._output, self._beside) if o is not None)
        self._job = Job(checks, wanted.limits, wanted.personal, renders)
        self._progress = Progress(len(found.inputs), quiet)
        self._statuses: Counter[Status] = Counter()
        self._codes: Counter[str] = Counter()
        self._serious = False

    def run(self) -> int:
        """Do it. Gives the exit status."""
        began = time.monotonic()
        try:
            with _sigterm():
                undelivered = self._kept() if self._keeps else self._written(ResultBuffer())
        except (KeyboardInterrupt, _Terminated) as error:
            self._progress.clear()
            done = f" {self._progress.done:,} of {len(self._found.inputs):,} files are done"
            say(f"Interrupted.{f'{done}; the same call with --resume goes on from there.' if self._keeps else ''}")
            return INTERRUPTED if isinstance(error, KeyboardInterrupt) else TERMINATED
        except NoWorker as error:
            say(f"{error}.")
            return SOME_FAILED
        finally:
            self._progress.clear()
        if len(self._found.inputs) > 1 and not undelivered:
            self._tell(self._summary(time.monotonic() - began))
        if undelivered:
            return undelivered
        return SOME_FAILED if self._codes else FINDINGS if self._wanted.strict and self._serious else DONE

    @property
    def _keeps(self) -> bool:
        """Whether shares are kept on disk until the output is whole: of many files, where they are written to one."""
        return self._wanted.output is not None and not self._found.single

    def _kept(self) -> int:
        assert self._wanted.output is not None
        try:
            journal = Journal(self._wanted.output, self._found.inputs, self._wanted.options, self._wanted.resume)
        except OSError as error:
            say(f"Cannot write to {self._wanted.output}: {error.strerror or error}.")
            return WRONG_USAGE
        with journal:
            sweep(self._wanted.output)  # the journal's lock says that no other run is at work
            self._progress.go_on(journal.kept)
            self._tell_resumed(journal)
            status = self._written(journal)
            if status == DONE:
                journal.done()
        return status

    def _tell_resumed(self, journal: Journal) -> None:
        if self._wanted.resume and journal.kept:
            self._tell(f"{journal.kept:,} of {len(self._found.inputs):,} files are done already and have not changed.")
        elif self._wanted.resume:
            cause = "it had other options or was of another version" if journal.found else "there is none"
            self._tell(f"No interrupted run of {self._wanted.output} to go on with ({cause}): all files are read.")
        elif journal.found:
            self._tell(f"An interrupted run of {self._wanted.output} is given up; --resume would have gone on with it.")

    def _written(self, store: ResultStore) -> int:
        workers = self._wanted.workers or min(processors(), _MOST_WORKERS)

        def write(out: Any) -> None:
            with closing(run(self._found.inputs, self._job, workers, store, self._progress.tick)) as shares:
                lost = self._output.write(self._noted(shares), out)
            if lost:
                self._tell(f"{lost:,} characters do not exist in {self._wanted.encoding}; they are written as ?.")

        return delivered(self._wanted.output, target(self._wanted.output, self._wanted.folder), write)

    def _noted(self, shares: Iterable[FileResult]) -> Iterator[str]:
        """The first text of each share; what else there is to it is told as it passes."""
        beside = _Beside(self._beside) if self._beside else None
        for share in shares:
            self._statuses[share.status] += 1
            self._serious |= share.serious
            if share.code is not None:
                self._codes[share.code] += 1
                file = "" if share.name in (share.message or "") else f"{share.name}: "
                self._tell(f"{share.code}: {file}{share.message}")
            if beside:
                self._progress.clear()
                show(beside.next(share.texts[1]))
            yield share.texts[0]
        if beside:
            show(beside.rest())

    def _summary(self, took: float) -> str:
        counted = ", ".join(f"{n:,} {status}" for status, n in self._statuses.items() if status != "failed")
        if self._codes:
            codes = ", ".join(
                f"{n:,} {code}" for code, n in sorted(self._codes.items(), key=lambda pair: (-pair[1], pair[0]))
            )
            failures = f"{self._codes.total():,} failed ({codes})"
            counted = f"{counted}, {failures}" if counted else failures
            where = self._wanted.output or "standard output"
            counted += (
                f"; these have status failed and their error in {where}" if self._wanted.table == "reports" else ""
            )
        return f"{len(self._found.inputs):,} files in {seconds(took)}: {counted}."


class _Beside:
    """An output that is put together as its shares come by, a piece for each."""

    def __init__(self, output: TextOutput) -> None:
        self._shares: deque[str] = deque()
        self._pieces = output.together(iter(self._shares.popleft, None))

    def next(self, share: str) -> str:
        self._shares.append(share)
        return next(self._pieces)

    def rest(self) -> str:
        self._shares.append(None)  # type: ignore[arg-type]
        return "".join(self._pieces)


def output_of(wanted: Wanted, single: bool) -> Output | PackageOutput:
    """The output that is wanted; `single`: of one record, which stands alone. Raises `WrongUsage` where a library for it
    is not installed."""
    try:
        return package_output(wanted.format) if wanted.folder else _file_output(wanted, single)
    except NotInstalled as error:
        raise WrongUsage(f"{error}.") from error


def _file_output(wanted: Wanted, single: bool) -> Output:
    match wanted.format:
        case "xlsx":
            return xlsx_output(wanted.header)
        case "parquet":
            return parquet_output(wanted.table)
        case "csv":
            return csv_output(wanted.table, wanted.header, wanted.encoding, wanted.bom)
        case "jsonl":
            return json_lines_output()
        case "json":
            return json_output(single)
        case _:
            return screen_output(wanted.language, is_terminal(sys.stdout), width(sys.stdout))


@contextmanager
def _sigterm() -> Iterator[None]:
    """End as for Ctrl-C: no worker, no half of a file left."""

    def end(number: int, frame: FrameType | None) -> NoReturn:
        raise _Terminated

    before = signal.signal(signal.SIGTERM, end)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
