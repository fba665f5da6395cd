"""Options: what goes with what, where output goes, what is said."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest
from cli_commands import REPORT, Command

from selfeval_extract import __version__
from selfeval_extract.formats import endings
from selfeval_extract.record.schema import report_schema
from selfeval_extract.writers import TABLES
from selfeval_extract.writers.outputs import encoded
from selfeval_extract.writers.terminal_safe import terminal_safe


def read_csv(data: bytes, encoding: str = "utf-8") -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode(encoding), newline="")))


ENDING = "the ending has to be one of .json, .jsonl, .csv, .xlsx, .parquet, or / for a folder."


@pytest.mark.parametrize(
    ("args", "said"),
    [
        ([], "Nothing to read: give a file, a folder or - for standard input."),
        ([""], "One of the paths is empty."),
        (["reports", "-f", "xml"], "--format xml is unknown; it can be json, jsonl, csv, xlsx, parquet."),
        (["reports", "-f", "csv", "-t", "people"], f"--table people is unknown; it can be {', '.join(TABLES)}."),
        (["reports", "-t", "funds"], "--table is for csv and parquet; the format is json."),
        (["reports", "-f", "jsonl", "--header", "zh"], "--header is for csv and xlsx; the format is jsonl."),
        (["reports", "--encoding", "gbk"], "--encoding is for csv; the format is json."),
        (["reports", "-f", "csv", "--header", "fr"], "--header fr is unknown; it can be en, zh."),
        (
            ["reports", "-f", "csv", "--encoding", "klingon"],
            "--encoding klingon is unknown; it can be utf-8, utf-8-sig, gb18030, gbk.",
        ),
        (["reports", "-o", "out.docx"], f"-o out.docx: {ENDING}"),
        (["reports", "-o", "out"], f"-o out: {ENDING}"),
        (["reports", "-f", "csv", "-o", "out.json"], "-f csv does not fit -o out.json: leave out one of them."),
        (["reports", "-f", "xlsx"], "-f xlsx is no text for standard output: add -o FILE.xlsx."),
        (
            ["reports", "-o", "t/", "-f", "json"],
            "-f json does not fit -o t/: the tables of a folder can be csv, parquet.",
        ),
        (
            ["reports", "-o", "t/", "-t", "funds"],
            "--table is for csv and parquet; a folder has all tables as their schemas say.",
        ),
        (["reports", "--schema"], "--schema stands alone or with -o FILE.json."),
    ],
)
def test_wrong_usage_is_one_line_and_status_2(folder: Path, call: Command, args: list[str], said: str) -> None:
    answer = call(*args)
    assert answer == (2, b"", f"selfeval-extract: {said} See selfeval-extract --help.\n")
    assert sorted(p.name for p in folder.parent.iterdir()) == ["reports"]


def test_an_unknown_option(call: Command) -> None:
    answer = call("--colour")
    assert (answer.status, answer.out) == (2, b"")
    assert "--colour" in answer.err


def test_version(call: Command) -> None:
    assert call("--version") == (0, f"selfeval-extract {__version__}\n".encode(), "")


def test_schema(call: Command, tmp_path: Path) -> None:
    printed = call("--schema")
    assert printed.status == 0
    assert json.loads(printed.out) == report_schema()
    assert call("--schema", "-o", "schema.json").status == 0
    assert (tmp_path / "schema.json").read_bytes() == printed.out


def test_json_lines_are_the_array_line_by_line(folder: Path, call: Command) -> None:
    array = json.loads(call("reports").out)
    lines = call("reports", "-f", "jsonl").out.decode("utf-8")
    assert lines.endswith("\n")
    assert [json.loads(line) for line in lines.splitlines()] == array


def test_csv_has_a_row_for_each_input(folder: Path, call: Command) -> None:
    answer = call("reports", "-f", "csv")
    rows = read_csv(answer.out)
    assert answer.status == 1
    assert [(r["source_name"], r["status"], r["error_code"], r["budget_original"]) for r in rows] == [
        ("reports/a.txt", "complete", "", "128.64"),
        ("reports/b/empty.txt", "failed", "empty", ""),
        ("reports/b/二.txt", "complete", "", "128.64"),
        ("reports/c.TXT", "complete", "", "128.64"),
    ]


@pytest.mark.parametrize("table", TABLES)
def test_the_header_is_the_same_whatever_is_found(folder: Path, call: Command, table: str) -> None:
    full = call("reports", "-f", "csv", "-t", table).out.splitlines()
    none = call("reports/b/empty.txt", "-f", "csv", "-t", table).out.splitlines()
    assert full[0] == none[0]
    assert len(none) == (2 if table == "reports" else 1)


def test_long_table(folder: Path, call: Command) -> None:
    rows = read_csv(call("reports/a.txt", "-f", "csv", "-t", "indicators").out)
    assert [(r["source_name"], r["year"], r["evaluation"], r["row"], r["name"]) for r in rows] == [
        ("a.txt", "2021", "1", "1", "公厕改造数量"),
        ("a.txt", "2021", "1", "2", "市容环境"),
    ]
    assert (rows[0]["target_comparator"], rows[0]["target_value"], rows[0]["note"]) == (">=", "12", "'=管线迁改")


@pytest.mark.parametrize("name", ["out.json", "out.jsonl", "OUT.JSONL"])
def test_a_file_holds_what_a_pipe_gets(folder: Path, call: Command, tmp_path: Path, name: str) -> None:
    piped = call("reports", "-f", name.partition(".")[2].lower())
    filed = call("reports", "-o", name)
    assert (filed.status, filed.out, filed.err.splitlines()[:-1]) == (1, b"", piped.err.splitlines()[:-1])
    assert filed.err.endswith(f"and their error in {name}.\n")
    assert (tmp_path / name).read_bytes() == piped.out


@pytest.mark.parametrize(
    ("options", "mark", "encoding"),
    [
        ([], b"\xef\xbb\xbf", "utf-8"),
        (["--encoding", "utf-8"], b"", "utf-8"),
        (["--encoding", "UTF-8-SIG"], b"\xef\xbb\xbf", "utf-8"),
        (["--encoding", "gb18030"], b"", "gb18030"),
        (["--encoding", "cp936"], b"", "gbk"),
    ],
)
def test_encoding_of_a_csv_file(
    folder: Path, call: Command, tmp_path: Path, options: list[str], mark: bytes, encoding: str
) -> None:
    piped = call("reports", "-f", "csv", "--header", "zh").out
    call("reports", "-o", "out.csv", "--header", "zh", *options)
    assert not piped.startswith(b"\xef\xbb\xbf")
    assert (tmp_path / "out.csv").read_bytes() == mark + piped.decode("utf-8").encode(encoding)


def test_characters_that_an_encoding_does_not_have(tmp_path: Path, call: Command) -> None:
    (tmp_path / "𠮷?.txt").write_text(REPORT.replace("环卫股", "𠮷𠮷股"), "utf-8")
    answer = call("𠮷?.txt", "-f", "csv", "--encoding", "gbk")
    assert answer.status == 0
    assert read_csv(answer.out, "gbk")[0]["source_name"] == "??.txt"
    assert answer.err == "selfeval-extract: 1 characters do not exist in gbk; they are written as ?.\n"
    assert encoded("𠮷?", "gb18030") == ("𠮷?".encode("gb18030"), 0)


@pytest.mark.parametrize("target", ["nowhere/out.json", "reports.json"])
def test_a_place_that_cannot_be_written(folder: Path, call: Command, tmp_path: Path, target: str) -> None:
    (tmp_path / "reports.json").mkdir()
    answer = call("reports", "-o", target)
    assert (answer.status, answer.out) == (2, b"")
    assert answer.err.startswith(f"selfeval-extract: Cannot write to {target}: ")


def test_quiet_says_nothing(folder: Path, call: Command) -> None:
    (folder / "old.doc").write_bytes(b"x")
    loud, quiet = call("reports", "-f", "jsonl"), call("reports", "-f", "jsonl", "--quiet")
    assert quiet == (1, loud.out, "")
    *lines, summary = loud.err.splitlines()
    assert re.fullmatch(r"selfeval-extract: 4 files in [\d.]+ s: 3 complete, 1 failed \(1 empty\); .*", summary)
    assert summary.endswith("; these have status failed and their error in standard output.")
    assert lines == [
        f"selfeval-extract: 1 other files are left out (1 .doc): only {endings('and')} are read.",
        "selfeval-extract: empty: reports/b/empty.txt is empty. Download or export it again.",
    ]


def test_a_failure_names_its_file(folder: Path, call: Command) -> None:
    (folder / "a.txt").write_bytes(b"%PDF-1.4\nnothing")
    assert "reports/a.txt" in call("reports/a.txt", "reports/c.TXT").err


def test_names_are_cleaned_before_they_are_shown(tmp_path: Path, call: Command) -> None:
    answer = call("a\x1b[31m\u202etxt.\u2066exe\n.txt")
    assert answer.err.startswith("selfeval-extract: missing: a?[31m?txt.?exe?.txt does not exist.")
    assert terminal_safe("绩效 é [b]𠮷") == "绩效 é [b]𠮷"


def test_the_same_input_twice_is_one(folder: Path, call: Command) -> None:
    records = json.loads(call("reports/a.txt", "./reports/a.txt", "reports").out)
    assert len(records) == 4
