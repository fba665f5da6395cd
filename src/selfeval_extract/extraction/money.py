"""Budget and spending of the document as a whole: prose first told apart by subject and stage, then tables.

Where narrative and table both speak, the table goes before the prose for `budget` and the prose before the table for
`spending`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from functools import cached_property
from itertools import chain, groupby, product
from typing import Literal, NamedTuple

from selfeval_extract.document import Text
from selfeval_extract.extraction.context import Context
from selfeval_extract.extraction.evaluations import form_kind, total_funds
from selfeval_extract.extraction.mentions import Mention, MentionSubject, mentions, named_alone
from selfeval_extract.extraction.plain_tables import PlainAmounts
from selfeval_extract.prose.points import states_none
from selfeval_extract.record.cited import Cited, Leaf, cite, cite_cell, cite_folded
from selfeval_extract.record.cited_record import (
    CitedBudget,
    CitedFunction,
    CitedFund,
    CitedProject,
    CitedRestatement,
    CitedSpending,
    ThreePublicKind,
)
from selfeval_extract.runtime.pattern_cache import regex
from selfeval_extract.structure.forms.form import Form
from selfeval_extract.values.numbers import NUMBER, amount_in, decimal
from selfeval_extract.values.years import last_year
from selfeval_extract.vocabulary.files import groups
from selfeval_extract.vocabulary.roles import (
    BUDGET_STAGES,
    NATURES,
    SOURCES,
    BudgetStage,
    Nature,
    Source,
    Stage,
    Subject,
    Topic,
)

OwnSection = Literal["government_funds", "state_capital", "social_insurance"]
"""A kind of budget that has a section of its own in Hunan's outline."""
ThreePublicPart = Literal["receptions", "vehicles", "abroad"]
Whole = Literal["total", "basic", "personnel", "operating", "project"]
_SUMS: tuple[tuple[Whole, ...], ...] = (("basic", "personnel", "operating"), ("total", "basic", "project"))
"""Kinds of spending, each with what it is made of."""
_MOST_CHOICES = 8
"""Statements of one kind of spending that are tried."""
_ROUNDING = Decimal("0.02")

_ELSEWHERE: frozenset[Topic | None] = frozenset(
    {"problems", "measures", "problems_and_measures", "duties", "result_use", "other_matters", "annex"}
)
_SPECIFIC: frozenset[Topic] = frozenset(
    {"basic_spending", "project_spending", "three_public", "government_funds", "state_capital", "social_insurance"}
)
_GENERAL_TALK: frozenset[Topic | None] = frozenset({"goals", "performance", "indicators"})
_OWN_SECTION: tuple[OwnSection, ...] = ("government_funds", "state_capital", "social_insurance")
_WITHOUT_SECTION: tuple[Source, ...] = ("general_public", "special_account", "other")
_RATE = regex(
    rf"(?:预算|资金|支出|总体|整体|项目|财政){{0,8}}(?P<name>执行率|支出率|支付率|使用率|支出进度|执行进度|支付进度|完成率)(?:为|达到?|约|是|:|\([^)]{{0,100}}\)){{0,12}}(?P<n>{NUMBER})%"
)
_OF_A_PART = regex(r"基本|人员|公用|中央|省级|市级|县级|一般公共|(?<!该)项目支出")
"""Whose rate is not that of the whole."""
_SHARE = regex(
    rf"(?:占|为|完成)(?:全年|调整后|当年|年度|调整)*的?(?:收入|支出)?预算(?:数|总额|指标)?的(?P<n>{NUMBER})%"
)
"""An execution rate in other words; only two amounts that it fits make it one."""
_NO_BUDGET = regex(r"(?:均?无|没有|未安排|不涉及|未使用|未发生|没有使用)[^。;]*")
_WHOLE = regex(r"总|合计|共计|全年|本年")
_OWN_WORDS: dict[Subject, re.Pattern[str]] = {
    "vehicles": regex(r"购置费?(?:及|和|与|、)运行|两项"),
    "operating": regex(r"公用"),
    "other": regex(r"其[他它]资金|单位资金"),
    "personnel": regex(r"人员(?:经费|支出)"),
    "project": regex(r"(?<!类)项目支出"),
}
"""Words that name a subject itself, where a text has other amounts, too, that may stand for it: 运转类 beside 公用经费."""
_PAYOUT = regex(r"(?:发放|兑现|兑付|慰问|救助|奖励)[^,;]{0,40}$")
"""A payment to people, as indicators tell of it: no statement of what was spent in all."""
_NOT_THIS = regex(r"预计|[由从]$")
"""A forecast; what an amount was before it changed (由A增加到B)."""
_THREE_PUBLIC_FIRST = regex(r"[^,。;]{0,6}三公")
_GRANTED = regex(r"财政|拨款|专项|补助")
"""Of a project, only money that was granted is revenue: the unit's own income is another matter."""
_PROJECTS = regex(r"项目|专项")
_MARKED = regex(r"全年|调整|变更|追加|最终|修正|年末|核定后")
"""Words that name the revised budget outright."""
_OUTRIGHT = regex(r"(?:全年|本年|年度|累计|总|合计|决算)[^,;。]{0,8}(?:支出|执行|决算)[^,;。]{0,4}$|(?<!执行)预算")
"""Words that name the whole of what was spent; of budgets all do."""
_REST_OF_THREE = regex(r"(?:其余|其他|另外)[两二2]项[^,;。\d]{0,6}(?:没有|无|未|均?为(?:0|零))[^,;。]{0,6}")
_KIND_OF_REVENUE = regex(r"(?:[费电售租疗息税票]|事业|经营|其[他它])收入[^,;:。]{0,4}$")
_WHOLE_OF_SECTION: tuple[MentionSubject | None, ...] = (None, "total")
"""What an amount is of that is all of its section's."""
_ZERO = Decimal(0)
_THREE: tuple[ThreePublicPart, ...] = ("receptions", "vehicles", "abroad")
_SENTENCE_END = regex("[。;]")
_CLAUSES = regex("[,;:。]")


