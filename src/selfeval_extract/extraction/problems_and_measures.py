"""Problems, causes and measures, however they are written, and what each is about.

Two witnesses say what a text is: the heading or label that it stands under, and its own wording (`vocabulary/wording.py`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain, pairwise, takewhile
from typing import Any, Literal, NamedTuple, TypeVar, cast

from selfeval_extract.document import Cell, Text, clean, folded_text, join
from selfeval_extract.extraction.context import Context
from selfeval_extract.extraction.evaluations import without_hint
from selfeval_extract.prose.labels import Label, is_label, labelled_parts
from selfeval_extract.prose.points import Point, points_of, split_points, states_none, tells_use_of_result, trimmed
from selfeval_extract.prose.sections import Section, plain_item
from selfeval_extract.record.cited import Cited, Leaf, cite, cite_text
from selfeval_extract.record.cited_record import CitedMeasure, CitedProblem, Measures, Problems
from selfeval_extract.runtime.pattern_cache import regex
from selfeval_extract.structure.forms.form import ClosingField, Form
from selfeval_extract.structure.grid import Grid, key
from selfeval_extract.values.list_numbers import NUMERALS
from selfeval_extract.vocabulary.labels import CLOSING_ROWS
from selfeval_extract.vocabulary.roles import Topic
from selfeval_extract.vocabulary.topics import topic
from selfeval_extract.vocabulary.wording import category, category_lead, role
from selfeval_extract.vocabulary.words import part, wording

Subject = Literal["problems", "measures", "problems_and_measures"]
"""What a section, a cell or a list is said to be about."""
_SUBJECTS: tuple[Subject, ...] = ("problems", "measures", "problems_and_measures")
_NOT_THEIRS: frozenset[Topic | None] = frozenset({"duties", "goals", "result_use", "annex"})
_ENDING: frozenset[Topic | None] = frozenset({*_SUBJECTS, "result_use", "other_matters", "annex"})
_CAUSE = regex(
    r"[,。;:(]?(?:(?:其|造成|产生|形成|出现)?(?:以上|上述|该|这一)?(?:问题|偏差|情况)?(?:的)?(?:主要|根本|具体|直接)?原因(?:分析)?(?:是|为|在于|主要是|如下)*[:,]?(?:一是)?|究其原因,?|(?:症结|根子)(?:是|在于),?|(?:这)?(?:主要)?是(?:因为|由于),?|(?:原因|成因)(?:分析)?:)"
)
_INSIDE = regex(r"^(?:(?P<before>[^,。;]+(?:,[^,。;]+)*?),(?:导致|致使|造成|使得)|(?P<due>受[^,。;]+影响),)")
_BECAUSE = r"(?:由于|因为?(?!此|而|地|公|素|果))"
_DUE = regex(
    rf"(?:^|[。;,]){_BECAUSE}(?P<cause>[^。;]{{1,200}}?),(?=(?:部分|导致|致使|造成|使得?|个别|未能?|影响|无法|难以|不能))"
)
_DUE_CLAUSES = regex(rf"(?:^|[。;,]){_BECAUSE}(?P<clauses>[^。;]+)")
_OUTCOME = r"未能|未按|未在|无法|难以|不能|推迟|推后|延[期后迟误]|晚于|中止|暂停|取消|减少"
"""Words of what came of a cause."""
_CAME_OF_IT = regex(_OUTCOME)
_DUE_WITHIN = regex(
    r"(?<=[^,。;原起成病诱])因(?!此|而|地|公|素|果|人|病)(?P<cause>[^,。;]{3,40}?)(?:,|而|(?=" + _OUTCOME + r"))"
    r"|,(?:主要)?(?:系|是|为|由)(?:因|由于|由)?(?P<by>[^,。;]{2,40}?)所致"
    r"|(?<![接享承遭经难])受到?(?!理|益|众|灾|援|助|损|到|训|聘)(?P<due>[^,。;]{2,30}?(?:影响|限制|制约))"
)
"""A cause in the midst of a clause: 工程因用地调整，推迟三个月."""
_LATER_SENTENCE = regex(r"。(?P<cause>[^。]+?),(?:从而|进而|以致|以至于?)?(?:导致|致使|造成)")
"""In a sentence behind the one that names the problem, all before 导致 is the cause."""
_LED_TO = regex(r"(?:从而|进而|以致|以至于?)?(?:导致|致使|造成|使得)")
_WANTING = regex(r"有待|不足|不够|不高")
_CAUSE_HEAD = regex(r"(?:产生|主要|形成)?(?:的)?(?:成因|原因|根源)(?:分析)?")
"""The head of a column of causes in a table of problems."""
_CAUSE_LEAD = regex(
    r"(?:的)?(?:问题)?[,:]?(?:(?:主要|根本|直接)?(?:是|在于|(?:原因|成因)(?:是|为|在于|:))(?:因为|由于)?)?"
)
"""What stands before a cause in a list of causes."""
_OTHER = regex(r"其[他它].{0,6}(?:情况|事项|说明)$")
"""A heading that goes on to something else, whatever it is about: 其他自评情况."""
_WORDS = regex(r"[一-鿿]{2}")
"""What a cell has that says anything: not “—” or “/”."""
_SEE_TABLE = regex(r"下表|附表|列表|[:：]$")
_TWO_MATTERS = regex(r"(?:做法|经验|成效|成绩|情况|效果|结论|结果|得分)(?:和|与|及|、|以及)")
"""主要做法和存在的问题: the section's own items are on both."""
_ANNOUNCED: dict[Label, re.Pattern[str]] = {
    "measure": regex(part("announced", "measure")),
    "problem": regex(part("announced", "problem")),
}
_ANSWERED = regex(rf"(?:针对|围绕|对于|就)[^,。;:]{{0,14}}{part('announced', 'problem')}")
"""针对上述不足：what is announced answers the problems."""
_AHEAD = regex(r"(?:下一步|今后|下一阶段|接下来|后续|对此|为此)")
"""How a sentence begins that goes over from what is wrong to what will be done."""
_AHEAD_ALONE = regex(r"^(?:下一步|今后|下一阶段|接下来|后续|对此|为此)(?:,(?:我[^,。;将]{1,4})?将?|将)(?=[^,])")
_SENTENCE = regex(r"[^。;]+[。;]?")
_CLAUSE = regex(r"[^;。]+")
_MARK = regex(r"[,。;]")
_CLOSING = regex(part("closing", "formula"))
_DENIAL = regex(
    r"(?:经|从).{1,10}|[^未无没不]{0,10}(?:未发现|未出现|没有|暂?无|不存在)[^但]*(?:问题|事项|情况|偏差|措施|现象)"
)
"""A clause that says that there is no problem, or how that was found."""
_SHORTEST_LIST = 8
"""Characters of a paragraph that tells more than one thing."""
_LIKELY = 0.5
"""How far a wording has to be ahead to turn a sentence into a measure."""
_SURE = 2
"""A category that is ahead by as much is right in 98 of 100 cases."""


