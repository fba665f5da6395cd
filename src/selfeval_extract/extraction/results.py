"""The document's own result and what it says of its use: score, grade, disclosure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from selfeval_extract.document import folded_text, join
from selfeval_extract.extraction.context import Context
from selfeval_extract.extraction.evaluations import GRADE_STATED, grade_in, grade_stated, total_points
from selfeval_extract.record.cited import Leaf, cite_folded, cite_text
from selfeval_extract.record.cited_record import CitedSelfAssessment
from selfeval_extract.runtime.pattern_cache import regex
from selfeval_extract.values.numbers import NUMBER, decimal
from selfeval_extract.vocabulary.roles import Topic
from selfeval_extract.vocabulary.words import wording

_SCORE = regex(
    rf"(?:自评|评价|综合|绩效|总体|最终|合计|评定|整体|支出|项目|部门|自我){{0,8}}(?:综合)?(?:自评得|评价得|综合得|评定得|合计得|总得分|得分|评分|总分|评价分|分值|打分|分数|自评分|自评)(?:结果|情况|分值|合计)*(?:为|是|:|达到?|共计?|\([^()]*\))*(?P<n>{NUMBER})分(?!值|以)"
)
_SCORE_GOT = regex(
    rf"(?:自评|评议|评定|评价|打分|考评),?(?:本|该|我|此)?[^,。;\d]{{0,12}}?(?<!扣)得(?:到|了)?(?P<n>{NUMBER})分(?!值|以)"
)
_PART_SCORED = regex(rf"得{NUMBER}分")
_PARTS_ADDED = regex(rf"(?:共计|合计|总计)得?(?P<n>{NUMBER})分(?!值|以)")
_SENTENCE = regex(r"[^。]+")
_GRADE_BEHIND = regex(
    rf"{NUMBER}分,(?:属于?|为|达到|评为)?\"?(?P<g>优秀|优|良好|良|中等|中|较差|差)\"?(?:等?[级次]|档|[。,;)])"
)
_PART_OF = regex(r"(其中|指标|决策|过程|产出|效益|满意度|履职|管理效率|满分|权重|扣|(?<![本该此])项)[^,。;]{0,8}$")
_OF_ALL = regex(r"综合|总|最终|合计")
"""What the score of the whole is called, where parts are scored, too."""
_ELSEWHERE: frozenset[Topic | None] = frozenset({"problems", "measures", "problems_and_measures"})


def self_assessment(context: Context, title: Leaf) -> CitedSelfAssessment:
    """Score and grade from the prose, else from the only form; none from a report on something else than results."""
    forms, shown = context.forms, folded_text(str(title.value)) if title is not None else ""
    if wording("other_documents", "report").search(shown):
        return {"score": None, "grade": None}
    score, grade = _in_prose(context) if context.is_report or len(forms) == 1 else (None, None)
    if len(forms) == 1 and not (context.is_report and score):
        closing = forms[0].closing
        score = total_points(forms[0]).score or score
        grade = grade_in(closing.get("grade")) or grade_stated(closing.get("conclusion")) or grade
    return {"score": score, "grade": grade}


def _in_prose(context: Context) -> tuple[Leaf, Leaf]:
    scores: list[tuple[bool, Leaf]] = []
    grade: Leaf = None
    for topic, _, text in context.paragraphs():
        if topic in _ELSEWHERE:
            continue
        folded = text.folded.text
        stated = [(m.start(), m) for m in (*_SCORE.finditer(folded), *_SCORE_GOT.finditer(folded))]
        whole = [(at, m) for at, m in stated if not _PART_OF.search(folded[max(0, at - 12) : at])]
        for start, match in (*_added_up(folded), *whole):
            leaf = cite_folded(text, match.start("n"), match.end(), decimal(match["n"]))
            scores.append((bool(_OF_ALL.search(folded, start, match.end())), leaf))
        found = GRADE_STATED.search(folded) or _GRADE_BEHIND.search(folded)
        if grade is None and found:
            grade = cite_folded(text, *found.span("g"))
    score = next((leaf for of_all, leaf in scores if of_all), scores[0][1] if scores else None)
    return score, grade


def _added_up(folded: str) -> Iterator[tuple[int, re.Match[str]]]:
    """Sums of the points that a sentence gives for parts: where the first part stands, and the sum."""
    for sentence in _SENTENCE.finditer(folded):
        start, end = sentence.span()
        while (part := _PART_SCORED.search(folded, start, end)) and (
            added := _PARTS_ADDED.search(folded, part.end(), end)
        ):
            yield part.start(), added
            start = added.end()


def disclosure(context: Context) -> Leaf:
    """The text of the section on the use and publication of the result; None if there is none or it says 无."""
    for tree in context.outline.about("result_use"):
        texts = [i.text for s in tree for i in s.items if i.text]
        if texts:
            return cite_text(join(texts, "\n"))
    return None