_NOTHING: CitedBudget = {
    "original": None,
    "revised": None,
    "executed": None,
    "revenue": None,
    "execution_rate": None,
    "sources": {},
}
_NO_FUNDS: CitedFund = {
    "label": None,
    "original": None,
    "revised": None,
    "executed": None,
    "weight": None,
    "rate": None,
    "score": None,
    "note": None,
}


class Prose:
    """All amounts mentioned in a report's prose, and the questions asked of them."""

    def __init__(self, context: Context) -> None:
        self.of_project = context.kind in ("project", "transfer")
        self._wide: set[Subject | None] = {None, "total", "project"} if context.kind == "project" else {None, "total"}
        self.narrow = _SPECIFIC - {"project_spending"} if context.kind == "project" else _SPECIFIC
        self.paragraphs = list(_paragraphs(context))
        self.found = [m for p in self.paragraphs for m in p.mentions if not m.denied]
        self.denied = [m for p in self.paragraphs for m in p.mentions if m.denied] + list(_denied_elsewhere(context))
        self._listed = _listed(context, self.found)
        self.proven = _proven(self.paragraphs, self.found, self._listed)

    @property
    def project_totals(self) -> set[Decimal]:
        """The amounts stated for all of project spending, or all that was spent where the report is on a project."""
        spent = self.total("executed") if self.of_project else None
        return {m.value for m in self.found if m.value and (m.subject == "project" or _PROJECTS.search(m.left))} | (
            {spent.value} if spent and isinstance(spent.value, Decimal) else set()
        )

    def first(self, accept: Callable[[Mention], bool]) -> Leaf:
        """The first accepted mention; one from a section about money in general before one from any other."""
        for later in (False, True):
            for mention in self.found:
                if (mention.topic in _GENERAL_TALK) == later and accept(mention):
                    return mention.cite()
        return None

    def every(self, accept: Callable[[Mention], bool]) -> list[Leaf]:
        """All accepted mentions, those of sections about money in general only."""
        return [m.cite() for m in self.found if m.topic not in _GENERAL_TALK and accept(m)]

    def totals(self, stage: Stage) -> list[Leaf]:
        """The statements of the document's own amount of a stage: the one that is taken for it, and those that name the
        whole outright."""
        return [
            self.total(stage),
            *self.every(
                lambda m: (
                    m.stage == stage
                    and m.subject == "total"
                    and not m.part
                    and m.topic not in self.narrow
                    and not _NOT_THIS.search(m.left)
                )
            ),
        ]

    def again(self, held: dict[BudgetStage, Decimal]) -> Iterator[tuple[BudgetStage, Leaf]]:
        """(stage, amount) of sentences that repeat the whole's amount of one stage (`held`) and give another's."""
        for sentence in _by_sentence(
            m for m in self.found if m.subject in self._wide and not m.part and not _NOT_THIS.search(m.left)
        ):
            stated = {stage: m for m in sentence for stage in held if m.stage == stage}
            if any(held[stage] == m.value for stage, m in stated.items()):
                yield from ((stage, m.cite()) for stage, m in stated.items())

    def total(self, stage: Stage) -> Leaf:
        """The document's own amount of a stage: proven by the report's own rate, else nothing narrower than the whole."""
        unadjusted = self._unadjusted
        if unadjusted and stage in ("original", "revised"):
            return unadjusted.cite() if stage == "original" else self._first_of("revised", marked=True)
        if self.proven and stage == "executed":
            return self.proven.executed.cite()
        if self.proven and stage == self.proven.budget.stage:
            return self.proven.budget.cite()
        general = self._first_of(stage)
        general = general or self.first(
            lambda m: m.stage == stage and m.subject in self._wide and not m.part and m.topic == "basic_spending"
        )
        if general is None and stage == "revised" and self.proven and self.proven.budget.stage in (None, "arrived"):
            return self.proven.budget.cite()
        if general or stage != "executed" or "project" not in self._wide:
            return general
        return self.first(lambda m: m.subject == "project" and m.stage is None and m.left.endswith("支出"))

    def _first_of(self, stage: Stage, marked: bool = False) -> Leaf:
        """The first statement of the whole's amount of a stage; `marked`: of those that name the adjusted budget outright."""
        return next((m.cite() for m in self._of_whole(stage) if not marked or _MARKED.search(m.left)), None)

    def _of_whole(self, stage: Stage) -> list[Mention]:
        """The statements of the whole's amount of a stage, those of sections about money in general first."""
        found = (
            m
            for m in self.found
            if m.stage == stage
            and m.subject in self._wide
            and not m.part
            and m.topic not in self.narrow
            and not (m.subject is None and _of_three_public(m))
            and not (stage == "executed" and m.topic in _GENERAL_TALK and _PAYOUT.search(m.left))
            and not (stage == "executed" and m.text in self._listed)
        )
        return sorted(found, key=lambda m: (m.topic in _GENERAL_TALK, _OUTRIGHT.search(m.left) is None))

    @cached_property
    def _unadjusted(self) -> Mention | None:
        """A budget that is only called the budget (部门预算总额), where it cannot be the adjusted one: another amount is, or more was
        spent; None if the original budget is stated as such."""
        stated = self._of_whole("revised")
        plain = next((m for m in stated if not _MARKED.search(m.left)), None)
        if plain is None or self._of_whole("original"):
            return None
        adjusted = any(_MARKED.search(m.left) and m.value != plain.value for m in stated)
        overspent = any(m.value > plain.value for m in self._of_whole("executed")[:1])
        return plain if adjusted or overspent else None

    def amount(self, subject: Subject) -> Leaf:
        """The final figure of a subject: spent, else without a stage; of several that which the subject's own
        words name."""
        own_words = _OWN_WORDS.get(subject)
        stated = [m for stage in ("executed", None) for m in self._of_subject(subject) if m.stage == stage]
        named = [m for m in stated if own_words and own_words.search(_CLAUSES.split(m.left)[-1])]
        return next((m.cite() for m in (*named, *stated)), None)

    def _of_subject(self, subject: Subject) -> list[Mention]:
        """The statements on a subject, those of sections about money in general first; of one of the three public expenses those
        in paragraphs on these, if there are any."""
        found = sorted((m for m in self.found if m.subject == subject), key=lambda m: m.topic in _GENERAL_TALK)
        of_three = [m for m in found if m.topic == "three_public" or "三公" in m.text.folded.text]
        return of_three if of_three and subject in _THREE else found

    def of_public_budget(self, stage: BudgetStage) -> Leaf:
        """The general public budget's amount of a stage, for want of one of the whole."""
        return self.first(lambda m: m.subject == "general_public" and m.stage == stage and not m.part)

    def statements(self, name: Whole) -> Iterator[Leaf]:
        """What may be the final figure of a kind of spending: what is said of it, and what its section says without naming it."""
        topics: dict[Whole, Topic] = {"basic": "basic_spending", "project": "project_spending"}
        for m in self.found if name != "total" else ():
            unnamed = m.subject in (None, "total") and m.topic is not None and m.topic == topics.get(name)
            if m.stage in ("executed", None) and not m.part and (m.subject == name or unnamed):
                yield m.cite()

    @cached_property
    def rest_of_three(self) -> Leaf:
        """0 where the report says of the three public expenses that those it has not named came to nothing: 其余两项没有支出."""
        for topic, text, _ in self.paragraphs:
            folded = text.folded.text
            rest = _REST_OF_THREE.search(folded) if topic == "three_public" or "三公" in folded else None
            if rest:
                return cite_folded(text, *rest.span(), _ZERO)
        return None

    def none(self, subject: Subject) -> Leaf:
        """0 where the report says that there was nothing of a subject."""
        return next((m.cite() for m in self.denied if m.subject == subject), None)

    def of(self, subject: Subject) -> Leaf:
        """The final figure of a subject, 0 if it says that there was none."""
        return self.amount(subject) or self.none(subject)


