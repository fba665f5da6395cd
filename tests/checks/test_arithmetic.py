"""Formulas of arithmetic checks: each kind of comparison, what is missing, and what messages say."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from small_records import context

from selfeval_extract.checks.arithmetic import Formula, Operands, formula_check, operands
from selfeval_extract.checks.figures import Figure, figure
from selfeval_extract.checks.verdict import Verdict

MISSING = {"missing": ("甲", "a")}


def printed(text: str | None, name: str) -> Figure | None:
    return None if text is None else figure(Decimal(text), text, f"/{name}", name, name)


def verdicts(formula: str, figures: dict[str, Any], **more: Any) -> list[Verdict]:
    """What a formula gives; figures are texts as printed, or lists of them."""
    found: dict[str, Any] = {
        name: [printed(each, name) for each in text] if isinstance(text, list) else printed(text, name)
        for name, text in figures.items()
    }
    source = operands(lambda record: [Operands(record, found, "表：", "form: ")])
    check = formula_check("AMT-01", Formula(formula, **{**MISSING, **more}), source)
    return [verdict for _, verdict in check.run(context(spending={"basic": 60, "functions": FUNCTIONS}))]


FUNCTIONS = [{"name": "教育", "amount": 40}, {"name": "卫生", "amount": 20}]
LESS = {"says": ("{each}{left}{sign}{right}", "{each}{left} of {right}")}
COUNTS = {"within": "0", "says": ("{left}人、{right}人", "{left}, {right}"), "fails": ("超{difference}人", "over")}
LIMIT = {"says": ("{left.zh}{left}超{right}", "{left}"), "all": ("{count}项最高{most}", "{most}")}
CASES: list[tuple[str, dict[str, Any], dict[str, Any], str, str]] = [
    # sums
    ("t = a + b", {"t": "10", "a": "6", "b": "4"}, {}, "pass", "t10＝a6＋b4"),
    ("t = a + b", {"t": "11", "a": "6", "b": "4"}, {}, "fail", "t11≠a6＋b4＝10，相差1"),
    ("t = a + b", {"t": "10.1", "a": "6.04", "b": "4.04"}, {}, "pass_rounding", "t10.1≈a6.04＋b4.04＝10.08，相差0.02，属四舍五入"),
    ("t = a + b", {"t": "10", "a": "6", "b": None}, {}, "not_checkable", "缺少甲"),
    ("t = a + b", {"t": None, "a": "6", "b": "4"}, {"missing_total": ("总额", "total")}, "not_checkable", "缺少总额"),
    ("s or t = a + b", {"s": "9", "t": "10", "a": "6", "b": "4"}, {}, "pass", "t10＝a6＋b4"),  # the first that holds
    ("s or t = a + b", {"s": "9", "t": "8", "a": "6", "b": "4"}, {}, "fail", "s9≠a6＋b4＝10，相差1"),  # else the first
    ("t = a + b or a + c", {"t": "8", "a": "6", "b": "4", "c": "2"}, {}, "pass", "t8＝a6＋c2"),
    ("t = a + b (+ c)", {"t": "10", "a": "6", "b": "4", "c": "2"}, {}, "pass", "t10＝a6＋b4"),  # c is not needed
    ("t = a + b (+ c)", {"t": "12", "a": "6", "b": "4", "c": "2"}, {}, "pass", "t12＝a6＋b4＋c2"),
    ("t = a + b (+ c)", {"t": "12", "a": "6", "b": "4", "c": None}, {}, "fail", "t12≠a6＋b4＝10，相差2"),
    ("t = Σ list", {"t": "10", "list": ["6", "4"]}, {}, "pass", "t10＝list6＋list4"),
    ("t = Σ list", {"t": "10", "list": ["6", None]}, {}, "not_checkable", "缺少甲"),  # a list with a blank is not added up
    ("t = Σ list", {"t": "10", "list": []}, {}, "not_checkable", "缺少甲"),
    ("t = Σ(a, b)", {"t": "6", "a": "6", "b": None}, {}, "pass", "t6＝a6"),  # those that are given
    ("t = Σ list", {"t": "10", "list": ["6", "3"]}, {"complete_from": 3, "incomplete": ("其余", "rest")}, "not_checkable", "缺少其余"),
    ("t = Σ list", {"t": "8", "list": ["6", "3"]}, {"complete_from": 3, "incomplete": ("其余", "rest")}, "fail", "t8≠list6＋list3＝9，相差1"),
    ("t = a + b", {"t": "10", "a": "6", "b": "4", "n": []}, {"needs": "n"}, "not_checkable", "缺少甲"),
    # paths of the record
    ("spending.basic = Σ spending.functions[].amount", {}, {}, "pass", "基本支出60＝教育40＋卫生20"),
    # limits and equality
    ("a ≤ b", {"a": "9", "b": "10"}, LESS, "pass", "表：9≤10"),
    ("a ≤ b", {"a": "10.04", "b": "10.0"}, LESS, "pass_rounding", "表：10.04≤10，相差0.04，属四舍五入"),
    ("a ≤ b", {"a": "11", "b": "10"}, LESS, "fail", "表：11超过10，相差1"),
    ("a ≥ Σ list", {"a": "10", "list": ["6", "5"]}, {"says": ("{count}项{right}", "")}, "fail", "2项11，相差1"),
    ("a = b", {"a": "185.68", "b": "185.7"}, LESS, "pass_rounding", "表：185.68≈185.7，相差0.02，属四舍五入"),
    ("a ≤ b", {"a": "21", "b": "20"}, COUNTS, "fail", "超1人"),  # heads are exact, and the message says it all
    ("a ≤ b", {"a": "20", "b": "20"}, COUNTS, "pass", "20人、20人"),
    # one limit for a list
    ("list ≥ 0", {"list": ["3", "0"]}, LIMIT, "pass", "2项最高3"),
    ("list ≤ dominant_weight", {"list": ["30", "31"]}, LIMIT, "fail", "list31超30"),  # a threshold
    ("list ≥ 0", {"list": []}, LIMIT, "not_checkable", "缺少甲"),
    # rates
    ("r = a ÷ b × 100", {"r": "96.15", "a": "25", "b": "26"}, {"within": "rate", "says": ("{part}÷{whole}", "")}, "pass", "25÷26：所列96.15%，复算96.15%"),
    ("r = a ÷ b × 100", {"r": "96.2", "a": "25", "b": "26"}, {"within": "0.01", "says": ("{part}÷{whole}", "")}, "pass", "25÷26：所列96.2%，复算96.15%"),
    ("r = a ÷ b × 100", {"r": "95", "a": "25", "b": "26"}, {"within": "rate", "says": ("{part}÷{whole}", "")}, "fail", "25÷26：所列95%，复算96.15%"),
    ("r = a ÷ b × 100", {"r": None, "a": "25", "b": "26"}, {"within": "rate"}, "not_checkable", "缺少甲"),
]  # fmt: skip


@pytest.mark.parametrize(("formula", "figures", "more", "outcome", "message"), CASES)
def test_a_formula(formula: str, figures: dict[str, Any], more: dict[str, Any], outcome: str, message: str) -> None:
    (verdict,) = verdicts(formula, figures, **more)
    assert (verdict.outcome, verdict.zh) == (outcome, message)


def test_a_rate_of_nothing_is_no_verdict() -> None:
    assert verdicts("r = a ÷ b × 100", {"r": "0", "a": "0", "b": "0"}, within="rate") == []


def test_a_verdict_gives_its_figures() -> None:
    (verdict,) = verdicts("t = a + b", {"t": "11", "a": "6", "b": "4"})
    assert (verdict.fields, verdict.recomputed, verdict.difference) == (("/t", "/a", "/b"), Decimal(10), Decimal(1))
    (verdict,) = verdicts("list ≤ dominant_weight", {"list": ["31"]}, **LIMIT)
    assert (verdict.fields, verdict.recomputed, verdict.difference, verdict.tolerance) == (("/list",), 30, 1, 0)
