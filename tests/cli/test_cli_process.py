"""The command line as a shell sees it: exit statuses, pipes, bytes, what is imported."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from cli_commands import COMMAND, REPORT, Command

posix = pytest.mark.skipif(sys.platform == "win32", reason="no named pipes, and no signal for one process alone there")


def started(folder: Path, *args: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [*COMMAND, *args], cwd=folder.parent, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )


def test_one_file_gives_one_record(folder: Path, command: Command) -> None:
    answer = command(folder / "a.txt")
    record = json.loads(answer.out)
    assert answer.status == 0
    assert answer.err == ""
    assert record["source"]["name"] == "a.txt"
    assert record["status"] == "complete"
    assert record["year"] == 2021
    assert record["budget"]["original"] == 128.64


def test_a_folder_gives_an_array_in_path_order(folder: Path, command: Command) -> None:
    answer = command("reports")
    records = json.loads(answer.out)
    assert answer.status == 1
    assert [r["source"]["name"] for r in records] == [
        "reports/a.txt",
        "reports/b/empty.txt",
        "reports/b/二.txt",
        "reports/c.TXT",
    ]
    assert [r["year"] for r in records] == [2021, None, 2022, 2023]
    failure, summary = answer.err.splitlines()
    assert failure == "selfeval-extract: empty: reports/b/empty.txt is empty. Download or export it again."
    assert summary.startswith("selfeval-extract: 4 files in ")


def test_standard_input_is_a_document(command: Command) -> None:
    answer = command("-", data=REPORT.encode("gb18030"))
    record = json.loads(answer.out)
    assert (answer.status, record["source"]["name"], record["year"]) == (0, "standard input", 2023)


def test_empty_standard_input_fails(command: Command) -> None:
    answer = command("-")
    assert (answer.status, json.loads(answer.out)["error"]["code"]) == (1, "empty")


@pytest.mark.parametrize("coding", ["cp936", "ascii", "utf-16"])
def test_bytes_do_not_depend_on_the_console(folder: Path, command: Command, coding: str) -> None:
    usual = command("reports", "-f", "csv", "--header", "zh")
    there = command("reports", "-f", "csv", "--header", "zh", "-q", PYTHONIOENCODING=coding, PYTHONUTF8="0")
    assert there.out == usual.out
    assert usual.out.decode("utf-8").startswith("文件,")


def test_a_closed_pipe_ends_quietly(folder: Path) -> None:
    for n in range(30):
        (folder / f"{n}.txt").write_text(REPORT, "utf-8")
    with subprocess.Popen(
        [*COMMAND, "reports", "-f", "jsonl", "-q"], cwd=folder.parent, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        first = process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(60) in (0, 1)
    assert json.loads(first)["source"]["name"] == "reports/0.txt"


def test_messages_nobody_can_read_lose_no_data(folder: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run([*COMMAND, "reports"], cwd=folder.parent, stdout=subprocess.PIPE, stderr=writing, timeout=60)
    os.close(writing)
    assert (done.returncode, len(json.loads(done.stdout))) == (1, 4)


def test_messages_are_plain_where_there_is_no_terminal(folder: Path, command: Command) -> None:
    usual = command("reports/b/empty.txt").err
    assert usual == "selfeval-extract: empty: empty.txt is empty. Download or export it again.\n"
    assert command("reports/b/empty.txt", FORCE_COLOR="1", COLUMNS="20", TERM="xterm-256color").err == usual


@posix
def test_json_lines_come_as_each_file_is_done(folder: Path) -> None:
    os.mkfifo(folder.parent / "slow.txt")
    with started(folder, "reports/a.txt", "slow.txt", "-f", "jsonl", "-q") as process:
        assert process.stdout is not None
        assert json.loads(process.stdout.readline())["source"]["name"] == "reports/a.txt"
        (folder.parent / "slow.txt").write_text(REPORT, "utf-8")
        assert json.loads(process.stdout.readline())["source"]["name"] == "slow.txt"
        assert process.wait(60) == 0


@posix
@pytest.mark.parametrize(("sent", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
@pytest.mark.parametrize("old", [None, b"old"])
def test_a_run_that_is_ended_leaves_the_old_output_and_no_worker(
    folder: Path, sent: signal.Signals, status: int, old: bytes | None
) -> None:
    target = folder.parent / "out.jsonl"
    if old is not None:
        target.write_bytes(old)
    os.mkfifo(folder.parent / "slow.txt")
    with started(folder, "reports", "slow.txt", "-o", "out.jsonl") as process:
        assert process.stderr is not None
        assert b"empty.txt is empty" in process.stderr.readline()
        began = time.monotonic()
        process.send_signal(sent)
        _, said = process.communicate(timeout=60)
        assert time.monotonic() - began < 5
        last = said.splitlines()[-1]
        assert process.returncode == status
        assert last.startswith(b"selfeval-extract: Interrupted. ") and b"--resume" in last
    assert (target.read_bytes() if target.exists() else None) == old
    left = {p.name for p in folder.parent.iterdir()}
    assert left <= {"reports", "slow.txt", "out.jsonl", ".out.jsonl.journal"}


@posix
def test_an_interrupt_while_it_waits_for_standard_input(folder: Path) -> None:
    (folder / "old.doc").write_bytes(b"x")
    with started(folder, "reports", "-") as process:
        assert process.stderr is not None
        assert b"left out" in process.stderr.readline()
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=60)
        assert (process.returncode, said.splitlines()[-1]) == (130, b"selfeval-extract: Interrupted.")


@pytest.mark.parametrize("option", ["--help", "--version"])
def test_help_and_version_import_nothing_heavy(option: str) -> None:
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "selfeval_extract", option], capture_output=True, timeout=60
    )
    imported = {line.rpartition(b"|")[2].strip().decode() for line in done.stderr.splitlines()}
    heavy = {"lxml", "docx", "pdfplumber", "pdfminer", "pypdfium2", "jieba", "pydantic", "pydantic_core", "rich"}
    assert done.returncode == 0
    assert "typer" in imported
    assert not {name for name in imported if name.partition(".")[0] in heavy}
    assert not {name for name in imported if name.startswith("selfeval_extract.record")}


def test_the_parent_of_a_single_file_imports_nothing_that_reads(folder: Path) -> None:
    """Its worker does: where workers are spawned, all would be imported twice."""
    program = (
        "import sys; from selfeval_extract.__main__ import main; sys.argv = ['selfeval-extract', sys.argv[1]]\n"
        "status = main(); print(*sorted(m for m in sys.modules if m.startswith('selfeval_extract.')), file=sys.stderr)\n"
        "sys.exit(status)"
    )
    done = subprocess.run([sys.executable, "-c", program, str(folder / "a.txt")], capture_output=True, timeout=60)
    rooms = {name.split(".")[1] for name in done.stderr.decode().split()}
    assert done.returncode == 0 and done.stdout.startswith(b"{")
    assert "batch" in rooms
    assert not rooms & {"pipeline", "record", "readers", "structure", "extraction", "vocabulary", "values"}


def test_importing_the_package_imports_no_module_of_it() -> None:
    program = "import sys, selfeval_extract; print([m for m in sys.modules if m.startswith('selfeval_extract.')])"
    assert subprocess.run([sys.executable, "-c", program], capture_output=True).stdout.strip() == b"[]"


def test_the_public_function_outlives_the_folder_of_its_name() -> None:
    program = (
        "import selfeval_extract.extraction, selfeval_extract.pipeline as p; from selfeval_extract import extract;"
        "assert extract is p.extract"
    )
    assert subprocess.run([sys.executable, "-c", program], capture_output=True).stderr == b""


def test_help_is_plain_ascii_with_examples(command: Command) -> None:
    text = command("--help").out.decode("ascii")
    assert "Examples:" in text
    assert "\n    selfeval-extract reports/ -o out.xlsx" in text.replace("\r\n", "\n")


def test_a_name_that_is_no_text(tmp_path: Path, command: Command) -> None:
    if sys.platform != "linux":
        return  # other systems do not let such a file be made
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / os.fsdecode(b"\xb2\xe2.txt")).write_text(REPORT, "utf-8")
    answer = command("in")
    assert json.loads(answer.out)[0]["source"]["name"] == "in/\\udcb2\\udce2.txt"
    assert answer.status == 0