def _of_three_public(mention: Mention) -> bool:
    """Whether the sentence, up to its full stop, begins with the three public expenses: what names no subject in it is
    theirs, also behind a semicolon."""
    before = mention.text.folded.text[: mention.start].rpartition("。")[2]
    return ";" in before and bool(_THREE_PUBLIC_FIRST.match(before))


def _by_sentence(found: Iterable[Mention]) -> Iterator[list[Mention]]:
    """Mentions by the sentence that they stand in."""

    def sentence(mention: Mention) -> tuple[int, int]:
        return id(mention.text), len(_SENTENCE_END.findall(mention.text.folded.text[: mention.start]))

    return (list(group) for _, group in groupby(found, sentence))


class Paragraph(NamedTuple):
    """A paragraph that may speak of the document's money: the topic of its section, its text and the amounts it mentions."""

    topic: Topic | None
    text: Text
    mentions: list[Mention]


def _paragraphs(context: Context) -> Iterator[Paragraph]:
    """The paragraphs that may speak of the document's money, and cells of forms that tell of money in prose."""
    for topic, outer, texts, heading in context.passages:
        if not {topic, outer} & _ELSEWHERE:
            named = named_alone(heading.folded.text)
            if texts and texts[0] is not heading and "元" in heading.folded.text:
                yield Paragraph(topic, heading, list(mentions(heading, topic, context.year)))
            for n, text in enumerate(texts):
                yield Paragraph(topic, text, list(mentions(text, topic, context.year, named, first=n == 0)))
    for form in context.forms:
        for cell in form.unread if not form.funds else ():
            yield Paragraph("funds", cell.text, list(mentions(cell.text, "funds", context.year)))


