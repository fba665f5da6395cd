"""The national project form on its own: unused template rows, a deviation note, weights and scores."""
from _common import *

Y = 2022
NAME, SUP, UNIT = "城区公共厕所提升改造项目", "兴州市临溪区城市管理局", "临溪区环境卫生服务中心"
fund_rows = [fund("年度资金总额", "360.00", "342.50", "318.46", "10", "92.98%", "9.3"), fund("其中：当年财政拨款", "360.00", "342.50", "318.46", "—", "92.98%", "—"),
             fund("上年结转资金", "0", "0", "0", "—", "—", "—"), fund("其他资金", "", "", "", "—", "", "—")]
EXPECTED = "改造城区公共厕所14座，新建2座，厕位比例和无障碍设施达到二类以上标准。"
ACTUAL = "改造公共厕所14座，新建1座，另1座因地下管线迁改跨年实施，设施完好率达到98.6%。"
O, B, S = "产出指标\n（50分）", "效益指标\n（30分）", "满意度指标（10分）"
rows = [
    ind(O, "数量指标", "改造公共厕所数量", "14座", "14座", "10", "10"),
    ind(O, "数量指标", "新建公共厕所数量", "2座", "1座", "10", "5", "管线迁改滞后，2023年3月完工"),
    ind(O, "质量指标", "工程验收合格率", "100%", "100%", "10", "10"),
    ind(O, "时效指标", "改造完成时间", "2022年11月底前", "2022年11月20日", "10", "10"),
    ind(O, "成本指标", "单座改造成本", "≤20万元", "18.6万元", "10", "10"),
    ind(B, "社会效益指标", "城区居民如厕便利程度", "明显提升", "明显提升", "15", "14"),
    ind(B, "生态效益指标", "污水纳管率", "＞95%", "97.5%", "15", "15"),
    ind(S, "服务对象满意度指标", "居民满意度", "≥90%", "93.1%", "10", "10"),
]
unused = [ind(S, "服务对象满意度指标", "指标2：", "", "", "", "")]
table = t1(NAME, SUP, UNIT, fund_rows, EXPECTED, ACTUAL, rows, ("100", "93.3"), unused)
CASE = {
    "name": "project_form", "formats": ["pdf"],
    "blocks": [{"p": "附件2"}, T("项目支出绩效自评表"), {"p": f"（{Y}年度）", "style": "center"}, {"table": table, "widths": T1_WIDTHS}],
    "gold": gold(
        title="项目支出绩效自评表", kind="project", year=Y, unit=UNIT, budget={"original": 360, "revised": 342.5, "executed": 318.46, "execution_rate": 92.98},
        evaluations=[evaluation(
            title="项目支出绩效自评表", kind="project", year=Y, subject=NAME, unit=UNIT, supervisor=SUP, funds=funds(fund_rows),
            goal={"expected": EXPECTED, "actual": ACTUAL}, indicators=indicators(rows), total_weight=100, total_score=93.3)],
        self_assessment={"score": 93.3, "grade": None}),
}
