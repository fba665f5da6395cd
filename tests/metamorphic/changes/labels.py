"""Labels in other words, and labels with blanks, line breaks, colons and hints in them."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from ..anatomy import FUND_ROLES, INDICATOR_ROLES, fold, indicator_parts, parts, role_of
from ..bases import CheckContext
from ..grid import Cell, Grid
from ..relation import each_table, transformation

INDICATOR_SYNONYMS = {
    "level1": ("一级指标名称", "绩效一级指标"),
    "level2": ("二级指标名称", "绩效二级指标"),
    "name": ("三级指标名称", "具体指标", "指标名称"),
    "sign": ("计算符号", "指标方向"),
    "unit": ("计量单位", "指标单位"),
    "target": ("目标值", "年度目标值", "预期指标值", "年初设定指标值"),
    "actual": ("完成值", "全年完成值", "实际完成情况", "年度实际完成值"),
    "weight": ("权重", "指标分值", "满分", "标准分"),
    "score": ("自评得分", "自评分", "实际得分"),
    "note": ("未完成原因分析", "偏差原因及改进措施", "未完成原因及拟采取的改进措施", "差异说明"),
}
FUND_SYNONYMS = {
    "original": ("年初批复数", "年初预算金额", "年初安排数"),
    "revised": ("调整后预算数", "全年预算金额", "调整预算数"),
    "executed": ("实际支出数", "全年支出数", "实际执行数", "决算数"),
    "weight": ("权重", "标准分", "满分"),
    "rate": ("预算执行率", "支出进度", "预算完成率"),
    "score": ("自评得分", "实际得分"),
    "note": ("备注",),
}
OTHER_SYNONYMS = {
    "项目名称": ("专项名称", "项目支出名称"),
    "转移支付(项目)名称": ("专项转移支付名称", "转移支付项目名称"),
    "主管部门": ("市级主管部门", "项目主管部门", "主管单位"),
    "地方主管部门": ("市级主管部门", "省级主管部门"),
    "实施单位": ("项目实施单位", "项目单位", "承担单位"),
    "项目实施单位": ("实施单位", "项目单位"),
    "资金使用单位": ("项目实施单位", "实施单位"),
    "预期目标": ("年初设定目标", "年度绩效目标", "目标设定"),
    "实际完成情况": ("目标完成情况", "年度总体目标完成情况", "全年实际完成情况"),
    "总分": ("合计", "总计", "总得分"),
    "合计": ("总分", "总计"),
    "评价结论": ("自评结论", "综合结论"),
    "存在问题": ("存在的问题", "存在的主要问题", "主要问题"),
    "改进措施": ("整改措施", "下一步改进措施", "改进建议"),
    "偏差大或目标未完成原因分析": ("目标未完成原因分析", "存在问题及原因"),
}
"""Obvious words for the same: a table of the tests' own, written without looking at the program's."""


def _label(cell: Cell, grid: Grid) -> str | None:
    """The synonym group of a label cell, `kind:role`; None for a cell that is no label."""
    for part in parts(grid):
        inside = part.columns[0].start <= cell.column < max(c.start + c.width for c in part.columns)
        if cell.row in part.head and inside:
            kind = "indicators" if part.kind == "indicators" else "funds"
            role = role_of(cell.text, INDICATOR_ROLES if kind == "indicators" else FUND_ROLES)
            return f"{kind}:{role}" if role else None
        if cell.row in part.body and inside:
            return None
    return f"other:{fold(cell.text)}" if fold(cell.text) in OTHER_SYNONYMS else None


def _relabel(
    case: CheckContext, change: Callable[[str, str], str | None], kinds: tuple[str, ...]
) -> CheckContext | None:
    """`change(group, text)` for every label of these kinds."""

    def one(grid: Grid) -> Grid | None:
        done = False

        def text(cell: Cell) -> str:
            nonlocal done
            group = _label(cell, grid)
            new = change(group, cell.text) if group and group.split(":")[0] in kinds else None
            done = done or new is not None
            return cell.text if new is None else new

        new = grid.write(text)
        return new if done else None

    return each_table(case, one)


def _chosen(case: CheckContext, rng: Random, kind: str, table: dict[str, tuple[str, ...]]) -> CheckContext | None:
    choice = {f"{kind}:{role}": rng.choice(words) for role, words in table.items()}
    return _relabel(case, lambda group, text: choice.get(group), (kind,))


@transformation("4 heads of the indicator columns in other words", repeats=4)
def indicator_labels_replaced(case: CheckContext, rng: Random) -> CheckContext | None:
    return _chosen(case, rng, "indicators", INDICATOR_SYNONYMS)


@transformation("4 heads of the fund columns in other words", repeats=4)
def fund_labels_replaced(case: CheckContext, rng: Random) -> CheckContext | None:
    return _chosen(case, rng, "funds", FUND_SYNONYMS)


@transformation("4 labels of head, goal and closing rows in other words", repeats=4)
def row_labels_replaced(case: CheckContext, rng: Random) -> CheckContext | None:
    return _chosen(case, rng, "other", OTHER_SYNONYMS)


ALL = ("indicators", "funds", "other")


def _between(mark: str) -> Callable[[str, str], str]:
    return lambda group, text: mark.join(text.replace("\n", ""))


@transformation("8 a blank between the characters of a label")
def labels_with_blanks(case: CheckContext, rng: Random) -> CheckContext | None:
    return _relabel(case, _between(" "), ALL)


@transformation("8 a full-width blank between the characters of a label")
def labels_with_wide_blanks(case: CheckContext, rng: Random) -> CheckContext | None:
    return _relabel(case, _between("　"), ALL)


@transformation("8 every character of a label on a line of its own")
def labels_upright(case: CheckContext, rng: Random) -> CheckContext | None:
    return _relabel(case, _between("\n"), ALL)


@transformation("8 a line break somewhere in a label", repeats=2)
def labels_broken(case: CheckContext, rng: Random) -> CheckContext | None:
    def change(group: str, text: str) -> str:
        text = text.replace("\n", "")
        cut = rng.randrange(1, len(text)) if len(text) > 1 else 1
        return text[:cut] + "\n" + text[cut:]

    return _relabel(case, change, ALL)


@transformation("8 zero-width and non-breaking blanks in labels")
def labels_with_invisible_blanks(case: CheckContext, rng: Random) -> CheckContext | None:
    return _relabel(case, lambda group, text: "\u00a0" + "\u200b".join(text), ALL)


@transformation("8 labels end in a colon")
def labels_with_colon(case: CheckContext, rng: Random) -> CheckContext | None:
    return _relabel(case, lambda group, text: text + rng.choice("：:"), ("other",))


@transformation("a template's hint behind labels")
def labels_with_hints(case: CheckContext, rng: Random) -> CheckContext | None:
    hints = {
        "other:预期目标": "（100字以内）",
        "other:实际完成情况": "（对照目标逐项填写）",
        "other:存在问题": "（没有请填无）",
        "other:改进措施": "（200字以内）",
        "other:评价结论": "（100字以内）",
        "other:项目名称": "（与预算批复一致）",
        "indicators:note": "（未完成的填写）",
        "indicators:actual": "（截至12月31日）",
    }
    return _relabel(case, lambda group, text: text + hints[group] if group in hints else None, ALL)


def _levels(
    case: CheckContext, change: Callable[[str], str], roles: tuple[str, ...] = ("level1", "level2")
) -> CheckContext | None:
    def one(grid: Grid) -> Grid | None:
        found = indicator_parts(grid)
        new = grid.write(lambda c: change(c.text) if any(p.role_at(c) in roles for p in found) else c.text)
        return new if new != grid else None

    return each_table(case, one)


@transformation("8 a line break somewhere in the level names", repeats=2)
def level_names_broken(case: CheckContext, rng: Random) -> CheckContext | None:
    def change(text: str) -> str:
        text = text.replace("\n", "")
        cut = rng.randrange(1, len(text))
        return text[:cut] + "\n" + text[cut:]

    return _levels(case, change)


@transformation("8 level names upright")
def level_names_upright(case: CheckContext, rng: Random) -> CheckContext | None:
    return _levels(case, lambda text: "\n".join(text.replace("\n", "")), ("level1",))


@transformation("a template's `指标1：` before the names")
def names_numbered(case: CheckContext, rng: Random) -> CheckContext | None:
    def change(text: str) -> str:
        return text if text.startswith("指标") or text == "……" else f"指标{rng.randrange(1, 4)}：{text}"

    return _levels(case, change, ("name",))
