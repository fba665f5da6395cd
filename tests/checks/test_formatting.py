"""FMT: for each check a record that passes, one that fails and one that it does not apply to.

All but the last look for something in figures that are there, so that they are never not checkable.
"""

from __future__ import annotations

import time

import pytest
from small_records import context, form, money, outcome, row, run, section

from selfeval_extract.checks.context import CheckContext


def quoted(**quotes: str) -> dict[str, object]:
    """Evidence by pointer, with `__` for the slashes."""
    return {
        "/" + name.replace("__", "/"): {"quote": quote, "place": {"block": 1, "row": 1, "column": 1}}
        for name, quote in quotes.items()
    }


def funds(original: str, executed: str, *lines: str, **more: str) -> CheckContext:
    """A form whose fund row prints these amounts."""
    return context(
        lines,
        evaluations=[form([row(target="≥90%")], [money(executed=90)])],
        evidence=quoted(
            evaluations__0__funds__0__original=original, evaluations__0__funds__0__executed=executed, **more
        ),
    )


def prose(text: str) -> CheckContext:
    """A report with one section on money."""
    return context(outline=[section("资金使用情况", text, "funds")])


def spent(quote: str, *lines: str) -> CheckContext:
    """A report that prints its spending so."""
    return context(lines, spending={"total": 185.7}, evidence=quoted(spending__total=quote))


TABLE: list[tuple[str, str, CheckContext]] = [
    ("FMT-01", "pass", funds("100", "90.5")),
    ("FMT-01", "fail", funds("10万", "90.5")),
    ("FMT-01", "fail", funds("一百二十", "90.5")),
    ("FMT-01", "fail", funds("100", "90.5", evaluations__0__indicators__0__weight="十")),
    ("FMT-01", "not_applicable", context()),
    ("FMT-02", "pass", funds("100.50", "90.25")),
    ("FMT-02", "fail", funds("100.5", "90.25")),
    ("FMT-02", "fail", prose("总支出185.7万元，其中教育支出30万元；住房保障支出9.88万元。")),
    ("FMT-02", "not_applicable", prose("总支出185.7万元。")),
    ("FMT-03", "pass", spent("185.7万元")),
    ("FMT-03", "pass", spent("185.7", "单位：万元")),
    ("FMT-03", "pass", spent("185.7", "年度预算申请（万元）")),
    ("FMT-03", "fail", spent("185.7", "年度预算申请")),
    ("FMT-03", "not_applicable", context()),
    ("FMT-04", "pass", funds("100", "90", evaluations__0__indicators__0__target__text="≥98%")),
    ("FMT-04", "fail", funds("100", "90", evaluations__0__indicators__0__target__text="≧98%")),
    ("FMT-04", "fail", funds("100", "90", evaluations__0__indicators__0__target__text="》98%")),
    ("FMT-04", "fail", funds("100", "90", evaluations__0__indicators__0__weight="10分")),
    ("FMT-04", "fail", spent("１８５.7万元")),
    ("FMT-04", "not_applicable", spent("185.7万元")),
    ("FMT-05", "pass", context(["一、基本情况"])),
    ("FMT-05", "not_checkable", context()),
    ("FMT-05", "fail", context(["[bookmark: _GoBack]二、支出情况"])),
    ("FMT-05", "fail", context(["一、基本情况 PAGEREF _Toc123456 \\h 3"])),
    ("FMT-05", "fail", context(['HYPERLINK "http://a.gov.cn"'])),
]


@pytest.mark.parametrize(
    ("id", "expected", "record"), TABLE, ids=[f"{id} {expected} {n}" for n, (id, expected, _) in enumerate(TABLE)]
)
def test_outcome(id: str, expected: str, record: CheckContext) -> None:
    assert outcome(id, record) == expected


INNOCENT: list[tuple[str, CheckContext]] = [
    ("FMT-01", funds("其中：一般公共预算：185.7", "1,235.60")),
    ("FMT-02", funds("0", "90.25")),
    ("FMT-02", prose("补播3.2万亩，投入0.46万元；治理0.5万亩，投入1.25万元。")),
    ("FMT-02", prose("支出185.70万元，其中工资100.25万元；对100万元以上设备进行论证。")),
    ("FMT-02", context(outline=[section("存在的问题", "预算80万元，实际支出131.6万元。", "problems")])),
    ("FMT-04", funds("100", "90", evaluations__0__indicators__0__target__text="出台《管理办法》")),
    ("FMT-04", funds("100", "90", evaluations__0__indicators__0__level1_weight="产出指标（50分）")),
    ("FMT-05", context(["网址见http://www.a.gov.cn"])),
]


@pytest.mark.parametrize(("id", "record"), INNOCENT, ids=[f"{id} {n}" for n, (id, _) in enumerate(INNOCENT)])
def test_no_false_alarm(id: str, record: CheckContext) -> None:
    assert outcome(id, record) in ("pass", "not_applicable")


def test_broken_digit_groups_are_seen_in_cells_only() -> None:
    record = context(["1.234,5"], spending={"total": 1}, evidence=quoted(spending__total="1万元"))
    assert outcome("FMT-01", record) == "pass"
    cells = CheckContext(record.report, [record.lines[0]._replace(in_table=True)])
    (finding,) = run("FMT-01", cells)
    assert finding.outcome == "fail" and finding.evidence[0].quote == "1.234,5"


def test_the_places_of_odd_signs_are_counted_by_row() -> None:
    record = funds(
        "100", "90", evaluations__0__indicators__0__target__text="≧98%",
        evaluations__0__indicators__0__target__comparator="≧",
    )  # fmt: skip
    (finding,) = run("FMT-04", record)
    assert "1处" in finding.message
    assert finding.fields == [
        "/evaluations/0/indicators/0/target/text", "/evaluations/0/indicators/0/target/comparator",
    ]  # fmt: skip


def test_conversion_marks_are_quoted_with_their_place() -> None:
    (finding,) = run("FMT-05", context(["一、基本情况", "[bookmark: _GoBack]二、支出情况"]))
    assert finding.evidence[0].place.line == 2


def test_hostile_lines_are_searched_in_linear_time() -> None:
    lines = ["1" * 200_000, "1," * 100_000, "单位" * 100_000, "(" * 200_000, "1万元" * 60_000]
    record = context(lines, outline=[section("资金", "\n".join(lines), "funds")])
    start = time.perf_counter()
    for id in ("FMT-01", "FMT-02", "FMT-03", "FMT-04", "FMT-05"):
        run(id, record)
    assert time.perf_counter() - start < 20
