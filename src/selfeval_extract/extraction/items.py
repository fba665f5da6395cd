"""Listed projects and functional headings in the report's prose."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from decimal import Decimal
from itertools import accumulate, pairwise

from selfeval_extract.document import Text, folded_text, join
from selfeval_extract.extraction.context import Context
from selfeval_extract.extraction.plain_tables import is_function
from selfeval_extract.prose.listed_items import (
    Amount,
    ListedItem,
    Span,
    amounts_between,
    item_under,
    listed_items,
    purpose,
)
from selfeval_extract.prose.sections import Section
from selfeval_extract.record.cited import Leaf, cite_folded
from selfeval_extract.record.cited_record import CitedFunction, CitedProject
from selfeval_extract.runtime.pattern_cache import regex
from selfeval_extract.values.list_numbers import list_number
from selfeval_extract.vocabulary.roles import Topic
from selfeval_extract.vocabulary.words import alternatives

_OF_PROJECTS = r"(?:项目|专项|特定目标类|支出内容|使用情况)"
_LIST_HEAD = regex(
    rf"{_OF_PROJECTS}[^。;]{{0,40}}?(?:"
    r"(?:其中|包括|具体(?:是|为|有|情况)|如下|主要(?:有|是|为|包括|用于)|分别(?:为|是|有|用于)?|明细|构成)(?:[^,。:\d]{0,6}[:,])?"
    r"|(?:中|有)[:,]|(?:以下|下列|分为|分成|涉及|安排|实施|共|主要用|去向|投向|用途)[^,。:]{0,12}:"
    r"|[^。;]{0,12}。(?:其中|具体(?:是|为)|分别(?:是|为))[:,])"
    rf"|(?:重点|主要|具体)项目(?:支出)?(?:有|为|是|包括|分别为)|{_OF_PROJECTS}(?:支出)?(?:情况)?(?:如下)?:$"
)
"""What announces a list of projects."""
_ALL_PROJECTS = regex(r"项目支出(?:共|合计|共计|为|是|系|即)*$")
_NOT_IN: frozenset[Topic | None] = frozenset({"problems", "measures", "problems_and_measures", "duties", "result_use"})
_OTHER_MATTER = regex(r"(?:20\d\d年度?)?(?:\"?三公|机关运行经费|政府采购|国有资产|固定资产)")
"""How a paragraph begins that has left the list of projects."""
_FUNCTIONS = regex(
    rf"(?:20\d\d年度?)?(?P<name>(?:(?<!\d)[12]\d\d)?{alternatives('functions', 'names')}(?:\(类\))?支出)(?=(?:\(类\)|类|科目)?(?:\([^()]*\))?(?:支出|决算|为|:|共|。|年初|20\d\d年度?|\d))"
)
"""The name of a functional heading before its amount, with the year before it."""
_LONGEST_LIST = 60
"""Projects in a list that their sum may prove."""
_NEAR = 60
"""Characters behind a name in which its amount stands."""
_ALSO_A_SOURCE = regex(r"国有资本|社会保险基金|其他支出")
"""Headings that are functions beside others only: alone they are kinds of budget, or anything."""


def listed_functions(context: Context) -> list[CitedFunction]:
    """Spending by functional heading: name and amount, in the order of the report."""
    found: dict[str, CitedFunction] = {}
    for topic, _, text in context.paragraphs():
        named = list(_FUNCTIONS.finditer(text.folded.text)) if topic not in ("problems", "measures") else []
        if not all(_ALSO_A_SOURCE.match(m["name"]) for m in named):
            ends = [*(m.start() for m in named[1:]), len(text.folded.text)]
            for match, end in zip(named, ends, strict=True):
                amount = _spent_on(match, end, text.folded.text, context.year)
                if amount and match["name"] not in found:
                    found[match["name"]] = {
                        "name": cite_folded(text, *match.span("name")),
                        "amount": cite_folded(text, *amount.span, amount.value),
                    }
    return list(found.values())


def _spent_on(match: re.Match[str], end: int, folded: str, year: int | None) -> Amount | None:
    """What was spent on a functional heading: the first amount behind its name, and before `end`, that is of this year and no
    budget."""
    amounts = amounts_between(folded, match.start(), min(match.end() + _NEAR, end), year)
    return next((a for a in amounts if a.kind in ("spent", "named")), None)


def listed_projects(context: Context, totals: Set[Decimal]) -> list[CitedProject]:
    """Projects with amount and purpose: in the section on project spending, behind words that announce a list of them, or where
    they come to one of the `totals`, the amounts that the report states for project spending."""
    found: dict[str, CitedProject] = {}
    for project in (project for section in _places(context, totals) for project in section):
        name = _folded_name(project)
        found[name] = _fuller(found[name], project) if name in found else project
    return list(found.values())


def _fuller(first: CitedProject, second: CitedProject) -> CitedProject:
    """Of two places that tell of one project, the later one: what was allotted is told before what was spent. A purpose that
    only the first tells stays."""
    return {**second, "purpose": second["purpose"] or first["purpose"], "amount": second["amount"] or first["amount"]}


def _places(context: Context, totals: Set[Decimal]) -> Iterator[list[CitedProject]]:
    """The projects of each section that lists some."""
    announced: int | None = None
    yield _headed(context, totals)
    for section, outer, inside in _sections(context):
        if announced is not None and (section.topic or section.level <= announced):
            announced = None
        if outer in _NOT_IN and not inside:
            continue
        listing = inside or announced is not None
        if listing and section.heading and not section.topic and (headed := _under_heading([section], context.year)):
            yield [headed]
            continue
        found, still = _in_section(section, listing, context.year, totals)
        yield found
        if still:
            announced = section.level


def _sections(context: Context) -> Iterator[tuple[Section, Topic | None, bool]]:
    """Each section with the topic of the outermost one around it, and whether it is, or is within, one on project spending."""
    around: list[Section] = []
    for section in context.outline.sections:
        while around and around[-1].level >= section.level:
            around.pop()
        if section.level:
            around.append(section)
        outer = next((s.topic for s in around if s.topic), None)
        nearest = next((s.topic for s in reversed(around) if s.topic), None)
        yield section, outer, nearest == "project_spending"


def _headed(context: Context, totals: Set[Decimal]) -> list[CitedProject]:
    """The projects that headings name one after another, each with what was spent on it below, if they come to one of the totals."""
    projects: list[tuple[CitedProject, Decimal]] = []
    for n, section in enumerate(context.outline.sections):
        tree = context.outline.tree(n) if section.heading and section.topic in (None, "project_spending") else []
        headed = _under_heading(tree, context.year) if tree else None
        amount = headed["amount"].value if headed and headed["amount"] else None
        if headed and isinstance(amount, Decimal):
            projects.append((headed, amount))
    return [project for project, _ in projects[_run_of([amount for _, amount in projects], totals)]]


def _under_heading(tree: Sequence[Section], year: int | None) -> CitedProject | None:
    """The project that a heading names, with what its section, and those below it, tell: 1.村级组织运转经费。年初安排…"""
    texts = [item.text for section in tree for item in section.items if item.text]
    if not texts:
        return None
    text = join(texts, "\n")
    found = item_under(tree[0].heading.folded.text, text.folded.text, year)
    if found is None or not (found[1] or found[2]):
        return None
    name, amount, purpose = found
    return _cited(tree[0].heading, name, text, amount, purpose)


def _in_section(
    section: Section, listing: bool, year: int | None, totals: Set[Decimal]
) -> tuple[list[CitedProject], bool]:
    """The projects that a section's paragraphs list, and whether its last words announce more. `listing`: all of it is a list.

    Paragraphs that follow one another and each begin with a thing, what it was given and what for, are a list, too; and so are
    items side by side that come to one of the `totals`."""
    found: list[CitedProject] = []
    announced = listing
    read = [listed_items(i.text.folded.text, 0, year, numbered=i.number is not None) for i in section.items]
    entries = [_is_entry(i.text.folded.text, items) for i, items in zip(section.items, read, strict=True)]
    several = any(a and b for a, b in pairwise(entries))
    proven = _adding_up(read, totals)
    if not any(proven):
        proven = [
            [i for i in items if i.amount and i.amount.value in totals and _is_only_one(item.text.folded.text, i)]
            for item, items in zip(section.items, read, strict=True)
        ]
    for item, all_items, sure in zip(section.items, read, proven, strict=True):
        folded = item.text.folded.text
        if _OTHER_MATTER.match(folded):
            return found, False
        head = _LIST_HEAD.search(folded)
        if head and any(i.name[0] == 0 and i.amount for i in listed_items(folded[: head.end()], 0, year)):
            head = None  # 临时救助项目支出386万元，其中…: an item, and its parts
        start = head.end() if head else 0
        items = listed_items(folded, start, year, numbered=item.number is not None) if start else all_items
        items = [i for i in items if i.amount and not is_function(folded[slice(*i.name)] + "支出")]
        if len(sure) > (len(items) if listing or head else 0):
            found += [_cited(item.text, i.name, item.text, i.amount, i.purpose) for i in sure]
        elif (
            listing or head or (announced and items) or _tells_purposes(items) or (several and _is_entry(folded, items))
        ):
            found += [_cited(item.text, i.name, item.text, i.amount, i.purpose) for i in items]
        announced = listing or (head is not None and start >= len(folded) - 1) or (announced and bool(items))
    return found, announced and not listing


def _is_only_one(folded: str, item: ListedItem) -> bool:
    """Whether an item is said to be all that project spending was for: 项目支出15万元，为…经费; 项目支出为…，金额15万元."""
    return bool(_ALL_PROJECTS.search(folded, 0, min(item.name[0], item.amount.span[0]) if item.amount else 0))


def _adding_up(read: Sequence[Sequence[ListedItem]], totals: Set[Decimal]) -> list[list[ListedItem]]:
    """Of each paragraph, the items of the longest run of items side by side that come to one of the totals."""
    items = [(n, item, item.amount.value) for n, items in enumerate(read) for item in items if item.amount]
    run = _run_of([value for _, _, value in items], totals)
    return [[item for at, item, _ in items[run] if at == n] for n in range(len(read))]


def _run_of(amounts: Sequence[Decimal], totals: Set[Decimal]) -> slice:
    """The longest run of two amounts or more that come to one of the totals."""
    sums = list(accumulate(amounts, initial=Decimal(0)))
    best = slice(0, 0)
    for end in range(2, len(sums)) if totals else ():
        starts = range(max(0, end - _LONGEST_LIST), end - 1)
        start = next((at for at in starts if sums[end] - sums[at] in totals), end)
        if end - start > best.stop - best.start:
            best = slice(start, end)
    return best


def _is_entry(folded: str, items: Sequence[ListedItem]) -> bool:
    """Whether a paragraph is one point that begins with a thing, what it was given and what for."""
    start = number.end if (number := list_number(folded)) else 0
    return len(items) == 1 and items[0].name[0] <= start + 4 and bool(items[0].amount and items[0].purpose)


def _tells_purposes(items: Sequence[ListedItem]) -> bool:
    """Whether a paragraph says of two things or more what they were given and what for, whatever announces them."""
    return sum(i.purpose is not None for i in items) >= 2


def with_purposes(projects: Sequence[CitedProject], context: Context) -> list[CitedProject]:
    """Projects of a table with the purposes that points of the prose give: 3.网格化管理项目。用于聘用网格员…"""
    return [
        project if project["purpose"] else {**project, "purpose": _purpose_of(project, context)} for project in projects
    ]


def _folded_name(project: CitedProject) -> str:
    return folded_text(str(project["name"].value)) if project["name"] else ""


def _purpose_of(project: CitedProject, context: Context) -> Leaf:
    name = _folded_name(project)
    for section in context.outline.sections:
        for text in (section.heading, *(item.text for item in section.items)):
            folded = text.folded.text
            at = number.end if (number := list_number(folded)) else 0
            if name and folded.startswith(name, at) and (span := purpose(folded, at + len(name), len(folded))):
                return cite_folded(text, *span)
    return None


def _cited(named: Text, name: Span, text: Text, amount: Amount | None, purpose: Span | None) -> CitedProject:
    return {
        "name": cite_folded(named, *name),
        "amount": cite_folded(text, *amount.span, amount.value) if amount else None,
        "purpose": cite_folded(text, *purpose) if purpose else None,
    }
