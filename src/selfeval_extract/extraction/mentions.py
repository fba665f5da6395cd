"""Amounts mentioned in prose: what each is of (subject), at which stage of the budget, and of which year.

`年初预算1,286.40万元，调整后全年预算1,352.75万元；全年决算支出1,331.06万元，其中一般公共预算安排的支出1,318.56万元`: the words left of an
amount, back to the amount before it, say what it is; what they leave out goes on from the sentence so far.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import lru_cache
from typing import Literal, NamedTuple, TypeVar, cast

from selfeval_extract.document import Text
from selfeval_extract.record.cited import Leaf, cite_folded
from selfeval_extract.runtime.pattern_cache import regex
from selfeval_extract.values.numbers import CHINESE_NUMBER, MONEY_UNIT, NUMBER, in_wan
from selfeval_extract.values.years import last_year
from selfeval_extract.vocabulary.files import groups
from selfeval_extract.vocabulary.roles import Stage, Subject, Topic
from selfeval_extract.vocabulary.words import alternatives, part

_AMOUNT = regex(
    rf"(?P<number>(?<![\d.]){NUMBER}|{CHINESE_NUMBER}(?=[亿万千百]{{0,2}}元))(?P<unit>{MONEY_UNIT})(?![/每\d])(?=(?P<after>.{{0,3}}))"
)
_MONEY_SIGN = regex("[元万亿]")
"""What every unit of money has a sign of."""
_BARE_UNIT_END = regex(r"^(?:[,。;、)]|其中|,|$)")
_SENTENCE = regex(r"[^。;!?\n元]*(?:元(?!20\d\d年)[^。;!?\n元]*)*(?:元|[。;!?\n])?")
"""A year right behind an amount begins a sentence whose full stop before it is missing: …市级资金100万元2022年支出612万元."""
_YEAR = regex(r"(20\d{2})年(?!\d)")
"""A year, not a date."""
_CARRIED = regex(r"结转|转入")
_OTHER_PERIOD = regex(
    r"((?:较|比|低于|高于|[超高多]出|超)(?:年初|全年|批复)?预算(?:数|安排)?|上年(?!结)|去年|上一?年度(?!结)|同期|往年|前年|以前年度(?!结))[^,]{0,16}$"
)
_CHANGE = regex(
    r"(?:未|尚未|没有)(?:能)?(?:支出|使用|支付|执行|拨付|发放|完成)[^,;]{0,4}$|(?:追加|核减|调减|调增|核增|增拨|收回|调剂|盘活|压减)(?!后)[^,;]{0,20}$|(增加|减少|增长|下降|上升|降低|压减|节约|追加|调增|调减|核减|核增|结余|结转|超支|多支出|少支出|相差|差额|缺口|剩余|节余|沉淀|收回|增收|退回)(预算|资金|额|经费|支出|收入|数)*(了|为|约|共|计|达)?[^,;]{0,4}$"
)
_EACH = regex(
    r"(人均|户均|亩均|每[人户亩名个次生辆场]|(补助|补贴|收费|支付|定额|限额)?标准|单价|单位(成本|造价)|罚没|投资额?|产值|营业|贷款|金额达|(?<!非)税收)[^,;。]{0,10}$"
)
_SHORT = 5
_ADJUSTED = regex(r"(?:调整|追加|变更|核定)后?(?:预算)?(?:为|至|到)$")
_OVER_BUDGET = regex(
    r"(?:较|比|低于|高于|[超高多]出|超过?)(?:年初|(?P<revised>全年|调整后的?))(?:批复)?预算(?:数|安排)?$"
)
"""比年初预算100万元增加：the budget is stated all the same."""
_OTHER_INCOME = regex("收入[^,;。]{0,4}$")
_PURCHASE = regex("政府采购")
_REST = regex(r"(?:其余|剩余|余下)(?:的)?$")
_REMARK_LAST = regex(r"\([^()]*\)$")
_SUMMED = regex(r"(?:^|,)(?:以上|上述|三项)*(?:合计|共计|总计|总额)(?:支出)?(?:为|是)?$")
_OF_THREE_PUBLIC = regex(r"[^,]{0,12}\"?三公\"?经费[^,]*,")
"""“三公”经费严格按预算控制，全年支出…: the sentence's first words say what the amount behind a comma is of."""
_ITEM_LISTED = regex(r"(?::|(?:主要)?包括|主要[有是])(?P<name>[^,;:]{2,40})$")
"""项目支出主要有：统计信息化改造…: a name behind the colon, not what stands before it."""
_PART = regex(r"(其中|包括|分别)")
_OF_HEADINGS: tuple[Subject, ...] = (
    "receptions", "vehicles", "abroad", "government_funds", "state_capital", "social_insurance", "general_public",
    "personnel", "operating", "basic", "project", "three_public", "special_account",
)  # fmt: skip
"""What a heading or the words behind an amount may name."""
_FUNCTION = regex(
    rf"(?:\d{{1,2}}[.、)]|\(\d+\))?(?!国有资本|社会保险)(?:{alternatives('functions', 'names')})支出(?:\(类\)|类)?[。:]?"
)
_PROJECT_NAME = regex(rf"(?:\(\d+\)|\d{{1,2}}[.、)]|[①-⑳])?[^,。:;\d]{{3,22}}?{part('headings', 'project')}[。:]")
_FUNCTION_NAMED = regex(rf"(?:{alternatives('functions', 'names')})支出")
_LEADS_TO_NAME = regex(rf"{part('fillers', 'lead')}|{part('money', 'paid')}|内?含|列|后者|又?分为|里面")
"""What may stand before the name of a subject and is no part of it: 具体为支付人员经费."""
_NO_NAMES = ("等", "在职", "机关", "行政", "事业", "编内", "在编", "退休", "日常", "用于", "方面", "的", "即")
_IN_NAMES: frozenset[Subject | None] = frozenset({"personnel", "operating"})
_GOES_ON: frozenset[Subject] = frozenset(
    {*_OF_HEADINGS, "item"} - {"basic", "project", "general_public", "three_public"}
)
"""What a heading names that the amounts below it are of, because they can be of nothing else."""
_OF_SOURCES: frozenset[MentionSubject | None] = frozenset(
    {"general_public", "government_funds", "state_capital", "social_insurance", "special_account"}
)
_HAS_DIGIT = regex(r"\d(?!\d{0,2}[.、)])")
_LONGEST_NAME, _SHORT_REST, _LONGEST_REST = 40, 1, 5
_CLAUSE = regex(r"[^,;。]+")
_DENIAL = regex(part("money", "denied"))
_OF_SOMETHING_ELSE = regex(r"超|结|问题|增|减|违|剩|建设|工程")
"""What was denied of a subject, rather than the subject."""
_UNSPENT = regex(r"(?:实际|全年|本年)?(?:未|没有)(?:支出|使用|发生|列支|支付|执行)")
_ANY_SUBJECT = regex(
    rf"{part('money', 'general')}|{part('fillers', 'time')}|{part('fillers', 'adverb')}|{part('money', 'around_none')}|[\d.、():;。,\"\-—一二三四五六七八九十]"
)
_ALL_FROM = regex(
    r"(?:(?:支出|资金|经费)(?:全部|均|都|全)|资金(?:性质|来源)(?:全部|均)?|(?<=[,;])(?:全部|均)(?=由|来自|来源于))(?:为|是|来自|来源于|属于?|系|由|列入)(?P<of>[^,;。]{2,24})"
)
_ALL_FOR = regex(
    r"(?:(?:全部|均|都|全)(?:为|是|系|用于|属于?)|(?<=[,;])[为系是]|[只仅](?:有|为|发生))"
    r"(?P<of>(?:国内)?(?:公务(?:接待|用车)|因公|出国|接待费|车辆)[^,;。()\d]{0,20})(?=[,;。()]|$)"
)
_LABEL_BEHIND = regex(r"\((?P<label>[^()\d]{2,12})\)")
_TWO_ADDED = regex(r"两项(?:合计|共计|合共|小计)")
_PAID_BEHIND = regex(r"(?:已|全部|均|都)+(?:支付|拨付|使用|支出|执行|兑付|兑现|发放)")
_PAID_FOR = regex(r"(?:^|[,;])已(?:全部|累计)?(?:兑现|兑付|支付|拨付|发放|使用)[^,;]{0,24}$")
"""A verb of paying with its object before the amount: 已兑现耕地地力保护补助资金."""
_WITH_REST = regex(r"\((?:含|包括)[^()]{0,8}(?:结转|结余)")
"""总计 with what was left at the year's end is not what was spent."""
_INDICATORS: frozenset[Topic | None] = frozenset({"goals", "performance", "indicators"})
_SAME_BEHIND = regex(
    r"(?:为(?=[^,;。元]{2,8}(?:支出|经费))|,(?:共同)?(?:构成|列入?|计入)|,?即|(?:,(?!其余|其他|余)[^,;。元]{0,20})?,?(?:全部|均|全)(?:为|是|系|用于)|,系)(?P<of>[^,;。()]{2,16})"
)
_THREE_PUBLIC_FIRST = regex(r"[^,。;]{0,6}三公")
_FILLER = regex(rf"(?:20\d\d年度?)?(?:共|合计|总计|共计|为|是|[:,]|全年|本年|当年|实际|{part('money', 'paid')})*")
"""What may stand between a heading and the amount of what it names."""
_THREE_PUBLIC: frozenset[MentionSubject | None] = frozenset({"three_public", "receptions", "vehicles", "abroad"})
_WHOLE = regex(r"部门|单位|整体|总|财政|[合共]计")
_BUDGETED_ALONE = _THREE_PUBLIC | {"personnel", "operating", "basic", "project"}
"""Subjects whose own name does not end in 预算."""
_BUDGETED = regex(r"预算(?:数|为|安排|控制数)*$")
_SHARE_OF_BUDGET = regex(r"(?:为|占|完成|达到?)(?:年初|全年|调整后?|批复)*预算(?:数|总额)?$")
"""为预算1520万元的84.63%: a comparison; what follows goes on from the amount before."""
_IN_TURN = regex(r"(?P<names>[^,;:。]{2,60})分别(?:支出|安排|执行|使用)?(?:为|是)?$")
_GOES_ON_IN_TURN = regex(r"[、和与及,]|以及")
_BRACKETS_FIRST = regex(r"^\([^()]*\)")
"""A remark on the amount before."""
_NOTHING = Decimal(0)


