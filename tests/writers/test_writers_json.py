"""JSON: the same text whichever way it is written, numbers and characters as they are."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfeval_extract.record.models import Budget, PagePlace, Quote, Report, Source
from selfeval_extract.writers.jsontext import json_array, json_line, json_record

TEXTS = st.text(
    st.characters(codec=None, exclude_categories=()) | st.sampled_from('\x00\x1f\x7f\x85\u2028\u2029"\\/\n\t𠀀\ud800')
)
"""Of any characters, those among them that JSON escapes, that end lines for some programs, and halves of pairs."""
NUMBERS = st.decimals(-(10**15), 10**15) | st.decimals(0, 1, places=9)
SIZES = st.floats(allow_nan=False, allow_infinity=False) | st.sampled_from([1e-07, 1e16, 9.5e-05, -0.0])


def report(**values: object) -> Report:
    return Report.model_validate({"source": Source(name="报告.txt"), "status": "complete", **values})


@pytest.mark.parametrize("count", [0, 1, 3])
def test_an_array_is_what_json_dumps_makes_of_it(count: int) -> None:
    reports = [report(title=f'第{n}份\n"报告"', problems=[]) for n in range(count)]
    whole = json.dumps([r.data() for r in reports], ensure_ascii=False, indent=2) + "\n"
    assert "".join(json_array(map(json_record, reports))) == whole


def test_a_record_keeps_the_order_and_the_characters() -> None:
    text = json_record(report(unit="征地工作协调服务中心"))
    assert text.endswith("}\n")
    assert "征地工作协调服务中心" in text
    assert list(json.loads(text)) == list(Report.model_fields)


def test_numbers_are_plain() -> None:
    budget = Budget(original=Decimal("187.190"), revised=Decimal("1E+3"), executed=Decimal(0), revenue=Decimal("-0.5"))
    line = json_line(report(budget=budget))
    assert '"original":187.19,"revised":1000,"executed":0,"revenue":-0.5,"execution_rate":null' in line


def test_a_line_is_one_line_for_everyone() -> None:
    title = "a\x85b\u2028c\u2029d\ne\x0bf"
    line = json_line(report(title=title))
    assert len(line.splitlines()) == 1
    assert json.loads(line)["title"] == title


@given(TEXTS, st.lists(TEXTS), NUMBERS, st.tuples(SIZES, SIZES, SIZES, SIZES))
def test_any_record_is_written_as_json_dumps_writes_it(
    text: str, texts: list[str], number: Decimal, box: tuple[float, float, float, float]
) -> None:
    evidence = {text: Quote(quote=text, place=PagePlace(page=1, bbox=box))}
    record = report(title=text, organisation={"duties": texts}, budget=Budget(original=number), evidence=evidence)
    assert json_record(record) == json.dumps(record.data(), ensure_ascii=False, indent=2) + "\n"
    line = json.dumps(record.data(), ensure_ascii=False, separators=(",", ":"))
    for char in "\x85\u2028\u2029":
        line = line.replace(char, f"\\u{ord(char):04x}")
    assert json_line(record) == line + "\n"


def test_what_json_has_no_number_for_is_an_error() -> None:
    record = report(evidence={"/a": Quote(quote="1", place=PagePlace(page=1, bbox=(0, 0, 1, float("nan"))))})
    for write in (json_record, json_line):
        with pytest.raises(ValueError, match="not JSON compliant"):
            write(record)
