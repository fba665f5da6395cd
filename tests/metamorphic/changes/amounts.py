"""What a narrative says of money, in other words: verbs, units, order, brackets, other years' figures, headings, line breaks.

Only what the record holds of money, problems and measures is compared: purposes and problems keep their text.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from random import Random

from ..anatomy import fold
from ..bases import CheckContext, text_bytes
from ..relation import Transformation, add, each_block, transformation

MONEY = ("budget", "spending")
_AMOUNT = re.compile(r"(?<![\d.,])(\d[\d,]*(?:\.\d+)?)万元")
_CHAIN = re.compile(r"，其中：?([^。（）]*(?:（[^（）]*）[^。（）]*)*)。")
_SAME_VERBS = {
    "全年决算支出": ("全年支出决算", "全年共支出", "全年实际执行"),
    "全年实际支出": ("全年支出", "当年共列支", "本年度执行"),
    "实际支出": ("支出", "列支", "决算支出"),
    "全年基本支出": ("基本支出", "基本支出决算"),
    "全年项目支出": ("项目支出", "项目支出决算"),
}
_SAME_HEADINGS = {
    "存在的问题及原因分析": ("存在的主要问题及原因", "问题与成因", "发现的问题和原因分析"),
    "存在的主要问题": ("存在的问题和不足", "主要问题"),
    "改进措施": ("整改措施", "工作打算", "改进举措"),
    "一般公共预算支出情况": ("预算执行及资金使用情况", "部门收支情况"),
}


def _money(change: Callable[[str], str]) -> Callable[[CheckContext, Random], CheckContext | None]:
    """A change of the paragraphs of a narrative that state amounts."""

    def changed(case: CheckContext, rng: Random) -> CheckContext | None:
        if not any("h" in b for b in case["blocks"]):
            return None
        return each_block(
            case,
            lambda b: (
                [{**b, "p": new}]
                if b.get("style") == "body" and _AMOUNT.search(b["p"]) and (new := change(b["p"])) != b["p"]
                else None
            ),
        )

    return changed


def _in_yuan(text: str) -> str:
    return _AMOUNT.sub(lambda m: f"{Decimal(m[1].replace(',', '')) * 10_000:,.2f}元", text)


def _in_yi(text: str) -> str:
    def one(match: re.Match[str]) -> str:
        amount = Decimal(match[1].replace(",", ""))
        return f"{(amount / 10_000).normalize():f}亿元" if amount >= 1_000 else match[0]

    return _AMOUNT.sub(one, text)


def _with_last_year(text: str) -> str:
    """Last year's figure behind the first amount, and a sentence on the year before in front of all."""
    return "上年支出1,203.17万元，比前年增加41.55万元。" + _AMOUNT.sub(r"\g<0>（上年同期987.65万元）", text, count=1)


for _name, _says, _change in (
    ("amounts_in_yuan", "amounts in 元", _in_yuan),
    ("amounts_in_yi", "large amounts in 亿元", _in_yi),
    ("chains_in_brackets", "其中… in brackets", lambda text: _CHAIN.sub(r"（其中：\1）。", text)),
    ("last_year_beside", "last year's figures before and behind", _with_last_year),
    ("carried_over_behind", "what was left, behind all", lambda text: f"{text[:-1]}，年末结转结余7.31万元。"),
):
    add(Transformation(_name, _says, _money(_change), only=MONEY))


@transformation("other verbs of spending", only=MONEY, repeats=3)
def other_verbs(case: CheckContext, rng: Random) -> CheckContext | None:
    def change(text: str) -> str:
        for verb, others in _SAME_VERBS.items():
            if verb in text:
                return text.replace(verb, rng.choice(others), 1)
        return text

    return _money(change)(case, rng)


@transformation("parts in another order", only=("budget",), repeats=2)
def parts_in_another_order(case: CheckContext, rng: Random) -> CheckContext | None:
    def turned(match: re.Match[str]) -> str:
        parts = match[1].split("；")
        return match[0].replace(match[1], "；".join(reversed(parts)))

    return _money(lambda text: _CHAIN.sub(turned, text))(case, rng)


@transformation("headings in other words", only=(*MONEY, "problems", "measures"), repeats=3)
def headings_in_other_words(case: CheckContext, rng: Random) -> CheckContext | None:
    def other(heading: str) -> str:
        for words, others in _SAME_HEADINGS.items():
            if words in heading:
                return heading.replace(words, rng.choice(others))
        return heading

    return each_block(case, lambda b: [{**b, "h": new}] if "h" in b and (new := other(b["h"])) != b["h"] else None)


def _wrapped(width: int) -> Callable[[CheckContext], bytes]:
    def render(case: CheckContext) -> bytes:
        lines = text_bytes(case, "lines").decode().splitlines()
        return "\n".join(line[at : at + width] for line in lines for at in range(0, max(len(line), 1), width)).encode()

    return render


def _narrative_alone(case: CheckContext, rng: Random) -> CheckContext | None:
    return case if any("h" in b for b in case["blocks"]) and not any("table" in b for b in case["blocks"]) else None


for _width in (30, 36, 42, 60):
    add(
        Transformation(
            f"lines_of_{_width}", f"lines broken after {_width} characters", _narrative_alone, fold=fold,
            only=(*MONEY, "problems", "measures"), render=_wrapped(_width),
        )
    )  # fmt: skip
