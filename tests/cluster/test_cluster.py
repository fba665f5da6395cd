"""The engine's rows: those of the local run, whatever happens to a process, and once only."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
from importlib.util import find_spec
from pathlib import Path

import pytest
from bucket import bucket
from cluster_runs import RUNNERS, below, cluster, from_store, locally, of_record, reader_of, started, written

from selfeval_extract.cluster import QUIET
from selfeval_extract.formats import endings

pytestmark = pytest.mark.skipif(
    find_spec("daft") is None, reason="the engine is not installed: pip install 'selfeval-extract[daft]'"
)
runners = pytest.mark.parametrize("runner", RUNNERS)


@runners
def test_rows_are_those_of_the_local_run(here: Path, runner: str) -> None:
    done = cluster("in", "out", *RUNNERS[runner])
    rows = written(here / "out")
    assert rows == [of_record(line) for line in locally("in")]
    assert any(each["serious"] for each in rows)
    assert {each["name"]: each["error_code"] for each in rows if each["status"] == "failed"} == {
        "in/broken.pdf": "corrupt", "in/empty.txt": "empty", "in/gone.txt": "missing", "in/half.docx": "corrupt",
    }  # fmt: skip
    assert "in/深层 100%/网页 [1]#.txt" in {each["name"] for each in rows}
    assert "13812345678" not in "".join(each["record"] for each in rows)
    assert (done.returncode, done.stderr.splitlines()[-1]) == (
        1, "13 files in out: 9 complete, 4 failed (2 corrupt, 1 empty, 1 missing).",
    )  # fmt: skip


@runners
def test_a_file_that_kills_or_hangs_its_process_costs_that_file_alone(here: Path, runner: str) -> None:
    for name in ("killed.txt", "hangs.txt"):
        os.mkfifo(here / name)
    kill = threading.Thread(target=lambda: reader_of(here / "killed.txt").send_signal(signal.SIGABRT))
    kill.start()
    # killed.txt has to be reached before its time is up, hangs.txt must not be reached by anybody who writes
    done = cluster("killed.txt", "hangs.txt", "in", "out", "--limit", "seconds=8", *RUNNERS[runner])
    kill.join()
    rows = {each["name"]: each for each in written(here / "out")}
    assert "SIGABRT" in rows["killed.txt"]["error_message"], done.stderr
    assert (rows.pop("killed.txt")["error_code"], rows.pop("hangs.txt")["error_code"]) == ("internal", "limit")
    assert [each["record"] for each in rows.values()] == locally("in")


@runners
def test_a_rerun_replaces(here: Path, runner: str) -> None:
    assert cluster("in", "out/deep", *RUNNERS[runner]).returncode == 1
    first = written(here / "out" / "deep")
    again = cluster("in/*.docx", "in/深*/*", "out/deep", *RUNNERS[runner])
    assert again.stderr.splitlines()[-1] == "5 files in out/deep: 4 complete, 1 failed (1 corrupt)."
    second = written(here / "out" / "deep")
    assert [each["name"] for each in second] == [
        "in/half.docx", "in/hunan_department.docx", "in/seeded.docx", "in/yunnan_project.docx", "in/深层 100%/网页 [1]#.txt",
    ]  # fmt: skip
    assert all(each in first for each in second)
    assert [path.name for path in (here / "out").iterdir()] == ["deep"]


def test_a_run_that_is_killed_leaves_the_old_rows(here: Path) -> None:
    assert cluster("in/*.docx", "out").returncode == 1
    before = written(here / "out")
    os.mkfifo(here / "slow.txt")
    with started("in", "slow.txt", "out") as process:
        reader_of(here / "slow.txt")
        process.kill()
        process.wait()
    assert written(here / "out") == before


def test_personal_data_are_shown_where_that_is_asked_for(here: Path) -> None:
    cluster("in/phone.txt", "out", "--show-personal")
    [row] = written(here / "out")
    assert "13812345678" in row["record"]
    assert row["name"] == "in/phone.txt"


def test_what_would_be_lost_is_not_replaced(here: Path) -> None:
    done = cluster("in/*.docx", "in")
    assert (done.returncode, done.stderr.count("in holds files that are no .parquet")) == (2, 1)
    assert (here / "in" / "half.docx").exists()


def test_a_pattern_without_files_replaces_nothing(here: Path) -> None:
    cluster("in/*.docx", "out")
    before = written(here / "out")
    done = cluster("in/*.doc", "out")
    assert (done.returncode, done.stderr) == (
        2, f"in/*.doc leads to no {endings('or')} file. Check the path and the pattern.\n",
    )  # fmt: skip
    assert written(here / "out") == before


@pytest.mark.parametrize("arguments", [["", "out"], ["in", "", "out"], ["in", "in/empty.txt"]])
def test_what_is_empty_or_a_file_is_refused(here: Path, arguments: list[str]) -> None:
    done = cluster(*arguments)
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)
    assert not (here / "out").exists() and (here / "in" / "empty.txt").is_file()


def test_nobody_is_told_that_the_engine_is_used(here: Path) -> None:
    program = (
        "from selfeval_extract import cluster\ncluster.use_ray()\n"
        "import ray\nfrom daft.scarf_telemetry import opted_out\nfrom ray._common.usage.usage_lib import usage_stats_enabled\n"
        "there = ray.remote(opted_out)\n"
        "print(opted_out(), ray.get(there.remote()), usage_stats_enabled())"
    )
    env = {name: value for name, value in os.environ.items() if name not in QUIET}
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=180, env=env)
    assert done.stdout == "True True False\n", done.stderr


@runners
def test_an_object_store_is_read_and_written(here: Path, runner: str) -> None:
    objects = {path.relative_to(here).as_posix(): path.read_bytes() for path in below(here / "in")}
    objects |= {"in/.hidden/x.txt": b"x", "in/denied.txt": b"x", "output.txt": b"beside"}
    with bucket(objects, {"in/denied.txt"}) as endpoint:
        rows = from_store(endpoint, runner, "s3://reports/in/**", "s3://reports/out")
        records = {each["name"]: each["record"] for each in rows}
        denied = json.loads(records.pop("s3://reports/in/denied.txt"))
        assert (denied["error"]["code"], denied["source"]["sha256"]) == ("missing", None)
        expected = {json.loads(line)["source"]["name"]: line for line in locally("in")}
        del expected["in/gone.txt"]
        assert records == {f"s3://reports/{name}": _called(line, name) for name, line in expected.items()}
        again = from_store(endpoint, runner, "s3://reports/in/*.pdf", "s3://reports/out")
    assert {each["name"] for each in again} == {name for name in records if name.endswith(".pdf")}
    assert sorted(key for key in objects if not key.startswith(("in/", "out/"))) == ["output.txt"]


def _called(line: str, name: str) -> str:
    """A record's line if its file were read from the store."""
    return (
        line.replace(f'"name":"{name}"', f'"name":"s3://reports/{name}"')
        .replace(f"{name}:", f"s3://reports/{name}:")
        .replace(f"{name} is", f"s3://reports/{name} is")
    )
