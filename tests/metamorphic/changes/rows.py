"""Rows and blocks: others put in, in another order, cut over tables, repeated."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from random import Random
from typing import Any

from ..anatomy import Part, fold, fund_parts, indicator_parts, parts
from ..bases import CheckContext
from ..grid import Block, Cell, Grid, into, of_block
from ..relation import Json, each_block, each_table, transformation

NOTES = (
    "注：1.年初预算数、全年预算数、全年执行数均填列财政资金，执行率=全年执行数/全年预算数，分值10分。",
    "2.一级指标、二级指标、三级指标、年度指标值按批复的绩效目标填列，实际完成值填列截至12月31日的数值，分值合计100分，得分据实填列。",
    "3.偏差原因分析及改进措施：得分低于分值80%的指标须逐项说明。",
)


def whole(grid: Grid, part: Part, row: int) -> bool:
    """Whether no merged cell of a block (but its lead, left of it) crosses the border above a row."""
    return not any(c.row < row < c.last and c.column >= part.left for c in grid.cells)


def free(grid: Grid, row: int) -> bool:
    """Whether nothing at all crosses the border above a row."""
    return not any(c.row < row < c.last for c in grid.cells)


@transformation("21 unused template rows at the end of the indicators")
def unused_rows(case: CheckContext, rng: Random) -> CheckContext | None:
    def one(grid: Grid) -> Grid | None:
        found = indicator_parts(grid)
        for part in reversed(found):
            last = part.body[-1]
            for words in ("……", "指标3："):
                name = part.column("name")
                assert name
                grown = {c for c in grid.covering(last) if c.column < name.start}
                top = [replace(c, rows=c.rows + 1) if c in grown else c for c in grid.cells]
                moved = [c if c in grown or c.row <= last else replace(c, row=c.row + 1) for c in grid.cells]
                kept = [replace(b, rows=a.rows) for a, b in zip(top, moved, strict=True)]
                new = [
                    Cell(last + 1, c.column, 1, c.columns, words if c.column == name.start else "")
                    for c in grid.covering(last)
                    if c not in grown
                ]
                grid = Grid(grid.rows + 1, grid.columns, (*kept, *new)).checked()
        return grid if found else None

    return each_table(case, one)


@transformation("20 an empty row between the blocks of a form")
def empty_rows_between(case: CheckContext, rng: Random) -> CheckContext | None:
    def one(grid: Grid) -> Grid | None:
        borders = [r for r in range(1, grid.rows) if free(grid, r) and any(p.head.start == r for p in parts(grid))]
        for r in reversed(borders):
            grid = grid.with_row(r)
        return grid if borders else None

    return each_table(case, one)


@transformation("20 an empty row inside the indicators, at a level's border", repeats=2)
def empty_row_inside(case: CheckContext, rng: Random) -> CheckContext | None:
    def one(grid: Grid) -> Grid | None:
        found = indicator_parts(grid)
        for part in reversed(found):
            places = [r for r in part.body[1:] if whole(grid, part, r)]
            if places:
                at = rng.choice(places)
                grid = grid.with_row(at, like=at)
        return grid if found else None

    return each_table(case, one)


@transformation("20 an empty column at the right")
def empty_column_right(case: CheckContext, rng: Random) -> CheckContext | None:
    return each_table(case, lambda g: g.with_column(g.columns, lambda r: True))


@transformation("20 an empty column between the names and the values")
def empty_column_inside(case: CheckContext, rng: Random) -> CheckContext | None:
    def one(grid: Grid) -> Grid | None:
        found = indicator_parts(grid)
        if not found:
            return None
        name = found[0].column("name")
        assert name
        rows = {r for p in found for r in p.rows}
        return grid.with_column(name.start + name.width, lambda r: r in rows)

    return each_table(case, one)


def _cut_levels(grid: Grid, part: Part, row: int) -> Grid:
    """Level cells that cross the border above a row stand in both parts, each with its text; the lead stays."""
    out: list[Cell] = []
    for c in grid.cells:
        cut = c.row < row < c.last and c.column >= part.left
        out += [replace(c, rows=row - c.row), replace(c, row=row, rows=c.last - row)] if cut else [c]
    return replace(grid, cells=tuple(out)).checked()


def _repeat_head(grid: Grid, part: Part, row: int) -> Grid:
    return _cut_levels(grid, part, row).with_copies(part.head.start, part.head.stop, row)


@transformation("11 the header repeated among the indicators, as on a new page", repeats=2)
def header_repeated(case: CheckContext, rng: Random) -> CheckContext | None:
    def one(grid: Grid) -> Grid | None:
        found = indicator_parts(grid)
        for part in reversed(found):
            grid = _repeat_head(grid, part, rng.choice(part.body[1:]))
        return grid if found else None

    return each_table(case, one)


@transformation("11 the header repeated twice among the indicators")
def header_repeated_twice(case: CheckContext, rng: Random) -> CheckContext | None:
    def one(grid: Grid) -> Grid | None:
        found = indicator_parts(grid)
        for part in reversed(found):
            for row in sorted(rng.sample(part.body[1:], 2), reverse=True):
                grid = _repeat_head(grid, part, row)
        return grid if found else None

    return each_table(case, one)


def _split(
    case: CheckContext, where: Callable[[Grid], int | None], between: list[Block], head: bool = False
) -> CheckContext | None:
    """Every form's table in two at a row; with `head` the second one begins with the indicator header."""

    def one(b: Block) -> list[Block] | None:
        if "table" not in b or b.get("borderless"):
            return None
        grid = of_block(b)
        row = where(grid)
        if row is None:
            return None
        if head:
            part = next(p for p in indicator_parts(grid) if row in p.body)
            grid = _repeat_head(grid, part, row)
        return [into(b, grid.part(0, row)), *between, into(b, grid.part(row, grid.rows))]

    return each_block(case, one)


