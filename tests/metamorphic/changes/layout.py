"""How a document looks: what must never reach the record."""

from __future__ import annotations

from random import Random

from ..bases import CheckContext
from ..grid import Block, into, of_block
from ..relation import each_block, each_table, transformation


@transformation("13 small print, narrow margins, another font, landscape")
def small_print(case: CheckContext, rng: Random) -> CheckContext | None:
    blocks = [{**b, "size": 6.5} for b in case["blocks"]]
    return {**case, "blocks": blocks, "size": 6.5, "margin": 1.0, "font": "SimSun", "landscape": True}


@transformation("13 large print, wide margins")
def large_print(case: CheckContext, rng: Random) -> CheckContext | None:
    return {**case, "blocks": [{**b, "size": 16} for b in case["blocks"]], "size": 16, "margin": 3.5, "font": "黑体"}


@transformation("13 no title style and no bold type")
def plain_paragraphs(case: CheckContext, rng: Random) -> CheckContext | None:
    return {
        **case,
        "blocks": [
            {"p": b["h"]} if "h" in b else {**b, "style": (b.get("style") == "body" and "body") or ""}
            for b in case["blocks"]
        ],
    }


@transformation("13 every character a run of its own")
def characters_as_runs(case: CheckContext, rng: Random) -> CheckContext | None:
    return {**case, "runs": "split"}


@transformation("14 page header and footer")
def header_and_footer(case: CheckContext, rng: Random) -> CheckContext | None:
    more = {
        "header": "2021年度绩效自评材料汇编（甲市财政局）",
        "footer": True,
        "footer_text": "填报单位：甲市财政局绩效科",
    }
    return {**case, **more}


@transformation("19 empty paragraphs everywhere")
def empty_paragraphs(case: CheckContext, rng: Random) -> CheckContext | None:
    return each_block(case, lambda b: [{"p": ""}, b, {"p": "　"}])


@transformation("11 a page break before every table")
def page_breaks(case: CheckContext, rng: Random) -> CheckContext | None:
    return each_block(case, lambda b: [{"page": True}, b] if "table" in b else None)


@transformation("13 cells' lines as paragraphs")
def lines_as_paragraphs(case: CheckContext, rng: Random) -> CheckContext | None:
    def one(b: Block) -> list[Block] | None:
        if "table" not in b:
            return None
        rows = [[{**c, "paras": True} for c in row] for row in of_block(b).table()]
        return [{**b, "table": rows}]

    return each_block(case, one)


@transformation("13 blanks before and behind every cell's text")
def cells_with_blanks(case: CheckContext, rng: Random) -> CheckContext | None:
    return each_table(case, lambda g: g.write(lambda c: f" 　{c.text} " if c.text else c.text))


@transformation("13 line breaks before and behind every cell's text")
def cells_with_breaks(case: CheckContext, rng: Random) -> CheckContext | None:
    return each_table(case, lambda g: g.write(lambda c: f"\n{c.text}\n" if c.text else c.text))


@transformation("13 long cells broken into lines by hand", repeats=2)
def cells_broken_by_hand(case: CheckContext, rng: Random) -> CheckContext | None:
    """Between Chinese characters only: a break inside a number or a Latin word is not layout that can be undone."""

    def text(old: str) -> str:
        at = [n for n in range(1, len(old)) if "一" <= old[n - 1] <= "龥" and "一" <= old[n] <= "龥"]
        if len(old) < 6 or not at:
            return old
        n = rng.choice(at)
        return old[:n] + "\n" + old[n:]

    return each_table(case, lambda g: g.write(lambda c: text(c.text)))


@transformation("20 empty cells hold a blank")
def empty_cells_with_blank(case: CheckContext, rng: Random) -> CheckContext | None:
    return each_table(case, lambda g: g.write(lambda c: c.text or rng.choice((" ", "　", "\u00a0"))))


@transformation("20 a column cut in two, its cells merged over both")
def columns_cut(case: CheckContext, rng: Random) -> CheckContext | None:
    """What editors leave behind: a grid finer than the cells."""

    def one(b: Block) -> list[Block] | None:
        if "table" not in b:
            return None
        grid = of_block(b)
        for at in range(grid.columns, 0, -1):
            grid = grid.with_column(at, lambda r: False)
        return [into(b, grid)]

    return each_block(case, one)