R = TypeVar("R", Subject, Stage)
MentionSubject = Subject | Literal["unknown"]
"""What an amount is of. `unknown`: something that the sentence names and the vocabulary does not know."""


class Mention(NamedTuple):
    """An amount in 万元. `part`: it is a piece of an amount before it (其中 …). `start`, `end`: folded offsets of number and unit."""

    text: Text
    start: int
    end: int
    value: Decimal
    subject: MentionSubject | None
    stage: Stage | None
    part: bool
    topic: Topic | None
    left: str
    denied: bool = False
    """Whether the text says that there was nothing of it."""

    def cite(self) -> Leaf:
        """The amount with its evidence."""
        return cite_folded(self.text, self.start, self.end, self.value)


def mentions(
    text: Text, topic: Topic | None, year: int | None, heading: frozenset[Subject] = frozenset(), first: bool = False
) -> Iterator[Mention]:
    """The amounts of the year in a paragraph, and what it says is none; other years', changes and unit prices are left out.
    `heading`: what the heading above it names (`named_alone`); `first`: the paragraph comes first below it."""
    below = heading & _GOES_ON
    spent: Mention | None = None
    public: Mention | None = None
    for sentence in _SENTENCE.finditer(text.folded.text):
        alone = named_alone(sentence[0])
        if alone and not _ALL_FROM.search(sentence[0]):
            heading = below = alone
            first = True
            continue
        if _MONEY_SIGN.search(sentence[0]):
            for mention in _in_sentence(text, sentence[0], sentence.start(), topic, year, heading if first else below):
                yield mention
                if mention.stage == "executed" and mention.subject in (None, "total") and not mention.part:
                    spent = mention
                if mention.subject == "three_public" and mention.stage in ("executed", None) and not mention.part:
                    public = mention
                elif public and mention.start == public.start:
                    public = None  # said right behind it what it is of
            first = False
        if spent:
            yield from _all_of(sentence[0], spent, _ALL_FROM, _OF_SOURCES)
        if public:
            yield from _all_of(sentence[0], public, _ALL_FOR, _THREE_PUBLIC)
        yield from _denied(text, sentence[0], sentence.start(), topic, heading)


