"""Duties, internal departments and staff, from the report's prose."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import takewhile

from selfeval_extract.document import Text, clean, join
from selfeval_extract.extraction.context import Context
from selfeval_extract.extraction.plain_tables import PlainAmounts
from selfeval_extract.prose.points import Point, points_of, states_none, trimmed
from selfeval_extract.prose.sections import Item, Section, plain_item
from selfeval_extract.record.cited import Leaf, cite, cite_cell, cite_folded
from selfeval_extract.record.cited_record import CitedOrganisation, StaffKind, Texts
from selfeval_extract.runtime.pattern_cache import regex
from selfeval_extract.values.list_numbers import NUMERALS, ListNumber
from selfeval_extract.values.numbers import COUNT, count
from selfeval_extract.vocabulary.roles import HeadField, Topic
from selfeval_extract.vocabulary.topics import topic, topic_share
from selfeval_extract.vocabulary.wording import role

_BETWEEN = r"(?:人员|人数|干警|民警|教职员工|员工|干部|职工|教师|教职工|干部职工|总数|数|共计|共有|实有|共|合计|为|有|是|:|\((?:含|其中)?[^()\d]{0,12}\)){0,12}"
_PEOPLE = "(?:名|人|个(?!绩效|指标|项目|方案))"
_N = rf"(?=(?:{COUNT}){_PEOPLE}|(?<=[:数])(?:{COUNT})(?:[,。;]|$|[^\d:,。;]{{2,6}}:))(?P<n>{COUNT}){_PEOPLE}?"
"""A number of people; behind a colon or 数 also without a word for them: 编制数：95；在职人数91。"""
_HIRED = (
    r"临聘|编外|临时(?!党|机构|用地|救助|设施|办公|安置)|劳务派遣|派遣[制的]|[外自校院]聘|代课|见习|警务辅助|政府雇员"
)
_STAFF: dict[StaffKind, re.Pattern[str]] = {
    "authorised": regex(
        rf"(?:(?P<part>行政|事业|国家|地方|参公|工勤|机关后勤|全额|差额|自收自支)[^,。;\d]{{0,6}})?(?:人员)?编制(?:总数|名额|人数|数|人员|总额|员额){{0,4}}{_BETWEEN}{_N}"
    ),
    "active": regex(rf"(?:在职|在编)(?:在编|在职|在岗){{0,4}}(?:人员|职工|干部|公务员)?{_BETWEEN}{_N}"),
    "retired": regex(rf"(?<!离)退休{_BETWEEN}{_N}"),
    "retired_cadres": regex(rf"离休{_BETWEEN}{_N}"),
    "contract": regex(
        rf"(?:{_HIRED}|协?辅警(?![^,。;\d]{{0,3}}编制)|协管员|合同制?|政府购买服务|公益性岗位|聘用(?=制|人员|合同|编外|临时|的?工作人员|职工)(?!制?在编))[^,。;\d控]{{0,20}}?{_BETWEEN}{_N}"
    ),
}
_POSTS_ADDED = regex(
    rf"编制[^。;]{{0,40}}?\d[名人个](?:[^。;]{{0,30}}?,(?P<total>(?:编制)?(?:合计|共计|总计){_N})|、[^,。;]{{0,10}}编制\d+[名人个],(?P<both>共(?P<sum>{COUNT}){_PEOPLE}))"
)
_POSTS_CONTROLLED = regex(rf"人员(?:总量)?控制(?:总量|总数|总额|数){_BETWEEN}{_N}")
"""For want of posts: 核定人员控制总量320名."""
_ALL_RETIRED = regex(rf"离退休{_BETWEEN}{_N}[,(](?:均|都|全部)[为是]退休")
_ACTIVE_LABEL = regex(rf"实有(?:在职|在编)?(?:人数|人员):(?P<n>{COUNT})")
_CONTRACT_TOTAL = regex(
    rf"(?:(?:以上|上述)[^,。;\d]{{0,10}}?(?:聘用|编外|合同制?|临聘|派遣)[^,。;\d]{{0,6}}?|编外(?:聘用)?人员)(?:共计|合计|总计|共){_N}"
)
_HIRED_AS_WELL = regex(rf"(?:编制|在编|在职|现有)[^。聘]{{0,60}}聘用[^,。;\d]{{1,12}}{_N}")
"""Those hired, in a sentence on the unit's own staff: 现有12名；炮点聘用民兵3名."""
_ON_DUTY = regex(rf"在岗(?:人员|职工|干部|公务员)?{_BETWEEN}{_N}")
"""For want of a number of those in the establishment: 在岗 may count others, too."""
_ACTIVE_LOOSE = regex(
    r"(?:实有|现有)(?![^,。;\d]{0,200}(?:退休|离休|编外|临聘|外聘|派遣|内设|科室|机构|编制|下属|辅警|协警|协管|护林))"
    rf"[^,。;\d]{{0,10}}(?P<n>{COUNT})(?:名|人)"
)
_NONE_OF = r"(?:无|没有)(?:[^,。;\d]{1,8}(?:和|、|及|与|或))?"
_NONE = r"(?:人员|干部)?:?(?:现|已|均|暂){0,4}无(?=[,。;)]|$)"
_NO_STAFF: dict[StaffKind, re.Pattern[str]] = {
    "retired_cadres": regex(
        rf"{_NONE_OF}(?:离休(?:人员|干部)?|离退休人员)|离休(?:人员|干部)?(?:现|已|均){{0,4}}(?:(?:无|没有)(?![^,。;]{{0,200}}\d)|为(?:零|0(?![.\d])))|离休{_NONE}"
    ),
    "retired": regex(rf"{_NONE_OF}(?:退休(?:人员)?|离退休人员)|(?<!离)退休{_NONE}"),
    "contract": regex(
        rf"(?:{_NONE_OF}|未)(?:聘用)?(?:{_HIRED})[^,。;]{{0,4}}(?:人员)?|{_NONE_OF}聘用人员|(?:{_HIRED})(?:聘用)?{_NONE}"
    ),
}
_OTHERS_PEOPLE = regex(
    r"(?:服务管理|管理服务|接收|安置|移交|军队|监管企业)[^,。;]{0,30}$|\([^()]{0,60}?(?:调[入出走]|新增|减少|增加|招录)[^()]{0,60}$"
)
"""Before a number of people who are none of the unit's own, or of how the number changed: 服务管理军队离休干部14人, （调出2人、退休1人）."""
_OFFICE = r"(?:内设机构|职能科室|业务科室|业务股室|职能部门|内设部门|内设科室|内设股室|(?:科|股|处|部|局|办|委|大队)\(室\)|科室|股室|处室|部室|机构|办公室|部门|科|股|处|室|部)"
_INNER_OFFICES = regex(
    rf"内设(?:职能|业务|工作)?{_OFFICE}?(?:合计|总计|共计|共有|共|有|为|设有|设|:){{0,6}}(?P<n>{COUNT})(?:个|[科股处部]\(?室?\)?(?=[:,。;]|$))"
)
_NO_OFFICES = regex(r"(?:无|没有|未设|不设|未设立|未设置)内设(?:机构|科室|股室|部门)")
_MERGED_OFFICES = regex(rf"内设[^。;]{{0,40}}?(?:整合|调整|精简|合并)为(?P<n>{COUNT})个")
_OFFICES_LISTED = regex(rf"(?:等|共|共计|合计|,)?(?<!\d)(?P<n>{COUNT})个(?:职能|内设|业务|工作)?{_OFFICE}")
_OFFICES_AND_MORE = regex(
    rf"(?:(?<=等)|(?<=,共)|(?<=,共计)|(?<=,共有))(?P<n>{COUNT})个(?:(?!下属|二级|直属|单位|事业)|$)"
)
_OFFICES_COUNTED = regex(rf"等[^,。;\d]{{0,8}}{_OFFICE}(?:共计|共|计)?(?P<n>{COUNT})个")
_LIST_BEGINS = regex(r"内设|下设|设有|设置|现有|设立|设")
_LIST_LENGTH = 250
"""How far before their count the offices may begin to be listed."""
_OFFICES = regex(
    rf"(?:内设|现有|下设|设有|设置?|共有)(?:职能|业务|内设|综合性?)?{_OFFICE}(?:共计|共有|共|有|为)?(?P<n>{COUNT})个"
)
_OF_STAFF = regex(
    "编制|编外|在职|在编|在岗|退休|离休|聘|临时|派遣|代课|见习|辅警|辅助|雇员|控制总|协管|合同|购买服务|公益性岗位|实有|现有|共有|设"
)
"""Words of which every statement on staff and departments has one."""
_NUMBER_ALONE = regex(rf"(?:{COUNT})[名人个]?(?:[。;]?$|[^\d:,。;]{{2,6}}:)")
_NOT_OWN = regex(r"(?:副科级|股级|正科级|二级|下属|直属|预算单位|事业单位(?!人事|登记|管理)|基层(?!政权|组织|治理|党))")
_STAFF_TOPICS: frozenset[Topic | None] = frozenset(
    {"basic_information", "staff", "institutions", "duties", "goals", None}
)
_DUTY_INTRO = regex(
    r"(?:职责|职能)(?:职责|任务)?(?:(?:是|为|有|包括|如下|主要有|主要包括|主要是)*:|(?:主要)?(?:是|为|包括)(?!:))"
)
_DUTY_LEAD = regex(
    r"^.{0,80}?(?:职责|职能|任务)(?:职责|任务)?(?:主要)?(?:是|为|有|包括|如下)*[:,]?(?=[一①\d(])|^[^。;]{0,60}:(?=负责|贯彻|承担|组织|拟订|指导|统筹|宣传|依法)|^.{0,120}?(?:职责|职能|任务)(?:职责|任务)?(?:主要)?(?:(?:是|为|有|包括|如下)*:|(?:主要)?(?:是|为|包括)(?!:))"
)
_DUTY_SENTENCE = regex(r"(?:^|[。;,])[^。;,]{0,12}?主要(?P<duties>(?:负责|承担|从事|履行)(?!以下|下列|如下)[^。]{8,})")
"""Duties without the word: 街道主要承担辖区城市管理…；协助…"""
_UNIT_FIRST = regex(r"(?:[我本][^,。;]{1,3}?|学校|医院|单位|街道|中心)(?=承担|负责|贯彻|开展|组织)")
_DUTIES_ANNOUNCED = regex(r"(?:职责|职能)[^。;]{0,12}:$")
_NATURE = regex(r"[^,;。]{2,24}[是为][^,;。负承]{2,40}(?:学校|院校|高校|医院|单位|机构|部门|机关|组织)(?:,|$)")
_RANK = regex(r"业务|隶属|直属|受|接受|归")
_DUTIES_COUNTED = regex(
    rf"(?:任务|工作|职责|职能|业务)[^。;:]{{0,20}}[{NUMERALS}\d两几]{{1,2}}(?:项|件事|个方面|方面|类)[^。;:]{{0,4}}:"
)
_LISTED_CLAUSE = regex(r"[^;]+")
_INTRO_ONLY = regex(r"(?:如下|以下).{0,8}[:。]?$|(?:职责|职能).{0,8}:$|^.{0,20}(?:职责|职能).{0,8}。?$")
_NOT_DUTY = regex(
    rf"内设|核定.{{0,6}}编制|在职(?:在编)?(?:人员|职工)|下设.{{0,10}}个|(?<!建)设(?![施备计])[^。;设]{{2,90}}?(?:{COUNT})个(?:职能|业务|工作)?{_OFFICE}(?:[,。;(]|$)|编制(?:总数|人数)?\d|实有.{{0,10}}\d+[名人]"
)
_ALONE = 8
"""The longest heading that may stand as the first item of the list that it heads: 1、主要职责。"""
_ELSEWHERE = regex(r"\(?(?:详见|见|同)")
_SENTENCES = regex(r"[^。]+")
_CLAUSES = regex(r"[^;。]+")
_SENTENCE_OR_LABEL = regex(r"[^。:,;]{2,20}(?=[。:])")
_LISTED_BY_CLAUSES = 2
"""Semicolons in the first sentence that make it the whole list, unless later ones are worded like duties."""
_CLAUSE_ENDS = regex(r"[;。]")


