"""What the reports of one run show together: a summary for people, never part of a record.

Of each report only a digest is kept, so that memory grows with the number of reports, not with their length.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from decimal import Decimal
from hashlib import blake2b
from statistics import median
from typing import Literal

from selfeval_extract.checks.figures import shown
from selfeval_extract.checks.unit_names import name_key, without_region
from selfeval_extract.checks.verdict import shortened
from selfeval_extract.document import folded_text
from selfeval_extract.record.models import Evaluation, Report
from selfeval_extract.runtime.pattern_cache import regex

_LONG_PARAGRAPH = 60
"""Characters from which the same paragraph in two units' reports is no coincidence."""
_FEW_INDICATORS = 5
_HAN = regex(r"[\u4e00-\u9fff]")
_SHORTEST = 4
"""Characters below which a text says too little to be repeated."""
_SHORTEST_NAME = 3
_HIGH, _FULL = Decimal(95), Decimal(100)
_COMMON = frozenset({"duties", "basic_information", "staff", "institutions"})
"""Topics of sections that are alike in all reports of a unit."""
_OWN_NAME = regex(
    r"([\u4e00-\u9fff]{3,24}?)(?:\d{4}年度?)?(?:部门)?整体支出|([\u4e00-\u9fff]{3,24}?)(?:的)?主要职[责能]"
)
Kind = Literal["foreign_name", "cloned_indicators", "copied_text", "repeated_problem", "several_years", "scores"]

_SHARED: dict[Kind, tuple[str, str]] = {
    "cloned_indicators": ("指标及完成值逐条相同", "the same indicators, targets and results"),
    "copied_text": ("整段文字相同", "the same paragraph"),
    "repeated_problem": ("问题逐字相同", "the same problem word for word"),
}
"""What reports may have in common."""


@dataclass(frozen=True, slots=True)
class CrossReportFinding:
    """Something that several reports show: its kind, the message in Chinese and English, and the files that it is about."""

    kind: Kind
    zh: str
    en: str
    files: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Digest:
    """What is kept of a report. `problems`, `forms`, `paragraphs`: hash of a text → its first words; `own_names`: what the report
    calls its unit."""

    file: str
    unit: str | None
    year: int | None
    score: Decimal | None
    problems: Mapping[str, str] = field(default_factory=dict)
    forms: Mapping[str, str] = field(default_factory=dict)
    paragraphs: Mapping[str, str] = field(default_factory=dict)
    own_names: Sequence[str] = ()

    def to_json(self) -> str:
        """As JSON, for the process that sums up."""
        return json.dumps(asdict(self), default=str, ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str) -> Digest:
        """What `to_json` gave."""
        data = json.loads(text)
        score = data.pop("score")
        return cls(**data, score=None if score is None else Decimal(score))


def digest(report: Report) -> Digest:
    """The digest of a report."""
    own = (text for section in report.outline if section.topic not in _COMMON for text in section.text.split("\n"))
    return Digest(
        file=report.source.name,
        unit=report.unit,
        year=report.year,
        score=_score(report),
        problems=dict(_hashed(p.text for p in report.problems or ())),
        forms=dict(_form(form) for form in report.evaluations if len(form.indicators) >= _FEW_INDICATORS),
        paragraphs=dict(_hashed(text for text in own if len(text) >= _LONG_PARAGRAPH)),
        own_names=tuple(dict.fromkeys(_own_names(report))),
    )


def _score(report: Report) -> Decimal | None:
    if report.self_assessment.score is not None:
        return report.self_assessment.score
    totals = [form.total_score for form in report.evaluations if form.total_score is not None]
    return totals[0] if len(totals) == 1 else None


def _hashed(texts: Iterable[str]) -> Iterator[tuple[str, str]]:
    for text in texts:
        if len(_HAN.findall(text)) >= _SHORTEST:
            yield _hash(text), shortened(text, 30)


def _hash(text: str) -> str:
    return blake2b(re.sub(r"\W", "", folded_text(text)).encode("utf-8", "replace"), digest_size=12).hexdigest()


