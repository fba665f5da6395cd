"""What checks look at: a record, the printed text of its document and the settings; and the questions that several checks ask."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache, cached_property, wraps
from pathlib import Path
from typing import Any, Literal, NamedTuple, TypeVar

from selfeval_extract.checks.completion import UNKNOWN, Completion, completion
from selfeval_extract.checks.figures import Figure, added, figure
from selfeval_extract.checks.settings import GENERIC, Level, Profile, Settings, defaults
from selfeval_extract.checks.verdict import shortened
from selfeval_extract.document import Document, Paragraph, Text, folded_text
from selfeval_extract.record.models import AnyPlace, Evaluation, Fund, Indicator, Quote, Report
from selfeval_extract.runtime.pattern_cache import regex, toml
from selfeval_extract.vocabulary.files import groups
from selfeval_extract.vocabulary.fund_rows import total_row
from selfeval_extract.vocabulary.roles import Topic
from selfeval_extract.vocabulary.words import check_words

HALF_CENT = Decimal("0.005")
"""Points differ by less only through rounding."""
_SENTENCE = regex(r"[^。;!?\n]+[。;!?]?")

Memory = dict[Callable[..., Any], Any]
C = TypeVar("C", "CheckContext", "FormContext")
T = TypeVar("T")
GoalSide = Literal["expected", "actual"]


def memoized(question: Callable[[C], T]) -> Callable[[C], T]:
    """A function of a document or form that is worked out once, however many checks call it."""

    @wraps(question)
    def answer(of: C) -> T:
        if question not in of.memory:
            of.memory[question] = question(of)
        known: T = of.memory[question]
        return known

    return answer


@cache
def field_names() -> dict[str, tuple[str, str]]:
    """What messages call the fields with figures, in Chinese and English, by the last step of their pointer."""
    return _phrases(toml(Path(__file__).with_name("words") / "fields.toml"))


@cache
def terms(group: str) -> dict[str, tuple[str, str]]:
    """What messages call the things of a group of `terms.toml`, in Chinese and English."""
    return _phrases(toml(Path(__file__).with_name("words") / "terms.toml")[group])


def _phrases(named: Mapping[str, list[str]]) -> dict[str, tuple[str, str]]:
    return {name: (zh, en) for name, (zh, en) in named.items()}


class Passage(NamedTuple):
    """A paragraph of the report's prose: pointer of its section's text, its topic, topic of the outermost section, its text
    folded, and the sentences of that."""

    pointer: str
    topic: Topic | None
    outer: Topic | None
    folded: str
    sentences: list[str]

    def about(self, *topics: Topic) -> bool:
        """Whether the passage, or the section that it is part of, is about one of the topics."""
        return self.topic in topics or self.outer in topics


class PrintedText(NamedTuple):
    """A printed paragraph or cell of the document, wherever it stands; `folded`: its text folded."""

    text: Text
    in_table: bool
    folded: str


class IndicatorContext(NamedTuple):
    """An indicator of a form: pointer, the record's row, and how its result compares with its target."""

    pointer: str
    item: Indicator
    completion: Completion

    @property
    def name(self) -> str:
        """What messages call it."""
        name = self.item.name or self.item.level2 or self.item.level1 or ""
        return f"“{shortened(name, 20)}”"

    @property
    def comparison(self) -> tuple[str, str]:
        """What messages say of its target and result, in Chinese and English."""
        target, actual = self.item.target.text, self.item.actual.text
        return f"指标{self.name}指标值{target}，完成值{actual}", f"row {self.name}: {actual} against {target}"

    def fields(self, *names: str) -> tuple[str, ...]:
        """The pointers of some of its fields."""
        return tuple(f"{self.pointer}/{name}" for name in names)


class ScoredLine(NamedTuple):
    """A line of a form that points are given on: pointer, weight, score, its name in messages, whether it is an indicator or a
    fund row."""

    pointer: str
    weight: Decimal | None
    score: Decimal | None
    name: str
    is_indicator: bool

    @property
    def full(self) -> bool:
        """Whether it has all its points."""
        return self.weight is not None and self.score is not None and abs(self.score - self.weight) <= HALF_CENT


def _region(place: object) -> int | None:
    """The page, block or line of a place."""
    return next((n for n in (getattr(place, name, None) for name in ("block", "page", "line")) if n), None)