def organisation(context: Context, plain: PlainAmounts) -> CitedOrganisation:
    """The unit's duties, number of internal departments and head-counts."""
    texts = [
        text
        for about, outer, passage, heading in context.passages
        if about in _STAFF_TOPICS or outer in ("basic_information", "staff", "institutions")
        for text in _with_label(heading, passage)
        if _OF_STAFF.search(text.folded.text)
    ]
    staff: dict[StaffKind, Leaf] = {
        name: _first(pattern, texts) for name, pattern in _STAFF.items() if name not in ("authorised", "contract")
    }
    staff["contract"] = _contract(texts)
    staff["authorised"] = _authorised(texts) or _first(_POSTS_CONTROLLED, texts)
    staff["active"] = next(
        (leaf for p in (_ON_DUTY, _ACTIVE_LABEL, _ACTIVE_LOOSE) if (leaf := staff["active"] or _first(p, texts))), None
    )
    staff["retired"] = staff["retired"] or _first(_ALL_RETIRED, texts)
    for name, pattern in _NO_STAFF.items():
        staff[name] = staff[name] or _none(pattern, texts)
    for name in staff:
        staff[name] = staff[name] or plain.staff.get(name) or _in_head(context, name)
    offices = _offices(texts) or _none(_NO_OFFICES, texts) or _in_head(context, "internal_departments")
    return {"duties": duties(context, plain.duties), "internal_departments": offices, "staff": staff}


