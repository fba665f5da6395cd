"""Problems, causes and measures, however they are written, and what each is about."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import Literal

from selfeval_extract.document import Cell, Text, clean
from selfeval_extract.extraction.context import Context
from selfeval_extract.extraction.evaluations import without_hint
from selfeval_extract.extraction.points import Point, points_of, section_points, states_none, trimmed
from selfeval_extract.record.cited import Cited, Leaf, cite, cite_text
from selfeval_extract.record.cited_record import CitedMeasure, CitedProblem, Measures, Problems
from selfeval_extract.runtime.pattern_cache import regex
from selfeval_extract.structure.forms.form import ClosingField, Form
from selfeval_extract.structure.grid import Grid, key
from selfeval_extract.structure.prose.sections import Item, Section, plain_item
from selfeval_extract.values.list_numbers import NUMERALS
from selfeval_extract.vocabulary.categories import category
from selfeval_extract.vocabulary.labels import CLOSING_ROWS
from selfeval_extract.vocabulary.roles import Topic
from selfeval_extract.vocabulary.words import wording

_CAUSE = regex(
    r"[,。;:(]?(?:(?:其|造成|产生|形成|出现)?(?:以上|上述|该|这一)?(?:问题|偏差|情况)?(?:的)?(?:主要|根本|具体|直接)?原因(?:分析)?(?:是|为|在于|主要是|如下)*[:,]?(?:一是)?|究其原因,?|(?:这)?主要是(?:因为|由于),?|(?:原因|成因)(?:分析)?:)"
)
_INSIDE = regex(
    r"^(?:(?P<before>[^,。;]+(?:,[^,。;]+)*?),(?:导致|致使|造成|使得)|(?P<due>(?:由于|因为|因|受)[^,。;]+(?:影响)?),)"
)
_DUE = regex(
    r"(?:^|[。;,])(?:由于|因为)(?P<cause>[^。;]{1,200}?),(?=(?:部分|导致|致使|造成|使得?|个别|未能?|影响|无法|难以|不能))|(?:^|[。;,])(?:由于|因为)(?P<due>[^,。;]{1,200}),"
)
_LATER_SENTENCE = regex(r"。(?P<cause>[^。]+?),(?:从而|进而|以致|以至于?)?(?:导致|致使|造成)")
"""In a sentence behind the one that names the problem, all before 导致 is the cause."""
_LED_TO = regex(r"(?:从而|进而|以致|以至于?)?(?:导致|致使|造成|使得)")
_WANTING = regex(r"有待|不足|不够|不高")
_MEASURE_WORD = regex(r"措施|建议|对策|举措")
_CAUSE_HEAD = regex(r"(?:产生|主要|形成)?(?:的)?(?:成因|原因|根源)(?:分析)?")
"""The head of a column of causes in a table of problems."""
_SEE_TABLE = regex(r"下表|附表|列表")
_TURNS_TO_MEASURES = regex(
    r"(?:针对|对于?|围绕)(?:以上|上述|存在的|这些|前述)[^。;:]{0,20},?[^。;:]{0,24}(?:改进|措施|整改|打算|着手|做好)[^。;:]{0,12}:"
)
"""The paragraph with which a section on problems and measures goes over to the measures."""
_TWO_MATTERS = regex(r"(?:做法|经验|成效|成绩|情况|效果)(?:和|与|及|、|以及)")
"""主要做法和存在的问题: the section's own items are on both."""
_MEASURE_START = regex(
    r"^(?:下一步|今后|我(?:局|单位|中心|办|院|校)将|将|针对|加强|进一步(?:加强|规范|完善|细化|强化|加大|提高)|强化|完善|健全|建立|细化|规范|加快|提高|落实|督促|优化|科学|严格)"
)
_LABELLED = regex(
    r"(?P<mark>存在(?:的)?(?:主要)?问题|主要问题|问题(?!解决)|改进措施|整改措施|下一步(?:改进)?措施|解决措施|措施|(?:主要)?原因(?:分析)?|建议|对策|整改举措|举措)"
    rf"[{NUMERALS}\d]{{0,2}}[:：]"
)

Role = Literal["problem", "measure"]


def problems_and_measures(context: Context) -> tuple[Problems, Measures]:
    """From the report's sections, else from the forms' closing rows and fund-management columns."""
    problems, measures = _from_sections(context)
    listed = _from_tables(context)
    if listed[0] and isinstance(problems, list) and all(_only_points_to_table(p) for p in problems):
        problems = None
    problems, measures = problems or listed[0], measures or listed[1]
    if problems is None and measures is None:
        return _from_forms(context.forms)
    if problems is None or measures is None:
        more_problems, more_measures = _from_forms(context.forms) if not context.is_report else (None, None)
        problems = more_problems if problems is None else problems
        measures = more_measures if measures is None else measures
    return problems, measures


def _only_points_to_table(item: CitedProblem) -> bool:
    """Whether what a section says of problems is only that a table lists them."""
    text = item["text"]
    return text is not None and _SEE_TABLE.search(str(text.value)) is not None


