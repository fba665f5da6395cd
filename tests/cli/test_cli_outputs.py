"""Workbooks, Parquet files and folders as the command line writes them."""

from __future__ import annotations

import json
from pathlib import Path

import openpyxl
import pyarrow.parquet
import pytest
from cli_commands import COMMAND, Command
from frictionless import validate

from selfeval_extract.writers import TABLES
from selfeval_extract.writers.wholefile import whole_files


def test_a_workbook(folder: Path, command: Command, tmp_path: Path) -> None:
    answer = command("reports", "-o", "out.xlsx", "-q")
    assert answer == (1, b"", "")
    book = openpyxl.load_workbook(tmp_path / "out.xlsx")
    assert book.sheetnames == ["汇总", "指标", "资金", "问题与措施", "核查", "说明"]
    assert book["汇总"].max_row == 5
    assert book["汇总"]["A1"].value == "文件"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["out.xlsx", "reports"]
    assert command("reports", "-o", "out.xlsx", "-q", "--header", "en").status == 1
    assert openpyxl.load_workbook(tmp_path / "out.xlsx")["汇总"]["A1"].value == "source_name"


def test_a_parquet_file(folder: Path, command: Command, tmp_path: Path) -> None:
    assert command("reports", "-o", "out.parquet", "-t", "indicators", "-q").status == 1
    rows = pyarrow.parquet.read_table(tmp_path / "out.parquet").to_pylist()
    assert [row["name"] for row in rows] == ["公厕改造数量", "市容环境"] * 3


@pytest.mark.parametrize("form", ["csv", "parquet"])
def test_a_folder_is_a_data_package(folder: Path, command: Command, tmp_path: Path, form: str) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "mine.txt").write_text("mine", "utf-8")
    assert command("reports", "-o", "out/", "-f", form, "-q") == (1, b"", "")
    names = {f"{name}.{form}" for name in TABLES} | {"datapackage.json", "mine.txt"}
    assert {p.name for p in (tmp_path / "out").iterdir()} == names
    told = json.loads((tmp_path / "out" / "datapackage.json").read_text("utf-8"))
    assert [r["name"] for r in told["resources"]] == list(TABLES)
    if form == "csv":
        assert validate(str(tmp_path / "out" / "datapackage.json")).valid
    assert sorted(p.name for p in tmp_path.iterdir()) == ["out", "reports"]


@pytest.mark.parametrize("output", ["out.xlsx", "out.parquet", "out/"])
def test_the_number_of_workers_and_a_resumed_run(folder: Path, command: Command, tmp_path: Path, output: str) -> None:
    def read() -> dict[str, bytes]:
        return {p.name: p.read_bytes() for p in tmp_path.rglob("*") if p.is_file() and "reports" not in p.parts}

    assert command("reports", "-o", output, "-q", "-j", "1").status == 1
    one = read()
    assert command("reports", "-o", output, "-q", "-j", "3").status == 1
    assert read() == one
    assert command("reports", "-o", output, "--resume", "-q").status == 1
    assert read() == one


def test_a_library_that_is_missing_is_said_before_anything_is_read(tmp_path: Path, folder: Path) -> None:
    import subprocess

    program = (
        "import sys; from selfeval_extract.writers import outputs; outputs.find_spec = lambda name: None\n"
        "from selfeval_extract.__main__ import main; sys.argv = ['selfeval-extract', 'reports', '-o', 'out.xlsx']; sys.exit(main())"
    )
    done = subprocess.run([COMMAND[0], "-c", program], cwd=tmp_path, capture_output=True, encoding="utf-8", timeout=60)
    assert (done.returncode, done.stdout) == (2, "")
    assert "pip install 'selfeval-extract[xlsx]'" in done.stderr
    assert [p.name for p in tmp_path.iterdir()] == ["reports"]


@pytest.mark.parametrize("error", [OSError, KeyboardInterrupt])
def test_a_folder_is_written_whole_or_not_at_all(tmp_path: Path, error: type[BaseException]) -> None:
    target = tmp_path / "out"
    with pytest.raises(error), whole_files(target) as open_file:
        with open_file("a.csv") as file:
            file.write(b"new")
        raise error
    assert list(tmp_path.iterdir()) == []
    target.mkdir()
    (target / "a.csv").write_bytes(b"old")
    with pytest.raises(error), whole_files(target) as open_file, open_file("a.csv") as file:
        file.write(b"new")
        raise error
    assert [(p.name, p.read_bytes()) for p in target.iterdir()] == [("a.csv", b"old")]
