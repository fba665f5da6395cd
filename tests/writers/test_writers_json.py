"""JSON: the same text whichever way it is written, numbers and characters as they are."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest

from selfeval_extract.record.models import Budget, Report, Source
from selfeval_extract.writers.jsontext import json_array, json_line, json_record


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