def _with_label(heading: Text, texts: Sequence[Text]) -> Sequence[Text]:
    """The paragraphs of a passage; a heading that is the label of a number, or of a list of offices with one, together with it:
    编制人数：15人."""
    first = texts[0].folded.text if heading else ""
    if heading and (_NUMBER_ALONE.match(first) or ("内设" in heading.folded.text and "设" not in first)):
        return [join([heading, texts[0]], ":"), *texts[1:]]
    return texts


def _in_head(context: Context, name: HeadField) -> Leaf:
    """A count in a form's head: 编制人数 | 312."""
    return next((leaf for form in context.forms if (leaf := cite_cell(form.fields.get(name), count))), None)


def _contract(texts: Sequence[Text]) -> Leaf:
    """Those outside the establishment: the number that adds up several kinds, where one does, else the first."""
    for text in texts:
        match = _CONTRACT_TOTAL.search(text.folded.text)
        number = count(match["n"]) if match else None
        if match and number is not None:
            return cite_folded(text, *match.span(), number)
    return _first(_STAFF["contract"], texts) or _first(_HIRED_AS_WELL, texts)


def _first(pattern: re.Pattern[str], texts: Sequence[Text]) -> Leaf:
    for text in texts:
        for match in pattern.finditer(text.folded.text):
            number = count(match["n"])
            if number is not None and not _OTHERS_PEOPLE.search(text.folded.text, 0, match.start()):
                return cite_folded(text, *match.span(), number)
    return None


