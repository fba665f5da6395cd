"""Headings and points of a narrative: other numbers, none, another order, run into the text."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise
from random import Random

from ..bases import CheckContext
from ..grid import Block
from ..relation import each_block, each_paragraph, transformation

DIGITS = "一二三四五六七八九十"
FIRST = re.compile(r"^(?:([一二三四五六七八九十]+)|(\d+))、[ 　]*")
SECOND = re.compile(r"^[（(]([一二三四五六七八九十\d]+)[)）][ 　]*")
THIRD = re.compile(r"^(\d+)[.．、][ 　]*")


def _number(text: str) -> int:
    return int(text) if text.isdigit() else DIGITS.index(text) + 1


def _narrative(case: CheckContext) -> bool:
    return any("h" in b for b in case["blocks"])


def _style(pattern: re.Pattern[str], new: Callable[[int], str]) -> Callable[[str], str]:
    def change(text: str) -> str:
        found = pattern.match(text)
        number = found and next(g for g in found.groups() if g)
        return new(_number(number)) + text[found.end() :] if found and number else text

    return change


def _restyled(case: CheckContext, *styles: tuple[re.Pattern[str], Callable[[int], str]]) -> CheckContext | None:
    def change(text: str) -> str:
        for pattern, new in styles:
            changed = _style(pattern, new)(text)
            if changed != text:
                return changed
        return text

    return each_paragraph(case, change) if _narrative(case) else None


@transformation("9 （一） with the other brackets")
def numbers_other_brackets(case: CheckContext, rng: Random) -> CheckContext | None:
    def change(text: str) -> str:
        found = SECOND.match(text)
        if not found:
            return text
        pair = "（）" if text[0] == "(" else "()"
        return f"{pair[0]}{found[1]}{pair[1]}{text[found.end() :]}"

    return each_paragraph(case, change) if _narrative(case) else None


@transformation("9 一、 and （一） with other marks: 一. and （一）、")
def numbers_other_marks(case: CheckContext, rng: Random) -> CheckContext | None:
    return _restyled(
        case,
        (FIRST, lambda n: f"{DIGITS[n - 1]}."),
        (SECOND, lambda n: f"（{DIGITS[n - 1]}）、"),
        (THIRD, lambda n: f"{n}、"),
    )


@transformation("9 numbers 1、 (1) ① for 一、 （一） 1.")
def numbers_arabic(case: CheckContext, rng: Random) -> CheckContext | None:
    return _restyled(
        case, (FIRST, lambda n: f"{n}、"), (SECOND, lambda n: f"({n})"), (THIRD, lambda n: chr(ord("①") + n - 1))
    )


@transformation("9 第一部分 for 一、")
def numbers_as_parts(case: CheckContext, rng: Random) -> CheckContext | None:
    return _restyled(case, (FIRST, lambda n: f"第{DIGITS[n - 1]}部分　"))


def _headings(case: CheckContext) -> list[int]:
    return [n for n, b in enumerate(case["blocks"]) if "h" in b]


def _stripped(text: str) -> str:
    return SECOND.sub("", FIRST.sub("", text))


@transformation("9 the number of one heading lost", repeats=4)
def number_lost(case: CheckContext, rng: Random) -> CheckContext | None:
    if not _narrative(case):
        return None
    blocks = list(case["blocks"])
    n = rng.choice(_headings(case))
    blocks[n] = {**blocks[n], "h": _stripped(blocks[n]["h"])}
    return {**case, "blocks": blocks}


@transformation("9 the numbers of all headings lost")
def numbers_lost(case: CheckContext, rng: Random) -> CheckContext | None:
    return each_block(case, lambda b: [{**b, "h": _stripped(b["h"])}] if "h" in b else None)


@transformation("9 a heading with the number of the one before", repeats=4)
def number_twice(case: CheckContext, rng: Random) -> CheckContext | None:
    blocks = list(case["blocks"])
    found = [n for n in _headings(case) if FIRST.match(blocks[n]["h"])][1:]
    if not found:
        return None
    n = rng.choice(found)
    before = next(m for m in reversed(range(n)) if "h" in blocks[m] and FIRST.match(blocks[m]["h"]))
    number = FIRST.match(blocks[before]["h"])
    assert number
    blocks[n] = {**blocks[n], "h": number[0] + FIRST.sub("", blocks[n]["h"])}
    return {**case, "blocks": blocks}


def _sections(blocks: list[Block]) -> tuple[list[Block], list[list[Block]], list[Block]]:
    """What stands before the first section, the sections, and what stands behind them."""
    starts = [n for n, b in enumerate(blocks) if "h" in b and FIRST.match(b["h"])]
    if not starts:
        return blocks, [], []
    end = next((n for n in range(starts[0], len(blocks)) if blocks[n].get("page") or blocks[n].get("p") == ""), None)
    end = len(blocks) if end is None or end < starts[-1] else end
    cuts = [*starts, end]
    return blocks[: starts[0]], [blocks[a:z] for a, z in pairwise(cuts)], blocks[end:]


def _moved(case: CheckContext, words: tuple[str, ...], to: str, renumber: bool) -> CheckContext | None:
    """Sections whose heading has one of these words moved before the one whose heading has `to`."""
    before, sections, behind = _sections(case["blocks"])
    moving = [s for s in sections if any(w in s[0]["h"] for w in words)]
    rest = [s for s in sections if s not in moving]
    at = next((n for n, s in enumerate(rest) if to in s[0]["h"]), None)
    if not moving or at is None:
        return None
    order = rest[:at] + moving + rest[at:]
    if renumber:
        order = [[{**s[0], "h": f"{DIGITS[n]}、" + FIRST.sub("", s[0]["h"])}, *s[1:]] for n, s in enumerate(order)]
    return {**case, "blocks": before + [b for s in order for b in s] + behind}


@transformation("10 problems and measures before the performance section")
def problems_first(case: CheckContext, rng: Random) -> CheckContext | None:
    return _moved(case, ("问题及", "存在的", "措施", "偏离"), "绩效情况", True) or _moved(
        case, ("偏离",), "目标完成情况分析", True
    )


@transformation("10 problems and measures before the performance section, numbers as they were")
def problems_first_unnumbered(case: CheckContext, rng: Random) -> CheckContext | None:
    return _moved(case, ("问题及", "存在的", "措施", "偏离"), "绩效情况", False)


@transformation("10 disclosure before the problems")
def disclosure_first(case: CheckContext, rng: Random) -> CheckContext | None:
    return _moved(case, ("公开",), "问题", True)


@transformation("headings of the second level run into the text")
def headings_run_in(case: CheckContext, rng: Random) -> CheckContext | None:
    out: list[Block] = []
    done = False
    for b in case["blocks"]:
        last = out[-1] if out else {}
        if last.get("h") and last.get("level") and b.get("style") == "body" and not THIRD.match(b["p"]):
            out[-1] = {"p": f"{last['h']}。{b['p']}", "style": "body"}
            done = True
        else:
            out.append(b)
    return {**case, "blocks": out} if done else None


ORDINAL = re.compile(r"([一二三四五])是")


@transformation("points 一是…二是… as numbered paragraphs")
def points_as_paragraphs(case: CheckContext, rng: Random) -> CheckContext | None:
    def one(b: Block) -> list[Block] | None:
        text = b.get("p", "")
        if b.get("style") != "body" or not text.startswith("一是"):
            return None
        pieces = ORDINAL.split(text)[1:]
        return [{**b, "p": f"（{number}）{words}"} for number, words in zip(pieces[::2], pieces[1::2], strict=True)]

    return each_block(case, one)


@transformation("numbered points as 一是…二是… in one paragraph")
def points_as_sentence(case: CheckContext, rng: Random) -> CheckContext | None:
    """The paragraphs of the sections on problems and measures."""
    out: list[Block] = []
    inside = done = False
    for b in case["blocks"]:
        if "h" in b:
            inside = any(w in b["h"] for w in ("问题", "措施")) and "其他" not in b["h"]
            out.append(b)
            continue
        text = b.get("p", "")
        found = THIRD.match(text) or SECOND.match(text)
        if not inside or not found or b.get("style") != "body":
            out.append(b)
            continue
        done = True
        words = f"{DIGITS[_number(found[1]) - 1]}是{text[found.end() :]}"
        if "h" in out[-1]:
            out.append({**b, "p": words})
        else:
            out[-1] = {**out[-1], "p": out[-1]["p"] + words}
    return {**case, "blocks": out} if done else None


@transformation("points that end in semicolons")
def points_with_semicolons(case: CheckContext, rng: Random) -> CheckContext | None:
    def one(b: Block) -> list[Block] | None:
        text = b.get("p", "")
        if b.get("style") != "body" or not (THIRD.match(text) or SECOND.match(text)) or len(text) < 15:
            return None  # a run-in heading keeps its full stop
        return [{**b, "p": text[:-1] + "；"}] if text.endswith("。") and "。" not in text[:-1] else None

    return each_block(case, one)