T = TypeVar("T", Problems, Measures)


class Part(NamedTuple):
    """A part of a point: what it tells, whether a label says so, and its text."""

    tells: Label
    labelled: bool
    text: Text


def problems_and_measures(context: Context) -> tuple[Problems, Measures]:
    """From the report's sections, else from lists announced elsewhere in it, else from the forms' closing rows and
    fund-management columns."""
    problems, measures = _found(context)
    if isinstance(problems, list) and isinstance(measures, list) and 1 < len(problems) == len(measures):
        for found, answer in zip(problems, measures, strict=True):
            _judge_together(found, answer)
    return problems, measures


def _judge_together(found: CitedProblem, answer: CitedMeasure) -> None:
    """Give a problem and the measure that answers it one category, unless the wording of each is sure of its own. What comes
    from outside the unit is answered by something else: 受灾 by 加快进度."""
    texts = [folded_text(str(leaf.value)) for leaf in (found["text"], answer["text"]) if leaf is not None]
    if found["category"] != "external" and min(map(category_lead, texts)) < _SURE:
        found["category"] = answer["category"] = category(*texts)


def _found(context: Context) -> tuple[Problems, Measures]:
    problems, measures = _from_sections(context)
    listed = _from_tables(context)
    if listed[0] and isinstance(problems, list) and all(_only_points_to_table(p) for p in problems):
        problems = None
    problems, measures = _told_or_none(problems, listed[0]), _told_or_none(measures, listed[1])
    if not (isinstance(problems, list) and isinstance(measures, list)):
        more_told, more = _announced(context, isinstance(problems, list))
        problems = more_told if problems is None else problems
        measures = _told_or_none(measures, more)
    if isinstance(problems, list):
        _add_causes(context, problems)
    if problems is None and measures is None:
        return _from_forms(context.forms)
    if problems is None or measures is None:
        more_problems, more_measures = _from_forms(context.forms) if not context.is_report else (None, None)
        problems = more_problems if problems is None else problems
        measures = more_measures if measures is None else measures
    return problems, measures