def _none(pattern: re.Pattern[str], texts: Sequence[Text]) -> Leaf:
    for text in texts:
        match = pattern.search(text.folded.text)
        if match:
            return cite_folded(text, *match.span(), count("0"))
    return None


def _authorised(texts: Sequence[Text]) -> Leaf:
    """The total of posts; a kind of posts (行政编制 …) only if it is the only figure there is: sums are not invented."""
    found = [
        (text, m)
        for text in texts
        for m in _STAFF["authorised"].finditer(text.folded.text)
        if count(m["n"]) is not None
    ]
    for text, _ in found:
        total = _POSTS_ADDED.search(text.folded.text)
        if total:
            shown, number = ("total", "n") if total["total"] else ("both", "sum")
            return cite_folded(text, *total.span(shown), count(total[number]))
    whole = [(t, m) for t, m in found if not m["part"]]
    chosen = whole[:1] or (found if len(found) == 1 else [])
    return next((cite_folded(t, *m.span(), count(m["n"])) for t, m in chosen), None)


def _offices(texts: Sequence[Text]) -> Leaf:
    for find in (
        partial(_stated, _MERGED_OFFICES),
        partial(_stated, _INNER_OFFICES),
        _listed,
        partial(_stated, _OFFICES),
    ):
        for text in texts:
            folded = text.folded.text
            for start, match in find(folded):
                number = count(match["n"])
                if number is not None and not _NOT_OWN.search(folded, start, match.end()):
                    return cite_folded(text, match.start("n"), match.end(), number)
    return None


def _stated(pattern: re.Pattern[str], folded: str) -> Iterator[tuple[int, re.Match[str]]]:
    return ((match.start(), match) for match in pattern.finditer(folded))


def _listed(folded: str) -> Iterator[tuple[int, re.Match[str]]]:
    """内设办公室、财务科等8个科室: where the list begins, and the count. The count is looked for first, as it is rare."""
    start = 0
    patterns = (_OFFICES_LISTED, _OFFICES_COUNTED, *((_OFFICES_AND_MORE,) if "内设" in folded else ()))
    for match in sorted((m for pattern in patterns for m in pattern.finditer(folded)), key=re.Match.start):
        end = match.start()
        before = _CLAUSE_ENDS.split(folded[max(start, end - _LIST_LENGTH) : end])[-1]
        if begins := _LIST_BEGINS.search(before):
            yield end - len(before) + begins.start(), match
            start = match.end()


