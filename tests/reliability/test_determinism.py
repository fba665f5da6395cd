"""The same bytes, however a run is done: number of workers, hash seed, time zone, language, order and names of arguments,
console, redirection, and whether anybody looks."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from selfeval_extract.formats import ENDINGS

ROOT = Path(__file__).parents[2]
COMMAND = [sys.executable, "-m", "selfeval_extract"]
FORMATS = (("jsonl",), ("json",), ("csv", "-t", "checks"))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every sample, a broken one, an empty one, one that is no report."""
    folder = tmp_path_factory.mktemp("same") / "in"
    folder.mkdir()
    for path in sorted((ROOT / "samples").iterdir()):
        if path.suffix in ENDINGS:
            shutil.copy(path, folder)
    (folder / "broken.docx").write_bytes((ROOT / "samples" / "hunan_department.docx").read_bytes()[:5000])
    (folder / "empty.txt").write_bytes(b"")
    (folder / "other.txt").write_text("今天天气很好。", "utf-8")
    return folder


def output(folder: Path, *args: str, paths: tuple[str, ...] = ("in",), **env: str) -> bytes:
    done = subprocess.run(
        [*COMMAND, *paths, *args], cwd=folder.parent, capture_output=True, env=os.environ | env, timeout=120
    )
    assert done.returncode == 1, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def usual(folder: Path) -> bytes:
    """What a run gives where nothing is out of the ordinary."""
    return output(folder, "-f", "jsonl")


@pytest.mark.parametrize("form", FORMATS, ids=lambda f: f[0])
def test_the_number_of_workers(folder: Path, form: tuple[str, ...]) -> None:
    one = output(folder, "-f", *form, "-j", "1")
    assert one
    assert all(output(folder, "-f", *form, "-j", n) == one for n in ("2", "8"))


ENVIRONMENTS = {
    "hash seed 0": {"PYTHONHASHSEED": "0"},
    "hash seed 4242": {"PYTHONHASHSEED": "4242"},
    "time zone": {"TZ": "Pacific/Kiritimati"},
    "C": {"LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    "Chinese": {"LC_ALL": "zh_CN.UTF-8", "LANG": "zh_CN.UTF-8"},
    "cp936 console": {"PYTHONIOENCODING": "cp936", "PYTHONUTF8": "0"},
    "colours forced": {"FORCE_COLOR": "1", "TERM": "xterm-256color", "COLUMNS": "20"},
    "no home": {"HOME": "/nonexistent", "TMPDIR": "/nonexistent"},
}


@pytest.mark.parametrize("env", ENVIRONMENTS.values(), ids=list(ENVIRONMENTS))
def test_the_environment(folder: Path, usual: bytes, env: dict[str, str]) -> None:
    assert output(folder, "-f", "jsonl", **env) == usual


def test_the_order_of_the_arguments(folder: Path, usual: bytes) -> None:
    names = [f"in/{p.name}" for p in folder.iterdir()]
    for seed in range(3):
        random.Random(seed).shuffle(names)
        assert output(folder, "-f", "jsonl", paths=tuple(names)) == usual


def test_a_pipe_a_redirection_and_a_file(folder: Path, usual: bytes) -> None:
    with (folder.parent / "redirected.jsonl").open("wb") as file:
        subprocess.run(
            [*COMMAND, "in", "-f", "jsonl"], cwd=folder.parent, stdout=file, stderr=subprocess.PIPE, timeout=120
        )
    output(folder, "-o", "out.jsonl", "-j", "2")
    assert (folder.parent / "redirected.jsonl").read_bytes() == (folder.parent / "out.jsonl").read_bytes() == usual


@pytest.mark.skipif(sys.platform != "linux", reason="fork is Linux's way; others spawn anyway")
def test_the_way_workers_are_started(folder: Path, usual: bytes) -> None:
    """As on Windows and macOS: fresh interpreters instead of forks."""
    program = (
        "import sys; from selfeval_extract.batch import worker_pool; worker_pool.START = 'spawn'\n"
        "worker_pool.WorkerPool.__init__.__defaults__ = ('spawn',)\n"
        "from selfeval_extract.__main__ import main\n"
        "if __name__ == '__main__':\n"
        "    sys.argv = ['selfeval-extract', 'in', '-f', 'jsonl', '-j', '2']; main()\n"
    )
    script = folder.parent / "spawned.py"
    script.write_text(program, "utf-8")
    done = subprocess.run([sys.executable, str(script)], cwd=folder.parent, capture_output=True, timeout=120)
    assert done.stdout == usual


@pytest.mark.skipif(sys.platform != "linux", reason="network namespaces are Linux's")
def test_without_a_network(folder: Path, usual: bytes) -> None:
    """In a namespace without any interface, where the machine lets one be made; `test_audit` refuses sockets everywhere."""
    cut = ["unshare", "--user", "--map-root-user", "--net"]
    if not shutil.which("unshare") or subprocess.run([*cut, "true"], capture_output=True).returncode:
        cut = []
    done = subprocess.run([*cut, *COMMAND, "in", "-f", "jsonl"], cwd=folder.parent, capture_output=True, timeout=120)
    assert done.stdout == usual