def _add_causes(context: Context, problems: Sequence[CitedProblem]) -> None:
    """Give each problem the cause that a section on the causes alone tells in its place: 第二个问题，原因是…"""
    places = [n for n, section in enumerate(context.outline.sections) if _is_on_causes(section)]
    points = list(_points(context.outline.tree(places[0]))) if len(places) == 1 else []
    if len(points) == len(problems):
        for found, point in zip(problems, points, strict=True):
            found["cause"] = found["cause"] or cite_text(_without_lead(point.text, _CAUSE_LEAD))


def _without_lead(text: Text, lead: re.Pattern[str]) -> Text:
    found = lead.match(text.folded.text)
    return trimmed(text.folded_part(found.end())) if found else text


def _is_on_causes(section: Section) -> bool:
    """Whether a section's heading says that it is on causes and on nothing else."""
    return _CAUSE_HEAD.fullmatch(section.heading.folded.text) is not None


def _told_or_none(first: T, second: T) -> T:
    """What one place lists, else another; where neither lists anything, what the first says of there being none."""
    return first if isinstance(first, list) or not isinstance(second, list) else second


def _only_points_to_table(item: CitedProblem) -> bool:
    """Whether what a section says of problems is only that a table lists them."""
    text = item["text"]
    return text is not None and _SEE_TABLE.search(str(text.value)) is not None


def _from_sections(context: Context) -> tuple[Problems, Measures]:
    problems: Problems = None
    measures: Measures = None
    for subject, tree in _trees(context):
        goes_on = _is_label(tree[0])
        found_problems, found_measures = _in_tree(tree, subject)
        problems = _with_more(problems, found_problems, goes_on)
        measures = _with_more(measures, found_measures, goes_on)
    return problems, measures


def _is_label(section: Section) -> bool:
    """Whether a section's heading is a label before one item of several: （二）存在问题：资金支付偏慢。"""
    return section.level >= 2 and len(section.items) == 1 and is_label(section.heading)


def _with_more(first: T, more: T, goes_on: bool) -> T:
    """What was found first; with what another label of the same kind tells."""
    if goes_on and isinstance(first, list) and isinstance(more, list):
        return cast("T", list(chain[Any](first, more)))
    return first or more


def _from_tables(context: Context) -> tuple[Problems, Measures]:
    """Problems and measures listed in a plain table inside the report."""
    problems: list[CitedProblem] = []
    measures: list[CitedMeasure] = []
    for _, table, _above in context.layout.plain:
        grid = Grid(table)
        causes = next((c for c in grid.filled(0) if _CAUSE_HEAD.fullmatch(key(c))), None)
        heads = {
            about: c
            for c in grid.filled(0)
            if c is not causes and (about := CLOSING_ROWS.role(key(c)) or topic(key(c)))
        }
        if "problems" not in heads:
            continue
        for row in range(1, grid.height):
            for about, head in heads.items():
                cell = grid.at(row, head.column)
                if cell is not None and cell.text and not states_none(cell.text.folded.text):
                    text = trimmed(cell.text)
                    cause = grid.at(row, causes.column) if causes is not None else None
                    if about == "problems":
                        problems.append(_with_cause(text, cause))
                    elif about == "measures":
                        measures.append(measure(text))
    return problems or None, measures or None


