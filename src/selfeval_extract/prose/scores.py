"""Scores and grades that sentences state: `投入管理20分，自评19分；…四项合计，部门整体支出自评93.4分，等次为“优”`.

A report is full of points: those of its parts, what they could be at most, last year's, those that others gave. The score of
the whole is the unit's own, of the year, and of nothing narrower; words that sum up (综合, 总, 合计) name it outright.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Literal, NamedTuple

from selfeval_extract.runtime.pattern_cache import regex
from selfeval_extract.values.numbers import NUMBER, decimal
from selfeval_extract.values.years import last_year
from selfeval_extract.vocabulary.words import part

ScoreOf = Literal["whole", "own", "mean", "part", "full", "other"]
"""`whole`: named outright as the score of all; `own`: a score of the unit's own, of nothing that is named; `mean`: of the unit's
own scores, with a grade; `part`: of a part;
`full`: the most that can be got; `other`: of another year, by others, of others."""

_SENTENCE = regex(r"[^。!?\n]+")
_POINTS = regex(rf"(?<![\d.])(?P<n>{NUMBER})分(?!值|以|[钟之别公母成红])|(?<=得分:)(?P<alone>{NUMBER})(?=[,;。(]|$)")
"""Points; behind 得分： also without 分."""
_LIMIT = regex(r"[≥≤<>]=?$")
"""Before the points of a grade: ≥90分为优."""
_DATE = regex(r"20\d\d年(?:\d{1,2}月|[初末底])")
GRADE = r"(?P<g>优秀|良好|中等|较差|基本合格|不合格|合格|优|良|中|差|[ABCD](?=级|\"|。|,|$))"
_GRADE_STATED = regex(
    r"(?:等级|等次|评级|级别|档次|评定|评价|结论|结果|评)(?:结果|等级|等次|级别)?(?:综合)?(?:评定|认定|确定|划分)?"
    rf"(?:(?:为|是|属于?|:|达到|在)+\"?|\"){GRADE}"
)
_GRADE_NAMED = regex(rf"(?:属于?|评为|获评|达到)\"?{GRADE}\"?的?(?:等?[级次]|档|标准)")
_GRADE_IN_ITS_PLACE = regex(rf"属于?\"?{GRADE}\"?(?=[。,;]|$)")
_OWN_GRADE = regex(
    rf"(?:[本该我][^,;。]{{0,4}}|自评|综合)[^,;。\d]{{0,8}}?(?:等级|等次|评级|级别|档次|结果)(?:评定|确定)?(?:为|是|属于?|:)\"?{GRADE}"
)
"""A grade that says that it is the unit's own, anywhere behind the score."""
_GRADE_BEHIND = regex(rf"{NUMBER}分(?:,(?:属于?|为|达到|评为)?|\()\"?{GRADE}\"?(?:等?[级次]|档|[。,;)])")
_COUNTED = regex(r"\"?(?:等?[级次]|档)?的?(?:有|共)?\d+[个项家]")
_FULL = regex(rf"{part('scores', 'full')}[为是:]?$")
_FULL_BEHIND = regex(rf"[),/]{{0,2}}(?:自评|评|得|实际?得|最终得)(?:得分|得|分|为)*+(?P<got>{NUMBER})分")
_YARDSTICK = regex(r"^.*(?:体系|标准|办法|指标表|评分表|要求)")
"""What the points are measured by: 对照绩效评价指标体系自评得分."""
_MORE_BEHIND = regex(rf"、[^,;。、]{{1,14}}?{NUMBER}分")
"""安澜县97.3分、双港区96.4分: scores of several."""
_FILLER = regex(r"(?:实际?|[得为共计达到了仅约])*")
"""What says nothing of what points are of."""
_FULL_IN_BRACKETS = regex(rf"\((?:满分|总分|权重)[为:]?(?P<full>{NUMBER})")
_EARLIER = regex(part("scores", "earlier"))
_OTHERS = regex(part("scores", "others"))
_OWN = regex(part("scores", "own"))
_WHOLE = regex(part("scores", "whole"))
_PART = regex(part("scores", "part"))
_MEAN = regex(r"平均(?:得分|得|分|为)*+$")
_LABEL = regex(r"(?:自评|评价|评定|综合|最终|绩效|总)得分$")
_ALONE = regex(rf"(?P<n>{NUMBER})(?=[,;。(]|$)")
"""Points without 分 behind a heading that says what they are: 评价得分：95.2."""
_FULL_MARKS = 100
_LEAST_SUM = 60
_FEWEST = 3
"""The least that several parts come to where their sum is taken for the whole, and the fewest parts."""
_MOST = 120
"""More points than any scale has."""
_NEAR = 60
"""Characters behind a score in which its grade stands."""


class Score(NamedTuple):
    """Points that a text states: their place and value, and what they are the score of."""

    span: tuple[int, int]
    value: Decimal
    of: ScoreOf


def scores(folded: str, year: int | None, heading: str = "") -> Iterator[Score]:
    """The points that a folded text states, in order. `year`: the one that the report is about; `heading`: that above it."""
    alone = _ALONE.match(folded) if _LABEL.search(heading) else None
    if alone and not _PART.search(heading) and (value := decimal(alone["n"])) is not None:
        yield Score(alone.span("n"), value, "whole" if _WHOLE.search(heading) else "own")
    for sentence in _SENTENCE.finditer(folded):
        yield from _in_sentence(sentence[0], sentence.start(), year, "" if sentence.start() else heading)