@lru_cache(1024)
def named_alone(words: str) -> frozenset[Subject]:
    """What a heading, or a sentence that is one, names if it says nothing else: （三）政府性基金预算支出情况。"""
    if len(words) > _LONGEST_NAME or _HAS_DIGIT.search(words) or _DENIAL.search(words):
        return frozenset()
    named = _headed(words)
    if named and len(_without(words, named)) <= _SHORT_REST:
        return named
    return frozenset({"item"}) if _FUNCTION.fullmatch(words) or _PROJECT_NAME.fullmatch(words) else frozenset()


def _headed(words: str) -> frozenset[Subject]:
    subjects = _subjects()
    return frozenset(name for name in _OF_HEADINGS if subjects[name].search(words))


def _subjects() -> dict[Subject, re.Pattern[str]]:
    """How amounts' subjects are worded."""
    return cast("dict[Subject, re.Pattern[str]]", groups("amounts.toml")["subjects"])


def _stages() -> dict[Stage, re.Pattern[str]]:
    """How the stages of the budget are worded."""
    return cast("dict[Stage, re.Pattern[str]]", groups("amounts.toml")["stages"])


def _without(words: str, named: frozenset[Subject]) -> str:
    """What words say besides naming subjects and what goes with any."""
    for name in named:
        words = _subjects()[name].sub("", words)
    return _ANY_SUBJECT.sub("", words)