def _with_cause(text: Text, cause: Cell | None) -> CitedProblem:
    """A problem, with the cause that a cell of its own gives."""
    found = problem(text)
    if cause is not None and _WORDS.search(cause.text.folded.text) and not states_none(cause.text.folded.text):
        found["cause"] = cite_text(trimmed(cause.text))
    return found


def _trees(context: Context) -> Iterator[tuple[Subject, list[Section]]]:
    """The sections on problems and measures, innermost first where one heading announces both."""
    sections = context.outline.sections
    topics = {s.topic for s in sections}
    for n, section in enumerate(sections):
        subject = next((s for s in _SUBJECTS if s == section.topic), None)
        if subject is None and not topics & {"problems", "problems_and_measures"}:
            subject = _worded_subject(context.outline.tree(n)) if section.heading and not section.topic else None
        if subject is None:
            continue
        tree = context.outline.tree(n)
        inner = {s.topic for s in tree[1:]}
        if subject == "problems_and_measures" and inner & {"problems", "measures"}:
            if "problems" in inner:
                continue
            subject = "problems"
        if _TWO_MATTERS.search(section.heading.folded.text) and section.topic in inner:
            continue
        causes = [s for s in tree[1:] if _is_on_causes(s)]
        on_causes = causes[0] if len(causes) == 1 else None
        end = next(
            (
                k
                for k, s in enumerate(tree)
                if k and (s.topic in _ENDING or s is on_causes or _OTHER.match(s.heading.folded.text))
            ),
            len(tree),
        )
        yield subject, tree[:end]


def _worded_subject(tree: Sequence[Section]) -> Subject | None:
    """What a section is about whose heading does not say so, if the headings of its parts all tell of problems."""
    judged = [role(s.heading.folded.text) for s in tree[1:]]
    told = len(judged) > 1 and all(j.answer == "problem" and j.lead >= _LIKELY for j in judged)
    return "problems" if told else None


def _in_tree(tree: Sequence[Section], subject: Subject) -> tuple[Problems, Measures]:
    """What a section with its subsections tells."""
    none = _none_stated(tree)
    if none is not None:
        ahead = [part_ for section in tree for item in section.items for part_ in _ahead(item.text)]
        measures = _told(ahead)[1] or (None if subject == "problems" else none)
        return (None if subject == "measures" else none), measures
    return _told([p for point in _points(tree) for p in _parts(point, subject)])


def _points(tree: Sequence[Section]) -> Iterator[Point]:
    """The points of a section: its paragraphs' and, each with its heading, its subsections'."""
    for n, section in enumerate(tree):
        items = [
            i
            for i in section.items
            if i.text and not is_label(trimmed(i.text)) and (i.number or not _is_another_matter(i.text))
        ]
        deeper = n + 1 < len(tree) and tree[n + 1].level > section.level
        if n == 0 or (_tells_nothing(section.heading) and (deeper or any(i.number for i in items))):
            yield from points_of(items)
        else:
            yield Point(_joined([section.heading, *(i.text for i in items)]), True)


def _is_another_matter(text: Text) -> bool:
    """Whether a paragraph below a list is none of its items: it tells of the use of the result, or ends the report. A list in
    running text is another matter only if its first point is."""
    folded = split_points(text, False)[0].text.folded.text
    return tells_use_of_result(folded) or _CLOSING.match(folded) is not None


def _tells_nothing(heading: Text) -> bool:
    """Whether a heading only names a field (预算管理方面) under which the points stand."""
    return role(heading.folded.text).answer not in ("problem", "measure")


def _joined(lines: Sequence[Text]) -> Text:
    """Lines as one text, a full stop where a line has none."""
    text = lines[0]
    for line in lines[1:]:
        text = join([text, line], "" if text.string.rstrip().endswith(("。", "；", "：", "！")) else "。")
    return text


