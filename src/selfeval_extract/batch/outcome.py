"""One input → its record, whatever happens on the way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from selfeval_extract.batch.inputs import Input, bytes_of, expand
from selfeval_extract.checks.selection import ALL_CHECKS, CheckSelection
from selfeval_extract.errors import ExtractionError
from selfeval_extract.limits import LIMITS, Limits
from selfeval_extract.pipeline import extract_bytes, failed
from selfeval_extract.record.models import Report

_LONGEST_CAUSE = 120


def extract_all(
    paths: Iterable[str | Path] | str | Path, checks: CheckSelection = ALL_CHECKS, limits: Limits = LIMITS
) -> Iterator[Report]:
    """Read reports one after the other, in the order given: files, and folders with every .docx, .pdf and .txt below.

    Gives one record for each input and never raises for a bad file: what cannot be read is a record of status
    "failed" with its `error`. A record's `source.name` is the path as given, or the folder's path joined with the
    path below it. All happens in the calling process, which the limits on time and memory do not hold for.
    """
    for path in [paths] if isinstance(paths, str | Path) else paths:
        yield from (outcome(item, checks, limits) for item in expand(Path(path)).inputs)


def outcome(item: Input, checks: CheckSelection = ALL_CHECKS, limits: Limits = LIMITS) -> Report:
    """The record of an input. Whatever goes wrong becomes a record of status "failed"; only an interrupt passes."""
    data = None
    try:
        if item.problem is not None:
            raise item.problem
        data = bytes_of(item, limits)
        return extract_bytes(data, item.name, checks, limits)
    except ExtractionError as error:
        return failed(item.name, error, data)
    except MemoryError:
        return failed(item.name, limits.out_of_memory(item.name), data)
    except Exception as error:
        return failed(item.name, internal(item.name, error), data)


def internal(name: str, error: BaseException) -> ExtractionError:
    """The error of a file that showed a fault of this program's."""
    cause = f"{type(error).__name__}: {error}".partition("\n")[0][:_LONGEST_CAUSE]
    message = f"{name} could not be read because of a fault in selfeval-extract ({cause}). Please report it."
    return ExtractionError("internal", message.encode("utf-8", "backslashreplace").decode("utf-8"))
