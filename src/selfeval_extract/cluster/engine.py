"""Daft: the only module that imports it. The plan is files → results → rows, the same natively and on Ray."""

from __future__ import annotations

import os
import shutil
import uuid
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import daft
from daft import DataType, Series, col
from daft.exceptions import DaftCoreException
from daft.io import IOConfig

from selfeval_extract.batch.inputs import Input
from selfeval_extract.batch.job import Job
from selfeval_extract.batch.memory import processors
from selfeval_extract.checks.selection import CheckSelection
from selfeval_extract.cluster import places
from selfeval_extract.cluster.rows import COLUMNS, ResultRow, Summary, WrongFolder, foreign, job, received, row, summary
from selfeval_extract.cluster.supervisor import Supervisor
from selfeval_extract.errors import ExtractionError, UnreadableFile
from selfeval_extract.limits import Limits

_TOGETHER = 16
"""Files that go to a process at a time: enough that handing them over costs little, few enough to keep all processes busy
to the end."""
_PART = 500
"""Files of a part of the work on Ray, which is what is done again where a machine is lost."""
_INPUT = {
    "name": DataType.string(),
    "path": DataType.binary(),  # as the system has it: a file's name need not be text
    "url": DataType.string(),
    "code": DataType.string(),
    "message": DataType.string(),
}
"""Columns of what there is to read: a path, a URL or what went wrong when it was looked up."""
_ROW = DataType.struct({name: DataType.bool() if name == "serious" else DataType.string() for name in COLUMNS})


def _read(
    reader: Reader, name: Series, path: Series, url: Series, code: Series, message: Series, data: Series
) -> list[ResultRow]:
    """The rows of files, whose bytes are in `data` where they have a URL."""
    columns = (each.to_pylist() for each in (name, path, url, code, message, data))
    return [reader.row(*values) for values in zip(*columns, strict=True)]


class Reader:
    """What runs in each process of the engine's."""

    read = daft.method.batch(_read, return_dtype=_ROW, unnest=True, batch_size=_TOGETHER)

    def __init__(self, job: Job, here: str) -> None:
        self._job = job
        self._supervisor = Supervisor(job, here)

    def row(
        self, name: str, path: bytes | None, url: str | None, code: Any, message: Any, data: bytes | None
    ) -> ResultRow:
        """The row of a file, a column of `_INPUT` an argument, and its bytes if it has a URL."""
        if code is not None:
            item = Input(name, None, ExtractionError(code, message))
        elif url is not None:
            item = received(name, url, data, self._job.limits)
        else:
            item = Input(name, os.fsdecode(path or b""))
        return row(self._supervisor.read(item) if item.problem is None else self._job(item))