def _parts(point: Point, subject: Subject) -> Iterator[Part]:
    """What the parts of a point tell: by labels, by what announces it, else by wording."""
    parts = labelled_parts(point.text)
    if len(parts) > 1 or parts[0].label:
        for label, text in parts:
            own = text if label == "measure" else _before_ahead(text)
            for each in [own] if label == "cause" else [p.text for p in points_of([plain_item(own)])]:
                if trimmed(each):
                    yield Part(label or _side(subject), label is not None, trimmed(each))
            if label != "measure":
                yield from _ahead(text)
        return
    announced = _announces(point.lead)
    if announced == "measure" or (subject == "measures" and announced != "problem"):
        yield Part("measure", False, trimmed(point.text))
    else:
        yield from _by_wording(point.text, from_first=subject != "problems" and announced is None)


def _ahead(text: Text) -> Iterator[Part]:
    """The measures that a later sentence goes over to."""
    for point in points_of([plain_item(text.folded_part(_ahead_at(text)))]):
        yield Part("measure", False, point.text)


def _before_ahead(text: Text) -> Text:
    return text.folded_part(0, _ahead_at(text))


def _ahead_at(text: Text) -> int:
    """Where a later sentence goes over to what will be done, the end of the text if none does."""
    folded = text.folded.text
    starts = (m.start() for m in _SENTENCE.finditer(folded) if m.start() and _AHEAD.match(m[0]))
    return next(starts, len(folded))


def _side(subject: Subject) -> Label:
    return "measure" if subject == "measures" else "problem"


def _announces(lead: Text | None) -> Label | None:
    """What the words before a list say that it is of, the last such word: 针对上述问题，下一步将从以下方面改进：一是…"""
    folded = _ANSWERED.sub("针对", lead.folded.text.rstrip("。").rpartition("。")[2]) if lead else ""
    ends = {label: max((m.end() for m in pattern.finditer(folded)), default=0) for label, pattern in _ANNOUNCED.items()}
    last = max(ends, key=lambda label: ends[label])
    return last if ends[last] else None


def _by_wording(text: Text, from_first: bool) -> Iterator[Part]:
    """A problem, and the measures that its later sentences go over to; with `from_first` the first may be one already."""
    folded = text.folded.text
    sentences = list(_SENTENCE.finditer(folded))
    from_first = from_first and not any(_AHEAD.match(s[0]) for s in sentences[1:])
    for n, sentence in enumerate(sentences):
        judged = role(sentence[0])
        likely = judged.answer == "measure" and judged.lead >= _LIKELY
        if likely and ((from_first and n == 0) or (n and (from_first or _AHEAD.match(sentence[0])))):
            break
    else:
        yield Part("problem", False, trimmed(text))
        return
    if n:
        yield Part("problem", False, trimmed(text.folded_part(0, sentence.start())))
    for point in points_of([plain_item(text.folded_part(sentence.start()))]):
        yield Part("measure", False, point.text)


def _told(parts: Sequence[Part]) -> tuple[Problems, Measures]:
    """Problems with their causes, and measures; a label 表现 goes on with the heading before it."""
    problems: list[CitedProblem] = []
    measures: list[CitedMeasure] = []
    said: Text | None = None
    for n, part_ in enumerate(parts):
        behind = parts[n + 1] if n + 1 < len(parts) else None
        if part_.tells == "measure":
            measures.append(measure(part_.text))
        elif part_.tells == "problem":
            if behind and behind.tells == "problem" and behind.labelled and not part_.labelled:
                said = part_.text
                continue
            problems.append(problem(_joined([said, part_.text]) if said else part_.text))
        elif problems and problems[-1]["cause"] is None:
            problems[-1]["cause"] = cite_text(part_.text)
        said = None
    return problems or None, measures or None