def _denied(
    text: Text, sentence: str, offset: int, topic: Topic | None, heading: frozenset[Subject]
) -> Iterator[Mention]:
    """Subjects that clauses say there was nothing of: 没有安排因公出国（境）, 公务接待费为0, …，本年无此项支出, 预算1万元，实际未支出."""
    if not (_DENIAL.search(sentence) or _UNSPENT.search(sentence)):
        return
    before: frozenset[Subject] = heading
    for clause in _CLAUSE.finditer(sentence):
        subjects = _headed(clause[0]) or before
        amounts = [m for m in _AMOUNT.finditer(clause[0]) if in_wan(m["number"], m["unit"])]
        unspent = _UNSPENT.search(clause[0], amounts[-1].end() if amounts else 0)
        denied = bool(unspent) if amounts or before is not heading else False
        if not denied and not amounts and (denial := _DENIAL.search(clause[0])):
            rest = _without(clause[0].replace(denial[0], "", 1), subjects)
            denied = len(rest) <= _LONGEST_REST and not _OF_SOMETHING_ELSE.search(rest)
        for subject in sorted(subjects) if denied else ():
            span = offset + clause.start(), offset + clause.end()
            stage: Stage | None = "executed" if unspent else None
            yield Mention(text, *span, _NOTHING, subject, stage, False, topic, "", True)
        before = subjects


def _all_of(
    sentence: str, whole: Mention, said: re.Pattern[str], kinds: frozenset[MentionSubject | None]
) -> Iterator[Mention]:
    """以上支出全部为一般公共预算财政拨款支出, 全部系公务接待费: the whole amount is that of the one kind that is named."""
    named = (m["of"] for m in said.finditer(sentence) if not _MONEY_SIGN.search(m["of"]))
    subject = next((subject for of in named if (subject := _subject(of)) in kinds), None)
    if subject and subject != whole.subject:
        yield whole._replace(subject=subject, part=False)


