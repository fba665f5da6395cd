"""One run: inputs to results, results to outputs, and the messages about it."""

from __future__ import annotations

import signal
import sys
import time
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from types import FrameType
from typing import TYPE_CHECKING, Any, NoReturn, cast

from selfeval_extract.batch.inputs import Found
from selfeval_extract.batch.job import FileResult, Job
from selfeval_extract.batch.journal import Journal
from selfeval_extract.batch.memory import processors
from selfeval_extract.batch.run import ResultBuffer, ResultStore, run
from selfeval_extract.batch.worker_pool import NoWorker
from selfeval_extract.checks.selection import CheckSelection
from selfeval_extract.cli.options import SCREEN, RunOptions, WrongUsage
from selfeval_extract.cli.progress import Progress, duration
from selfeval_extract.cli.status import DONE, FINDINGS, INTERRUPTED, SOME_FAILED, TERMINATED, WRONG_USAGE
from selfeval_extract.cli.streams import deliver, is_terminal, say, target_of, width, write_error
from selfeval_extract.errors import Code
from selfeval_extract.writers import PackageFormat
from selfeval_extract.writers.outputs import (
    NotInstalled,
    Output,
    csv_output,
    json_lines_output,
    json_output,
    package_output,
    parquet_output,
    screen_output,
    xlsx_output,
)
from selfeval_extract.writers.wholefile import remove_leftovers

if TYPE_CHECKING:
    from selfeval_extract.record.models import Status
    from selfeval_extract.writers.package import PackageOutput

_MOST_WORKERS = 8
"""Unless more are asked for."""


class _Terminated(BaseException):
    """SIGTERM."""


class Run:
    """The run of a command. `notify` takes messages for people."""

    def __init__(
        self, found: Found, options: RunOptions, checks: CheckSelection, notify: Callable[[str], None], quiet: bool
    ) -> None:
        self._found = found
        self._options = options
        self._notify = notify
        self._output = output_of(options, found.single)
        self._findings = None
        """The table of findings that standard error gets beside the data."""
        if options.check and options.format != SCREEN:
            self._findings = screen_output(options.language, is_terminal(sys.stderr), width(sys.stderr))
        renders = tuple(o.render for o in (self._output, self._findings) if o is not None)
        self._job = Job(checks, options.limits, options.personal, renders)
        self._progress = Progress(len(found.inputs), quiet)
        self._statuses: Counter[Status] = Counter()
        self._codes: Counter[Code] = Counter()
        self._serious = False

    def run(self) -> int:
        """Read the inputs and write the outputs. Returns the exit status."""
        began = time.monotonic()
        try:
            with _sigterm():
                failed = self._with_journal() if self._resumable else self._write(ResultBuffer())
        except (KeyboardInterrupt, _Terminated) as error:
            self._progress.clear()
            done = f" {self._progress.done:,} of {len(self._found.inputs):,} files are done"
            say(f"Interrupted.{f'{done}; the same call with --resume goes on from there.' if self._resumable else ''}")
            return INTERRUPTED if isinstance(error, KeyboardInterrupt) else TERMINATED
        except NoWorker as error:
            say(f"{error}.")
            return SOME_FAILED
        finally:
            self._progress.clear()
        if failed:
            return failed
        if len(self._found.inputs) > 1:
            self._notify(self._summary(time.monotonic() - began))
        return SOME_FAILED if self._codes else FINDINGS if self._options.strict and self._serious else DONE

    @property
    def _resumable(self) -> bool:
        """Whether results are kept on disk until the output is complete: those of several files, written to a file."""
        return self._options.output is not None and not self._found.single

    def _with_journal(self) -> int:
        output = self._options.output
        assert output is not None
        try:
            journal = Journal(output, self._found.inputs, self._options.resume_key, self._options.resume)
        except OSError as error:
            say(f"Cannot write to {output}: {error.strerror or error}.")
            return WRONG_USAGE
        with journal:
            remove_leftovers(output)  # the journal's lock says that no other run is at work
            self._progress.resumed(journal.resumed)
            self._notify_of(journal)
            status = self._write(journal)
            if status == DONE:
                journal.remove()
        return status

    def _notify_of(self, journal: Journal) -> None:
        output, resume = self._options.output, self._options.resume
        if resume and journal.resumed:
            self._notify(
                f"{journal.resumed:,} of {len(self._found.inputs):,} files are done already and have not changed."
            )
        elif resume:
            cause = "it had other options or was of another version" if journal.existed else "there is none"
            self._notify(f"No interrupted run of {output} to go on with ({cause}): all files are read.")
        elif journal.existed:
            self._notify(f"An interrupted run of {output} is given up; --resume would have gone on with it.")

    def _write(self, store: ResultStore) -> int:
        workers = self._options.workers or min(processors(), _MOST_WORKERS)

        def write(out: Any) -> None:
            with closing(run(self._found.inputs, self._job, workers, store, self._progress.update)) as results:
                lost = self._output.write(self._texts(results), out)
            if lost:
                self._notify(f"{lost:,} characters do not exist in {self._options.encoding}; they are written as ?.")

        return deliver(self._options.output, target_of(self._options.output, self._options.folder), write)

    def _texts(self, results: Iterable[FileResult]) -> Iterator[str]:
        """The text of each result for the output. What else it has is counted and shown as it passes."""
        of_findings: deque[str | None] = deque()
        findings = self._findings.join(iter(of_findings.popleft, None)) if self._findings else None
        for result in results:
            self._statuses[result.status] += 1
            self._serious |= result.serious
            if result.code is not None:
                self._codes[result.code] += 1
                self._notify(f"{result.code}: {result.message}")
            if findings:
                self._progress.clear()
                of_findings.append(result.texts[1])
                write_error(next(findings))
            yield result.texts[0]
        if findings:
            of_findings.append(None)
            write_error("".join(findings))

    def _summary(self, seconds: float) -> str:
        counted = ", ".join(f"{n:,} {status}" for status, n in self._statuses.items() if status != "failed")
        if self._codes:
            codes = ", ".join(
                f"{n:,} {code}" for code, n in sorted(self._codes.items(), key=lambda pair: (-pair[1], pair[0]))
            )
            failures = f"{self._codes.total():,} failed ({codes})"
            counted = f"{counted}, {failures}" if counted else failures
            where = self._options.output or "standard output"
            counted += (
                f"; these have status failed and their error in {where}" if self._options.table == "reports" else ""
            )
        return f"{len(self._found.inputs):,} files in {duration(seconds)}: {counted}."


def output_of(options: RunOptions, single: bool) -> Output | PackageOutput:
    """The output that the options ask for. `single`: of one record, which stands alone. Raises `WrongUsage` where a library for
    it is not installed."""
    try:
        if options.folder:
            return package_output(cast("PackageFormat", options.format))
        return _file_output(options, single)
    except NotInstalled as error:
        raise WrongUsage(f"{error}.") from error


def _file_output(options: RunOptions, single: bool) -> Output:
    match options.format:
        case "xlsx":
            return xlsx_output(options.header)
        case "parquet":
            return parquet_output(options.table)
        case "csv":
            return csv_output(options.table, options.header, options.encoding, options.bom)
        case "jsonl":
            return json_lines_output()
        case "json":
            return json_output(single)
        case "screen":
            return screen_output(options.language, is_terminal(sys.stdout), width(sys.stdout))


@contextmanager
def _sigterm() -> Iterator[None]:
    """End as for Ctrl-C: no worker and no unfinished file is left."""

    def end(number: int, frame: FrameType | None) -> NoReturn:
        raise _Terminated

    before = signal.signal(signal.SIGTERM, end)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
