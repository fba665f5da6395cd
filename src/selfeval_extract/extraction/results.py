"""The document's own result and what it says of its use: score, grade, disclosure."""

from __future__ import annotations

from selfeval_extract.document import Text, folded_text, join
from selfeval_extract.extraction.context import Context
from selfeval_extract.extraction.evaluations import grade_in, grade_stated, total_points
from selfeval_extract.prose.points import tells_use_of_result
from selfeval_extract.prose.scores import GRADE, grade_of, own_score, scores
from selfeval_extract.record.cited import Leaf, cite_folded, cite_text
from selfeval_extract.record.cited_record import CitedSelfAssessment
from selfeval_extract.runtime.pattern_cache import regex
from selfeval_extract.vocabulary.roles import Topic
from selfeval_extract.vocabulary.words import wording

_EARLIER = regex(r"上(?:一)?年|以前年度|往年|上次")
"""A heading on how the result of an earlier evaluation was used."""
_SENTENCE = regex(r"[^。]+。?")
_GRADE_LABEL = regex(r"(?:自评|评价|评定|综合|绩效)[^未不]{0,4}(?:等级|等次|评级|档次|级别)$")
_GRADE_ALONE = regex(rf"\"?{GRADE}\"?(?:[。;]|$)")
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
    """The score of the whole and its grade."""
    passages = [p for p in context.passages if p.topic not in _ELSEWHERE or "结论" in p.heading.folded.text]
    texts = [text for p in passages for text in p.texts]
    found = [
        (text, score)
        for p in passages
        for text in p.texts
        for score in scores(text.folded.text, context.year, p.heading.folded.text)
    ]
    score = own_score([s for _, s in found])
    stated = next((text for text, s in found if s is score), None)
    grades = [(stated, score)] if stated is not None else []
    grade = next(
        (
            cite_folded(t, *g)
            for t, s in [*grades, *((t, None) for t in texts)]
            if (g := grade_of(t.folded.text, s, context.year))
        ),
        None,
    )
    grade = grade or next(
        (leaf for p in passages for text in p.texts if (leaf := _labelled_grade(p.heading, text))), None
    )
    return (cite_folded(stated, *score.span, score.value) if stated is not None and score else None), grade


def _labelled_grade(heading: Text, text: Text) -> Leaf:
    """A grade alone below a heading that is its label: 自评等级：优。"""
    found = _GRADE_ALONE.match(text.folded.text) if _GRADE_LABEL.search(heading.folded.text) else None
    return cite_folded(text, *found.span("g")) if found else None


def disclosure(context: Context) -> Leaf:
    """The text of the section on the use and publication of the result, else the sentences elsewhere that tell of it; None if
    there are none or the section says 无."""
    for tree in context.outline.about("result_use"):
        if _EARLIER.search(tree[0].heading.folded.text):
            continue
        texts = [i.text for s in tree for i in s.items if i.text]
        if texts:
            return cite_text(join(texts, "\n"))
    for text in reversed([text for p in context.passages for text in p.texts if text is not p.heading]):
        told = [m.span() for m in _SENTENCE.finditer(text.folded.text) if tells_use_of_result(m[0])]
        if told:
            return cite_text(text.folded_part(told[0][0], told[-1][1]))
    return None
