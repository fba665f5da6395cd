"""Runs of the engine, each in a process of its own: Daft has one runner for the life of a process."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psutil

RUNNERS = {"native": [], "ray": ["--ray", "local"]}
"""Runner → what asks for it on the command line."""
_COMMAND = [sys.executable, "-m", "selfeval_extract.cluster"]

Rows = list[dict[str, Any]]


def cluster(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """`python -m selfeval_extract.cluster` to its end."""
    return subprocess.run([*_COMMAND, *map(str, arguments)], capture_output=True, text=True, timeout=180)


def written(folder: Path) -> Rows:
    """The rows in a folder of Parquet files, by name."""
    # in a process of its own: with pyarrow loaded, forks of this one have no memory left within the limit of a worker
    read = "import json, sys, pyarrow.parquet as p; print(json.dumps([r for f in sys.argv[1:] for r in p.read_table(f).to_pylist()]))"
    files = [str(file) for file in folder.glob("*.parquet")]
    rows: Rows = json.loads(
        subprocess.run([sys.executable, "-c", read, *files], check=True, capture_output=True).stdout
    )
    return sorted(rows, key=lambda each: str(each["name"]))


def from_store(endpoint: str, runner: str, pattern: str, out: str) -> Rows:
    """The rows of a run from a store into it, by name."""
    script = Path(__file__).with_name("store_run.py")
    done = subprocess.run(
        [sys.executable, script, endpoint, runner, pattern, out], capture_output=True, text=True, timeout=180
    )
    assert done.returncode == 0, done.stderr
    rows: Rows = json.loads(done.stdout.splitlines()[-1])
    return rows


def locally(*arguments: str) -> list[str]:
    """The records that the command line makes of several files, as lines, by name."""
    command = [sys.executable, "-m", "selfeval_extract", *arguments, "-f", "jsonl", "-q"]
    lines = subprocess.run(command, capture_output=True, text=True, timeout=60).stdout.splitlines()
    return sorted(lines, key=lambda line: str(json.loads(line)["source"]["name"]))


def below(folder: Path) -> list[Path]:
    """The files below a folder that have bytes."""
    return [path for path in folder.rglob("*") if path.is_file()]


def reader_of(fifo: Path, patience: float = 120.0) -> psutil.Process:
    """The process that waits for what comes out of a named pipe, as soon as there is one.

    Opening it for writing fails for as long as nobody reads it. It stays open, so that the process goes on waiting.
    """
    until = time.monotonic() + patience
    while time.monotonic() < until:
        try:
            writer = os.open(fifo, os.O_WRONLY | os.O_NONBLOCK)
        except OSError:
            time.sleep(0.02)
            continue
        _HELD.append(writer)
        for process in psutil.process_iter():
            if process.pid != os.getpid() and fifo in _opened(process):
                return process
    raise AssertionError(f"nobody reads {fifo}")


def feed(fifo: Path, data: bytes) -> None:
    """Let the process that waits for what comes out of a named pipe have it (no more than 64 KB), and its end."""
    reader_of(fifo)
    os.write(_HELD[-1], data)
    while _HELD:
        os.close(_HELD.pop())


_HELD: list[int] = []
"""What named pipes are held open by, so that their readers wait for more."""


def _opened(process: psutil.Process) -> set[Path]:
    found = set()
    try:
        for each in Path(f"/proc/{process.pid}/fd").iterdir():
            found.add(each.readlink())
    except OSError:
        pass  # it ended, or is not ours
    return found


@contextmanager
def started(*arguments: str | Path) -> Iterator[subprocess.Popen[str]]:
    """The same as `cluster`, still running."""
    with subprocess.Popen(
        [*_COMMAND, *map(str, arguments)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def of_record(line: str) -> dict[str, Any]:
    """The row of a record, told from the record alone."""
    record = json.loads(line)
    error = record["error"] or {}
    return {
        "name": record["source"]["name"],
        "status": record["status"],
        "error_code": error.get("code"),
        "error_message": error.get("message"),
        "serious": any(f["outcome"] == "fail" and f["severity"] == "error" for f in record["checks"]),
        "sha256": record["source"]["sha256"],
        "record": line,
    }
