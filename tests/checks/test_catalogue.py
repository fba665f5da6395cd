"""The catalogue is complete, its texts are written, and findings say what the checks say."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from small_records import context, form, outcome, row, run

from selfeval_extract.checks.catalogue import GROUPS, CheckText, Entry, catalogue
from selfeval_extract.checks.check import FormVerdict
from selfeval_extract.checks.context import CheckContext
from selfeval_extract.checks.findings import UnknownCheck, choose, findings, outcome_of
from selfeval_extract.checks.verdict import Verdict, failed, missing, passed
from selfeval_extract.writers.screen import worst_first

sys.path.insert(0, str(Path(__file__).parents[1]))
from beside import SHARED, needs


def test_ids_are_numbered_by_group_without_a_gap() -> None:
    numbers = {group: [id for id in catalogue() if id.startswith(f"{group}-")] for group in GROUPS}
    expected = {group: [f"{group}-{n:02d}" for n in range(1, len(ids) + 1)] for group, ids in numbers.items()}
    assert numbers == expected
    assert [id for ids in expected.values() for id in ids] == list(catalogue())


@needs(SHARED / "domain" / "checks.json")
def test_ids_and_severities_are_those_of_the_domain() -> None:
    domain = json.loads((SHARED / "domain" / "checks.json").read_text("utf-8"))
    ours = {id: entry.text.severity for id, entry in catalogue().items()}
    assert {c["id"]: ours.get(c["id"]) for c in domain} == {c["id"]: c["severity"] for c in domain}


@pytest.mark.parametrize("check", catalogue().values(), ids=catalogue())
def test_its_texts_are_written(check: Entry) -> None:
    text = check.text
    assert text.severity in ("error", "warning", "info")
    assert re.search(r"[\u4e00-\u9fff]", text.name_zh + text.why_zh)
    assert not re.search(r"[\u4e00-\u9fff]{4}", text.name_en + text.why_en)
    assert all((text.formula, text.tolerance, text.why_zh, text.why_en))


def test_every_check_has_a_case_that_passes_fails_and_cannot_be_checked() -> None:
    tables = "\n".join(p.read_text("utf-8") for p in Path(__file__).parent.glob("test_*.py"))
    for id in catalogue():
        outcomes = set(re.findall(rf'"{id}",\s*"(\w+)"', tables))
        assert {"pass", "fail"} <= outcomes or {"pass_rounding", "fail"} <= outcomes, id
        assert outcomes & {"not_checkable", "not_applicable"}, id


def test_choosing() -> None:
    weights = [id for id in catalogue() if id.startswith("WGT-") and id != "WGT-04"]
    assert choose("AMT-01,wgt,-WGT-04") == ["AMT-01", *weights] and "WGT-03" in weights
    assert choose("-FMT") == [id for id in catalogue() if not id.startswith("FMT-")]
    assert choose("AMT,-AMT-01")[0] == "AMT-02"
    with pytest.raises(UnknownCheck, match="AMT-99"):
        choose("AMT-99,WGT")


def stub(monkeypatch: pytest.MonkeyPatch, *verdicts: Verdict | Exception) -> CheckContext:
    """A record, and a catalogue of one check that gives these verdicts on it."""

    def run_stub(_: CheckContext) -> Iterator[FormVerdict]:
        for verdict in verdicts:
            if isinstance(verdict, Exception):
                raise verdict
            yield "", verdict

    text = CheckText("AMT-01", "error", "名称", "Name", "f", "t", "w", "w")
    monkeypatch.setattr("selfeval_extract.checks.findings.catalogue", lambda: {"AMT-01": Entry(text, run_stub)})
    return context()


def test_one_finding_for_each_that_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    record = stub(monkeypatch, passed("a", "a", "/x"), failed("b", "b", "/y"), failed("c", "c"), missing("d", "d"))
    found = findings(record)
    assert [(f.outcome, f.fields) for f in found] == [("fail", ["/y"]), ("fail", [])]
    assert found[0].message == "疑点：名称。b，请核实说明。"
    assert found[0].message_en == "To be explained: Name. b."


def test_one_finding_for_all_that_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    pointers = ("/evaluations/0/indicators/3/score", "/evaluations/0/indicators/3/weight")
    (found,) = findings(stub(monkeypatch, passed("a", "a", *pointers), passed("b", "b", "/y"), missing("d", "d")))
    assert (found.outcome, found.fields) == ("pass", ["/evaluations/0/indicators/3", "/y"])


def test_what_could_not_be_checked_counts_only_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    (found,) = findings(stub(monkeypatch, missing("年初预算", "the original budget")))
    assert (found.outcome, found.message) == ("not_checkable", "名称：缺少年初预算。")
    (found,) = findings(stub(monkeypatch))
    assert found.outcome == "not_applicable"


def test_a_fault_costs_what_comes_behind_it_only(monkeypatch: pytest.MonkeyPatch) -> None:
    both = findings(stub(monkeypatch, failed("a", "a"), ValueError("x")))
    assert [f.outcome for f in both] == ["fail", "not_checkable"] and outcome_of(both) == "fail"
    (found,) = findings(stub(monkeypatch, passed("a", "a"), ValueError("x")))
    assert found.outcome == "not_checkable" and "ValueError: x" in found.message
    assert worst_first([found]) == [found], "a fault is shown"


def test_several_forms_are_named() -> None:
    forms = [form([row(weight=80)], subject="甲项目"), form([row(weight=90)], subject="乙项目")]
    (finding,) = run("WGT-01", context(evaluations=forms))
    assert "《甲项目》" in finding.message
    assert outcome("WGT-01", context(evaluations=forms[1:])) == "pass"
