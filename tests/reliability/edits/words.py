"""Damage to text: characters, numbers and lines as no report has them; on a string, for every format that has some."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

from . import WILD_NUMBERS

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_BRACKETS = "()（）[]【】〔〕《》{}“”\"'｛｝"
_PARTS = (
    "1e999", "9" * 400, "0." + "0" * 60 + "1", "1,2,3,4.5", "-0", "−5", "--3", "±2", "½", "三分之二", "万亿", "亿亿亿万元", "〇",
    "廿五", "两千零二十三", "百分之百分之五", "100%%", "‰", "%", "≥≥90%", ">=<5", "≥-1", "0000年", "9999年99月99日", "2023年2月30日",
    "２０２３年", "2023-2022", "～", "1-2-3-4", "2023年1月至0月", "/", "0/0", "100/0", "99999999999999999999万元", "-1万元", ".5元", "5.元",
    "²³", "①②③", "⑴", "Ⅳ", "㈠", "㎡", "１，２３４．５", "١٢٣", "१२", "𝟙𝟚", "\u2028", "\u2029", "\x85", "\x0b", "\x0c", "\x1c", "\x1f",
    "\x7f", "\u200b", "\u202e", "\u2066", "\ufeff", "\ufffd", "\ufffe", "\u00a0", "\u3000", "\u0301" * 50, "\U0001f600", "\U000e0001",
    "\ue000", "㍿", "ﷺ", "İ", "ß", "ŉ", "ΐ", "附件", "一、", "（一）", "1.", "第九十九章", "注：", "合计", "总分", "得分", "完成率", "年度指标值",
    "一级指标", "三级指标", "其中：", "单位：万元", "单位：", "：", "|", "||||", "\t", "\t\t\t", "-----", "……………………", "□是☑否", "=1+1", "@SUM(A1)",
)  # fmt: skip
"""What may stand anywhere: numbers that are none or too many, characters that fold, split or vanish, the words of forms."""

TextEdit = Callable[[str, Random], str]


def _somewhere(text: str, chance: Random) -> int:
    return chance.randrange(len(text) + 1)


def wild_number(text: str, chance: Random) -> str:
    found = list(_NUMBER.finditer(text))
    if not found:
        return text
    one = chance.choice(found)
    return text[: one.start()] + chance.choice(WILD_NUMBERS + _PARTS) + text[one.end() :]


def wild_part(text: str, chance: Random) -> str:
    for _ in range(chance.choice((1, 1, 5, 20))):
        at = _somewhere(text, chance)
        text = text[:at] + chance.choice(_PARTS) * chance.choice((1, 1, 1, 2, 300)) + text[at:]
    return text


def other_digits(text: str, chance: Random) -> str:
    digits = chance.choice(
        (
            "０１２３４５６７８９",
            "٠١٢٣٤٥٦٧٨٩",
            "〇一二三四五六七八九",
            "零壹贰叁肆伍陆柒捌玖",
            "⁰¹²³⁴⁵⁶⁷⁸⁹",
            "oIZEASGTBP",
        )
    )
    return text.translate(str.maketrans("0123456789", digits))


def swap_brackets(text: str, chance: Random) -> str:
    at = [n for n, c in enumerate(text) if c in _BRACKETS]
    out = list(text)
    for n in chance.sample(at, min(len(at), 5)):
        out[n] = chance.choice((*_BRACKETS, ""))
    return "".join(out)


def drop_characters(text: str, chance: Random) -> str:
    share = chance.choice((0.01, 0.1, 0.5))
    return "".join(c for c in text if chance.random() > share)


def _on_lines(change: Callable[[list[str], Random], None]) -> TextEdit:
    def edit(text: str, chance: Random) -> str:
        lines = text.split("\n")
        change(lines, chance)
        return "\n".join(lines)

    return edit


def _drop_line(lines: list[str], chance: Random) -> None:
    for _ in range(min(len(lines) - 1, chance.choice((1, 3, 20)))):
        lines.pop(chance.randrange(len(lines)))


def _repeat_line(lines: list[str], chance: Random) -> None:
    at = chance.randrange(len(lines))
    lines[at:at] = [lines[at]] * chance.choice((1, 3, 100))


def _move_line(lines: list[str], chance: Random) -> None:
    line = lines.pop(chance.randrange(len(lines)))
    lines.insert(chance.randrange(len(lines) + 1), line)


def _swap_cells(lines: list[str], chance: Random) -> None:
    at = chance.randrange(len(lines))
    mark = chance.choice(("\t", "|", "  "))
    cells = lines[at].split(mark)
    chance.shuffle(cells)
    lines[at] = mark.join(cells)


def _long_line(lines: list[str], chance: Random) -> None:
    at = chance.randrange(len(lines))
    lines[at] *= chance.choice((2, 50, 1000))


def _one_line(lines: list[str], chance: Random) -> None:
    start = chance.randrange(len(lines))
    end = min(len(lines), start + chance.choice((2, 5, 1000)))
    lines[start:end] = [chance.choice(("", " ", "\t", "\u3000")).join(lines[start:end])]


def _cut_lines(lines: list[str], chance: Random) -> None:
    width = chance.choice((1, 2, 5, 20))
    start = chance.randrange(len(lines))
    end = start + chance.choice((1, 3, 30))
    lines[start:end] = [line[n : n + width] for line in lines[start:end] for n in range(0, len(line), width)] or [""]


EDITS: tuple[TextEdit, ...] = (
    wild_number, wild_number, wild_part, wild_part, other_digits, swap_brackets, drop_characters,
    *map(_on_lines, (_drop_line, _repeat_line, _move_line, _swap_cells, _long_line, _one_line, _cut_lines)),
)  # fmt: skip


def changed(text: str, chance: Random) -> str:
    """A text with one kind of damage."""
    return chance.choice(EDITS)(text, chance)
