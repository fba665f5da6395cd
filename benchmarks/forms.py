"""What the documents that are measured with say: self-evaluation forms as departments publish them, and prose.

A form is a table of 20 × 10 with about 125 cells after merging: the national project form (项目支出绩效自评表). Names and
figures are invented and differ from form to form; the same number always gives the same form. The words are in forms.toml.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

YEAR = 2023
ROWS, COLUMNS = 20, 10
WORDS: dict[str, Any] = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))


class Cell(NamedTuple):
    """A cell: its first row and column from 0, how many of each it covers, and its text."""

    row: int
    column: int
    rows: int
    columns: int
    text: str


class Form(NamedTuple):
    """A form: what stands above it, its cells in reading order, and its total score."""

    title: str
    heading: str
    cells: list[Cell]
    total: float


class _Merged(NamedTuple):
    """A cell of several columns or rows, before it has its place; others are their text."""

    text: str
    columns: int = 1
    rows: int = 1


_Row = list[str | _Merged]


def forms(count: int, first: int = 0) -> list[Form]:
    """The forms of so many numbers from the first."""
    return [form(number) for number in range(first, first + count)]


def form(number: int) -> Form:
    """The form of this number."""
    dice = Random(number)
    words = _words(dice)
    unit = "{place}{work:.4}{agency}".format(**words)
    executed = round(words["a"] * dice.uniform(0.86, 1), 2)
    rate, score = f"{executed / words['a'] * 100:.2f}%", round(executed / words["a"] * 10, 2)
    rows, lost = _indicators(dice)
    total = round(score + 90 - lost, 2)
    granted, spent, nothing = f"{words['a']:.2f}", f"{executed:.2f}", ["0.00", "0.00", "0.00", "—", "—", "—"]
    intended = "目标1：围绕{work}，{done}{good}{n}处，按期完成建设任务。目标2：工程验收合格率达到100%，形成长期管护机制，受益群众满意度不低于90%。"
    reached = "全年{done}{good}{n}处，工程全部通过验收，管护责任落实到人，年度任务基本完成，受益群众满意度{percent}%。"
    table: list[_Row] = [
        [_Merged("项目名称", 2), _Merged("{year}年{place}{work}项目".format(**words) + f"（第{number + 1}批）", 8)],
        [_Merged("主管部门", 2), _Merged("{place}{office}".format(**words), 3), _Merged("实施单位", 2), _Merged(unit, 3)],
        [_Merged("项目资金（万元）", 2, 5), _Merged("", 2), "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"],
        [_Merged("年度资金总额", 2), granted, granted, spent, "10", rate, f"{score:g}"],
        [_Merged("其中：当年财政拨款", 2), granted, granted, spent, "—", rate, "—"],
        [_Merged("上年结转资金", 2), *nothing],
        [_Merged("其他资金", 2), *nothing],
        [_Merged("年度总体目标", 1, 2), _Merged("预期目标", 5), _Merged("实际完成情况", 4)],
        [_Merged(intended.format(**words), 5), _Merged(reached.format(**words), 4)],
        [_Merged("绩效指标", 1, 10), "一级指标", "二级指标", _Merged("三级指标", 2), "年度指标值", "实际完成值", "分值", "得分", "偏差原因分析及改进措施"],
        *rows,
        [_Merged("总分", 7), "100", f"{total:g}", ""],
    ]  # fmt: skip
    heading = f"填报单位：{unit}　　填报日期：{YEAR + 1}年3月{dice.randint(1, 28)}日　　金额单位：万元"
    return Form("{year}年度{place}项目支出绩效自评表".format(**words), heading, list(_placed(table)), total)


def _indicators(dice: Random) -> tuple[list[_Row], float]:
    """Nine rows of indicators, and by how much their scores fall short of their weights."""
    rows: list[_Row] = []
    lost = 0.0
    for row in WORDS["indicator"]:
        words = _words(dice)
        minus = dice.choice([0.5, 1, 1.5, 2]) if words["blame"] else 0
        lost += minus
        levels: _Row = [_Merged(row[n]["text"], 1, row[n].get("rows", 1)) for n in ("level1", "level2") if n in row]
        name, target, actual = (row[part].format(**words) for part in ("name", "target", "actual"))
        rows.append([*levels, _Merged(name, 2), target, actual, "10", f"{10 - minus:g}", words["blame"]])
    return rows, lost


def prose(characters: int, number: int = 0) -> bytes:
    """A narrative report of about so many characters, in numbered sections, as UTF-8."""
    dice = Random(number)
    unit = {name: dice.choice(WORDS[name]) for name in ("place", "office")}
    lines = ["{place}{office}".format(**unit) + f"{YEAR}年度部门整体支出绩效自评报告"]
    written = section = 0
    while written < characters:
        lines.append(f"{'一二三四五六七八'[section % 8]}、{WORDS['heading'][section % 8]}")
        for n in range(4):
            sentences = dice.sample(WORDS["sentence"], dice.randint(2, 5))
            told = "".join(sentence.format(**_words(dice) | unit) for sentence in sentences)
            lines.append((f"（{'一二三四'[n]}）" if n % 2 else "") + told)
            written += len(lines[-1])
        section += 1
    return "\n".join(lines).encode()


def _words(dice: Random) -> dict[str, Any]:
    """A word of each kind, and figures that fit together."""
    words: dict[str, Any] = {name: dice.choice(known) for name, known in WORDS.items() if isinstance(known[0], str)}
    n, k, a, c = (
        dice.randint(20, 900),
        dice.randint(3, 40),
        dice.randint(20_000, 900_000) / 100,
        dice.randint(200, 900) / 100,
    )
    percent = dice.randint(900, 990) / 10
    reached, month = (n - 3, 12) if words["blame"] else (n + dice.randint(0, 4), dice.randint(9, 11))
    return words | {
        "year": YEAR, "month": month, "percent": percent, "n": n, "m": n // 10, "k": k, "reached": reached,
        "beyond": k + dice.randint(0, 3), "a": a, "b": round(a * percent / 100, 2),
        "c": c, "d": round(c * 0.3, 2), "e": round(c - round(c * 0.3, 2), 2),
    }  # fmt: skip


def _placed(table: Sequence[_Row]) -> Iterator[Cell]:
    """The cells with their places: each stands in the first column of its row that is free."""
    taken: set[tuple[int, int]] = set()
    for row, cells in enumerate(table):
        for each in cells:
            text, columns, rows = each if isinstance(each, _Merged) else _Merged(each)
            column = next(c for c in range(COLUMNS) if (row, c) not in taken)
            taken |= {(r, c) for r in range(row, row + rows) for c in range(column, column + columns)}
            yield Cell(row, column, rows, columns, text)
    assert len(taken) == ROWS * COLUMNS