def _announced(context: Context, problems_known: bool) -> tuple[Problems, Measures]:
    """Problems that a sentence announces in a section on something else: 自评中也看到一些不足：一是…; measures that are announced
    behind them, or anywhere where the problems are known."""
    parts: list[Part] = []
    for text in _elsewhere(context):
        listed = list(_announced_list(text, bool(parts) or problems_known))
        labelled = list(_labelled_in_passing(text))
        parts += listed if len(listed) >= len(labelled) else labelled
    return _told(parts or ([] if problems_known else list(_worded_list(context))))


def _announced_list(text: Text, measures_too: bool) -> Iterator[Part]:
    """The points of a paragraph that announces a list of problems, or of measures, if most are worded like it."""
    points = _listed_points(text)
    subject = _announces(points[0].lead) if len(points) > 1 else None
    if subject == "problem" or (subject == "measure" and measures_too):
        told = [p for point in points for p in _parts(point, "measures" if subject == "measure" else "problems")]
        if sum(role(p.text.folded.text).answer == p.tells for p in told) * 2 > len(told):
            yield from told


def _worded_list(context: Context) -> Iterator[Part]:
    """What the first list tells that nothing announces and whose points begin with problems, all but one in four, which may
    state a fact."""
    for text in _elsewhere(context):
        points = split_points(text, False)
        begun = [_begins_with_problem(point.text) for point in points] if len(points) > 1 else []
        if begun and None not in begun and begun.count(True) * 4 >= len(begun) * 3:
            yield from (p for point in points for p in _parts(point, "problems_and_measures"))
            return


def _elsewhere(context: Context) -> Iterator[Text]:
    """The paragraphs, long enough for a list, of sections that may tell of problems in passing."""
    for about, _, texts, _ in context.passages:
        if about not in _NOT_THEIRS:
            yield from (text for text in texts if len(text.folded.text) >= _SHORTEST_LIST)


def _begins_with_problem(text: Text) -> bool | None:
    """Whether the first sentence of a point tells a problem; None if it tells neither that nor a fact."""
    judged = role(text.folded.text.partition("。")[0])
    if judged.answer not in ("problem", "fact"):
        return None
    return judged.answer == "problem" and judged.lead >= _LIKELY


def _labelled_in_passing(text: Text) -> Iterator[Part]:
    """What a paragraph on something else tells from a label of problems on: 办结率99%。不足是，…。今后要…"""
    parts = labelled_parts(text)
    at = next((n for n, p in enumerate(parts) if p.label == "problem"), len(parts))
    for label, told in parts[at:]:
        if label == "problem":
            own = _before_ahead(told)
            points = [p.text for p in points_of([plain_item(own)])]
            clauses = [own.folded_part(*m.span()) for m in _CLAUSE.finditer(own.folded.text)]
            listed = len(points) == 1 < len(clauses) and all(role(c.folded.text).answer == "problem" for c in clauses)
            yield from (Part("problem", True, trimmed(each)) for each in (clauses if listed else points))
        elif label:
            yield Part(label, True, trimmed(_before_ahead(told)))
        yield from _ahead(told)


def _listed_points(text: Text) -> list[Point]:
    """A paragraph's points; where no numbers part them, the clauses behind the colon that announces them."""
    points = split_points(text, False)
    folded = text.folded.text
    colon = folded.find(":") if len(points) == 1 else -1
    if colon < 0 or folded.find("。", 0, colon) >= 0:
        return points
    clauses = [text.folded_part(*m.span()) for m in _CLAUSE.finditer(folded, colon + 1)]
    return [Point(trimmed(clause), False, text.folded_part(0, colon + 1)) for clause in clauses]


def _none_stated(tree: Sequence[Section]) -> Cited | None:
    texts = [i.text for s in tree for i in s.items if i.text]
    if len(tree) == 1 and texts and all(states_none(t.folded.text) or _no_problem(t.folded.text) for t in texts):
        return Cited([], texts[0].evidence())
    return None


def _no_problem(folded: str) -> bool:
    if all(_DENIAL.fullmatch(clause) for clause in _MARK.split(folded) if clause):
        return True
    pattern = wording("none", "no_problem")
    return (
        len(folded) <= 60
        and pattern.search(folded) is not None
        and "但" not in folded
        and "存在" not in folded.replace("不存在", "")
    )


