"""One input → its record, whatever happens on the way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from selfeval_extract.batch.inputs import Input, expand, read_input
from selfeval_extract.checks.selection import ALL_CHECKS, CheckSelection
from selfeval_extract.errors import ExtractionError
from selfeval_extract.limits import LIMITS, Limits
from selfeval_extract.pipeline import extract_bytes, failed
from selfeval_extract.record.models import Report

_LONGEST_CAUSE = 120


def extract_all(
    paths: Iterable[str | Path] | str | Path, checks: CheckSelection = ALL_CHECKS, limits: Limits = LIMITS
) -> Iterator[Report]:
    """Read reports one after the other, in the order given: files, and folders with every report below.

    Below a folder, the files with one of the `ENDINGS` of `formats.py` are read. Yields one record for each input and never raises for a bad file: one that cannot be read has the status "failed" and
    an `error`. A record's `source.name` is the path as given, or the folder's path joined with the path below it. Files
    are read in this process, where the limits on time and memory do not hold.
    """
    for path in [paths] if isinstance(paths, str | Path) else paths:
        yield from (outcome(item, checks, limits) for item in expand(Path(path)).inputs)


def outcome(item: Input, checks: CheckSelection = ALL_CHECKS, limits: Limits = LIMITS) -> Report:
    """The record of an input. Whatever goes wrong becomes a record of status "failed", but for an interrupt."""
    data = None
    try:
        if item.problem is not None:
            raise item.problem
        data = read_input(item, limits)
        return extract_bytes(data, item.name, checks, limits)
    except ExtractionError as error:
        return failed(item.name, error, data)
    except MemoryError:
        return failed(item.name, limits.out_of_memory(item.name), data)
    except Exception as error:
        return failed(item.name, internal_error(item.name, error), data)


def internal_error(name: str, error: BaseException) -> ExtractionError:
    """The error of a file that made this program fail."""
    cause = f"{type(error).__name__}: {error}".partition("\n")[0][:_LONGEST_CAUSE]
    message = f"{name} could not be read because of a fault in selfeval-extract ({cause}). Please report it."
    return ExtractionError("internal", message.encode("utf-8", "backslashreplace").decode("utf-8"))