def _indicators(grid: Grid) -> int | None:
    found = [p.head.start for p in indicator_parts(grid) if free(grid, p.head.start)]
    return found[0] if found else None


CONTINUED: list[Block] = [{"p": "续表", "style": "right", "size": 10}]


@transformation("12 the table split before the indicators, 续表 between")
def split_before_indicators(case: CheckContext, rng: Random) -> CheckContext | None:
    return _split(case, _indicators, CONTINUED)


@transformation("12 the table split before the indicators, an empty paragraph between")
def split_by_blank(case: CheckContext, rng: Random) -> CheckContext | None:
    return _split(case, _indicators, [{"p": ""}])


@transformation("12 every block of the form a table of its own")
def split_everywhere(case: CheckContext, rng: Random) -> CheckContext | None:
    def one(b: Block) -> list[Block] | None:
        if "table" not in b or b.get("borderless"):
            return None
        grid = of_block(b)
        borders = [r for r in range(1, grid.rows) if free(grid, r) and _begins(grid, r)]
        if not borders:
            return None
        cuts = [0, *borders, grid.rows]
        out: list[Block] = []
        for a, z in pairwise(cuts):
            out += [into(b, grid.part(a, z)), {"p": ""}]
        return out[:-1]

    return each_block(case, one)


def _begins(grid: Grid, row: int) -> bool:
    """Whether a block of the form (more than a row of pairs) begins at a row, or ends above it."""
    return any(row in (p.head.start, p.body.stop) for p in parts(grid))


def _inside(rng: Random) -> Callable[[Grid], int | None]:
    def where(grid: Grid) -> int | None:
        found = indicator_parts(grid)
        return rng.choice(found[-1].body[1:]) if found else None

    return where


@transformation("12 the table split among the indicators, 续表 and the header again", repeats=2)
def split_with_header(case: CheckContext, rng: Random) -> CheckContext | None:
    return _split(case, _inside(rng), CONTINUED, head=True)


@transformation("12 the table split among the indicators, only an empty paragraph between", repeats=2)
def split_without_header(case: CheckContext, rng: Random) -> CheckContext | None:
    return _split(case, _inside(rng), [{"p": ""}])


@transformation("12 the table split among the indicators by a page break", repeats=2)
def split_by_page(case: CheckContext, rng: Random) -> CheckContext | None:
    return _split(case, _inside(rng), [{"page": True}])


@transformation("19 a paragraph between the blocks of a form")
def narrative_between_blocks(case: CheckContext, rng: Random) -> CheckContext | None:
    text = "以上资金执行情况已与财务账核对一致。项目按照批复的绩效目标组织实施，各项指标的完成情况如下。"
    return _split(case, _indicators, [{"p": text, "style": "body"}])


@transformation("19 a paragraph between a title and its table")
def narrative_after_title(case: CheckContext, rng: Random) -> CheckContext | None:
    text = "根据预算绩效管理要求，本单位对照年初批复的绩效目标逐项开展自评，现将有关情况填列如下。"
    return each_block(
        case, lambda b: [{"p": text, "style": "body"}, b] if "table" in b and not b.get("borderless") else None
    )


@transformation("15 note paragraphs below the table that repeat the labels")
def note_paragraphs(case: CheckContext, rng: Random) -> CheckContext | None:
    notes = [{"p": text, "size": 9} for text in NOTES]
    return each_block(case, lambda b: [b, *notes] if "table" in b and not b.get("borderless") else None)


@transformation("15 note rows at the table's end that repeat the labels")
def note_rows(case: CheckContext, rng: Random) -> CheckContext | None:
    def one(grid: Grid) -> Grid | None:
        for text in NOTES:
            grid = grid.with_row(grid.rows, lambda *_, text=text: text)
        return grid

    return each_table(case, one)


@transformation("15 one note row at the table's end, its label in a cell of its own")
def note_row_labelled(case: CheckContext, rng: Random) -> CheckContext | None:
    def one(grid: Grid) -> Grid | None:
        cells = (
            Cell(grid.rows, 0, 1, 2, "备注"),
            Cell(grid.rows, 2, 1, grid.columns - 2, "".join(NOTES).removeprefix("注：")),
        )
        return Grid(grid.rows + 1, grid.columns, (*grid.cells, *cells)).checked()

    return each_table(case, one)