def duties(context: Context, in_table: Text | None) -> Texts:
    """The listed duties, without numbers, introductions and closing marks; None if the report has none. `in_table`: the
    text on duties in a plain table, for want of prose."""
    told = next(_told_duties(context, in_table), None)
    return None if told is None else [cite(clean(t.string), t) for t in _without_nature(told)]


def _without_nature(told: Sequence[Text]) -> Sequence[Text]:
    """Duties without what the first says of what the unit is: 学校是市政府举办的高等学校，面向全市培养人才."""
    nature = _NATURE.match(told[0].folded.text) if told else None
    if nature is None:
        return told
    rest = trimmed(told[0].folded_part(nature.end()))
    if rest and role(rest.folded.text).answer == "duty" and not _RANK.match(rest.folded.text):
        return [rest, *told[1:]]
    return told[1:] or told


def _told_duties(context: Context, in_table: Text | None) -> Iterator[list[Text]]:
    """The duties of each place that tells some: first the sections and lists on them, then paragraphs, last cells."""
    for tree in context.outline.about("duties"):
        if found := [p.text for p in _duty_points(tree)]:
            yield found
    for n in range(len(context.outline.sections)):
        if found := [p.text for p in _announced_duties(context.outline.sections[n:])]:
            yield found
    texts = [text for about, _, text in context.paragraphs() if about in _STAFF_TOPICS]
    for text in texts:
        intro = _DUTY_INTRO.search(text.folded.text)
        if intro and (found := list(_run_in(_from_sentence(text, intro.start())))):
            yield found
    for _, _, text in context.paragraphs():
        if found := _summed_up(text):
            yield found
    for text in texts:
        if stated := _DUTY_SENTENCE.search(text.folded.text):
            yield list(_run_in(text.folded_part(*stated.span("duties"))))
    for n, section in enumerate(context.outline.sections):
        if section.topic in _STAFF_TOPICS and (found := _duties_by_wording(context.outline.sections[n:])):
            yield found
    for text in texts:
        if len(found := _duty_sentences(text)) > 1:
            yield found
    for cell in (*(form.fields.get("duties") for form in context.forms), in_table):
        if cell is not None and not states_none(cell.folded.text) and not _ELSEWHERE.match(cell.folded.text):
            yield list(_run_in(cell))


def _duty_points(tree: Sequence[Section]) -> Iterator[Point]:
    items = [i for s in tree if s.topic in ("duties", None) or s is tree[0] for i in _with_heading(s, tree[0])]
    items = [
        i
        for i in items
        if i.text
        and not ((i.number is None or len(i.text.string) <= _ALONE) and _INTRO_ONLY.search(i.text.folded.text))
    ]
    numbered = [i for i in items if i.number]
    if numbered:
        start = items.index(numbered[0])
        end = next(
            (n for n, i in enumerate(items) if n > start and not i.number and _NOT_DUTY.search(i.text.folded.text)),
            None,
        )
        yield from _own_points(points_of(items[start:end]))
        return
    for item in items:
        if states_none(item.text.folded.text) or _NOT_DUTY.search(item.text.folded.text):
            continue
        for text in _run_in(item.text):
            yield Point(text, False)


def _own_points(points: Sequence[Point]) -> Iterator[Point]:
    """The points up to the heading of what follows the duties, without the sentences behind each that tell of staff."""
    own = takewhile(lambda p: not _heads_other(p.text), points)
    return (p._replace(text=_own_sentences(p.text)) for p in own)


def _heads_other(text: Text) -> bool:
    """Whether an item begins with the heading of what follows the duties: 2、机构设置及人员情况。局机关内设…"""
    words = _SENTENCE_OR_LABEL.match(text.folded.text)
    return words is not None and topic_share(words[0]) >= 0.5 and topic(words[0]) in ("institutions", "staff")


def _announced_duties(sections: Sequence[Section]) -> Iterator[Point]:
    """The numbered lines below one in the first section that announces duties: 镇人民政府主要承担以下职能："""
    items = iter(sections[0].items)
    for item in items:
        folded = item.text.folded.text
        if _DUTIES_ANNOUNCED.search(folded):
            listed = list(takewhile(lambda i: i.number is not None, items))
            yield from points_of(listed)
            if next(items, None) is None:
                yield from _headed_duties(sections[1:], listed[-1].number if listed else None)
            return


