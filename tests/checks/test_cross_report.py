"""What the reports of a run show together."""

from __future__ import annotations

from typing import Any

from small_records import context, form, row, section

from selfeval_extract.checks.cross_report import Digest, digest, summary

LONG = "全年组织开展渔业资源增殖放流和水域巡查，办理各类案件并落实安全生产责任，群众满意度稳步提高，各项任务按时保质完成，为全县水域生态保护和渔业高质量发展提供了有力保障。"


def report(unit: str, year: int = 2023, **fields: Any) -> Digest:
    return digest(context(unit=unit, year=year, title=f"{unit}{year}年度整体支出绩效自评报告", **fields).report)


def kinds(*digests: Digest) -> list[str]:
    return [remark.kind for remark in summary(digests)]


def test_a_unit_over_the_years() -> None:
    one = report("某县水务局", 2022, self_assessment={"score": 95.5})
    (years,) = summary([report("某县水务局", 2023), one])
    assert (years.kind, years.zh) == ("several_years", "某县水务局：2022年度95.5分、2023年度未列得分")


def test_problems_word_for_word() -> None:
    problem = [{"text": "预算编制不够精细", "category": "budget_preparation"}]
    assert "repeated_problem" in kinds(
        report("某县水务局", 2022, problems=problem), report("某县水务局", 2023, problems=problem)
    )
    assert "repeated_problem" in kinds(report("某县水务局", problems=problem), report("某县林业局", problems=problem))
    assert "repeated_problem" not in kinds(
        report("某县水务局", problems=problem), report("某县水务局", problems=problem)
    )


def test_cloned_indicators() -> None:
    rows = [row(f"指标{n}", f"{n}次", f"{n}次") for n in range(1, 7)]
    one, other = report("某县水务局", evaluations=[form(rows)]), report("某县林业局", evaluations=[form(rows)])
    assert "cloned_indicators" in kinds(one, other)
    changed = [*rows[:-1], row("指标六", "6次", "5次")]
    assert "cloned_indicators" not in kinds(one, report("某县林业局", evaluations=[form(changed)]))
    few = [form(rows[:3])]
    assert "cloned_indicators" not in kinds(
        report("某县水务局", evaluations=few), report("某县林业局", evaluations=few)
    )


def test_copied_paragraphs() -> None:
    outline = [section("绩效情况", f"{LONG}\n其他。", "performance")]
    assert "copied_text" in kinds(report("某县水务局", outline=outline), report("某县林业局", outline=outline))
    duties = [section("主要职责", LONG, "duties")]
    assert "copied_text" not in kinds(report("某县水务局", outline=duties), report("某县林业局", outline=duties))


def test_another_units_name() -> None:
    copied = [section("基本情况", "宁溪县林业局主要职责是管理水务。", "duties")]
    found = [
        r for r in summary([report("宁溪县水务局", outline=copied), report("宁溪县林业局")]) if r.kind == "foreign_name"
    ]
    assert len(found) == 1 and "宁溪县林业局" in found[0].zh and found[0].files == ("small.txt",)
    spoken_of = [section("绩效情况", "与宁溪县林业局联合执法12次。", "performance")]
    assert "foreign_name" not in kinds(report("宁溪县水务局", outline=spoken_of), report("宁溪县林业局"))


def test_scores_distribution() -> None:
    digests = [report(f"单位{n}", self_assessment={"score": score}) for n, score in enumerate((88.5, 96, 100))]
    (only,) = summary(digests)
    assert "最低88.5，中位数96，最高100；95分以上2份，满分1份" in only.zh
    assert summary(digests[:1]) == []
