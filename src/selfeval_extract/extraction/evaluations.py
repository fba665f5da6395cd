"""Forms → evaluations of the record: every label resolved already, here cells become values."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from selfeval_extract.document import Text, clean, join
from selfeval_extract.prose.titles import bracketed_year, is_form_title, kind_of
from selfeval_extract.record.cited import Leaf, cite, cite_cell, cite_folded, cite_text
from selfeval_extract.record.cited_record import CitedEvaluation, CitedFund, CitedIndicator, CitedValue
from selfeval_extract.runtime.pattern_cache import regex
from selfeval_extract.structure.forms.form import ClosingField, Form, FundRow, IndicatorRow
from selfeval_extract.values.numbers import amount_in, is_nothing, points, points_pair, rate
from selfeval_extract.values.targets import comparator, quantity
from selfeval_extract.values.years import year_in
from selfeval_extract.vocabulary.fund_rows import total_row
from selfeval_extract.vocabulary.roles import NATURES, SOURCES, FundColumn, HeadField, Kind, Nature, Source
from selfeval_extract.vocabulary.words import wording

_WEIGHT = regex(r"[(（\[【]\s*+(\d[\d\s]*+(?:\.\d++)?)\s*+[分%]?\s*+[)）\]】]|(?<=标)(\d+(?:\.\d+)?)分$")
_UNFILLED = regex(r"[(（](?:请?填写|如)[^()（）]*[)）]|[…\.]{2,}|指标\d+[:：]?")
_TEMPLATE_NAME = regex(r"^指标\s*\d+\s*[:：.、．]?\s*|^(?:指标)?[…\.]{2,}$|^[Xx×]{2,}$")
_HINT = regex(r"[(（]\s*+(?:请?填写|针对|简要|简述|对照|说明|(?>[^()（）]*?\d字))[^()（）]*+[)）]")
"""A template's instruction: what to write, or in how many characters."""
_SUPERVISORS: tuple[HeadField, ...] = ("supervisor", "provincial_supervisor", "central_supervisor")
"""The supervising departments that a form may name, the one nearest to the unit first."""
GRADE_STATED = regex(
    r"(?:等级|等次|评级|级别|档次|评定|评价|结论|结果|评)(?:结果|等级|等次|级别)?(?:综合)?(?:评定|认定|确定|划分)?(?:(?:为|是|属于|:|达到|在)+\"?|\")(?P<g>优秀|良好|中等|较差|基本合格|不合格|合格|优|良|中|差|[ABCD](?=级|\"|。|,))"
)
"""How a sentence names a grade."""
_GRADES = r"(?P<g>优秀?|良好?|中等?|较?差|基本合格|合格|不合格)"
_TICKED = regex(rf"[☑√✓✔■●◉R]{_GRADES}(?=[□○☐◯口(,;、/]|$)")
_TICKED_BEHIND = regex(rf"(?:^|[□○☐◯口,;、/]){_GRADES}[☑√✓✔■●◉R]")
_BOX_FIRST = regex(r"[□○☐◯口☑√✓✔■●◉R]")
_GRADE = regex(r"优秀?|良好?|中等?|差|合格|基本合格|不合格|较差|一般|较好|[ABCD]级?")


class ScoredPoints(NamedTuple):
    """Weight and score of a row."""

    weight: Leaf
    score: Leaf


def is_evaluation(form: Form) -> bool:
    """Whether a form reports results: not a monitoring table, not targets alone, not a scoring scheme."""
    title = "".join(t.folded.text for t in form.titles)
    other = wording("other_documents", "form")
    if form.interim or (other.search(title) and "自评" not in title and "评价" not in title):
        return False
    roles = form.indicator_columns
    if form.indicators and (
        {"actual"} & roles or ("score" in roles and ("自评" in title or "评价" in title or "actual" in roles))
    ):
        return True
    results = bool(form.actual) or any("executed" in row.cells for row in form.funds)
    return results and not form.indicators and (bool(form.actual and form.expected) or "自评" in title)


