"""What the reports of one run show together: a summary for people, never part of a record.

Of each report only a digest is kept, so that memory grows with the number of reports, not with their length.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from hashlib import blake2b
from statistics import median
from typing import Any

from selfeval_extract.checks.figures import shown
from selfeval_extract.checks.unitnames import name_key, without_region
from selfeval_extract.document import folded_text
from selfeval_extract.record.models import Evaluation, Report
from selfeval_extract.runtime.pattern_cache import regex

_LONG_PARAGRAPH = 60
"""Characters from which the same paragraph in two units' reports is no coincidence."""
_FEW_INDICATORS = 5
_WORDS = regex(r"[\u4e00-\u9fff]")
_LEAST = 4
"""Characters below which a text says too little to be repeated."""
_HIGH = Decimal(95)
_FULL = Decimal(100)
_COMMON = frozenset({"duties", "basic_information", "staff", "institutions"})


@dataclass(frozen=True, slots=True)
class CrossReportFinding:
    """Something that several reports show: what kind of thing, in Chinese and English, and the files that it is about."""

    kind: str
    zh: str
    en: str
    files: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Digest:
    """What is kept of a report: texts as hashes with their first words."""

    file: str
    unit: str | None
    year: int | None
    score: Decimal | None
    problems: dict[str, str] = field(default_factory=dict)
    forms: dict[str, str] = field(default_factory=dict)
    paragraphs: dict[str, str] = field(default_factory=dict)
    own_words: tuple[str, ...] = ()

    def to_data(self) -> list[Any]:
        """As JSON can hold it."""
        score = None if self.score is None else str(self.score)
        return [self.file, self.unit, self.year, score, self.problems, self.forms, self.paragraphs, self.own_words]

    @classmethod
    def from_data(cls, data: list[Any]) -> Digest:
        """What `to_data` gave."""
        file, unit, year, score, problems, forms, paragraphs, own_words = data
        of_score = None if score is None else Decimal(score)
        return cls(file, unit, year, of_score, problems, forms, paragraphs, tuple(own_words))


def digest(report: Report) -> Digest:
    """The digest of a report."""
    return Digest(
        file=report.source.name,
        unit=report.unit,
        year=report.year,
        score=_score(report),
        problems=dict(_hashed(p.text for p in report.problems or ())),
        forms=dict(_form(form) for form in report.evaluations if len(form.indicators) >= _FEW_INDICATORS),
        paragraphs=dict(_hashed(text for text in _paragraphs(report) if len(text) >= _LONG_PARAGRAPH)),
        own_words=tuple(dict.fromkeys(_self_named(report))),
    )


def _score(report: Report) -> Decimal | None:
    if report.self_assessment.score is not None:
        return report.self_assessment.score
    totals = [form.total_score for form in report.evaluations if form.total_score is not None]
    return totals[0] if len(totals) == 1 else None


def _hashed(texts: Iterator[str]) -> Iterator[tuple[str, str]]:
    for text in texts:
        if len(_WORDS.findall(text)) >= _LEAST:
            yield _hash(text), text if len(text) <= 30 else text[:29] + "…"


def _hash(text: str) -> str:
    return blake2b(re.sub(r"\W", "", folded_text(text)).encode("utf-8", "replace"), digest_size=12).hexdigest()


def _form(form: Evaluation) -> tuple[str, str]:
    """An indicator set: names, targets and results of all rows."""
    cells = (f"{r.name}|{r.target.text}|{r.actual.text}" for r in form.indicators)
    return _hash("\n".join(cells)), form.subject or form.title or ""


def _paragraphs(report: Report) -> Iterator[str]:
    for section in report.outline:
        if section.topic not in _COMMON:
            yield from section.text.split("\n")


def _self_named(report: Report) -> Iterator[str]:
    """Names that stand where a report names its own unit: before 整体支出, 部门, 单位 … and in front of its duties."""
    texts = [report.title or "", *(part for s in report.outline for part in (s.heading, *s.text.split("\n")))]
    pattern = regex(
        r"([\u4e00-\u9fff]{3,24}?)(?:\d{4}年度?)?(?:部门)?整体支出|([\u4e00-\u9fff]{3,24}?)(?:的)?主要职[责能]"
    )
    for text in texts:
        for match in pattern.finditer(folded_text(text[:2000])):
            yield (match[1] or match[2])[-24:]


