"""What tests of the binary writers share: reports, and the bytes that outputs make of them."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO

from full_report import FULL

from selfeval_extract.record.models import Report
from selfeval_extract.writers.outputs import Output
from selfeval_extract.writers.package import PackageOutput

FAILED: dict[str, Any] = {
    "source": {"name": "b.txt"},
    "status": "failed",
    "error": {"code": "empty", "message": "b.txt is empty."},
}


def reports(*given: dict[str, Any]) -> list[Report]:
    """Reports of these data; the full one and a failure, if there are none."""
    return [Report.model_validate(data) for data in given or (FULL, FAILED)]


def written(output: Output, *given: dict[str, Any]) -> bytes:
    """What an output makes of reports."""
    out = io.BytesIO()
    assert output.write((output.render(report) for report in reports(*given)), out) == 0
    return out.getvalue()


class Folder:
    """A folder that a package is written to, and the names in the order in which they were opened and closed."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.opened: list[str] = []
        self.closed: list[str] = []

    @contextmanager
    def open(self, name: str) -> Iterator[BinaryIO]:
        self.opened.append(name)
        with (self.path / name).open("xb") as file:
            yield file
        self.closed.append(name)


def packed_into(path: Path, output: PackageOutput, *given: dict[str, Any]) -> Folder:
    """Write a package into a folder that is made."""
    path.mkdir()
    folder = Folder(path)
    assert output.write((output.render(report) for report in reports(*given)), folder.open) == 0
    return folder