def evaluation(form: Form, year: Leaf, kind: Kind | None) -> CitedEvaluation:
    """One evaluation of the record. `year` and `kind` are the document's, for forms that do not say their own."""
    title = form_title(form)
    department = form.fields.get("department") or form.fields_above.get("department")
    own_kind = form_kind(form) or kind
    subject = form.fields.get("subject") or form.fields_above.get("subject") or form.fields.get("department")
    unit = form.fields.get("unit") or form.fields_above.get("unit") or department
    if subject is None and own_kind == "department":
        subject = department or unit
    totals = total_points(form)
    weights = [t for t in form.titles if bracketed_year(t.folded.text)]
    return {
        "title": cite_text(title),
        "kind": own_kind,
        "year": form_year(form, [*([title] if title else []), *weights]) or year,
        "subject": cite_text(without_seal(subject) if subject else None),
        "unit": cite_text(without_seal(unit) if unit else None),
        "supervisor": cite_text(next((form.fields[k] for k in _SUPERVISORS if k in form.fields), None)),
        "funds": [
            _fund(row, form.fund_weight if n == 0 else None, form.money_unit) for n, row in enumerate(form.funds)
        ],
        "by_source": {name: _split(form, name) for name in SOURCES},
        "by_nature": {name: _split(form, name) for name in NATURES},
        "goal": {"expected": _prose(form.expected), "actual": _prose(form.actual)},
        "indicators": [_indicator(row) for row in form.indicators if _used(row)],
        "total_weight": totals.weight,
        "total_score": totals.score,
        "grade": grade_in(form.closing.get("grade")) or grade_stated(form.closing.get("conclusion")),
        "conclusion": _closing(form, "conclusion"),
        "problems": _closing(form, "problems") or _closing(form, "problems_and_measures"),
        "measures": _closing(form, "measures"),
    }


def _split(form: Form, name: Source | Nature) -> Leaf:
    return cite_cell(form.splits.get(name), amount_in(form.money_unit))


def total_points(form: Form) -> ScoredPoints:
    """Weight and score of the row of totals."""
    return _points(form.closing.get("weight"), form.closing.get("score") or form.closing.get("weight_and_score"))


def form_title(form: Form) -> Text | None:
    """The form's title line, the one with the year's bracket first."""
    return next((t for t in form.titles if is_form_title(t.folded.text)), None)


def form_kind(form: Form) -> Kind | None:
    """The kind of a form: told from its title, then from what its subject is called."""
    title = form_title(form)
    named = kind_of(title.folded.text) if title else None
    passed_on = "central_supervisor" in form.fields and form.fields.keys() & {"supervisor", "provincial_supervisor"}
    if named == "project" and passed_on:
        return "transfer"
    if named:
        return named
    if "subject" in form.fields:
        return "transfer" if passed_on else "project"
    return "department" if "department" in form.fields else None


def form_year(form: Form, heads: Sequence[Text]) -> Leaf:
    """The year that a form names for itself: in its title, on a line of its own, in a field."""
    for text in [*heads, *(fields["year"] for fields in (form.fields, form.fields_above) if "year" in fields)]:
        found = year_in(text.folded.text)
        if found:
            return cite_folded(text, found.start, found.end, found.year)
    return None


_SEAL = regex(r"(?<!\s)\s*[(（](?:公章|盖章|签章|章|单位盖章|加盖公章)[)）]\s*$")


def without_seal(text: Text) -> Text:
    """A unit's name without the form's （盖章） behind it."""
    match = _SEAL.search(text.string)
    return text.part(0, match.start()) if match else text


def grade_in(text: Text | None) -> Leaf:
    """The grade that a cell names; None for a cell that holds something else."""
    if text is None:
        return None
    boxes_first = _BOX_FIRST.match(text.folded.text)
    ticked = (_TICKED if boxes_first else _TICKED_BEHIND).search(text.folded.text)
    if ticked:
        return cite_folded(text, *ticked.span("g"))
    match = _GRADE.fullmatch(text.folded.text.strip("\"'()"))
    return cite_folded(text, *_inner(text.folded.text, match[0])) if match else None


def grade_stated(text: Text | None) -> Leaf:
    """The grade that a sentence gives: 自评等级为优."""
    match = GRADE_STATED.search(text.folded.text) if text else None
    return cite_folded(text, *match.span("g")) if text and match else None


def _inner(folded: str, part: str) -> tuple[int, int]:
    at = folded.index(part)
    return at, at + len(part)


def _prose(texts: Sequence[Text]) -> Leaf:
    kept = [t for t in texts if t and not is_nothing(t.folded.text)]
    if not kept:
        return None
    whole = join(kept, "\n")
    return cite(_HINT.sub("", clean(whole.string)), whole)


def _closing(form: Form, name: ClosingField) -> Leaf:
    text = form.closing.get(name)
    return cite(clean(_HINT.sub("", text.string)), without_hint(text)) if text else None


def without_hint(text: Text) -> Text:
    """A filled cell without the template's instruction before it: （不超过200字）."""
    match = _HINT.match(text.string)
    return text.part(match.end(), len(text.string)) if match and match.end() < len(text.string) else text


def _fund(row: FundRow, heading_weight: Text | None, form_unit: str | None) -> CitedFund:
    def money(*roles: FundColumn) -> Leaf:
        for role in roles:
            if role in row.cells:
                return cite_cell(row.cells[role], amount_in(row.column_units.get(role) or row.unit or form_unit))
        return None

    note = row.cells.get("note")
    weight = row.cells.get("weight") if "weight" in row.cells else heading_weight
    scored = _points(weight, row.cells.get("score"))
    original: tuple[FundColumn, ...] = ("original",)
    if "revised" in row.cells and "budget" in row.cells and "original" not in row.cells:
        original = ("budget",)
    return {
        "label": _label(row.label),
        "original": money(*original),
        "revised": money("revised", "budget"),
        "executed": money("executed"),
        "weight": scored.weight,
        "rate": cite_cell(row.cells.get("rate"), rate),
        "score": scored.score,
        "note": cite_text(note) if note and not is_nothing(note.folded.text) else None,
    }