def summary(digests: Sequence[Digest]) -> list[CrossReportFinding]:
    """What the reports of a run show together, the most telling first."""
    return [
        *_foreign_names(digests),
        *_shared(
            "cloned_indicators", "指标及完成值逐条相同", "the same indicators, targets and results", digests, "forms"
        ),
        *_shared("copied_text", "整段文字相同", "the same paragraph", digests, "paragraphs"),
        *_repeated_problems(digests),
        *_years(digests),
        *_distribution(digests),
    ]


def _named(one: Digest) -> str:
    return f"{one.unit or one.file}{f'（{one.year}年度）' if one.year else ''}"


def _shared(kind: str, zh: str, en: str, digests: Sequence[Digest], part: str) -> Iterator[CrossReportFinding]:
    """Texts that the reports of several units have in common."""
    groups: dict[str, list[Digest]] = defaultdict(list)
    for one in digests:
        for key in getattr(one, part):
            groups[key].append(one)
    for key, found in groups.items():
        units = {name_key(one.unit) for one in found if one.unit}
        years = {one.year for one in found}
        if len(units) > 1 or (kind == "cloned_indicators" and len(found) > 1 and len(years) > 1):
            text = getattr(found[0], part)[key]
            names = "、".join(map(_named, found))
            yield CrossReportFinding(kind, f"{names}：{zh}（“{text}”）", f"{names}: {en} (“{text}”)", _files(found))


def _repeated_problems(digests: Sequence[Digest]) -> Iterator[CrossReportFinding]:
    """Problems that a unit reports word for word in several years, or several units report alike."""
    groups: dict[str, list[Digest]] = defaultdict(list)
    for one in digests:
        for key in one.problems:
            groups[key].append(one)
    for key, found in groups.items():
        if len({(name_key(one.unit or one.file), one.year) for one in found}) > 1:
            names, text = "、".join(map(_named, found)), found[0].problems[key]
            yield CrossReportFinding(
                "repeated_problem",
                f"{names}：问题逐字相同（“{text}”）",
                f"{names}: the same problem word for word (“{text}”)",
                _files(found),
            )


def _foreign_names(digests: Sequence[Digest]) -> Iterator[CrossReportFinding]:
    """Reports that name another unit of the run where they speak of themselves."""
    units = {one.unit for one in digests if one.unit}
    for one in digests:
        for other in sorted(units - {one.unit}):
            core = without_region(other)
            own = one.unit or ""
            if len(core) >= 3 and core not in own and own and any(word.endswith(core) for word in one.own_words):
                zh = f"{_named(one)}：自述部分出现本批另一单位的名称“{other}”"
                yield CrossReportFinding(
                    "foreign_name", zh, f"{_named(one)}: names “{other}” where it speaks of itself", (one.file,)
                )


def _years(digests: Sequence[Digest]) -> Iterator[CrossReportFinding]:
    """Units with reports of several years, their scores side by side."""
    groups: dict[str, list[Digest]] = defaultdict(list)
    for one in digests:
        if one.unit and one.year:
            groups[name_key(one.unit)].append(one)
    for found in groups.values():
        found.sort(key=lambda one: (one.year or 0, one.file))
        if len({one.year for one in found}) > 1:
            scores = "、".join(
                f"{one.year}年度{shown(one.score) + '分' if one.score is not None else '未列得分'}" for one in found
            )
            en = ", ".join(f"{one.year} {shown(one.score) if one.score is not None else 'no score'}" for one in found)
            yield CrossReportFinding(
                "several_years", f"{found[0].unit}：{scores}", f"{found[0].unit}: {en}", _files(found)
            )


def _distribution(digests: Sequence[Digest]) -> Iterator[CrossReportFinding]:
    scores = sorted(one.score for one in digests if one.score is not None)
    if len(scores) < 2:
        return
    high, full = sum(s >= _HIGH for s in scores), sum(s >= _FULL for s in scores)
    low, middle, top = shown(scores[0]), shown(round(Decimal(median(scores)), 2)), shown(scores[-1])
    yield CrossReportFinding(
        "scores",
        f"{len(scores)}份报告有自评得分：最低{low}，中位数{middle}，最高{top}；95分以上{high}份，满分{full}份",
        f"{len(scores)} reports give a score: lowest {low}, median {middle}, highest {top}; {high} of 95 or more, {full} full",
    )


def _files(found: Sequence[Digest]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.file for one in found))
