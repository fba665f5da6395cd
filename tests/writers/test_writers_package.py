"""Data packages: that they are valid, and that all of it can be read again."""

from __future__ import annotations

import csv
import hashlib
import json
import socket
import time
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import frictionless
import pyarrow.parquet as pq
import pytest
from full_report import FULL
from hostile import hostile_texts
from written import FAILED, Folder, packed_into, reports

from selfeval_extract.writers import PACKAGE_FORMATS, TABLES
from selfeval_extract.writers.outputs import NotInstalled, package_output, parquet_output, xlsx_output
from selfeval_extract.writers.schemas import table_schema
from selfeval_extract.writers.tables import table

OTHER = {**FULL, "source": {"name": "乙.docx"}, "unit": "=1+1", "evaluations": FULL["evaluations"][:1]}


@pytest.fixture
def offline(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("asks the network")

    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setattr(socket.socket, "connect", refuse)


def problems_of(path: Path) -> list[list[Any]]:
    """What frictionless finds wrong with a package."""
    report = frictionless.validate(str(path / "datapackage.json"), type="package")
    return list(report.flatten(["type", "rowNumber", "fieldName", "note"]))


@pytest.mark.usefixtures("offline")
def test_a_package_is_valid(tmp_path: Path) -> None:
    hostile = {
        **FULL,
        "source": {"name": "丙.docx"},
        "measures": [{"text": text or "x", "category": "other"} for text in hostile_texts(500)],
    }
    packed_into(tmp_path / "p", package_output(), FULL, FAILED, OTHER, hostile)
    assert problems_of(tmp_path / "p") == []


@pytest.mark.usefixtures("offline")
@pytest.mark.parametrize(
    ("before", "after", "problem"),
    [
        ("乙.docx", "丁.docx", "foreign-key"),
        (",2023,", ",2023.5,", "type-error"),
        ("\r\n", "\r\n\r\n", "hash-count"),
    ],
)
def test_what_is_wrong_is_found(tmp_path: Path, before: str, after: str, problem: str) -> None:
    packed_into(tmp_path / "p", package_output(), FULL, OTHER)
    path = tmp_path / "p" / "indicators.csv"
    path.write_bytes(path.read_bytes().replace(before.encode(), after.encode()))
    assert problem in {found[0] for found in problems_of(tmp_path / "p")}


@pytest.mark.usefixtures("offline")
def test_frictionless_reads_the_cells(tmp_path: Path) -> None:
    packed_into(tmp_path / "p", package_output(), FULL, OTHER)
    package = frictionless.Package(str(tmp_path / "p" / "datapackage.json"))
    [first, second] = package.get_resource("reports").read_rows()
    assert (first["source_name"], first["budget_original"], first["year"]) == ("甲.docx", Decimal("187.19"), 2023)
    assert (second["unit"], first["budget_executed"]) == ("'=1+1", None)
    assert [row["name"] for row in package.get_resource("indicators").read_rows()] == ["a", "b", "c", "a", "b"]


def test_files_begin_with_a_mark_for_excel_and_have_names_as_headers(tmp_path: Path) -> None:
    packed_into(tmp_path / "p", package_output())
    for name in TABLES:
        data = (tmp_path / "p" / f"{name}.csv").read_bytes()
        assert data.startswith(b"\xef\xbb\xbf")
        header = next(csv.reader(data.decode("utf-8-sig").splitlines()))
        assert header == [column.name for column in table(name).columns]


@pytest.mark.parametrize("format", PACKAGE_FORMATS)
def test_the_descriptor_tells_every_file(tmp_path: Path, format: str) -> None:
    folder = packed_into(tmp_path / "p", package_output(format))
    told = json.loads((tmp_path / "p" / "datapackage.json").read_text("utf-8"))
    assert told["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
    assert [resource["path"] for resource in told["resources"]] == [f"{name}.{format}" for name in TABLES]
    assert sorted(path.name for path in folder.path.iterdir()) == sorted(folder.opened)
    for name, resource in zip(TABLES, told["resources"], strict=True):
        data = (folder.path / resource["path"]).read_bytes()
        assert (resource["name"], resource["type"], resource["format"]) == (name, "table", format)
        assert (resource["bytes"], resource["hash"]) == (len(data), f"sha256:{hashlib.sha256(data).hexdigest()}")
        keys = resource["schema"].pop("foreignKeys", None)
        assert resource["schema"] == table_schema(table(name))
        to_reports = {"fields": ["source_name"], "reference": {"resource": "reports", "fields": ["source_name"]}}
        assert keys == (None if name == "reports" else [to_reports])


def test_the_descriptor_is_opened_when_the_tables_are_closed(tmp_path: Path) -> None:
    folder = packed_into(tmp_path / "p", package_output())
    assert folder.opened == [*(f"{name}.csv" for name in TABLES), "datapackage.json"]
    assert folder.closed[-1] == "datapackage.json"
    assert len(folder.closed) == len(TABLES) + 1


def test_parquet_in_place_of_csv(tmp_path: Path) -> None:
    packed_into(tmp_path / "p", package_output("parquet"))
    for name in TABLES:
        found = pq.read_table(tmp_path / "p" / f"{name}.parquet").to_pylist()
        assert [tuple(row.values()) for row in found] == [row for r in reports() for row in table(name).rows(r)]


@pytest.mark.parametrize("format", PACKAGE_FORMATS)
def test_the_same_reports_give_the_same_bytes(tmp_path: Path, format: str) -> None:
    packed_into(tmp_path / "a", package_output(format))
    time.sleep(1.1)
    packed_into(tmp_path / "b", package_output(format))
    for path in (tmp_path / "a").iterdir():
        assert path.read_bytes() == (tmp_path / "b" / path.name).read_bytes()


@pytest.mark.parametrize("format", PACKAGE_FORMATS)
def test_a_run_that_is_cut_off_has_no_descriptor(tmp_path: Path, format: str) -> None:
    folder = Folder(tmp_path)
    output = package_output(format)

    def shares() -> Iterator[str]:
        yield output.render(reports()[0])
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        output.write(shares(), folder.open)
    assert "datapackage.json" not in folder.opened
    assert folder.closed == []


@pytest.mark.parametrize(
    ("library", "output", "extra"),
    [
        ("xlsxwriter", xlsx_output, "xlsx"),
        ("pyarrow", parquet_output, "parquet"),
        ("pyarrow", lambda: package_output("parquet"), "parquet"),
    ],
)
def test_a_library_that_is_not_there_is_told(
    monkeypatch: pytest.MonkeyPatch, library: str, output: Any, extra: str
) -> None:
    monkeypatch.setattr("selfeval_extract.writers.outputs.find_spec", {library: None}.get)
    with pytest.raises(NotInstalled, match=rf"needs {library}.*pip install 'selfeval-extract\[{extra}\]'"):
        output()
    assert package_output("csv").format == "csv"