def _duties_by_wording(sections: Sequence[Section]) -> list[Text]:
    """The numbered lines of the first section if most are worded like duties: nothing need announce them."""
    listed = [i for i in sections[0].items if i.number]
    points = [*points_of(listed), *_headed_duties(sections[1:], listed[-1].number if listed else None)]
    worded = sum(role(point.text.folded.text).answer == "duty" for point in points)
    return [point.text for point in points] if 1 < len(points) < 2 * worded else []


def _headed_duties(sections: Sequence[Section], last: ListNumber | None) -> Iterator[Point]:
    """The lines of a list that read like headings: those whose numbers go on, up to one with a text of its own."""
    for section in sections:
        number = section.number
        style, value = (last.style, last.value + 1) if last else (number.style if number else None, 1)
        if (
            number is None
            or (number.style, number.value) != (style, value)
            or section.topic in ("staff", "institutions")
        ):
            return
        yield Point(trimmed(section.heading), True)
        if section.items:
            return
        last = number


def _from_sentence(text: Text, at: int) -> Text:
    """A text from the beginning of the sentence on that a place is in."""
    return text.folded_part(text.folded.text.rfind("。", 0, at) + 1)


def _summed_up(text: Text) -> list[Text]:
    """The duties that a sentence counts before it lists them: 任务归纳起来是五项：…；…"""
    folded = text.folded.text
    lead = _DUTIES_COUNTED.search(folded)
    if lead is None:
        return []
    clauses = [m.span() for m in _LISTED_CLAUSE.finditer(folded, lead.end(), _sentence_end(folded, lead.end()))]
    worded = sum(role(folded[slice(*span)]).answer == "duty" for span in clauses)
    return [trimmed(text.folded_part(*span)) for span in clauses] if 1 < len(clauses) <= 2 * worded else []


def _sentence_end(folded: str, at: int) -> int:
    end = folded.find("。", at)
    return len(folded) if end < 0 else end


def _duty_sentences(text: Text) -> list[Text]:
    """The sentences of a paragraph that are worded like duties, without the unit that they are of."""
    spans = [m.span() for m in _CLAUSES.finditer(text.folded.text) if role(_UNIT_FIRST.sub("", m[0])).answer == "duty"]
    return [trimmed(text.folded_part(start + _unit_length(text, start), end)) for start, end in spans]


def _unit_length(text: Text, start: int) -> int:
    unit = _UNIT_FIRST.match(text.folded.text[start:])
    return unit.end() if unit else 0


def _with_heading(section: Section, root: Section) -> list[Item]:
    return section.items if section is root or section.topic else [plain_item(section.heading), *section.items]


def _run_in(text: Text) -> Iterator[Text]:
    """Duties that run together in one paragraph: by points, else by sentences, else by clauses."""
    folded = text.folded.text
    lead = _DUTY_LEAD.match(folded)
    start = lead.end() if lead else 0
    rest = text.part(text.folded.span(start, len(folded))[0], len(text.string)) if start < len(folded) else text
    points = points_of([plain_item(rest)])
    if len(points) > 1:
        yield from (p.text for p in _own_points(points))
        return
    first, _, later = rest.folded.text.partition("。")
    if first.count(";") >= _LISTED_BY_CLAUSES and not any(role(s).answer == "duty" for s in later.split("。") if s):
        rest = rest.folded_part(0, len(first))
    for pattern in (_SENTENCES, _CLAUSES):
        parts = [rest.part(*rest.folded.span(*m.span())) for m in pattern.finditer(rest.folded.text)]
        duties = [trimmed(p) for p in parts if trimmed(p) and not _NOT_DUTY.search(p.folded.text)]
        kept = duties[1:] if len(duties) > 1 and _INTRO_ONLY.search(duties[0].folded.text) else duties
        if len(kept) > 1 or pattern is _CLAUSES:
            yield from kept
            return


def _own_sentences(text: Text) -> Text:
    """A duty without the sentences behind it that have gone on to departments and staff."""
    folded = text.folded.text
    at = next((m.start() for m in _SENTENCES.finditer(folded) if m.start() and _NOT_DUTY.search(m[0])), None)
    return text if at is None else trimmed(text.part(0, text.folded.span(at, at + 1)[0]))