def _in_sentence(
    text: Text, sentence: str, offset: int, topic: Topic | None, year: int | None, heading: frozenset[Subject]
) -> Iterator[Mention]:
    at = counted = depth = 0
    named: MentionSubject | None = next(iter(heading)) if len(heading) == 1 else None
    subject: MentionSubject | None = named if named in _GOES_ON else None
    outer = subject
    whole: Stage | None = None
    inside = elsewhen = changed = False
    of_three_public = topic == "three_public" or _THREE_PUBLIC_FIRST.match(sentence) is not None
    in_turn: list[Subject] = []
    for match in _AMOUNT.finditer(sentence):
        left = _BRACKETS_FIRST.sub("", sentence[at : match.start()])
        at = match.end("unit")
        if match["unit"] in ("万", "亿") and not _BARE_UNIT_END.match(match["after"]):
            continue
        value = in_wan(match["number"], match["unit"])
        years = {int(y) for y in _YEAR.findall(left)}
        if years and year:
            elsewhen = year not in years and not subject and not whole and not _CARRIED.search(left)
        before, stage = _named_before(left)
        in_turn = _named_in_turn(left) or (in_turn if _GOES_ON_IN_TURN.fullmatch(left) else [])
        before = in_turn.pop(0) if in_turn else before
        own = _own(before, left, named if match.start() == len(left) else None, subject, inside)
        changed = (changed and stage is None and left.startswith("、")) or bool(_CHANGE.search(_bare(left)))
        if (over := _OVER_BUDGET.search(left)) and value and not changed:
            of_budget: Stage = "revised" if over["revised"] else "original"
            spot = offset + match.start("number"), offset + at
            yield Mention(text, *spot, value, own or subject, of_budget, inside, topic, left)
        if value is None or elsewhen or ((changed or _is_aside(left, year)) and not _ADJUSTED.search(left)):
            if own in _OF_HEADINGS and not inside and not changed:
                subject = outer = own
            continue
        depth += sentence.count("(", counted, match.start()) - sentence.count(")", counted, match.start())
        counted = match.start()
        bracketed = depth > 0
        behind = sentence[at:]
        if stage is None and _is_paid(left, behind, own, topic):
            stage = "executed"
        with_rest = _WITH_REST.match(behind) is not None and left.endswith("计")
        stage = _stage_behind(behind) or (None if with_rest else stage)
        if inside and whole and subject not in _THREE_PUBLIC and _leaves_parts(left, own, stage, whole):
            inside, subject = False, outer
        other_stage = bracketed and own is None and stage in ("original", "revised") and whole not in (None, stage)
        within = not other_stage and (inside or bracketed or bool(_PART.search(left)))
        if of_three_public and not within and (own == "total" or own is subject is None or _SUMMED.search(left)):
            own = "three_public"
        if within and stage is None:
            stage = whole
        if stage is None and (own or subject) in _BUDGETED_ALONE and _BUDGETED.search(left):
            stage = "original"
        if own is None and _REST.search(left):
            own = "unknown"
        shown = "item" if with_rest else own or ("unknown" if within and stage in (None, whole) else subject)
        if not bracketed and not (_SHARE_OF_BUDGET.search(left) and behind.startswith("的")):
            inside = within
            subject = own or subject
            whole = whole if within else stage
            outer = outer if within else subject
        is_part = within and own in (None, outer)
        found = Mention(text, offset + match.start("number"), offset + at, value, shown, stage, is_part, topic, left)
        yield found
        same = _SAME_BEHIND.match(behind)
        other = _subject(same["of"]) if same else None
        if other in _OF_HEADINGS and other != shown:
            yield found._replace(subject=other, part=False)


def _named_in_turn(left: str) -> list[Subject]:
    """What the amounts behind are of one after another: 人员经费和公用经费分别为60万元和20万元."""
    named = _IN_TURN.search(left)
    subjects = [_subject(name) for name in re.split("[、和与及]", named["names"])] if named else []
    known = [subject for subject in subjects if subject]
    return known if len(known) == len(subjects) > 1 else []


def _own(
    before: MentionSubject | None,
    left: str,
    heading: MentionSubject | None,
    subject: MentionSubject | None,
    inside: bool,
) -> MentionSubject | None:
    """What an amount itself is said to be of, None if that goes on from the sentence so far. `before`: what the words before it
    (`left`) name; `heading`: what the heading right above it names; `subject`: that of the amount before; `inside`: among
    the parts of a whole."""
    own = before
    if heading and own in (None, "total") and _FILLER.fullmatch(left):
        own = heading
    if own == "total" and (subject in _OF_HEADINGS or subject == "item") and not inside and not _WHOLE.search(left):
        own = None
    if _TWO_ADDED.search(left) and subject in ("vehicles", "vehicle_purchase"):
        own = "vehicles"
    if own in (None, "total") and _OF_THREE_PUBLIC.match(left):
        own = "three_public"
    return own