def own_score(found: Sequence[Score]) -> Score | None:
    """The score of the whole among those of a document: named outright, else the first of the unit's own, else what several parts
    come to, else none."""
    for kind in ("whole", "own", "mean"):
        of_kind = [score for score in found if score.of == kind]
        if of_kind:
            return next((s for s in of_kind if _addends(s, found)), of_kind[0])
    return next((s for s in found if s.of == "part" and s.value >= _LEAST_SUM and _addends(s, found) >= _FEWEST), None)


def grade_of(folded: str, score: Score | None, year: int | None) -> tuple[int, int] | None:
    """Where a folded text states the grade: behind the score, else, where no score is given, in a sentence on the unit's own."""
    if score is not None:
        until = min(len(folded), score.span[1] + _NEAR)
        found = _GRADE_BEHIND.match(folded, score.span[0]) or _first_grade(folded, score.span[1], until)
        between = folded[score.span[1] : found.start()] if found else ""
        own = not _OTHERS.search(between) and not _EARLIER.search(between) and last_year(between) in (None, year)
        found = found if own else None
        found = found or _OWN_GRADE.search(folded, score.span[1])
        return found.span("g") if found else None
    for sentence in _SENTENCE.finditer(folded):
        found = _first_grade(folded, *sentence.span())
        before = folded[sentence.start() : found.start()] if found else ""
        if found and not _OTHERS.search(before) and last_year(before) in (None, year):
            return found.span("g")
    return None


def _first_grade(folded: str, start: int, end: int) -> re.Match[str] | None:
    """The first grade between two places that is none of several counted: 评为优的9个."""
    grades = sorted(
        (m for p in (_GRADE_STATED, _GRADE_NAMED, _GRADE_IN_ITS_PLACE) for m in p.finditer(folded, start, end)),
        key=re.Match.start,
    )
    return next((m for m in grades if not _COUNTED.match(folded, m.end())), None)


def _in_sentence(sentence: str, offset: int, year: int | None, heading: str) -> Iterator[Score]:
    left_end = 0
    listing = of_part = False
    whole_part: Decimal | None = None
    for match in _POINTS.finditer(sentence):
        left = sentence[left_end : match.start()] or heading
        left_end = match.end()
        value = decimal(match["n"] or match["alone"])
        if value is None or _LIMIT.search(left):
            continue
        clause = re.split(r"[,;:]", left.rstrip(":"))[-1]
        clause = _YARDSTICK.sub("", left if _FILLER.fullmatch(clause) else clause)
        whole_part = None if ";" in left else whole_part
        of_whole = _WHOLE.search(clause) is not None
        listing = not of_whole and (of_part or (listing and ";" not in left) or "其中" in left)
        within = not of_whole and whole_part is not None and value <= whole_part
        of = _of(sentence, match, value, left, clause, listing or within, year)
        of_part = of == "full" and value < _FULL_MARKS
        whole_part = value if of == "part" and _PART.search(clause) and not within else whole_part
        yield Score((offset + match.start(), offset + match.end()), value, of)


def _of(
    sentence: str, match: re.Match[str], value: Decimal, left: str, clause: str, listing: bool, year: int | None
) -> ScoreOf:
    """What the points of a match are the score of. `left`: the words before them; `clause`: those of their own clause;
    `listing`: the sentence is listing the points of parts."""
    behind = sentence[match.end() :]
    stated = last_year(_DATE.sub("", sentence[: match.start()]))
    bracketed = left.endswith("(") and behind.startswith(")")
    of_whole, of_part = _WHOLE.search(clause), _PART.search(clause)
    if bracketed or _FULL.search(clause):
        return "full"
    if (not of_whole or of_part or value == _FULL_MARKS) and _less_behind(value, behind):
        return "full"
    if (year and stated not in (None, year)) or _EARLIER.search(clause) or value > _MOST:
        return "other"
    if _others(left):
        graded = _MEAN.search(left) and "自评" in sentence and _GRADE_STATED.search(behind)
        return "mean" if graded else "other"
    if (left.startswith("、") or _MORE_BEHIND.match(behind)) and not of_whole and not listing:
        return "other"
    if of_whole and not of_part:
        return "whole"
    if listing or of_part or _of_less_than_all(behind):
        return "part"
    return "own" if _OWN.search(left) else "part"


def _less_behind(value: Decimal, behind: str) -> bool:
    """Whether points no higher stand behind the number, as what was got of it: 20分，自评19分."""
    got = _FULL_BEHIND.match(behind)
    return got is not None and (decimal(got["got"]) or 0) <= value


def _of_less_than_all(behind: str) -> bool:
    """Whether the full mark that follows in brackets is that of a part: 47.2分（满分50分）."""
    full = _FULL_IN_BRACKETS.match(behind)
    return full is not None and (decimal(full["full"]) or 0) < _FULL_MARKS


def _others(left: str) -> bool:
    """Whether points were given by others, or are of several: 县财政局重点评价得分, 平均, 在88分至97分之间."""
    return any("自评" not in left[other.end() :] for other in _OTHERS.finditer(left))


def _addends(score: Score, found: Sequence[Score]) -> int:
    """How many parts that stand right before a score, or behind it, have points that come to it; 0 if none have."""
    at = found.index(score)
    for run in (found[:at][::-1], found[at + 1 :]):
        total = Decimal(0)
        addends = 0
        for each in run:
            if each.of != "part":
                if each.of == "full":
                    continue
                break
            total += each.value
            addends += 1
            if total == score.value:
                return addends
    return 0
