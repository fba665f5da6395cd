"""The whole flow: bytes → Document → layout and outline → cited values → record → findings."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

from selfeval_extract.checks.selection import ALL_CHECKS, CheckSelection
from selfeval_extract.document import INCOMPLETE, Document
from selfeval_extract.document import Quote as PrintedQuote
from selfeval_extract.errors import ExtractionError
from selfeval_extract.extraction import extract_values
from selfeval_extract.files import display_path, read_file
from selfeval_extract.limits import LIMITS, Limits
from selfeval_extract.readers import read
from selfeval_extract.record.cited import assemble, place_of, quotes
from selfeval_extract.record.models import Failure, Quote, Report, Source
from selfeval_extract.runtime.gc_pause import gc_paused


def extract(path: str | Path, checks: CheckSelection = ALL_CHECKS, limits: Limits = LIMITS) -> Report:
    """Read a report (its format is told from the bytes) into its record, checked as `checks` says.

    `limits`: what a file may ask for; those on time and memory hold in the command line's workers only.

    Raises `ExtractionError` with a code of `errors.CODES` for a file that cannot be read.
    """
    path = Path(path)
    return extract_bytes(read_file(path, limits), display_path(Path(path.name)), checks, limits)


@gc_paused()
def extract_bytes(data: bytes, name: str, checks: CheckSelection = ALL_CHECKS, limits: Limits = LIMITS) -> Report:
    """The record of a document given as bytes; `name` is what messages and the record call it."""
    document = read(data, name, limits)
    source = {
        "name": name,
        "format": document.format,
        "sha256": hashlib.sha256(data).hexdigest(),
        "bytes": len(data),
        "pages": document.pages,
    }
    report = _report(document, source)
    report.checks = checks.findings(report, document)
    return report


def _report(document: Document, source: dict[str, Any]) -> Report:
    """The unchecked record. What it is made from is let go of here: of a thousand pages it is as large again."""
    extracted = extract_values(document)
    notes, recognised = extracted.notes, extracted.recognised
    record, evidence = assemble(extracted.record)
    del extracted
    incomplete = any(note.code in INCOMPLETE for note in notes)
    return Report.model_validate(
        {
            "source": source,
            "status": "partial" if incomplete and recognised else "complete" if recognised else "unrecognised",
            "notes": [
                {"code": n.code, "message": n.message, "place": place_of(n.place) if n.place else None} for n in notes
            ],
            **record,
            "evidence": {pointer: _quoted(found) for pointer, found in evidence.items() if found},
        }
    )


def failed(name: str, error: ExtractionError, data: bytes | None = None) -> Report:
    """The outcome record of a file that could not be read."""
    source = Source(
        name=name,
        sha256=None if data is None else hashlib.sha256(data).hexdigest(),
        bytes=None if data is None else len(data),
    )
    return Report(source=source, status="failed", error=Failure(code=error.code, message=error.message))


def _quoted(found: tuple[PrintedQuote, ...]) -> Quote | list[Quote]:
    """Evidence of one value: a quote, or a list where it was gathered from several places."""
    several = quotes(found)
    return several[0] if len(several) == 1 else several
