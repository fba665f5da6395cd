"""Numbers in the formats of Word's lists: 一, ①, 甲, IV … (ST_NumberFormat, ECMA-376 Part 1, 17.18.59)."""

from __future__ import annotations

from collections.abc import Callable

from selfeval_extract.runtime.pattern_cache import regex

_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl")),
    *((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_CIRCLED_TO_50 = (*CIRCLED, *map(chr, range(0x3251, 0x3260)), *map(chr, range(0x32B1, 0x32C0)))
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_MAX_ROMAN = 32_767
_ZERO_PADDED = regex(r"0{1,9}1")


def _digit_by_digit(digits: str) -> Callable[[int], str]:
    return lambda number: "".join(digits[int(d)] for d in str(number))


def _spelled_out(
    digits: str, units: str = "千百十", ten: str = "十", hundreds: bool = True, one: bool = True
) -> Callable[[int], str]:
    """With units: 二十一. `ten`: how 10 to 19 begin. `hundreds`: False where numbers from 100 on are written digit by digit.
    `one`: False where no 一 stands before a unit. From 10,000 on all are written digit by digit."""

    def spelled(number: int) -> str:
        if number >= 10_000 or (number >= 100 and not hundreds):
            return _digit_by_digit(digits)(number)
        if 10 <= number < 20:
            return ten + (digits[number - 10] if number > 10 else "")
        text, zeros = "", False
        for place, unit in ((1000, units[0]), (100, units[1]), (10, units[2]), (1, "")):
            digit = number // place % 10
            if digit:
                text += digits[0] if zeros and one else ""
                text += (digits[digit] if one or digit > 1 or not unit else "") + unit
            zeros = not digit and bool(text)
        return text or digits[0]

    return spelled


def _listed(signs: str | tuple[str, ...]) -> Callable[[int], str]:
    """The n-th sign; digits after the last one, as Word does."""
    return lambda number: signs[number - 1] if 1 <= number <= len(signs) else str(number)


def _repeated(letters: str) -> Callable[[int], str]:
    """a … z, aa, bb: Word repeats the letter."""
    return lambda number: letters[(number - 1) % 26] * min((number - 1) // 26 + 1, 30) if number else "0"


def _roman(number: int) -> str:
    if not 0 < number <= _MAX_ROMAN:
        return str(number)
    parts = []
    for worth, sign in _ROMAN:
        times, number = divmod(number, worth)
        parts.append(sign * times)
    return "".join(parts)


_COUNTING = _spelled_out("○一二三四五六七八九", hundreds=False)
_LEGAL_TRADITIONAL = _spelled_out("零壹貳參肆伍陸柒捌玖", "仟佰拾", ten="壹拾")
_DIGITAL = _digit_by_digit("〇一二三四五六七八九")
_FULL_WIDTH = _digit_by_digit("０１２３４５６７８９")

FORMATS: dict[str, Callable[[int], str]] = {
    "decimalFullWidth": _FULL_WIDTH,
    "decimalFullWidth2": _FULL_WIDTH,
    "decimalZero": lambda number: f"{number:02}",
    "decimalEnclosedCircle": _listed(_CIRCLED_TO_50),
    "decimalEnclosedCircleChinese": _listed(_CIRCLED_TO_50),
    "decimalEnclosedFullstop": _listed("⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛"),
    "decimalEnclosedParen": _listed("⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇"),
    "numberInDash": lambda number: f"- {number} -",
    "chineseCounting": _COUNTING,
    "chineseCountingThousand": _spelled_out("〇一二三四五六七八九"),
    "chineseLegalSimplified": _spelled_out("零壹贰叁肆伍陆柒捌玖", "仟佰拾", ten="壹拾"),
    "taiwaneseCounting": _COUNTING,
    "taiwaneseCountingThousand": _spelled_out("零一二三四五六七八九"),
    "taiwaneseDigital": _digit_by_digit("○一二三四五六七八九"),
    "japaneseCounting": _spelled_out("〇一二三四五六七八九", one=False),
    "japaneseLegal": _LEGAL_TRADITIONAL,
    "japaneseDigitalTenThousand": _DIGITAL,
    "ideographDigital": _DIGITAL,
    "ideographEnclosedCircle": _listed("㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉"),
    "ideographLegalTraditional": _LEGAL_TRADITIONAL,
    "ideographTraditional": _listed(_STEMS),
    "ideographZodiac": _listed(_BRANCHES),
    "ideographZodiacTraditional": lambda n: _STEMS[(n - 1) % 10] + _BRANCHES[(n - 1) % 12] if n else "00",
    "lowerLetter": _repeated(_LETTERS),
    "upperLetter": _repeated(_LETTERS.upper()),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
    "hex": lambda number: f"{number:X}",
    "none": lambda number: "",
}


def format_number(number: int, number_format: str) -> str:
    """A number (from 0) in a format of Word's lists; a custom one is given by its first number (001). Formats that are
    not listed here come out as digits."""
    if _ZERO_PADDED.fullmatch(number_format):
        return f"{number:0{len(number_format)}}"
    return FORMATS.get(number_format, str)(number)