@transformation("rows about persons put into the head")
def person_rows(case: CheckContext, rng: Random) -> CheckContext | None:
    def one(grid: Grid) -> Grid | None:
        if not fund_parts(grid):
            return None
        row = fund_parts(grid)[0].head.start
        if not free(grid, row):
            return None
        cuts = [0, 2, grid.columns // 2, grid.columns // 2 + 2, grid.columns]
        words = ["项目负责人", "周某某", "联系电话", "0731-82345678"]
        grid = grid.with_row(row)
        cells = [c for c in grid.cells if c.row != row]
        cells += [Cell(row, a, 1, z - a, w) for a, z, w in zip(cuts, cuts[1:], words, strict=False)]
        return replace(grid, cells=tuple(cells)).checked()

    return each_table(case, one)


def _by_level1(record: Json) -> Json:
    """The last level 1 first, in every evaluation."""
    for e in record["evaluations"]:
        runs: list[list[Any]] = []
        for i in e["indicators"]:
            if runs and runs[-1][0]["level1"] == i["level1"]:
                runs[-1].append(i)
            else:
                runs.append([i])
        last = runs[-1]
        e["indicators"] = [i for run in [last, *runs[:-1]] for i in run]
    return record


@transformation("10 the last level 1 with its indicators before the others", expected=_by_level1)
def last_level_first(case: CheckContext, rng: Random) -> CheckContext | None:
    def one(grid: Grid) -> Grid | None:
        found = indicator_parts(grid)
        if len(found) != 1:
            return None
        part = found[0]
        level1 = part.column("level1")
        assert level1
        cut = grid.at(part.body[-1], level1.start).row
        if cut == part.body.start:
            return None
        order = [*range(part.body.start), *range(cut, part.body.stop), *range(part.body.start, cut)]
        return grid.moved_rows([*order, *range(part.body.stop, grid.rows)])

    return each_table(case, one)


@transformation("10 the goals before the funds")
def goals_before_funds(case: CheckContext, rng: Random) -> CheckContext | None:
    def one(grid: Grid) -> Grid | None:
        funds, indicators = fund_parts(grid), indicator_parts(grid)
        if not funds or not indicators:
            return None
        first, last = funds[0].head.start, indicators[0].head.start
        if not (free(grid, first) and free(grid, last)):
            return None
        cut = next((r for r in range(funds[0].body.stop, last) if free(grid, r)), None)
        if cut is None or cut == last:
            return None
        return grid.moved_rows([*range(first), *range(cut, last), *range(first, cut), *range(last, grid.rows)])

    return each_table(case, one)


@transformation("10 the funds behind the indicators")
def funds_last(case: CheckContext, rng: Random) -> CheckContext | None:
    def one(grid: Grid) -> Grid | None:
        funds, indicators = fund_parts(grid), indicator_parts(grid)
        if not funds or not indicators:
            return None
        first, to = funds[0].head.start, indicators[-1].body.stop
        cut = next((r for r in range(funds[0].body.stop, indicators[0].head.start + 1) if free(grid, r)), None)
        if cut is None or not (free(grid, first) and free(grid, to)):
            return None
        return grid.moved_rows([*range(first), *range(cut, to), *range(first, cut), *range(to, grid.rows)])

    return each_table(case, one)


CLOSING = ("评价结论", "存在问题", "改进措施", "偏差大或目标未完成原因分析", "改进措施及结果应用方案")


@transformation("10 closing rows in the reverse order")
def closing_rows_reversed(case: CheckContext, rng: Random) -> CheckContext | None:
    def one(grid: Grid) -> Grid | None:
        rows = [c.row for c in grid.cells if c.column == 0 and fold(c.text) in CLOSING]
        if len(rows) < 2:
            return None
        order = list(range(grid.rows))
        for a, b in zip(sorted(rows), sorted(rows, reverse=True), strict=True):
            order[a] = b
        return grid.moved_rows(order)

    return each_table(case, one)


def _weights(record: Json) -> Json:
    """Level 1 weights told with the names."""
    for e in record["evaluations"]:
        for run in {i["level1"] for i in e["indicators"]}:
            mine = [i for i in e["indicators"] if i["level1"] == run]
            if all(i["level1_weight"] is None for i in mine):
                for i in mine:
                    i["level1_weight"] = 50
    return record


@transformation("points printed with the level 1 names", expected=_weights)
def level_points(case: CheckContext, rng: Random) -> CheckContext | None:
    def one(grid: Grid) -> Grid | None:
        found = indicator_parts(grid)

        def text(c: Cell) -> str:
            level = any(p.role_at(c) == "level1" for p in found)
            return f"{c.text}\n（50分）" if level and "分" not in c.text else c.text

        return grid.write(text) if found else None

    return each_table(case, one)