def _from_sections(context: Context) -> tuple[Problems, Measures]:
    problems: Problems = None
    measures: Measures = None
    for topic, tree in _trees(context):
        found_problems, found_measures = _TREES[topic](tree)
        problems = problems or found_problems
        measures = measures or found_measures
    return problems, measures


def _from_tables(context: Context) -> tuple[Problems, Measures]:
    """Problems and measures listed in a plain table inside the report."""
    problems: list[CitedProblem] = []
    measures: list[CitedMeasure] = []
    for _, table, _above in context.layout.plain:
        grid = Grid(table)
        heads = {role: c for c in grid.filled(0) if (role := CLOSING_ROWS.role(key(c))) in ("problems", "measures")}
        if "problems" not in heads:
            continue
        causes = next((c for c in grid.filled(0) if _CAUSE_HEAD.fullmatch(key(c))), None)
        for row in range(1, grid.height):
            for role, head in heads.items():
                cell = grid.at(row, head.column)
                if cell is not None and cell.text and not states_none(cell.text.folded.text):
                    text = trimmed(cell.text)
                    cause = grid.at(row, causes.column) if causes is not None else None
                    problems.append(_with_cause(text, cause)) if role == "problems" else measures.append(measure(text))
    return problems or None, measures or None


def _with_cause(text: Text, cause: Cell | None) -> CitedProblem:
    """A problem, with the cause that a cell of its own gives."""
    found = problem(text)
    if cause is not None and cause.text and not states_none(cause.text.folded.text):
        found["cause"] = cite_text(trimmed(cause.text))
        found["category"] = category(text.folded.text, cause.text.folded.text)
    return found


def _trees(context: Context) -> Iterator[tuple[Topic, list[Section]]]:
    """The sections on problems and measures, innermost first where one heading announces both."""
    sections = context.outline.sections
    for n, section in enumerate(sections):
        if section.topic not in _TREES:
            continue
        tree = context.outline.tree(n)
        inner = {s.topic for s in tree[1:]}
        if section.topic == "problems_and_measures" and inner & {"problems", "measures"}:
            continue
        if _TWO_MATTERS.search(section.heading.folded.text) and section.topic in inner:
            continue
        end = next(
            (k for k, s in enumerate(tree) if k and s.topic in (*_TREES, "result_use", "other_matters", "annex")),
            len(tree),
        )
        yield section.topic, tree[:end]


def _problems(tree: Sequence[Section]) -> tuple[Problems, Measures]:
    none = _none_stated(tree)
    return (none, None) if none is not None else _separated(section_points(tree), labels_only=True)


def _measures(tree: Sequence[Section]) -> tuple[Problems, Measures]:
    return None, _none_stated(tree) or [measure(p.text) for p in section_points(tree)] or None


def _separated(points: Sequence[Point], labels_only: bool) -> tuple[Problems, Measures]:
    problems: list[CitedProblem] = []
    measures: list[CitedMeasure] = []
    for point in points:
        for role, text in parts(point.text, labels_only):
            if role == "measure":
                measures.append(measure(text))
            else:
                problems.append(problem(text))
    return problems or None, measures or None


def _both(tree: Sequence[Section]) -> tuple[Problems, Measures]:
    """One section on problems and measures: separated by labels, else by what the sentences set out to do."""
    none = _none_stated(tree)
    if none is not None:
        return none, none
    items = tree[0].items
    turn = next((n for n, item in enumerate(items) if n and _TURNS_TO_MEASURES.match(item.text.folded.text)), None)
    if len(tree) > 1 or turn is None:
        return _separated(section_points(tree), labels_only=False)
    problems, _ = _separated(points_of(items[:turn]), labels_only=True)
    return problems, [measure(p.text) for p in points_of(items[turn:])] or None


_TREES: dict[Topic, Callable[[Sequence[Section]], tuple[Problems, Measures]]] = {
    "problems": _problems,
    "measures": _measures,
    "problems_and_measures": _both,
}


def _none_stated(tree: Sequence[Section]) -> Cited | None:
    texts = [i.text for s in tree for i in s.items if i.text]
    if len(tree) == 1 and texts and all(states_none(t.folded.text) or _no_problem(t.folded.text) for t in texts):
        return Cited([], texts[0].evidence())
    return None


def _no_problem(folded: str) -> bool:
    pattern = wording("none", "no_problem")
    return (
        len(folded) <= 60
        and pattern.search(folded) is not None
        and "但" not in folded
        and "存在" not in folded.replace("不存在", "")
    )


def parts(text: Text, labels_only: bool = False) -> Iterator[tuple[Role, Text]]:
    """A point that may hold a problem and its measure → (problem or measure, text) in order: by its labels, or, unless
    `labels_only`, by what its sentences set out to do."""
    folded = text.folded.text
    marks = [m for m in _LABELLED.finditer(folded) if m.start() == 0 or folded[m.start() - 1] in "。;,:)"]
    if any(_MEASURE_WORD.search(m["mark"]) or "问题" in m["mark"] for m in marks):
        yield from _by_labels(text, marks)
        return
    if labels_only:
        yield "problem", trimmed(text)
        return
    sentences = list(re.finditer(r"[^。;]+[。;]?", folded))
    cut = next((m.start() for n, m in enumerate(sentences) if n and _MEASURE_START.match(m[0])), None)
    if _MEASURE_START.match(folded):
        yield "measure", trimmed(text)
    elif cut is None:
        yield "problem", trimmed(text)
    else:
        yield "problem", trimmed(_part(text, 0, cut))
        rest = _part(text, cut, len(folded))
        for point in points_of([plain_item(rest)]):
            yield "measure", point.text


