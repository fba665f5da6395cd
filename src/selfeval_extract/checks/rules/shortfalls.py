"""What was not reached by the document's own account: rows short of their target, and tasks stated in prose.

A task in prose counts where the words say so (年计划未完成的8个项目), and where a paragraph first gives what was
assigned and then less of the same thing in the same unit as done (下达18个 … 共完成10个).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from selfeval_extract.checks.context import CheckContext, IndicatorContext
from selfeval_extract.checks.figures import added, shown
from selfeval_extract.checks.rules.problem_measure_pairs import shares_a_word
from selfeval_extract.checks.verdict import shortened
from selfeval_extract.document import folded_text
from selfeval_extract.runtime.pattern_cache import regex
from selfeval_extract.values.numbers import NUMBER, decimal
from selfeval_extract.vocabulary.roles import Topic
from selfeval_extract.vocabulary.words import check_words, says

_TOPICS: tuple[Topic, ...] = ("goals", "performance", "indicators", "conclusion", "duties", "basic_information")
_CLAUSE = regex(r"[^,。;:]+")
_SEGMENT = regex(r"[^。;]+")
_ITEM = regex(
    rf"(?:包含|包括|其中|合计|完成|共)?(?P<noun>[\u4e00-\u9fff]{{2,20}}?)(?P<number>{NUMBER})(?P<unit>万?(?:个|亩|平方米|㎡|平方公里|公里|千米|户|人次|人|名|场次|场|次|件|处|座|栋|套|台|辆|家|株|棵|吨|头|只|项|宗|起))"
)
_ONLY_COUNTS = regex(
    r"(?=\D*\d)(?:仍有|尚有|其余|另有|有)?\d*[项个]?(?:指标)?(?:未|没有|尚未)[\u4e00-\u9fff]{1,6}\d*[项个]?(?:指标)?"
)
"""4项未达到: names nothing that could be looked for among the problems."""
_SHORT = 12
_LONGEST_QUOTE = 50
_MOST_READ = 4000
"""Characters of a paragraph that are searched for tasks."""


class Shortfall(NamedTuple):
    """A task that was not reached: pointer, what it is about, and how messages state it in Chinese and English."""

    pointer: str
    about: str
    zh: str
    en: str


def rows_short(context: CheckContext) -> list[IndicatorContext]:
    """The indicator rows whose result falls short of the target."""
    return [row for form in context.forms for row in form.rows if row.completion.met is False]


def row_shortfall(row: IndicatorContext) -> Shortfall:
    """A row short of its target."""
    about = "".join(folded_text(part or "") for part in (row.item.name, row.item.level2, row.item.note))
    target, actual = row.item.target.text or "", row.item.actual.text or ""
    zh, en = f"指标{row.name}（指标值{target}，完成值{actual}）", f"row {row.name} (target {target}, result {actual})"
    return Shortfall(f"{row.pointer}/actual/text", about, zh, en)


def stated_shortfalls(context: CheckContext) -> list[Shortfall]:
    """The shortfalls stated in the prose on goals and performance, and in the results of the forms."""
    return [s for pointer, text in _texts(context) for s in (*_in_words(pointer, text), *_in_figures(pointer, text))]


def _texts(context: CheckContext) -> Iterator[tuple[str, str]]:
    for passage in context.about(*_TOPICS):
        if not passage.about("problems", "measures", "problems_and_measures"):
            yield passage.pointer, passage.folded[:_MOST_READ]
    for form in context.forms:
        if "actual" in form.goal_texts:
            pointer, text = form.goal_texts["actual"]
            yield pointer, text[:_MOST_READ]


def _in_words(pointer: str, text: str) -> Iterator[Shortfall]:
    unmet = check_words("narrative", "unmet")
    for sentence in _SEGMENT.finditer(text):
        clauses = list(_CLAUSE.finditer(sentence[0]))
        for n, clause in enumerate(clauses):
            if unmet.search(clause[0]) and not _ONLY_COUNTS.fullmatch(clause[0]):
                start = clauses[max(0, n - 2)].start() if len(clause[0]) <= _SHORT else clause.start()
                quote = shortened(sentence[0][start : clause.end()], _LONGEST_QUOTE)
                yield Shortfall(pointer, sentence[0], f"“{quote}”", f"“{quote}”")


class _Task(NamedTuple):
    noun: str
    number: Decimal
    unit: str


def _in_figures(pointer: str, text: str) -> Iterator[Shortfall]:
    """What was assigned before 共完成 and, of the same thing, what was done behind it."""
    turn = check_words("narrative", "done").search(text)
    if turn is None or not says("narrative", "assigned", text[: turn.start()]):
        return
    if says("narrative", "all_met", text):
        return
    done = _tasks(text[turn.end() :])
    for task in _tasks(text[: turn.start()]):
        same = [d for d in done if d.unit == task.unit and shares_a_word(d.noun, task.noun)]
        total = added(d.number for d in same)
        if same and total < task.number:
            figures = f"{shown(total)}/{shown(task.number)}{task.unit}"
            yield Shortfall(pointer, task.noun, f"{task.noun}完成{figures}", f"{task.noun}: {figures} done")


def _tasks(text: str) -> list[_Task]:
    """The counted things of a text. A size (面积) is that of the thing before it; a thing with two numbers of one unit is left out,
    as a list may count it twice."""
    found: list[_Task] = []
    for segment in _SEGMENT.finditer(text):
        subject = ""
        for match in _ITEM.finditer(segment[0]):
            sized = check_words("narrative", "dimension").match(match["noun"])
            subject = subject if sized and subject else match["noun"]
            number = decimal(match["number"])
            if number is not None:
                found.append(_Task(subject, number, match["unit"]))
    counted = Counter((task.noun, task.unit) for task in found)
    return [t for t in found if counted[t.noun, t.unit] == 1]