def _denied_elsewhere(context: Context) -> Iterator[Mention]:
    """What sections on other matters say there was none of: a kind of budget, one of the three public expenses."""
    for topic, outer, texts, _ in context.passages:
        if "other_matters" in (topic, outer):
            found = (m for text in texts for m in mentions(text, topic, context.year))
            yield from (m for m in found if m.denied and m.subject in (*SOURCES, "three_public", *_THREE))


_WHOLES: frozenset[MentionSubject | None] = frozenset(
    {None, "total", "project", "central", "general_public", "unknown"}
)
"""What the amounts of an execution rate may be of."""


def _listed(context: Context, found: Sequence[Mention]) -> list[Text]:
    """Numbered paragraphs that stand side by side and each tell what was spent: parts, none of which is the whole."""
    spent = {
        id(m.text)
        for m in found
        if m.stage == "executed" and m.subject in (None, "total") and not _WHOLE.search(m.left)
    }
    times = Counter(m.value for m in found if id(m.text) in spent and m.stage == "executed")
    spent -= {id(m.text) for m in found if times[m.value] > 1}  # paid out, then used: the same money twice
    listed: list[Text] = []
    for section in context.outline.sections:
        texts = [i.text for i in section.items if i.number and id(i.text) in spent]
        listed += texts if len(texts) > 1 else []
    return listed


class Proof(NamedTuple):
    """An execution rate with the two amounts whose quotient it is."""

    rate: Leaf
    executed: Mention
    budget: Mention