def _form(form: Evaluation) -> tuple[str, str]:
    """Hash and name of an indicator set: names, targets and results of all rows."""
    cells = (f"{r.name}|{r.target.text}|{r.actual.text}" for r in form.indicators)
    return _hash("\n".join(cells)), form.subject or form.title or ""


def _own_names(report: Report) -> Iterator[str]:
    """Names that stand where a report names its own unit: before 整体支出, 部门, 单位 … and in front of its duties."""
    for text in [report.title or "", *(part for s in report.outline for part in (s.heading, *s.text.split("\n")))]:
        for match in _OWN_NAME.finditer(folded_text(text[:2000])):
            yield (match[1] or match[2])[-24:]


def summary(digests: Sequence[Digest]) -> list[CrossReportFinding]:
    """What the reports of a run show together, the most serious first."""
    return [
        *_foreign_names(digests),
        *_shared("cloned_indicators", digests, lambda one: one.forms, _unit, _year),
        *_shared("copied_text", digests, lambda one: one.paragraphs, _unit),
        *_shared("repeated_problem", digests, lambda one: one.problems, _unit_and_year),
        *_years(digests),
        *_distribution(digests),
    ]


def _title(one: Digest) -> str:
    return f"{one.unit or one.file}{f'（{one.year}年度）' if one.year else ''}"


def _shared(
    kind: Kind,
    digests: Sequence[Digest],
    texts: Callable[[Digest], Mapping[str, str]],
    *sources: Callable[[Digest], object],
) -> Iterator[CrossReportFinding]:
    """The texts that digests have in common which differ in one of their sources; None differs from nothing."""
    zh, en = _SHARED[kind]
    for key, found in _grouped((key, one) for one in digests for key in texts(one)):
        if any(len({source(one) for one in found} - {None}) > 1 for source in sources):
            names, text = "、".join(map(_title, found)), texts(found[0])[key]
            yield CrossReportFinding(kind, f"{names}：{zh}（“{text}”）", f"{names}: {en} (“{text}”)", _files(found))


def _grouped(keyed: Iterable[tuple[str, Digest]]) -> list[tuple[str, list[Digest]]]:
    groups: dict[str, list[Digest]] = defaultdict(list)
    for key, one in keyed:
        groups[key].append(one)
    return list(groups.items())


def _unit(one: Digest) -> str | None:
    return name_key(one.unit) if one.unit else None


def _year(one: Digest) -> int:
    return one.year or 0


def _unit_and_year(one: Digest) -> tuple[str, int]:
    return name_key(one.unit or one.file), _year(one)


def _foreign_names(digests: Sequence[Digest]) -> Iterator[CrossReportFinding]:
    """Reports that name another unit of the run where they name their own."""
    named = [(one, one.unit) for one in digests if one.unit]
    units = {unit for _, unit in named}
    for one, unit in named:
        for other in sorted(units - {unit}):
            core = without_region(other)
            is_named = any(name.endswith(core) for name in one.own_names)
            if len(core) >= _SHORTEST_NAME and core not in unit and is_named:
                zh = f"{_title(one)}：自述部分出现本批另一单位的名称“{other}”"
                en = f"{_title(one)}: names “{other}” where it speaks of itself"
                yield CrossReportFinding("foreign_name", zh, en, (one.file,))


def _years(digests: Sequence[Digest]) -> Iterator[CrossReportFinding]:
    """Units with reports of several years, their scores side by side."""
    for _, found in _grouped((name_key(one.unit), one) for one in digests if one.unit and one.year):
        found.sort(key=lambda one: (_year(one), one.file))
        if len({one.year for one in found}) > 1:
            scores = [(one.year, None if one.score is None else shown(one.score)) for one in found]
            zh = "、".join(f"{year}年度{f'{score}分' if score else '未列得分'}" for year, score in scores)
            en = ", ".join(f"{year} {score or 'no score'}" for year, score in scores)
            unit = found[0].unit
            yield CrossReportFinding("several_years", f"{unit}：{zh}", f"{unit}: {en}", _files(found))


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
