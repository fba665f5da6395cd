"""A run that was cut off, at whatever byte, goes on where it was, and nothing is lost or there twice."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from selfeval_extract.batch.inputs import Input, find
from selfeval_extract.batch.journal import Journal, fingerprint, path_of

from .faulty import REPORT

COMMAND = [sys.executable, "-m", "selfeval_extract"]
COUNT = 30


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    for n in range(COUNT):
        text = "" if n % 10 == 9 else REPORT.replace("128.64", f"{n}.64")
        (tmp_path / "in" / f"{n:03}.txt").write_text(text, "utf-8")
    return tmp_path


def call(folder: Path, *args: str, **limits: int) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*COMMAND, "in", *args], cwd=folder, capture_output=True, encoding="utf-8", timeout=120)


def inputs(folder: Path) -> list[Input]:
    return find([str(folder / "in")]).inputs


def redone(before: bytes, folder: Path, *args: str) -> tuple[str, bytes]:
    """Go on with a run that left this journal: what is said of it, and the output."""
    path_of(folder / "out.jsonl").write_bytes(before)
    answer = call(folder, "-o", "out.jsonl", "--resume", *args)
    assert answer.returncode == 1
    return answer.stderr.splitlines()[0], (folder / "out.jsonl").read_bytes()


@pytest.fixture(scope="module")
def cut_off(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, bytes, bytes]:
    """A folder, the journal of its whole run, and the output."""
    folder = tmp_path_factory.mktemp("cut")
    (folder / "in").mkdir()
    for n in range(COUNT):
        (folder / "in" / f"{n:03}.txt").write_text("" if n % 10 == 9 else REPORT.replace("128.64", f"{n}.64"), "utf-8")
    os.mkfifo(folder / "in.txt")
    run = subprocess.Popen([*COMMAND, "in", "in.txt", "-o", "out.jsonl", "-q"], cwd=folder, stderr=subprocess.DEVNULL)
    journal = path_of(folder / "out.jsonl")
    while not journal.exists() or journal.read_bytes().count(b'"schema_version"') < COUNT:
        time.sleep(0.05)
    run.kill()
    run.wait()
    # the same options but another choice of inputs: the pipe's share is not among them
    kept = journal.read_bytes()
    answer = call(folder, "-o", "out.jsonl")
    assert answer.returncode == 1
    return folder, kept, (folder / "out.jsonl").read_bytes()


posix = pytest.mark.skipif(sys.platform == "win32", reason="no named pipes there")


@posix
@pytest.mark.parametrize("seed", range(6))
def test_a_journal_cut_anywhere_gives_the_same_output(cut_off: tuple[Path, bytes, bytes], seed: int) -> None:
    folder, journal, whole = cut_off
    end = random.Random(seed).randrange(len(journal))
    said, output = redone(journal[:end], folder)
    assert output == whole
    assert said.startswith("selfeval-extract: ") and (" files are done already " in said or " go on with " in said)
    assert not path_of(folder / "out.jsonl").exists()


@posix
def test_what_is_done_is_not_read_again(cut_off: tuple[Path, bytes, bytes]) -> None:
    folder, journal, whole = cut_off
    said, output = redone(journal, folder)
    assert said == f"selfeval-extract: {COUNT} of {COUNT} files are done already and have not changed."
    assert output == whole


@posix
def test_bytes_that_never_reached_the_disk_are_done_again(cut_off: tuple[Path, bytes, bytes]) -> None:
    folder, journal, whole = cut_off
    middle = len(journal) // 2
    said, output = redone(journal[:middle] + b"\0" * 5000 + journal[middle + 5000 :], folder)
    assert output == whole
    assert COUNT // 3 < int(said.split()[1]) < 2 * COUNT // 3


@posix
def test_a_file_that_changed_is_read_again(cut_off: tuple[Path, bytes, bytes]) -> None:
    folder, journal, whole = cut_off
    changed = folder / "in" / "005.txt"
    before, times = changed.read_text("utf-8"), changed.stat()
    changed.write_text(before.replace("2023", "2021"), "utf-8")
    said, output = redone(journal, folder)
    changed.write_text(before, "utf-8")
    os.utime(changed, ns=(times.st_atime_ns, times.st_mtime_ns))
    assert said == f"selfeval-extract: {COUNT - 1} of {COUNT} files are done already and have not changed."
    assert [
        n for n, (old, new) in enumerate(zip(whole.splitlines(), output.splitlines(), strict=True)) if old != new
    ] == [5]


@posix
@pytest.mark.parametrize("options", [["--checks", "AMT"], ["--show-personal"], ["--limit", "pages=7"]])
def test_other_options_begin_anew(cut_off: tuple[Path, bytes, bytes], options: list[str]) -> None:
    folder, journal, _ = cut_off
    said, output = redone(journal, folder, *options)
    assert said == (
        "selfeval-extract: No interrupted run of out.jsonl to go on with (it had other options or was of another "
        "version): all files are read."
    )
    assert output.count(b"\n") == COUNT


def test_resume_needs_a_file(folder: Path) -> None:
    answer = call(folder, "--resume")
    assert (answer.returncode, answer.stderr) == (
        2,
        "selfeval-extract: --resume goes on with the file of -o: add -o FILE. See selfeval-extract --help.\n",
    )


def test_two_runs_of_one_output(folder: Path) -> None:
    with Journal(folder / "out.csv", inputs(folder), "", resume=False):
        answer = call(folder, "-o", "out.csv")
    assert (answer.returncode, answer.stderr) == (
        2,
        "selfeval-extract: Cannot write to out.csv: Another run is writing this output.\n",
    )


@pytest.mark.skipif(sys.platform == "win32", reason="no limit on the size of files there")
@pytest.mark.parametrize("blocks", [1, 200, 1200])
def test_a_full_disk_leaves_the_old_output(folder: Path, blocks: int) -> None:
    """A limit on file size does what a full disk does: writing fails half-way."""
    (folder / "out.jsonl").write_bytes(b"old")
    command = f'ulimit -f {blocks}; exec "$@"'  # in units of 512 bytes or 1 KB, as the shell pleases
    args = ["sh", "-c", command, "sh", *COMMAND, "in", "-o", "out.jsonl"]
    answer = subprocess.run(args, cwd=folder, capture_output=True, encoding="utf-8", timeout=120)
    assert answer.returncode == (1 if blocks > 1 else answer.returncode) != 0
    assert answer.stderr.splitlines()[-1] == "selfeval-extract: Cannot write to out.jsonl: File too large."
    assert (folder / "out.jsonl").read_bytes() == b"old"
    assert sorted(p.name for p in folder.iterdir()) == [".out.jsonl.journal", "in", "out.jsonl"]
    assert call(folder, "-o", "out.jsonl", "--resume").returncode == 1
    assert (folder / "out.jsonl").read_bytes().count(b"\n") == COUNT


def test_what_a_killed_run_leaves_is_swept_away(folder: Path) -> None:
    (folder / ".out.jsonl.0123abcd.part").write_bytes(b"half")
    (folder / ".other.jsonl.0123abcd.part").write_bytes(b"half")
    assert call(folder, "-o", "out.jsonl", "-q").returncode == 1
    assert sorted(p.name for p in folder.iterdir()) == [".other.jsonl.0123abcd.part", "in", "out.jsonl"]


def test_marks() -> None:
    here = __file__
    assert fingerprint(Input("a", here)) == fingerprint(Input("a", here)) != fingerprint(Input("b", here))
    assert fingerprint(Input("a", f"{here}.nothing")) is None
    assert fingerprint(Input("standard input", None)) is None


@posix
def test_killed_at_random_points(folder: Path, cut_off: tuple[Path, bytes, bytes]) -> None:
    """The whole program, by SIGKILL; `prove.py` does it with a thousand files and twenty points."""
    whole = call(folder, "-f", "jsonl").stdout.encode()
    rng = random.Random(5)
    for _ in range(4):
        run = subprocess.Popen([*COMMAND, "in", "-o", "out.jsonl", "-q"], cwd=folder)
        time.sleep(rng.uniform(0.2, 1.5))
        run.kill()
        run.wait()
        if not (folder / "out.jsonl").exists():
            assert call(folder, "-o", "out.jsonl", "--resume").returncode == 1
        assert (folder / "out.jsonl").read_bytes() == whole
        (folder / "out.jsonl").unlink()
        assert [p.name for p in folder.iterdir()] == ["in"]