def _points(weight: Text | None, score: Text | None) -> ScoredPoints:
    """Weight and score, which a column of both (分值/得分) holds in one cell."""
    both = score if score is not None and weight is None else weight if score is None else None
    pair = points_pair(both.folded.text) if both is not None else None
    if both is not None and pair:
        end, start = pair
        first, second = both.part(*both.folded.span(0, end)), both.part(*both.folded.span(start, len(both.folded.text)))
        larger = points(first.folded.text) >= points(second.folded.text)  # type: ignore[operator]
        weight, score = (first, second) if larger else (second, first)
    return ScoredPoints(cite_cell(weight, points), cite_cell(score, points))


def _label(text: Text | None) -> Leaf:
    return cite_text(text, ":： ")


def _used(row: IndicatorRow) -> bool:
    """Whether a row says something of its own; a template's unused row has a name at most."""
    held = [row[role].folded.text for role in ("target", "adjusted_target", "actual", "score") if role in row]
    if any(not is_nothing(t) for t in held):
        return not ("name" in row and _UNFILLED.fullmatch(row["name"].string.strip()) and len(held) < 2)
    return "weight" in row and "name" in row and points(row["weight"].folded.text) is not None


def _indicator(row: IndicatorRow) -> CitedIndicator:
    level1, weight1 = _level(row.get("level1"))
    level2, weight2 = _level(row.get("level2"))
    adjusted = row.get("adjusted_target")
    scored = _points(row.get("weight"), row.get("score"))
    target = adjusted if adjusted is not None and not is_nothing(adjusted.folded.text) else row.get("target")
    return {
        "level1": level1,
        "level2": level2,
        "name": _name(row.get("name")),
        "target": _value(target, row.get("comparator"), row.get("unit")),
        "actual": _value(row.get("actual"), None, row.get("unit")),
        "weight": scored.weight,
        "score": scored.score,
        "note": _note(row.get("note")),
        "level1_weight": weight1,
        "level2_weight": weight2,
    }


def _level(text: Text | None) -> tuple[Leaf, Leaf]:
    """A level's name without its weight, and the weight (`docs/record.md`: level names)."""
    if text is None:
        return None, None
    match = _WEIGHT.search(text.string)
    if match is None:
        return cite_text(text), None
    group = 1 if match[1] else 2
    weight = cite(points("".join(match[group].split())), text, *match.span(group))
    start, end = (match.start(), match.end()) if match[1] else (match.start(2), match.end())
    name = clean(text.string[:start] + text.string[end:])
    quote = text.part(0, start) if start and text.string[:start].strip() else text
    return (cite(name, quote) if name else None), weight


def _name(text: Text | None) -> Leaf:
    if text is None:
        return None
    match = _TEMPLATE_NAME.match(text.string.strip())
    if match is None:
        return cite_text(text)
    lead = len(text.string) - len(text.string.lstrip()) + match.end()
    rest = text.part(lead, len(text.string))
    return cite_text(rest) if rest else cite_text(text, ":：")


def _note(text: Text | None) -> Leaf:
    return None if text is None or is_nothing(text.folded.text) else cite_text(text)


def _value(text: Text | None, sign: Text | None, unit: Text | None) -> CitedValue:
    """The four leaves of a target or actual value; the unit column fills the unit only beside a number."""
    out: CitedValue = {"text": None, "comparator": None, "value": None, "unit": None}
    if text is None or is_nothing(text.folded.text):
        return out
    found = quantity(text.folded.text)
    out["text"] = cite_text(text)
    if found is None:
        return out
    out["value"] = cite_folded(text, *found.number, found.value)
    if found.sign and found.comparator:
        out["comparator"] = cite_folded(text, *found.sign, found.comparator)
    if found.unit:
        out["unit"] = cite_folded(
            text,
            *found.unit,
            text.folded.text[slice(*found.unit)] if text.folded.text[slice(*found.unit)] in "%‰" else None,
        )
    if sign is not None and (own := comparator(sign.folded.text)):
        out["comparator"] = cite(own, sign)
    if unit is not None and not is_nothing(unit.folded.text):
        shown = unit.folded.text if unit.folded.text in "%‰" else clean(unit.string)
        out["unit"] = cite(shown, unit)
    return out


def total_funds(form: Form) -> CitedFund | None:
    """The row of totals of a form's fund block; None if it has no funds."""
    row = total_row([r.label.folded.text if r.label else None for r in form.funds])
    return None if row is None else _fund(form.funds[row], None, form.money_unit)
