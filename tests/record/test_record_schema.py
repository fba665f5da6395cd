"""The JSON Schema of the record: valid, closed, and true of records."""

from __future__ import annotations

from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from pydantic import TypeAdapter

from selfeval_extract import Report, extract_all
from selfeval_extract.record.models import BlockPlace, Quote, Source
from selfeval_extract.record.schema import report_schema

VALIDATOR = Draft202012Validator(report_schema())
DOCUMENTS = Path(__file__).parents[1]
SAMPLES = sorted((DOCUMENTS.parent / "samples").glob("*_*.[dpt]*"))


def test_it_is_a_schema_with_its_name() -> None:
    schema = report_schema()
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["$id"] == "urn:selfeval-extract:schema:report:1.0"
    assert (schema["title"], schema["required"]) == ("Report", list(Report.model_fields))
    assert schema["description"]


def test_it_is_true_of_records(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    files = [DOCUMENTS / "cli" / "report.txt", tmp_path / "empty.txt", *SAMPLES]
    records = [report.data() for report in extract_all(files)]
    assert [record["status"] for record in records[:2]] == ["complete", "failed"]
    assert [list(VALIDATOR.iter_errors(record)) for record in records] == [[] for _ in files]


def test_a_place_has_only_what_applies() -> None:
    quotes = TypeAdapter(Quote)
    assert quotes.dump_python(Quote("甲", BlockPlace(3))) == {"quote": "甲", "place": {"block": 3}}
    quote = Quote("甲", BlockPlace(3, row=1, column=2, part="footnotes"))
    assert quotes.dump_python(quote)["place"] == {"block": 3, "row": 1, "column": 2, "part": "footnotes"}
    place = report_schema()["$defs"]["BlockPlace"]
    assert (place["required"], list(place["properties"])) == (["block"], ["block", "row", "column", "part"])


@pytest.mark.parametrize("change", [{"extra": 1}, {"year": "2023"}, {"budget": {"original": "1"}}, {"status": "fine"}])
def test_it_lets_nothing_else_through(change: dict[str, object]) -> None:
    record = Report(source=Source(name="a"), status="complete").data()
    assert VALIDATOR.is_valid(record)
    assert not VALIDATOR.is_valid({**record, **change})
    assert not VALIDATOR.is_valid({key: value for key, value in record.items() if key != "unit"})