def _proven(paragraphs: Sequence[Paragraph], found: Sequence[Mention], listed: Sequence[Text]) -> Proof | None:
    """The rate that an amount of its paragraph proves with another one there, or in the paragraph before, or with the whole
    budget; of several that of the largest amounts, because those of parts are smaller. `found`: all amounts; `listed`:
    paragraphs on parts."""
    proofs: list[Proof] = []
    before: list[Mention] = []
    budgets = [m for m in found if m.stage in ("original", "revised") and m.subject in _WHOLES and not m.part]
    totals = [m for m in found if m.stage == "executed" and m.subject == "total" and not m.part][:1]
    for topic, text, all_here in paragraphs:
        on_wholes = topic != "three_public" and text not in listed
        here = [m for m in all_here if not m.denied and m.subject in _WHOLES] if on_wholes else []
        for match in (*_RATE.finditer(text.folded.text), *_SHARE.finditer(text.folded.text)):
            rate = decimal(match["n"])
            leaf = cite_folded(text, match.start("n"), match.end(), rate)
            pairs: Iterator[tuple[Mention, Mention]] = (
                (e, b) for e in here for b in (*before, *here, *budgets) if rate and _is_rate(rate, match["n"], e, b)
            )
            pairs = chain(pairs, ((e, b) for e in totals for b in here if rate and _is_rate(rate, match["n"], e, b)))
            proofs += [Proof(leaf, e, b) for e, b in pairs]
        before = here or before
    return max(proofs, key=lambda p: (p.executed.value, p.budget.value), default=None)


def _is_rate(rate: Decimal, printed: str, executed: Mention, budget: Mention) -> bool:
    """Whether a printed rate is the quotient of an amount spent and one that was there to spend."""
    if executed is budget or not budget.value or executed.stage not in ("executed", None) or budget.stage == "executed":
        return False
    places = len(printed.partition(".")[2])
    return abs(executed.value / budget.value * 100 - rate) <= Decimal(1).scaleb(-places) * Decimal("0.51")


def budget(context: Context, prose: Prose, plain: PlainAmounts, several_projects: bool) -> CitedBudget:
    """The document's budget; `sources` by kind of budget. `several_projects`: the report lists more than one."""
    form = _budget_form(context, several_projects)
    in_prose = _budget_in_prose(context, prose, plain) if context.is_report or (form and not form.funds) else _NOTHING
    in_form = (total_funds(form) if form else None) or _NO_FUNDS
    sources = _sources(context, prose, plain) if context.is_report else {}
    for each in context.forms:
        for name in SOURCES:
            sources[name] = sources.get(name) or _split(each, name)
    sources["general_public"] = sources.get("general_public") or _spent_by_section(prose, "general_public_budget")
    return {
        "original": in_form["original"] or in_prose["original"],
        "revised": in_form["revised"] or in_prose["revised"],
        "executed": in_form["executed"] or in_prose["executed"],
        "revenue": in_prose["revenue"],
        "execution_rate": in_form["rate"] or in_prose["execution_rate"],
        "sources": sources,
    }


def _budget_form(context: Context, several_projects: bool) -> Form | None:
    """The form whose total row is the document's budget: the only one, and not a project's in a department's report."""
    forms = context.forms
    if not context.is_report:
        return forms[0] if len(forms) == 1 else None
    if context.kind == "project" and several_projects:
        return None  # a report on several projects: the form is one of them
    fitting = [f for f in forms if context.kind != "department" or form_kind(f) == "department"]
    return fitting[0] if len(fitting) == 1 and (len(forms) == 1 or context.kind == "department") else None


def _budget_in_prose(context: Context, prose: Prose, plain: PlainAmounts) -> CitedBudget:
    revenue = prose.first(
        lambda m: (
            m.stage == "revenue"
            and m.subject in (None, "total", "general_public")
            and not m.part
            and m.topic not in _GENERAL_TALK
            and (context.kind != "project" or _GRANTED.search(m.left) is not None)
            and not _KIND_OF_REVENUE.search(m.left)
        )
    )
    return {
        "original": prose.total("original") or plain.budget.get("original") or prose.of_public_budget("original"),
        "revised": prose.total("revised") or plain.budget.get("revised"),
        "executed": _spent(prose, plain),
        "revenue": revenue or plain.budget.get("revenue"),
        "execution_rate": _rate(context, prose),
        "sources": {},
    }