@dataclass(frozen=True)
class FormContext:
    """A form of the record, with what the checks ask of it."""

    context: CheckContext
    number: int
    item: Evaluation
    memory: Memory = field(default_factory=dict, init=False, repr=False, compare=False)

    @property
    def pointer(self) -> str:
        """Where it stands in the record."""
        return f"/evaluations/{self.number}"

    @property
    def name(self) -> str:
        """What messages call it."""
        return self.item.subject or self.item.title or f"第{self.number + 1}张表"

    @property
    def name_among_several(self) -> str:
        """Its name where the document has several forms, else nothing."""
        return self.name if len(self.context.forms) > 1 else ""

    @cached_property
    def goal_texts(self) -> dict[GoalSide, tuple[str, str]]:
        """Pointer and folded text of its goal and of the result of that, where they are told."""
        goal = self.item.goal
        sides: dict[GoalSide, str | None] = {"expected": goal.expected, "actual": goal.actual}
        return {side: (f"{self.pointer}/goal/{side}", folded_text(text)) for side, text in sides.items() if text}

    @cached_property
    def year(self) -> int | None:
        """The form's year, else the document's."""
        return self.item.year or self.context.report.year

    @cached_property
    def rows(self) -> list[IndicatorContext]:
        """Its indicators, without a line of totals that a text without cells left among them."""
        return [
            IndicatorContext(f"{self.pointer}/indicators/{n}", item, _completed(item, self.year))
            for n, item in enumerate(self.item.indicators)
            if not check_words("scores", "total_line").fullmatch(folded_text(item.name or ""))
        ]

    @cached_property
    def regions(self) -> frozenset[int]:
        """The pages, blocks or lines in which the names of its rows stand."""
        places = (quote.place for row in self.rows for quote in self.context.quotes(f"{row.pointer}/name"))
        return frozenset(n for place in places if (n := _region(place)) is not None)

    @cached_property
    def weights(self) -> list[tuple[str, Decimal]]:
        """(pointer, points) of the rows' weights; a cell that spans several rows comes once."""
        weights = {f"{r.pointer}/weight": r.item.weight for r in self.rows if r.item.weight is not None}
        return [(pointer, weights[pointer]) for pointer in self.context.each_cell_once(weights)]

    def weights_of(self, rows: Sequence[IndicatorContext]) -> list[tuple[str, Decimal]]:
        """The weights of some of the rows, each printed cell once."""
        pointers = {f"{row.pointer}/weight" for row in rows}
        return [(pointer, points) for pointer, points in self.weights if pointer in pointers]

    def figure(self, path: str) -> Figure | None:
        """A figure of the form by its path: `funds/0/executed`."""
        return self.context.figure(f"{self.pointer}/{path}")

    @cached_property
    def total_row(self) -> int | None:
        """Which fund row has the totals of the year; None for a form without fund rows."""
        return total_row([folded_text(f.label or "") for f in self.item.funds])

    @property
    def total_fund(self) -> Fund | None:
        """The fund row with the totals of the year."""
        return None if self.total_row is None else self.item.funds[self.total_row]

    def total_figure(self, name: str) -> Figure | None:
        """A figure of the fund row with the totals of the year."""
        return None if self.total_row is None else self.figure(f"funds/{self.total_row}/{name}")

    @cached_property
    def money_lines(self) -> list[ScoredLine]:
        """The fund rows that points are given on; the first carries those for execution."""
        return [
            ScoredLine(f"{self.pointer}/funds/{n}", f.weight, f.score, f"“{f.label or '资金'}”", False)
            for n, f in enumerate(self.item.funds)
            if f.weight is not None or f.score is not None
        ]

    @cached_property
    def row_lines(self) -> list[ScoredLine]:
        """The indicator rows as lines of points."""
        return [ScoredLine(r.pointer, r.item.weight, r.item.score, r.name, True) for r in self.rows]

    @cached_property
    def scored_lines(self) -> list[ScoredLine]:
        """The line of execution and the rows; a score that spans several of them comes once."""
        lines = {f"{line.pointer}/score": line for line in (*self.money_lines[:1], *self.row_lines)}
        return [lines[pointer] for pointer in self.context.each_cell_once(lines)]

    @property
    def execution(self) -> ScoredLine | None:
        """The line that carries the points for execution."""
        return next(iter(self.money_lines), None)

    @cached_property
    def groups(self) -> list[tuple[str | None, list[IndicatorContext]]]:
        """The rows by level-1 indicator, in order. A level that comes again, as under another goal, is another group."""
        found: list[tuple[str | None, list[IndicatorContext]]] = []
        stated: Decimal | None = None
        for row in self.rows:
            if not found or found[-1][0] != row.item.level1 or row.item.level1_weight not in (None, stated):
                found.append((row.item.level1, []))
                stated = row.item.level1_weight
            found[-1][1].append(row)
        return found

    @cached_property
    def scored(self) -> bool:
        """Whether the form gives scores at all."""
        return self.item.total_score is not None or any(r.item.score is not None for r in self.rows)

    @cached_property
    def profile(self) -> Profile:
        """The scoring profile whose weights the form has; the one that the settings name, if they do."""
        settings = self.context.settings
        if settings.profile:
            return settings.profiles[settings.profile]
        for profile in settings.profiles.values():
            if profile.name != GENERIC and _fits(profile.weights, self.level_weights):
                return profile
        return self._by_execution() or settings.profiles[GENERIC]

    def _by_execution(self) -> Profile | None:
        """The only profile with the form's weight of execution, for a form that prints no other weights."""
        weights = self.level_weights
        points, profiles = weights.get("execution"), self.context.settings.profiles.values()
        known = [profile for profile in profiles if profile.weights.get("execution") == points]
        return known[0] if weights.keys() == {"execution"} and len(known) == 1 else None

    @cached_property
    def level_weights(self) -> dict[Level, Decimal]:
        """Points by level (execution, output, benefit …): those printed with the level, else the sum of its rows."""
        weights: dict[Level, Decimal] = {}
        if self.execution and self.execution.weight is not None:
            weights["execution"] = self.execution.weight
        for level1, rows in self.groups:
            level = level_of(level1)
            stated = next((r.item.level1_weight for r in rows if r.item.level1_weight is not None), None)
            points = [p for _, p in self.weights_of(rows)]
            if stated is not None or points:  # a form without a column of weights has neither
                weights[level] = weights.get(level, Decimal(0)) + (added(points) if stated is None else stated)
        return weights


