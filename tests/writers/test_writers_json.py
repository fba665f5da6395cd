"""JSON: the same text whichever way it is written, numbers and characters as they are."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfeval_extract.record.models import Budget, PagePlace, Quote, Report, Source
from selfeval_extract.writers.jsontext import json_array, json_line, json_record, json_single

TEXTS = st.text(st.characters(codec="utf-8") | st.sampled_from('\x00\x1f\x7f\x85\u2028\u2029"\\/\n\t𠀀'))
"""Of any characters that UTF-8 has, those among them that JSON escapes and those that end lines for some programs."""
NUMBERS = st.decimals(-(10**15), 10**15, places=4) | st.decimals(0, 1, places=4)
SIZES = st.floats(-1e6, 1e6).map(lambda size: round(size, 2))


def report(**values: object) -> Report:
    return Report.model_validate({"source": Source(name="报告.txt"), "status": "complete", **values})


@pytest.mark.parametrize("count", [0, 1, 3])
def test_an_array_is_what_json_dumps_makes_of_it(count: int) -> None:
    reports = [report(title=f'第{n}份\n"报告"', problems=[]) for n in range(count)]
    whole = json.dumps([r.data() for r in reports], ensure_ascii=False, indent=2) + "\n"
    assert "".join(json_array(map(json_record, reports))) == whole


def test_a_record_keeps_the_order_and_the_characters() -> None:
    text = json_record(report(unit="征地工作协调服务中心"))
    assert text.endswith("\n}")
    assert "征地工作协调服务中心" in text
    assert list(json.loads(text)) == list(Report.model_fields)


@pytest.mark.parametrize(
    ("number", "written"),
    [
        ("187.190", "187.19"),  # no zeros at the end
        ("1E+3", "1000"),  # no exponent
        ("0.00", "0"),
        ("-0.5", "-0.5"),
        ("123456789012345", "123456789012345"),  # as many digits as a value has
        ("0.00005", "0.00005"),  # half a yuan, where Python would write 5e-05
        ("0.000000000000001", "1e-15"),
    ],
)
def test_numbers_are_plain(number: str, written: str) -> None:
    record = report(budget=Budget(original=Decimal(number)))
    assert f'"original":{written},"revised":null' in json_line(record)
    assert f'"original": {written},\n' in json_record(record)


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
    assert json_record(record) == json.dumps(record.data(), ensure_ascii=False, indent=2)
    line = json.dumps(record.data(), ensure_ascii=False, separators=(",", ":"))
    for char in "\x85\u2028\u2029":
        line = line.replace(char, f"\\u{ord(char):04x}")
    assert json_line(record) == line + "\n"


def test_a_single_record_ends_with_a_line_break() -> None:
    assert "".join(json_single(["{}"])) == "{}\n"


def test_half_of_a_surrogate_pair_is_an_error() -> None:
    """No encoding can write it, and it has to cost this one record."""
    for write in (json_record, json_line):
        with pytest.raises(ValueError, match="surrogates"):
            write(report(title="\ud800"))
