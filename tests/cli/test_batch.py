"""The batch: what paths lead to, and one record for each, whatever happens."""

from __future__ import annotations

import os
import pickle
import sys
from pathlib import Path

import pytest
from cli_commands import REPORT

from selfeval_extract import ExtractionError, Report, extract, extract_all
from selfeval_extract.batch import outcome
from selfeval_extract.batch.inputs import Found, find
from selfeval_extract.checks.selection import CheckSelection
from selfeval_extract.errors import UnreadableFile
from selfeval_extract.formats import endings
from selfeval_extract.limits import Limits
from selfeval_extract.pipeline import extract_bytes

links = pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")


def names(found: Found) -> list[str]:
    return [item.name for item in found.inputs]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def make(*paths: str) -> None:
    for path in paths:
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        Path(path).write_text(REPORT, "utf-8")


def test_supported_files_below_a_folder_in_path_order(here: Path) -> None:
    make("in/b.docx", "in/B.PDF", "in/a/z.txt", "in/a-b.txt", "in/深/层/报告.Docx", "in/x.doc", "in/y.doc", "in/README")
    found = find(["in"])
    assert names(found) == ["in/B.PDF", "in/a-b.txt", "in/a/z.txt", "in/b.docx", "in/深/层/报告.Docx"]
    assert found.left_out == {".doc": 2, "no ending": 1}
    assert not found.single


def test_lock_files_and_hidden_ones_are_passed_over(here: Path) -> None:
    make("in/~$报告.docx", "in/._a.docx", "in/.git/b.txt", "in/c.txt")
    assert names(find(["in"])) == ["in/c.txt"]


def test_several_paths_are_sorted_together_and_each_is_once(here: Path) -> None:
    make("b.txt", "a/c.txt", "d.bin")
    assert names(find(["d.bin", "b.txt", "./a", "a/c.txt", "-", "nothing.pdf"])) == [
        "standard input",
        "a/c.txt",
        "b.txt",
        "d.bin",
        "nothing.pdf",
    ]


def test_one_file_is_called_by_its_name(here: Path) -> None:
    make("a/b.txt")
    assert (names(find(["a/b.txt"])), find(["a/b.txt"]).single) == (["b.txt"], True)
    assert names(find(["a/b.txt", "a/c.txt"])) == ["a/b.txt", "a/c.txt"]
    assert names(find(["."])) == ["a/b.txt"]


def test_a_hyphen_is_standard_input_also_beside_a_folder_of_that_name(here: Path) -> None:
    make("-/a.txt")
    assert (names(find(["-"])), names(find(["./-/"]))) == (["standard input"], ["-/a.txt"])


@links
def test_links(here: Path) -> None:
    make("in/a/1.txt", "outside/2.txt")
    Path("in/a/loop").symlink_to("..", target_is_directory=True)
    Path("in/0_again").symlink_to("a", target_is_directory=True)
    Path("in/out").symlink_to("../outside", target_is_directory=True)
    Path("in/self.txt").symlink_to("self.txt")
    Path("in/gone.txt").symlink_to("nowhere.txt")
    Path("in/file.txt").symlink_to("a/1.txt")
    os.mkfifo("in/pipe.txt")
    assert names(find(["in"])) == ["in/a/1.txt", "in/file.txt", "in/gone.txt", "in/out/2.txt", "in/self.txt"]
    assert [r.error and r.error.code for r in extract_all("in")] == [None, None, "missing", None, "missing"]


def test_a_folder_without_reports_is_an_outcome(here: Path) -> None:
    make("in/x.doc")
    [report] = extract_all("in")
    assert report.error is not None
    assert (report.status, report.error.code, report.source.name) == ("failed", "missing", "in")
    assert report.error.message == (
        f"in holds no {endings('or')} file. Other files are there (1 .doc), but they are not read. Check the folder."
    )


def test_a_folder_that_cannot_be_listed_is_an_outcome(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make("in/a/1.txt", "in/b.txt")
    real = os.scandir

    def scandir(path: Path) -> object:
        if path.name == "a":
            raise PermissionError(13, "Permission denied")
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)
    closed, read = extract_all(["in"])
    assert closed.error is not None
    assert closed.error.message == "in/a cannot be opened: Permission denied."
    assert read.status == "complete"


@pytest.mark.parametrize("path", ["nothing.docx", "x" * 5000, "file.txt/below.txt", "nul\0.txt"])
def test_a_path_that_leads_nowhere(here: Path, path: str) -> None:
    make("file.txt")
    [report] = extract_all([path])
    assert report.error is not None
    assert report.error.code == ("internal" if "\0" in path else "missing")


def test_extract_all_keeps_the_order_and_never_raises(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make("b.txt", "c.txt", "in/a.txt")
    Path("d.txt").write_bytes(b"")

    def breaks(data: bytes, name: str, checks: CheckSelection, limits: Limits) -> Report:
        if name == "c.txt":
            raise RecursionError("too deep\nwith a second line\udcb2")
        return extract_bytes(data, name, checks)

    monkeypatch.setattr(outcome, "extract_bytes", breaks)
    reports = list(extract_all([Path("d.txt"), "c.txt", "b.txt", "in"]))
    assert [(r.source.name, r.status) for r in reports] == [
        ("d.txt", "failed"),
        ("c.txt", "failed"),
        ("b.txt", "complete"),
        ("in/a.txt", "complete"),
    ]
    assert reports[1].error is not None
    assert (reports[1].error.code, reports[1].source.sha256) == ("internal", reports[2].source.sha256)
    assert "(RecursionError: too deep)" in reports[1].error.message


def test_an_interrupt_passes(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(data: bytes, name: str, checks: CheckSelection, limits: Limits) -> Report:
        raise KeyboardInterrupt

    make("a.txt")
    monkeypatch.setattr(outcome, "extract_bytes", interrupt)
    with pytest.raises(KeyboardInterrupt):
        next(extract_all(["a.txt"]))


def test_extract_raises_and_reads(here: Path) -> None:
    make("a.txt")
    assert str(extract("a.txt").budget.executed) == "133.11"
    with pytest.raises(ExtractionError) as missing:
        extract("b.txt")
    assert missing.value.code == "missing"


def test_an_error_comes_whole_out_of_another_process() -> None:
    error = pickle.loads(pickle.dumps(UnreadableFile("missing", "a.txt does not exist.")))
    assert (type(error), error.code, error.message, str(error)) == (
        UnreadableFile,
        "missing",
        "a.txt does not exist.",
        "a.txt does not exist.",
    )