def _completed(item: Indicator, year: int | None) -> Completion:
    """How a row's result compares with its target; unknown for a cell that no arithmetic was made for."""
    try:
        return completion(item, year)
    except ArithmeticError:
        return UNKNOWN


def level_of(level1: str | None) -> Level:
    """A level-1 indicator as profiles call it; `rest` for any other."""
    folded = folded_text(level1 or "")
    levels: tuple[Level, ...] = ("output", "benefit", "satisfaction", "cost")
    words = groups("checks.toml")["level1"]
    return next((level for level in levels if words[level].search(folded)), "rest")


def _fits(wanted: Mapping[Level, Decimal], weights: Mapping[Level, Decimal]) -> bool:
    if not wanted or not weights:
        return False
    if "rest" in wanted:
        rest = added(w for level, w in weights.items() if level != "execution")
        return weights.get("execution") == wanted["execution"] and rest == wanted["rest"]
    return dict(wanted) == weights


@dataclass(frozen=True)
class CheckContext:
    """A record to be checked. `lines`: all printed text of the document, for what is not in the record."""

    report: Report
    lines: Sequence[PrintedText] = ()
    settings: Settings = field(default_factory=defaults)
    memory: Memory = field(default_factory=dict, init=False, repr=False, compare=False)
    _figures: dict[str, Figure | None] = field(default_factory=dict, init=False, repr=False, compare=False)
    _about: dict[tuple[Topic, ...], list[Passage]] = field(default_factory=dict, init=False, repr=False, compare=False)

    @cached_property
    def forms(self) -> list[FormContext]:
        """The record's self-evaluation forms."""
        return [FormContext(self, n, item) for n, item in enumerate(self.report.evaluations)]

    @cached_property
    def lines_by_region(self) -> dict[int, list[PrintedText]]:
        """Page, block or line → what is printed there, in order."""
        found: dict[int, list[PrintedText]] = {}
        for line in self.lines:
            for region in dict.fromkeys([piece.region for piece in line.text.pieces]):
                found.setdefault(region, []).append(line)
        return found

    @cached_property
    def _paragraphs(self) -> list[list[str]]:
        """The paragraphs of each section of the outline, folded."""
        return [[folded_text(p) for p in section.text.split("\n") if p] for section in self.report.outline]

    @cached_property
    def section_texts(self) -> list[str]:
        """The text of each section of the outline, folded."""
        return ["".join(paragraphs) for paragraphs in self._paragraphs]

    @cached_property
    def passages(self) -> list[Passage]:
        """The report's prose, a paragraph each, with the topic of its section."""
        found: list[Passage] = []
        stack: list[tuple[int, Topic | None]] = []
        for n, section in enumerate(self.report.outline):
            while stack and stack[-1][0] >= section.level:
                stack.pop()
            topic = section.topic or next((t for _, t in reversed(stack) if t), None)
            stack.append((section.level, topic))
            found += [
                Passage(f"/outline/{n}/text", topic, stack[0][1], folded, _SENTENCE.findall(folded))
                for folded in self._paragraphs[n]
            ]
        return found

    def about(self, *topics: Topic) -> list[Passage]:
        """The passages about one of the topics."""
        if topics not in self._about:
            self._about[topics] = [p for p in self.passages if p.about(*topics)]
        return self._about[topics]

    def sentences(self, *topics: Topic) -> list[tuple[Passage, str]]:
        """(passage, sentence), folded; only of passages about the topics if any are given."""
        return [(p, s) for p in self.about(*topics) for s in p.sentences] if topics else self._sentences

    @cached_property
    def _sentences(self) -> list[tuple[Passage, str]]:
        return [(p, s) for p in self.passages for s in p.sentences]

    def value(self, pointer: str) -> Any:
        """What stands at a pointer; None where nothing does."""
        at: Any = self.report
        for step in pointer.split("/")[1:]:
            if at is None:
                return None
            if isinstance(at, list):
                at = at[int(step)] if step.isdigit() and int(step) < len(at) else None
            else:
                at = getattr(at, step, None)
        return at

    def quotes(self, pointer: str) -> list[Quote]:
        """The evidence of a value."""
        found = self.report.evidence.get(pointer, [])
        return found if isinstance(found, list) else [found]

    def place(self, pointer: str) -> AnyPlace | None:
        """The cell that a value stands in, as a key: two fields with one key were read from one cell. None where the cell is not
        known, as in a text, which has no cells that span rows."""
        quotes = self.quotes(pointer) if self.report.source.format != "txt" else None
        return quotes[0].place if quotes else None

    def each_cell_once(self, pointers: Iterable[str]) -> Iterator[str]:
        """Pointers without those of values that were read from the cell of one before, as it spans several rows."""
        seen: set[object] = set()
        for pointer in pointers:
            place = self.place(pointer)
            if place is None or place not in seen:
                yield pointer
            seen.add(place)

    def same_quotes(self, one: str, other: str) -> bool:
        """Whether two values were read from the same print."""
        quotes = self.quotes(one)
        return bool(quotes) and quotes == self.quotes(other)

    def figure(self, pointer: str, zh: str = "", en: str = "") -> Figure | None:
        """The figure at a pointer, with the decimals that its evidence shows; None if there is none. `zh`, `en`: its name in
        messages, where it is not that of the field."""
        if pointer not in self._figures:
            self._figures[pointer] = self._figure(pointer)
        found = self._figures[pointer]
        return found if found is None or not (zh or en) else found._replace(zh=zh or found.zh, en=en or found.en)

    def _figure(self, pointer: str) -> Figure | None:
        value = self.value(pointer)
        if value is None:
            return None
        quotes = self.quotes(pointer)
        names = field_names().get(pointer.rpartition("/")[2], ("", ""))
        return figure(Decimal(value), quotes[0].quote if quotes else None, pointer, *names)

    @cached_property
    def text(self) -> str:
        """All folded text of the document, a line each; of the record's prose where the document is not at hand."""
        return "\n".join(line.folded for line in self.lines) or "\n".join(p.folded for p in self.passages)

    @cached_property
    def is_report(self) -> bool:
        """Whether the document has a narrative."""
        return bool(self.report.outline)

    @cached_property
    def project_forms(self) -> list[FormContext]:
        """The forms of projects and transfers."""
        return [f for f in self.forms if f.item.kind in ("project", "transfer")]

    @cached_property
    def department_forms(self) -> list[FormContext]:
        """The forms of the unit as a whole."""
        return [f for f in self.forms if f.item.kind == "department"]


def printed_texts(document: Document) -> list[PrintedText]:
    """All printed paragraphs and cells of a document in reading order; margins and footnotes at the end."""
    printed: list[tuple[Text, bool]] = []
    for block in document.blocks:
        if isinstance(block, Paragraph):
            printed.append((block.text, False))
        else:
            printed += [(cell.text, True) for cell in block.cells]
    printed += [(p.text, False) for p in (*document.margins, *document.footnotes)]
    return [PrintedText(text, in_table, text.folded.text) for text, in_table in printed if text]