def _by_labels(text: Text, marks: Sequence[re.Match[str]]) -> Iterator[tuple[Role, Text]]:
    folded = text.folded.text
    start = 0
    role: Role = "problem"
    for mark in [*marks, None]:
        end = mark.start() if mark else len(folded)
        if mark and mark["mark"].endswith(("原因", "分析")) and role == "problem":
            continue
        part = trimmed(_part(text, start, end))
        if part:
            yield from ((role, p.text) for p in points_of([plain_item(part)]))
        if mark:
            role = "measure" if _MEASURE_WORD.search(mark["mark"]) else "problem"
            start = mark.end()


def _part(text: Text, start: int, end: int) -> Text:
    a, b = text.folded.span(start, end)
    return text.part(a, b)


def _from_forms(forms: Sequence[Form]) -> tuple[Problems, Measures]:
    problems: list[CitedProblem] = []
    measures: list[CitedMeasure] = []
    stated: dict[Role, Cited] = {}
    for form in forms:
        for role, text in _closing_parts(form):
            if states_none(text.folded.text) or _no_problem(text.folded.text):
                stated.setdefault(role, Cited([], text.evidence()))
                continue
            if role == "measure":
                measures.append(measure(text))
            else:
                problems.append(problem(text))
    return problems or stated.get("problem"), measures or stated.get("measure")


def _closing_parts(form: Form) -> Iterator[tuple[Role, Text]]:
    fields: tuple[tuple[ClosingField, Role], ...] = (("problems", "problem"), ("measures", "measure"))
    for field, role in fields:
        if field in form.closing:
            yield from ((role, p.text) for p in points_of(_lines(without_hint(form.closing[field]))))
    if "problems_and_measures" in form.closing:
        for point in points_of(_lines(form.closing["problems_and_measures"])):
            yield from parts(point.text)
    both = {name for name, _ in form.management} == {"problems", "measures"}
    for name, cell in form.management:
        if states_none(cell.folded.text):
            continue
        for point in points_of(_lines(cell)):
            if both:
                yield "measure" if name == "measures" else "problem", point.text
            else:
                yield from parts(point.text)


def _lines(text: Text) -> list[Item]:
    """A cell as one item: its lines may break anywhere."""
    return [plain_item(text)]


def problem(text: Text) -> CitedProblem:
    """A problem: text, cause (apart where it is introduced, repeated where it stands inside the sentence), category."""
    folded = text.folded.text
    match = _CAUSE.search(folded)
    if match and match.start() > 0:
        cause = trimmed(_part(text, match.end(), len(folded)))
        shown = trimmed(_part(text, 0, match.start()))
        return {
            "text": cite_text(shown),
            "cause": cite_text(cause),
            "category": category(shown.folded.text, cause.folded.text),
        }
    return {"text": cite(clean(text.string), text), "cause": _inner_cause(text), "category": category(folded, "")}


def _inner_cause(text: Text) -> Leaf:
    """The cause inside a sentence: before 导致, or behind 由于."""
    folded = text.folded.text
    match = _LATER_SENTENCE.search(folded)
    if match is None and (clauses := _clauses_before_effect(folded)):
        return cite_text(_part(text, *clauses))
    match = match or _DUE.search(folded) or _INSIDE.search(folded)
    if match is None:
        return None
    for group in ("cause", "before", "due"):
        if group in match.re.groupindex and match[group]:
            start, end = match.span(group)
            return cite_text(_part(text, start, end))
    return None


def _clauses_before_effect(folded: str) -> tuple[int, int] | None:
    """The span of the clauses between the first, which names the problem, and 导致. A clause that says what is wanting
    names the problem still, unless it comes right before 导致 or begins the cause."""
    found: tuple[int, int] | None = None
    start: int | None = None
    at = 0
    for clause, behind in pairwise(folded.split(",")):
        if at and (not clause or start is None or _WANTING.search(clause)):
            if found:
                break
            start = at if clause else None
        if start is not None and _LED_TO.match(behind):
            found = start, at + len(clause)
        at += len(clause) + 1
    return found


_AIMED = regex(
    rf"^(?:针对|对于|围绕)(?:上述|以上)?(?:第?[{NUMERALS}\d]+个?(?:方面)?(?:的)?)?问题[{NUMERALS}\d]*(?:的)?,"
)


def measure(text: Text) -> CitedMeasure:
    """A measure and its category, without the number of the problem that it answers."""
    aimed = _AIMED.match(text.folded.text)
    if aimed:
        text = trimmed(_part(text, aimed.end(), len(text.folded.text)))
    return {"text": cite(clean(text.string), text), "category": category(text.folded.text, "")}