def _from_forms(forms: Sequence[Form]) -> tuple[Problems, Measures]:
    parts = [part_ for form in forms for part_ in _closing_parts(form)]
    stated: dict[Label, Cited] = {}
    for part_ in parts:
        if _denies(part_.text):
            stated.setdefault(part_.tells, Cited([], part_.text.evidence()))
    problems, measures = _told([p for p in parts if not _denies(p.text)])
    return problems or stated.get("problem"), measures or stated.get("measure")


def _denies(text: Text) -> bool:
    return states_none(text.folded.text) or _no_problem(text.folded.text)


def _closing_parts(form: Form) -> Iterator[Part]:
    """What a form's closing rows and its columns on fund management tell."""
    sides: tuple[tuple[ClosingField, Label], ...] = (("problems", "problem"), ("measures", "measure"))
    for field, label in sides:
        if field in form.closing:
            yield from (Part(label, False, p.text) for p in _cell_points(without_hint(form.closing[field])))
    if "problems_and_measures" in form.closing:
        for point in _cell_points(form.closing["problems_and_measures"]):
            yield from _parts(point, "problems_and_measures")
    both = {name for name, _ in form.management} == {"problems", "measures"}
    for name, cell in form.management:
        for point in _cell_points(cell) if not states_none(cell.folded.text) else ():
            if both:
                yield Part("measure" if name == "measures" else "problem", False, point.text)
            else:
                yield from _parts(point, "problems_and_measures")


def _cell_points(text: Text) -> list[Point]:
    """The points of a cell, whose lines may break anywhere."""
    return points_of([plain_item(text)])


def problem(text: Text) -> CitedProblem:
    """A problem: text, cause (apart where it is introduced, repeated where it stands inside the sentence), category."""
    folded = text.folded.text
    match = _CAUSE.search(folded)
    if match and match.start() > 0:
        bracketed = match[0].startswith("(") and folded.endswith((")", ")。"))
        cause = trimmed(text.folded_part(match.end(), folded.rfind(")") if bracketed else len(folded)))
        shown = trimmed(text.folded_part(0, match.start()))
        return {
            "text": cite_text(shown),
            "cause": cite_text(cause),
            "category": category(shown.folded.text),
        }
    return {"text": cite(clean(text.string), text), "cause": _inner_cause(text), "category": category(folded)}


def _inner_cause(text: Text) -> Leaf:
    """The cause inside a sentence: before 导致, or behind 由于."""
    folded = text.folded.text
    match = _LATER_SENTENCE.search(folded)
    if match is None and (clauses := _clauses_before_effect(folded)):
        return cite_text(text.folded_part(*clauses))
    match = match or _DUE.search(folded)
    if match is None and (clauses := _due_clauses(folded)):
        return cite_text(text.folded_part(*clauses))
    match = match or _INSIDE.search(folded) or _DUE_WITHIN.search(folded)
    if match is None:
        return None
    return next(cite_text(text.folded_part(*match.span(group))) for group, told in match.groupdict().items() if told)


def _due_clauses(folded: str) -> tuple[int, int] | None:
    """The span of the clauses behind 由于 up to what came of it: the first clause, and those that are worded like causes."""
    match = _DUE_CLAUSES.search(folded)
    first, *later = match["clauses"].split(",") if match else [""]
    if match is None or not later:
        return None
    more = takewhile(_may_be_cause, later[:-1])
    start = match.start("clauses")
    return start, start + len(",".join([first, *more]))


def _may_be_cause(clause: str) -> bool:
    """Whether a clause is worded like a cause, or hardly more like a problem."""
    judged = role(clause)
    if _CAME_OF_IT.search(clause):
        return False
    return judged.answer == "cause" or (judged.answer == "problem" and judged.lead < 1)


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
    """A measure and its category, without the number of the problem that it answers, and without 下一步 before a comma."""
    for lead in (_AIMED, _AHEAD_ALONE):
        text = _without_lead(text, lead)
    return {"text": cite(clean(text.string), text), "category": category(text.folded.text)}
