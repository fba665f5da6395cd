"""What the engine needs and is none of it: what paths and patterns lead to, the desk, the missing engine."""

from __future__ import annotations

import hashlib
import os
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest
from cluster_runs import feed, reader_of

from selfeval_extract.batch.inputs import Input
from selfeval_extract.checks.selection import ALL_CHECKS
from selfeval_extract.cluster import places
from selfeval_extract.cluster.rows import foreign, job, received, row, summary
from selfeval_extract.cluster.supervisor import Supervisor
from selfeval_extract.errors import UnreadableFile
from selfeval_extract.formats import endings
from selfeval_extract.limits import LIMITS, Limits

posix = pytest.mark.skipif(sys.platform == "win32", reason="named pipes and signals")


def names(*paths: str) -> list[str]:
    return [item.name for item in places.local(paths)]


def test_patterns_lead_where_folders_do(here: Path) -> None:
    (here / "in" / ".git").mkdir()
    (here / "in" / ".git" / "x.txt").write_bytes(b"x")
    everything = names("in")
    assert "in/gone.txt" in everything and "in/深层 100%/网页 [1]#.txt" in everything
    assert names("in/**") == names("in/**/*") == names("file://in", "./in/*.txt") == everything
    assert names("in/*.pdf") == ["in/broken.pdf", "in/project_form.pdf", "in/transfer_form.pdf"]
    assert names("in/*.docx") == [
        "in/half.docx",
        "in/hunan_department.docx",
        "in/seeded.docx",
        "in/yunnan_project.docx",
    ]
    assert names("in/深*") == names("in/深层 100%/网页 [1]#.txt") == ["in/深层 100%/网页 [1]#.txt"]
    assert names("in/none.txt", str(here / "in" / "list.xlsx")) == [f"{here}/in/list.xlsx", "in/none.txt"]


@pytest.mark.parametrize("pattern", ["in/*.doc", "in/*.xlsx", "nowhere/**"])
def test_a_pattern_has_to_lead_to_something(here: Path, pattern: str) -> None:
    with pytest.raises(UnreadableFile, match=re.escape(f"leads to no {endings('or')} file")) as told:
        places.local([pattern])
    assert (told.value.code, told.value.message.startswith(pattern)) == ("missing", True)


@pytest.mark.parametrize(
    ("pattern", "folder"),
    [
        ("s3://b/a/x*/*.pdf", "s3://b/a/"),
        ("s3://b/a/b.pdf", "s3://b/a/"),
        ("s3://b/{a,c}/x.pdf", "s3://b/"),
        ("*.pdf", ""),
    ],
)
def test_the_folder_of_a_pattern(pattern: str, folder: str) -> None:
    assert places.fixed(pattern) == folder


def test_of_a_store_the_same_files_are_read_as_of_a_folder() -> None:
    urls = ["s3://b/.x/a.PDF", "s3://b/.x/b.doc", "s3://b/.x/.git/c.txt", "s3://b/.x/~$d.docx", "s3://b/.x/e/f.txt"]
    sized = [(url, 1) for url in urls]
    assert list(places.remote("s3://b/.x/**", sized)) == [(urls[0], 1), (urls[4], 1)]
    assert list(places.remote(urls[1], sized[1:2])) == sized[1:2]


def test_what_is_a_url() -> None:
    assert [places.is_url(path) for path in ("s3://b/x", "https://h/x", "file:///x", "/x", "x:y")] == [True, True] + [
        False
    ] * 3


def test_what_a_store_gave_or_did_not() -> None:
    limits = Limits(file_mb=1)
    assert received("s3://b/x", "s3://b/x", b"1" * (1 << 20), limits).problem is None
    large = received("s3://b/x", "s3://b/x", b"1" * ((1 << 20) + 1), limits)
    nothing = received("s3://b/x", "s3://b/x", None, limits)
    assert [(each.problem and each.problem.code, each.data) for each in (large, nothing)] == [
        ("limit", None),
        ("missing", None),
    ]


def test_summaries_and_foreign_files() -> None:
    counted = summary([("failed", "empty", 2), ("complete", None, 5), ("failed", "limit", 1)])
    assert (counted.files, counted.statuses, counted.codes) == (
        8,
        {"failed": 3, "complete": 5},
        {"empty": 2, "limit": 1},
    )
    assert foreign(["a/1.parquet", "b.parquet/x.txt", "c"]) == ["b.parquet/x.txt", "c"]


@pytest.fixture
def supervisor(here: Path) -> Iterator[Supervisor]:
    supervisor = Supervisor(job(ALL_CHECKS, LIMITS, False), str(here))
    yield supervisor
    supervisor.close()


@posix
def test_a_desk_that_is_killed_is_replaced(here: Path, supervisor: Supervisor) -> None:
    os.mkfifo(here / "slow.txt")

    report = (here / "in" / "transfer_report.txt").read_bytes()

    def kill_and_feed() -> None:
        worker = reader_of(here / "slow.txt")
        worker.parent().send_signal(signal.SIGKILL)
        worker.wait(10)
        feed(here / "slow.txt", report)

    helper = threading.Thread(target=kill_and_feed)
    helper.start()
    share = supervisor.read(Input("slow.txt", "slow.txt"))
    helper.join()
    assert (share.status, row(share)["sha256"]) == ("complete", hashlib.sha256(report).hexdigest())


@posix
def test_a_desk_ends_with_whom_it_worked_for_also_in_the_middle_of_a_file(here: Path) -> None:
    os.mkfifo(here / "slow.txt")
    program = (
        "from pathlib import Path\nfrom selfeval_extract.batch.inputs import Input\n"
        "from selfeval_extract.checks.selection import ALL_CHECKS\nfrom selfeval_extract.cluster.supervisor import Supervisor\n"
        "from selfeval_extract.cluster.rows import job\nfrom selfeval_extract.limits import LIMITS\n"
        "Supervisor(job(ALL_CHECKS, LIMITS, False), '.').read(Input('slow.txt', 'slow.txt'))"
    )
    with subprocess.Popen([sys.executable, "-c", program], cwd=here) as process:
        worker = reader_of(here / "slow.txt")
        keeper = worker.parent()
        process.kill()
    began = time.monotonic()
    _, left = psutil.wait_procs([worker, keeper], timeout=10)
    assert not left and time.monotonic() - began < 5


def test_without_the_engine_it_says_what_to_install(here: Path) -> None:
    program = (
        "import sys\nsys.modules['daft'] = None\n"
        "from selfeval_extract.cluster.__main__ import main\nsys.exit(main(['in', 'out']))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (2, "daft is not installed: pip install 'selfeval-extract[daft]'\n")


@pytest.mark.parametrize("wrong", [["in"], ["in", "out", "-j", "0"], ["in", "out", "--limit", "pages=x"]])
def test_wrong_usage(wrong: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    from selfeval_extract.cluster.__main__ import main

    try:
        status: object = main(wrong)
    except SystemExit as left:
        status = left.code
    assert status == 2 and capsys.readouterr().err