def _spent(prose: Prose, plain: PlainAmounts) -> Leaf:
    """All that was spent: stated in prose, printed in a plain table, or for want of both what the public budget spent."""
    return (
        prose.total("executed")
        or plain.budget.get("executed")
        or plain.of("total")
        or (plain.of("project") if prose.of_project else None)
        or prose.of_public_budget("executed")
    )


def _rate(context: Context, prose: Prose) -> Leaf:
    """The execution rate: the proven one, else the first stated; sections on indicators come later, on basic spending last."""
    if prose.proven:
        return prose.proven.rate
    on_whole = [p for p in prose.paragraphs if p.topic not in prose.narrow or p.topic == "basic_spending"]
    for _, text, _ in sorted(on_whole, key=lambda p: 2 if p.topic == "basic_spending" else p.topic in _GENERAL_TALK):
        folded = text.folded.text
        stated = [m for m in _RATE.finditer(folded) if _of_the_year(m, context.year)]
        whole = [m for m in stated if not _OF_A_PART.search(folded, max(0, m.start() - 8), m.start("name"))]
        for match in (*whole, *stated):
            return cite_folded(text, match.start("n"), match.end(), decimal(match["n"]))
    return None


def _of_the_year(rate: re.Match[str], year: int | None) -> bool:
    """Whether a rate is one of execution, and its sentence names no other year before it."""
    sentence = rate.string[: rate.start()].rpartition("。")[2]
    of_execution = rate["name"] != "完成率" or "预算" in rate[0]
    return of_execution and (year is None or last_year(sentence, dates=False) in (None, year))


def _sources(context: Context, prose: Prose, plain: PlainAmounts) -> dict[Source, Leaf]:
    found: dict[Source, Leaf] = {}
    for name in _OWN_SECTION:
        found[name] = _own_section(context, prose, name) or prose.of(name)
    for source in _WITHOUT_SECTION:
        found[source] = prose.of(source)
    return {name: leaf or plain.sources.get(name) for name, leaf in found.items()}


def _own_section(context: Context, prose: Prose, name: OwnSection) -> Leaf:
    for tree in context.outline.about(name):
        text = next((i.text for s in tree for i in s.items if i.text), None)
        if text is not None and states_none(text.folded.text):
            return cite(_ZERO, text)
        spent = _spent_by_name(prose, name) or prose.first(
            lambda m: m.topic == name and m.stage in (None, "executed") and m.subject in (name, *_WHOLE_OF_SECTION)
        )
        if spent:
            return spent
        for section in tree:
            for item in section.items:
                match = _NO_BUDGET.search(item.text.folded.text)
                if match:
                    return cite_folded(item.text, *match.span(), _ZERO)
    return None


def _spent_by_name(prose: Prose, name: OwnSection) -> Leaf:
    """What was spent of a kind of budget that the words before the amount name."""
    named = groups("amounts.toml")["subjects"][name]
    return prose.first(lambda m: m.subject == name and m.stage == "executed" and bool(named.search(m.left)))


def _spent_by_section(prose: Prose, topic: Topic) -> Leaf:
    """What a section on one kind of budget says was spent in all."""
    return prose.first(lambda m: m.topic == topic and m.stage == "executed" and m.subject in _WHOLE_OF_SECTION)


def spending(
    context: Context,
    prose: Prose,
    plain: PlainAmounts,
    projects: Sequence[CitedProject],
    functions: Sequence[CitedFunction],
) -> CitedSpending:
    """What was spent on what; None throughout for a document that is only a project or transfer form. `projects`, `functions`: what
    the report lists of each."""
    stated: dict[Whole, Leaf] = {part: _spent_on_part(context, prose, plain, part) for part in NATURES}
    stated["total"] = _spent(prose, plain) if context.is_report else None
    for names in _SUMS if context.is_report else ():
        stated |= _that_add_up(prose, stated, names)
    return {
        "projects": list(projects) or _no_projects(prose),
        "functions": list(functions) or None,
        "three_public": _three_public(context, prose, plain),
        "total": stated["total"],
        "basic": stated["basic"],
        "personnel": stated["personnel"],
        "operating": stated["operating"],
        "project": stated["project"],
    }


def _no_projects(prose: Prose) -> Cited | None:
    """An empty list where the report says that there was no project spending and states no amount of it."""
    if any(m.subject == "project" and m.value for m in prose.found):
        return None
    return next(
        (Cited([], m.text.folded_part(m.start, m.end).evidence()) for m in prose.denied if m.subject == "project"), None
    )


