"""The same extraction on an engine that runs on one machine or on many: Daft, natively or on Ray (docs/cluster.md).

    from selfeval_extract import cluster
    cluster.write("reports/", "records/")              a folder of Parquet files, a row for each report
    cluster.records("s3://bucket/reports/**/*.pdf")    the same rows as a daft.DataFrame, to go on with

Daft is an extra, `pip install 'selfeval-extract[daft]'`, and is imported when one of these functions is called.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from selfeval_extract.checks.selection import ALL_CHECKS, CheckSelection
from selfeval_extract.cluster.rows import COLUMNS, Summary, WrongFolder
from selfeval_extract.errors import UnreadableFile
from selfeval_extract.limits import LIMITS, Limits

if TYPE_CHECKING:
    import daft
    from daft.io import IOConfig

__all__ = ["COLUMNS", "QUIET", "NoEngine", "Summary", "WrongFolder", "records", "use_ray", "write"]

QUIET = {"DAFT_ANALYTICS_ENABLED": "0", "DO_NOT_TRACK": "1", "RAY_USAGE_STATS_ENABLED": "0"}
"""Environment variables that keep Daft and Ray from reporting that they are used. Set before either is imported."""


class NoEngine(ImportError):
    """The engine is not installed, or not for this system."""


def records(
    paths: Iterable[str | Path] | str | Path,
    *,
    checks: CheckSelection = ALL_CHECKS,
    limits: Limits = LIMITS,
    personal: bool = False,
    workers: int | None = None,
    io_config: IOConfig | None = None,
) -> daft.DataFrame:
    """A row for each report that `paths` lead to, in no particular order, with the columns `COLUMNS`.

    `paths`: files, folders, glob patterns, and URLs of an object store with glob patterns (`s3://bucket/reports/**`),
    mixed as one likes. Of folders and URLs the files with an ending of a report are read. What there is to read is looked up
    now, the reading is done when the frame is used, and done again each time it is used.

    `personal`: leave mobile and identity numbers as they are. `workers`: files that are read at a time, over all
    machines; as many as the engine has processors. `io_config`: Daft's, for object stores.

    A file that cannot be read is a row of status "failed". Raises `UnreadableFile` where there is no path, or a pattern or a
    URL leads to nothing or cannot be listed, and `NoEngine`.
    """
    engine = _engine()
    frame: daft.DataFrame = engine.frame(_many(paths), checks, limits, personal, workers, io_config)
    return frame


def write(
    paths: Iterable[str | Path] | str | Path,
    folder: str | Path,
    *,
    checks: CheckSelection = ALL_CHECKS,
    limits: Limits = LIMITS,
    personal: bool = False,
    workers: int | None = None,
    io_config: IOConfig | None = None,
) -> Summary:
    """Write the rows of `records` as Parquet files into a folder or a URL, in place of those that are there.

    A folder holds the old rows until it holds the new ones. Of a URL see docs/cluster.md. Raises `WrongFolder` where
    there are other files than .parquet, which replacing would delete; and what `records` raises, before anything is
    written.
    """
    engine = _engine()
    rows = engine.frame(_many(paths), checks, limits, personal, workers, io_config)
    summary: Summary = engine.replace(rows, folder, io_config)
    return summary


def use_ray(address: str | None = None) -> None:
    """Have what follows in this process run on Ray: the cluster at an address (`auto`: the one that this machine is part
    of, `ray://host:10001`: from outside), or, without an address, a new one on this machine. Raises `NoEngine`.
    """
    _engine().use_ray(address, QUIET)


def _many(paths: Iterable[str | Path] | str | Path) -> list[str]:
    many = [str(path) for path in ([paths] if isinstance(paths, str | Path) else paths)]
    if not many or "" in many:  # an empty path would be the folder that one is in
        raise UnreadableFile("missing", "Nothing to read: there is no path, or one of them is empty.")
    return many


def _engine() -> Any:
    if sys.platform == "win32":
        raise NoEngine("selfeval_extract.cluster works on Linux and macOS only.")
    os.environ.update(QUIET)
    try:
        return import_module("selfeval_extract.cluster.engine")
    except ImportError as error:
        raise NoEngine(f"{error.name or error} is not installed: pip install 'selfeval-extract[daft]'") from error