def frame(
    paths: list[str],
    checks: CheckSelection,
    limits: Limits,
    personal: bool,
    workers: int | None,
    io_config: IOConfig | None,
) -> daft.DataFrame:
    """The plan of `cluster.records`."""
    inputs = places.local(path for path in paths if not places.is_url(path))
    rows = [_input(item.name, item.problem, path=item.path) for item in inputs]
    urls = dict(found for pattern in filter(places.is_url, paths) for found in _listed(pattern, io_config))
    rows += [_input(url, limits.too_large(url, size or 0), url=url) for url, size in urls.items()]
    workers = workers or _processors()
    known = daft.from_pydict({name: [each[name] for each in rows] for name in _INPUT})
    files = known.select(*(col(name).cast(dtype) for name, dtype in _INPUT.items()))
    if _on_ray():
        files = files.into_partitions(max(min(len(rows), workers), len(rows) // _PART))
    if any(each["url"] for each in rows):
        files = files.into_batches(_TOGETHER)
        data = col("url").download(on_error="null", io_config=io_config)
    else:
        data = daft.lit(None).cast(DataType.binary())
    reader = daft.cls(Reader, use_process=True, max_concurrency=workers, cpus=1)
    return files.select(
        reader(job(checks, limits, personal), str(Path.cwd())).read(*(col(name) for name in _INPUT), data)
    )


def replace(rows: daft.DataFrame, folder: str | Path, io_config: IOConfig | None) -> Summary:
    """Run the plan and put its rows in place of those of a folder or a URL."""
    if places.is_url(str(folder)):
        _refuse_others(str(folder), [path for path, _ in _glob(f"{str(folder).rstrip('/')}/**", io_config)])
        rows.write_parquet(str(folder), compression="zstd", write_mode="overwrite", io_config=io_config)
        return _summary(str(folder), io_config)
    final = Path(str(folder).removeprefix("file://")).resolve()
    there = [final] if final.exists() and not final.is_dir() else final.rglob("*")
    _refuse_others(str(folder), [str(path) for path in there if not path.is_dir()])
    final.parent.mkdir(parents=True, exist_ok=True)
    made = final.with_name(f".{final.name}.{uuid.uuid4().hex}")
    try:
        written = rows.write_parquet(str(made), compression="zstd").to_pydict()["path"]
        if not all(Path(path).is_file() for path in written):
            raise WrongFolder(f"{folder} is not the same folder on all machines. Give one that they share, or a URL.")
        counted = _summary(str(made), None)
        _swap(made, final)
    finally:
        shutil.rmtree(made, ignore_errors=True)
    return counted


def use_ray(address: str | None, environment: Mapping[str, str]) -> None:
    """Connect to Ray, or start it on this machine, and have Daft run on it; `environment` for its processes."""
    import ray

    if not ray.is_initialized():
        options: dict[str, Any] = {"include_dashboard": False} if address is None else {}
        ray.init(address or "local", runtime_env={"env_vars": dict(environment)}, log_to_driver=False, **options)
    daft.set_runner_ray(noop_if_initialized=True, force_client_mode=bool(address and address.startswith("ray://")))


def _on_ray() -> bool:
    return bool(daft.get_or_infer_runner_type() == "ray")


def _processors() -> int:
    if not _on_ray():
        return processors()
    import ray

    untyped: Any = ray
    return int(untyped.cluster_resources()["CPU"])


def _input(
    name: str, problem: ExtractionError | None, path: str | None = None, url: str | None = None
) -> dict[str, str | bytes | None]:
    """What there is to read as a row of `_INPUT`. What has a problem is not fetched."""
    if problem is not None:
        return {"name": name, "path": None, "url": None, "code": problem.code, "message": problem.message}
    return {"name": name, "path": os.fsencode(path) if path else None, "url": url, "code": None, "message": None}


def _listed(pattern: str, io_config: IOConfig | None) -> list[tuple[str, int | None]]:
    """The files of a store that are to be read, with their sizes in bytes, sorted. Raises `UnreadableFile`."""
    pattern = f"{pattern}**" if pattern.endswith("/") else pattern
    listed = sorted(places.remote(pattern, _glob(pattern, io_config)))
    if not listed:
        raise places.nothing(pattern)
    return listed


def _glob(pattern: str, io_config: IOConfig | None) -> list[tuple[str, int | None]]:
    """The files of a store that a pattern leads to, with their sizes in bytes. Raises `UnreadableFile`."""
    try:
        found = daft.from_glob_path(pattern, io_config=io_config).select("path", "size").to_pydict()
    except (DaftCoreException, OSError) as error:
        if "at least 1 MicroPartition" in str(error):  # how it says that there is none
            return []
        cause = str(error).strip().replace("\n", " ")
        raise UnreadableFile("missing", f"{pattern} cannot be listed: {cause}") from error
    return list(zip(found["path"], found["size"], strict=True))


def _summary(folder: str, io_config: IOConfig | None) -> Summary:
    rows = daft.read_parquet(folder, io_config=io_config).groupby("status", "error_code").agg(col("name").count())
    counted = rows.to_pydict()
    return summary(zip(counted["status"], counted["error_code"], counted["name"], strict=True))


def _refuse_others(folder: str, there: list[str]) -> None:
    if others := foreign(there):
        raise WrongFolder(
            f"{folder} holds files that are no .parquet ({others[0]}), and would lose them. Give another folder."
        )


def _swap(made: Path, final: Path) -> None:
    """Put a folder in the place of another. For a moment there is none, and both stand beside it."""
    old = made.with_name(f"{made.name}.old")
    if final.exists():
        final.rename(old)
    made.rename(final)
    shutil.rmtree(old, ignore_errors=True)