def _that_add_up(prose: Prose, stated: dict[Whole, Leaf], names: tuple[Whole, ...]) -> dict[Whole, Leaf]:
    """Of a whole and its parts (`names`), the statements that add up, where those taken for them do not."""
    choices = [[leaf for leaf in (stated[name], *prose.statements(name)) if leaf][:_MOST_CHOICES] for name in names]
    way = next((way for way in product(*choices) if _add_up(way)), None)
    return dict(zip(names, way, strict=True)) if way else {}


def _add_up(leaves: Sequence[Cited]) -> bool:
    """Whether the first amount is the sum of the others."""
    whole, *parts = (leaf.value for leaf in leaves if isinstance(leaf.value, Decimal))
    return abs(whole - sum(parts, _ZERO)) <= _ROUNDING


def _spent_on_part(context: Context, prose: Prose, plain: PlainAmounts, part: Nature) -> Leaf:
    """The amount of a kind of spending: in prose, in a plain table, else in the split of a form."""
    found = (prose.of(part) or plain.of(part)) if context.is_report else None
    if found is None and part == "personnel" and context.is_report:
        found = prose.of("wages")
    return found or next((leaf for form in context.forms if (leaf := _split(form, part))), None)


def _split(form: Form, name: Source | Nature) -> Leaf:
    """The amount of a part in a form's split by source or by kind of spending."""
    return cite_cell(form.splits.get(name), amount_in(form.money_unit))


def _three_public(context: Context, prose: Prose, plain: PlainAmounts) -> dict[ThreePublicKind, Leaf]:
    if not context.is_report:
        return {}
    found: dict[ThreePublicKind, Leaf] = {"total": prose.of("three_public") or plain.of("three_public")}
    for name in _THREE:
        found[name] = prose.amount(name) or plain.of(name) or prose.none(name) or prose.rest_of_three
    return found


def restated(
    context: Context,
    prose: Prose,
    plain: PlainAmounts,
    budget: CitedBudget,
    spending: CitedSpending,
    several_projects: bool,
) -> list[CitedRestatement]:
    """Further statements of what the fields of `budget` and `spending` hold: elsewhere in prose, in a plain table or in a form.
    Checks compare them."""
    if not context.is_report:
        return []
    form = _budget_form(context, several_projects)
    in_form = (total_funds(form) if form else None) or _NO_FUNDS
    stages = {stage: [in_form[stage], *prose.totals(stage), plain.budget.get(stage)] for stage in BUDGET_STAGES}
    for stage, leaf in prose.again(_amounts(budget)):
        stages[stage].append(leaf)
    statements: list[tuple[str, Leaf, list[Leaf]]] = [
        *((f"/budget/{stage}", budget[stage], leaves) for stage, leaves in stages.items()),
        ("/budget/execution_rate", budget["execution_rate"], [in_form["rate"], _rate(context, prose)]),
        ("/spending/total", spending["total"], [plain.of("total")]),
        *((f"/spending/{part}", spending[part], _statements_of(context, prose, plain, part)) for part in NATURES),
        *(
            (f"/budget/sources/{name}", budget["sources"].get(name), _in_tables(context, plain, name))
            for name in SOURCES
        ),
    ]
    return [
        {"field": field, "value": leaf}
        for field, kept, leaves in statements
        for leaf in dict.fromkeys(leaves)
        if leaf is not None and kept is not None and leaf != kept
    ]


def _amounts(budget: CitedBudget) -> dict[BudgetStage, Decimal]:
    """The amounts of the budget's stages that are known."""
    known = ((stage, budget[stage]) for stage in BUDGET_STAGES)
    return {stage: leaf.value for stage, leaf in known if leaf and isinstance(leaf.value, Decimal)}


def _statements_of(context: Context, prose: Prose, plain: PlainAmounts, part: Nature) -> list[Leaf]:
    spent = prose.every(lambda m: m.subject == part and m.stage == "executed" and not m.part)
    return [*spent, plain.of(part), *(_split(form, part) for form in context.forms)]


def _in_tables(context: Context, plain: PlainAmounts, name: Source) -> list[Leaf]:
    return [*(_split(form, name) for form in context.forms), plain.sources.get(name)]
