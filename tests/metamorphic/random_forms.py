"""Random small forms of the national kind: what is in them, and the table that prints them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from hypothesis import strategies as st

from .bases import CheckContext

LEVELS = {
    "产出指标": ("数量指标", "质量指标", "时效指标", "成本指标"),
    "效益指标": ("经济效益指标", "社会效益指标", "生态效益指标", "可持续影响指标"),
    "满意度指标": ("服务对象满意度指标",),
}
NAMES = (
    "新建改造农村公路里程", "举办就业技能培训班", "发放临时救助资金", "维修校舍面积", "项目验收合格率", "补助资金足额发放率", "设备购置数量",
    "工程按期完工率", "资金拨付及时性", "人均培训成本", "带动就业人数", "群众出行条件改善情况", "污水处理达标率", "长效管护机制健全性", "受益群众满意度",
    "参训学员满意度", "重大安全事故发生数", "宣传活动次数", "档案数字化页数", "平台运行稳定性",
)  # fmt: skip
VALUES = (
    ("≥20公里", "21.6公里"), ("12期", "12期"), ("100%", "100%"), ("≥95%", "96.3%"), ("≤3,500元/人", "3,480元/人"), ("0起", "0起"),
    ("2023年11月30日前", "2023年11月25日"), ("有所改善", "明显改善"), ("健全", "健全"), ("1,200平方米", "1,236平方米"), ("≥90%", "88.5%"),
    ("不少于200人", "236人"), ("12月底前", "12月20日"), ("及时", "及时"), (">3万页", "3.2万页"), ("稳定", "基本稳定"), ("=6座", "5座"),
)  # fmt: skip
NOTES = (
    "受汛期降雨影响，部分路段延期", "招标流标一次，已重新组织", "个别学员中途退出，将加强组织管理", "年初目标设定偏高", "资金到位较晚，下年提前申报",
)  # fmt: skip
LABELS = {
    "level1": ("一级指标",),
    "level2": ("二级指标",),
    "name": ("三级指标", "指标名称"),
    "target": ("年度指标值", "年初目标值", "指标值", "目标值"),
    "actual": ("实际完成值", "全年完成值", "完成值", "全年实际完成值"),
    "weight": ("分值", "权重", "标准分"),
    "score": ("得分", "自评得分", "自评分"),
    "note": ("偏差原因分析及改进措施", "未完成原因分析", "未完成原因及改进措施"),
}
VALUE_ROLES = ("target", "actual", "weight", "score", "note")


@dataclass(frozen=True)
class Row:
    """An indicator as printed."""

    level1: str
    level2: str
    name: str
    target: str
    actual: str
    weight: str
    score: str
    note: str


@dataclass(frozen=True)
class Form:
    """A form: its indicators, the order and labels of its columns, whether levels are merged cells."""

    rows: tuple[Row, ...]
    columns: tuple[tuple[str, str], ...]
    merged: bool
    lead: bool

    def case(self) -> CheckContext:
        """The form as a case."""
        table = [
            [{"t": "项目名称", "cs": 2}, {"t": "农村人居环境整治项目", "cs": 7}],
            [
                {"t": "主管部门", "cs": 2},
                {"t": "清河县农业农村局", "cs": 2},
                {"t": "实施单位", "cs": 2},
                {"t": "清河县乡村建设服务中心", "cs": 3},
            ],
            [
                {"t": "项目资金\n（万元）", "cs": 2, "rs": 3},
                "",
                "年初预算数",
                "全年预算数",
                "全年执行数",
                "分值",
                "执行率",
                "得分",
            ],
            ["年度资金总额", "120.00", "126.50", "121.30", "10", "95.89%", "9.59"],
            ["其中：当年财政拨款", "120.00", "126.50", "121.30", "", "", ""],
            [{"t": "年度总体目标", "cs": 1, "rs": 2}, {"t": "预期目标", "cs": 4}, {"t": "实际完成情况", "cs": 4}],
            [{"t": "完成12个村的人居环境整治。", "cs": 4}, {"t": "已完成12个村的人居环境整治。", "cs": 4}],
            *self._indicators(),
        ]
        blocks = [
            {"p": "项目支出绩效自评表", "style": "title"},
            {"p": "（2023年度）", "style": "center"},
            {"table": table},
        ]
        return {"name": "random", "blocks": blocks}

    def _indicators(self) -> list[list[Any]]:
        wide = {"name": 1 if self.lead else 2}
        out: list[list[Any]] = []
        if self.lead:
            out.append([{"t": "绩\n效\n指\n标", "rs": len(self.rows) + 1}])
        else:
            out.append([])
        out[0] += [{"t": label, "cs": wide.get(role, 1)} for role, label in self.columns]
        for n, row in enumerate(self.rows):
            cells = []
            for role, _ in self.columns:
                text = getattr(row, role)
                span = self._run(n, role) if self.merged and role in ("level1", "level2") else 1
                if span:
                    cells.append({"t": text, "rs": span, "cs": wide.get(role, 1)})
            out.append(cells)
        return out

    def _run(self, n: int, role: str) -> int:
        """How many rows the level cell of row n covers; 0 inside a merged cell."""
        key = lambda r: (r.level1, r.level2) if role == "level2" else (r.level1,)  # noqa: E731
        if n and key(self.rows[n - 1]) == key(self.rows[n]):
            return 0
        last = n
        while last < len(self.rows) and key(self.rows[last]) == key(self.rows[n]):
            last += 1
        return last - n

    def indicators(self) -> list[dict[str, Any]]:
        """What the record has to say of them."""
        return [
            {
                "level1": r.level1, "level2": r.level2, "name": r.name, "target": r.target, "actual": r.actual,
                "weight": float(r.weight), "score": float(r.score), "note": r.note or None,
            }
            for r in self.rows
        ]  # fmt: skip


def read_indicators(record: dict[str, Any]) -> list[dict[str, Any]]:
    """The same of a record."""
    found = [i for e in record["evaluations"] for i in e["indicators"]]
    plain = ("level1", "level2", "name", "weight", "score", "note")
    return [{**{k: i[k] for k in plain}, "target": i["target"]["text"], "actual": i["actual"]["text"]} for i in found]


@st.composite
def forms(draw: st.DrawFn, levels_first: bool = False) -> Form:
    """Two to nine indicators in the forms' own order of levels, columns in any order."""
    count = draw(st.integers(2, 9))
    names = draw(st.lists(st.sampled_from(NAMES), min_size=count, max_size=count, unique=True))
    order = [(a, b) for a, both in LEVELS.items() for b in both]
    levels = sorted(draw(st.lists(st.sampled_from(order), min_size=count, max_size=count)), key=order.index)
    rows = []
    for name, (level1, level2) in zip(names, levels, strict=True):
        target, actual = draw(st.sampled_from(VALUES))
        weight = draw(st.integers(2, 20))
        lost = draw(st.sampled_from(("0", "0", "0", "0.5", "1", "1.25")))
        score = f"{weight - float(lost):g}"
        note = draw(st.sampled_from(NOTES)) if lost != "0" else ""
        rows.append(Row(level1, level2, name, target, actual, str(weight), score, note))
    if levels_first:
        roles = ["level1", "level2", "name", *draw(st.permutations(VALUE_ROLES))]
    else:
        roles = list(draw(st.permutations(tuple(LABELS))))
    columns = tuple((role, draw(st.sampled_from(LABELS[role]))) for role in roles)
    return Form(tuple(rows), columns, draw(st.booleans()), draw(st.booleans()))