def _is_paid(left: str, behind: str, own: MentionSubject | None, topic: Topic | None) -> bool:
    """Whether the words around an amount say that it was paid: …元已全部拨付, 已兑现…补贴…元."""
    if _PAID_BEHIND.match(behind):
        return True
    return own is None and topic not in _INDICATORS and _PAID_FOR.search(left) is not None


def _stage_behind(behind: str) -> Stage | None:
    """The stage that a bracket behind an amount names: 120万元（年初预算）."""
    label = _LABEL_BEHIND.match(behind)
    if label is None:
        return None
    words = label["label"].removesuffix("数")
    return next((stage for stage, pattern in _stages().items() if pattern.fullmatch(words)), None)


def _leaves_parts(left: str, own: MentionSubject | None, stage: Stage | None, whole: Stage | None) -> bool:
    """Whether a clause goes back from the parts (其中 …) to the whole: it names another stage, and no part."""
    begins = left.startswith((",", ";")) or _YEAR.match(left) is not None
    return own in (None, "total") and stage not in (None, whole) and begins and "其中" not in left


def _named_before(left: str) -> tuple[MentionSubject | None, Stage | None]:
    """(subject, stage) that the words before an amount name: those after the last comma, or all if these are few.

    A subject's own words (基本支出) are no stage (支出).
    """
    stages = _stages()
    remark = _REMARK_LAST.search(left)
    if remark and _subject(left[: remark.start()]) and not _is_name(remark[0].strip("()")):
        left = left[: remark.start()]  # 基本支出（人员经费与公用经费之和）
    listed = _ITEM_LISTED.search(left)
    near = listed["name"] if listed else left.rpartition(",")[2]
    own = _subject(near)
    if own is None and len(near) < _SHORT and not listed and _last(stages, near) not in ("original", "revised"):
        near, own = left, _subject(left)
    if listed and own is None and _last(stages, near) is not None and len(near) < _SHORT:
        own = _subject(left)  # 一般公共预算：支出
    if listed and own is None and _last(stages, near) is None:
        return "unknown", None
    if (own in (None, "total") and _FUNCTION_NAMED.search(near)) or (own in _IN_NAMES and _is_in_name(str(own), near)):
        own = "item"
    if own is None and _PURCHASE.search(left):
        own = "purchase"
    if own == "other" and _OTHER_INCOME.search(near):
        return own, "revenue"
    if own is not None and own not in ("total", "item"):
        near = groups("amounts.toml")["subjects"][own].sub("#", near)
    return own, _last(stages, near)


def _is_name(words: str) -> bool:
    """Whether words are the name of a subject and nothing else."""
    return any(pattern.fullmatch(words) for pattern in _subjects().values())


def _is_in_name(subject: str, near: str) -> bool:
    """Whether a subject's words only end the name of something: 社会化工会工作者人员经费."""
    match = groups("amounts.toml")["subjects"][subject].search(near)
    before = re.split(r"[,;:、(]", near[: match.start()])[-1] if match else ""
    return not before.endswith(_NO_NAMES) and len(_ANY_SUBJECT.sub("", _LEADS_TO_NAME.sub("", before))) > 1


def _subject(left: str) -> Subject | None:
    """What the words before an amount say it is of; the whole only if they name nothing narrower."""
    subjects = _subjects()
    narrow = _last({k: v for k, v in subjects.items() if k != "total"}, left)
    return narrow or ("total" if subjects["total"].search(left) else None)


def _is_aside(left: str, year: int | None) -> bool:
    if year and last_year(left, dates=False) not in (None, year) and not _CARRIED.search(left):
        return True
    return bool(_OTHER_PERIOD.search(left) or _CHANGE.search(_bare(left)) or _EACH.search(left))


def _bare(left: str) -> str:
    """Words before an amount without a remark in brackets right before it: 调整预算数（含追加）."""
    return _REMARK_LAST.sub("", left)


def _last(patterns: Mapping[R, re.Pattern[str]], left: str) -> R | None:
    """The role whose words stand nearest to the amount; of two that end together the longer, then the first."""
    best: tuple[int, int] = (-1, 0)
    found: R | None = None
    for role, pattern in patterns.items():
        for match in pattern.finditer(left):
            rank = (match.end(), match.end() - match.start())
            if rank > best:
                best, found = rank, role
    return found
