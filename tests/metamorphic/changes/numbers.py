"""Numbers in other clothes: full-width, other units, with and without separators, signs and units."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from decimal import Decimal
from random import Random
from typing import Any

from ..anatomy import AMOUNTS, fund_parts, indicator_parts
from ..bases import CheckContext
from ..grid import Block, Cell, Grid
from ..relation import each_block, each_paragraph, each_table, strings, transformation

WIDE = {ord(c): chr(ord(c) + 0xFEE0) for c in "0123456789%()<>=+"}
NARROW = str.maketrans("（）：；％＜＞＝", "():;%<>=")
FACTORS = {"元": Decimal(1), "千元": Decimal(1000), "万元": Decimal(10000), "亿元": Decimal(100000000)}


def nfkc(text: str) -> str:
    return unicodedata.normalize("NFKC", text)


def without_separators(text: str) -> str:
    return re.sub(r"(?<=\d)[,，](?=\d{3})", "", text)


def without_blanks(text: str) -> str:
    return re.sub(r"\s+", "", text)


def _both(case: CheckContext, cell: Callable[[str], str], paragraph: Callable[[str], str]) -> CheckContext | None:
    """Every cell and every paragraph changed."""
    changed = each_table(case, lambda g: g.write(lambda c: cell(c.text))) or case
    return each_paragraph(changed, paragraph) or (changed if changed is not case else None)


def widened(text: str) -> str:
    text = re.sub(r"(?<=\d)\.(?=\d)", "．", text)
    return text.translate(WIDE)


@transformation("5 full-width digits, points, signs and brackets", fold=nfkc)
def full_width(case: CheckContext, rng: Random) -> CheckContext | None:
    return _both(case, widened, widened)


@transformation("5 full-width separators of thousands in tables", fold=lambda s: without_separators(nfkc(s)))
def full_width_separators(case: CheckContext, rng: Random) -> CheckContext | None:
    return each_table(case, lambda g: g.write(lambda c: re.sub(r"(?<=\d),(?=\d{3})", "，", c.text)))


@transformation("5 half-width brackets, colons, semicolons and signs", fold=nfkc)
def half_width(case: CheckContext, rng: Random) -> CheckContext | None:
    return _both(case, lambda t: t.translate(NARROW), lambda t: t.translate(NARROW))


def _printed(value: Decimal) -> str:
    return f"{value:,f}"


def converted(text: str, old: str, new: str) -> str:
    """A printed amount in another unit, exactly; anything else as it is."""
    if not re.fullmatch(r"[\d,]+(\.\d+)?", text.strip()):
        return text
    value = Decimal(text.strip().replace(",", "")) * FACTORS[old] / FACTORS[new]
    return _printed(value.normalize() if value == 0 else value)


def _money_unit(case: CheckContext) -> str:
    return "元" if any("单位：元" in b.get("p", "") for b in case["blocks"]) else "万元"


def _in_unit(case: CheckContext, new: str) -> CheckContext | None:
    old = _money_unit(case)
    if old == new:
        return None

    def text(cell: Cell, grid: Grid) -> str:
        found = fund_parts(grid)
        if any(p.role_at(cell) in AMOUNTS for p in found):
            return converted(cell.text, old, new)
        if any(p.head.start <= cell.row < p.body.stop for p in found) and re.search(rf"[（(]?{old}[)）]?$", cell.text):
            return re.sub(rf"{old}([)）]?)$", rf"{new}\1", cell.text)
        if f"{old}）\n" in cell.text:  # 预算执行情况（万元）（20分）
            return cell.text.replace(f"{old}）", f"{new}）")
        return cell.text

    def one(b: Block) -> list[Block] | None:
        if "table" in b and not b.get("borderless"):
            grid = Grid.of(b["table"])
            if not fund_parts(grid):
                return None
            new_grid = grid.write(lambda c: _label_amount(text(c, grid), old, new))
            return [{**b, "table": new_grid.table()}]
        if f"单位：{old}" in b.get("p", "") and b.get("style") != "body":
            return [{**b, "p": b["p"].replace(f"单位：{old}", f"单位：{new}")}]
        return None

    return each_block(case, one)


def _label_amount(text: str, old: str, new: str) -> str:
    """`　其中：基本支出：210.35` of the Hunan form."""
    found = re.fullmatch(r"([　 ]*(?:其中：)?[一-龥]+(?:支出|预算|拨款|资金)：)([\d,.]+)", text)
    return found[1] + converted(found[2], old, new) if found else text


@transformation("6 the fund block in 元")
def funds_in_yuan(case: CheckContext, rng: Random) -> CheckContext | None:
    return _in_unit(case, "元")


@transformation("6 the fund block in 千元")
def funds_in_thousands(case: CheckContext, rng: Random) -> CheckContext | None:
    return _in_unit(case, "千元")


@transformation("6 the fund block in 万元")
def funds_in_wan(case: CheckContext, rng: Random) -> CheckContext | None:
    return _in_unit(case, "万元")


@transformation("6 the fund block in 亿元")
def funds_in_yi(case: CheckContext, rng: Random) -> CheckContext | None:
    return _in_unit(case, "亿元")


MONEY = re.compile(r"(?<![\d.])(\d[\d,]*(?:\.\d+)?)(亿元|千元|万元|元)(?!/)")


def _prose_in(new: str) -> Callable[[str], str]:
    return lambda text: MONEY.sub(lambda m: converted(m[1], m[2], new) + new, text)


def _prose(case: CheckContext, change: Callable[[str], str]) -> CheckContext | None:
    """Body paragraphs changed, in documents of prose."""

    def one(b: Block) -> list[Block] | None:
        if b.get("style") != "body" or change(b["p"]) == b["p"]:
            return None
        return [{**b, "p": change(b["p"])}]

    return each_block(case, one)


def _said_in(new: str) -> Callable[[Any], Any]:
    """Texts that quote an amount quote it in the new unit; tables are not changed."""

    def expected(record: Any) -> Any:
        changed = strings(record, _prose_in(new))
        return {**changed, "evaluations": record["evaluations"]}

    return expected


@transformation("6 amounts of the prose in 元", expected=_said_in("元"))
def prose_in_yuan(case: CheckContext, rng: Random) -> CheckContext | None:
    return _prose(case, _prose_in("元"))


@transformation("6 amounts of the prose in 亿元", expected=_said_in("亿元"))
def prose_in_yi(case: CheckContext, rng: Random) -> CheckContext | None:
    return _prose(case, _prose_in("亿元"))


@transformation("6 amounts of the prose in 千元", expected=_said_in("千元"))
def prose_in_thousands(case: CheckContext, rng: Random) -> CheckContext | None:
    return _prose(case, _prose_in("千元"))


@transformation("7 separators of thousands taken out", fold=without_separators)
def separators_removed(case: CheckContext, rng: Random) -> CheckContext | None:
    done = _both(case, without_separators, without_separators)
    return None if done == case else done


def separated(text: str) -> str:
    return re.sub(
        r"(?<![\d.,])\d{4,}(?=(\.\d+)?(万元|元|公里|亩|人次|块|件|批次)|(\.\d+)?$)(?!年)",
        lambda m: f"{int(m[0]):,}",
        text,
    )


@transformation("7 separators of thousands put in", fold=without_separators)
def separators_added(case: CheckContext, rng: Random) -> CheckContext | None:
    done = _both(case, separated, separated)
    return None if done == case else done


def _columns(
    case: CheckContext, roles: tuple[str, ...], change: Callable[[str], str], funds: bool = True
) -> CheckContext | None:
    def one(grid: Grid) -> Grid | None:
        found = fund_parts(grid) if funds else indicator_parts(grid)
        new = grid.write(lambda c: change(c.text) if any(p.role_at(c) in roles for p in found) else c.text)
        return new if new != grid else None

    return each_table(case, one)


def _if_number(text: str, change: Callable[[str], str]) -> str:
    return change(text) if re.fullmatch(r"[\d,]+(\.\d+)?", text) else text


@transformation("7 amounts with more decimals")
def amounts_longer(case: CheckContext, rng: Random) -> CheckContext | None:
    return _columns(case, AMOUNTS, lambda t: _if_number(t, lambda n: n + "00" if "." in n else n + ".00"))


@transformation("6 the unit of money in every amount cell")
def amounts_with_unit(case: CheckContext, rng: Random) -> CheckContext | None:
    unit = _money_unit(case)
    return _columns(case, AMOUNTS, lambda t: _if_number(t, lambda n: n + unit))


@transformation("points with 分")
def points_with_unit(case: CheckContext, rng: Random) -> CheckContext | None:
    return _columns(case, ("weight", "score"), lambda t: _if_number(t, lambda n: n + "分"), funds=False)


@transformation("points with decimals")
def points_longer(case: CheckContext, rng: Random) -> CheckContext | None:
    return _columns(
        case, ("weight", "score"), lambda t: _if_number(t, lambda n: n if "." in n else n + ".00"), funds=False
    )


@transformation("rates without their percent sign, which stands in the head")
def rates_bare(case: CheckContext, rng: Random) -> CheckContext | None:
    def one(grid: Grid) -> Grid | None:
        found = fund_parts(grid)
        heads = [(p.head.start, k.start) for p in found for k in p.columns if k.role == "rate"]

        def text(c: Cell) -> str:
            if (c.row, c.column) in heads:
                return "执行率（%）"
            return c.text.rstrip("%") if any(p.role_at(c) == "rate" for p in found) else c.text

        return grid.write(text) if found else None

    return each_table(case, one)


@transformation("5 blanks around numbers of the prose", fold=without_blanks)
def prose_with_blanks(case: CheckContext, rng: Random) -> CheckContext | None:
    def change(text: str) -> str:
        return re.sub(r"(?<=[一-龥])(\d[\d,.]*)(?=万元|元|人|名|%)", r" \1 ", text)

    return _prose(case, change)


@transformation("5 blanks inside numbers of the prose", fold=without_blanks)
def prose_with_split_numbers(case: CheckContext, rng: Random) -> CheckContext | None:
    def change(text: str) -> str:
        return re.sub(r"(\d)(\d)(?=(\.\d+)?(万元|%))", r"\1 \2", text)

    return _prose(case, change)
