"""What is done with each input, in whichever process: read it, and render what each output needs of its record.

The modules for that are imported when it is done, or by `preload`: a process that only hands out inputs needs none of them.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

from selfeval_extract.batch.inputs import Input
from selfeval_extract.checks.selection import CheckSelection
from selfeval_extract.errors import Code, ExtractionError
from selfeval_extract.limits import Limits

if TYPE_CHECKING:
    from selfeval_extract.record.models import Report, Status

    Render = Callable[[Report], str]


def preload() -> None:
    """Import what a job needs except the readers, so that processes that are forked later share it."""
    import_module("selfeval_extract.batch.outcome")
    import_module("selfeval_extract.record.masking")


class FileResult(NamedTuple):
    """What a run needs of an input: the record's name and status, the error's code and message if the input could not be
    read, whether a check of severity error fails, and the text for each output."""

    name: str
    status: Status
    code: Code | None
    message: str | None
    serious: bool
    texts: tuple[str, ...]

    def to_bytes(self) -> bytes:
        """As it goes through a pipe and into a journal: a line of JSON, then the texts one after the other."""
        texts = [text.encode() for text in self.texts]
        head = [self.name, self.status, self.code, self.message, self.serious, [len(text) for text in texts]]
        return b"".join((json.dumps(head).encode(), b"\n", *texts))

    @classmethod
    def from_bytes(cls, data: bytes, with_texts: bool = True) -> FileResult:
        """What `to_bytes` gave, or all of it but the texts. Raises ValueError for anything else."""
        end = data.index(b"\n") + 1
        name, status, code, message, serious, lengths = json.loads(data[:end])
        if not with_texts:
            return cls(name, status, code, message, serious, ())
        texts: list[str] = []
        for length in lengths:
            texts.append(data[end : end + length].decode())
            end += length
        if end != len(data):
            raise ValueError("not as long as it says")
        return cls(name, status, code, message, serious, tuple(texts))


class Job(NamedTuple):
    """What to do with every input of a run. `personal`: leave personal data unmasked. `renders`: one for each output."""

    checks: CheckSelection
    limits: Limits
    personal: bool
    renders: tuple[Render, ...]

    def __call__(self, item: Input) -> FileResult:
        """The result of an input. Whatever a library raises becomes a result; only the end of the process does not."""
        from selfeval_extract.batch.outcome import internal_error, outcome

        try:
            return self._result(outcome(item, self.checks, self.limits))
        except MemoryError:
            return self.failed(item, self.limits.out_of_memory(item.name))
        except BaseException as error:
            return self.failed(item, internal_error(item.name, error))

    def failed(self, item: Input, error: ExtractionError) -> FileResult:
        """The result of an input that could not be read."""
        from selfeval_extract.pipeline import failed

        return self._result(failed(item.name, error, item.data))

    def _result(self, report: Report) -> FileResult:
        from selfeval_extract.record.masking import masked

        serious = any(f.outcome == "fail" and f.severity == "error" for f in report.checks)
        public = report if self.personal else masked(report)
        texts = tuple(render(public) for render in self.renders)
        code, message = (report.error.code, report.error.message) if report.error else (None, None)
        return FileResult(report.source.name, report.status, code, message, serious, texts)
