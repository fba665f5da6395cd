"""Project form whose grid reads backwards (score and full marks first, content in the middle, levels kept left), money told in one cell in prose; conclusion row with grade."""
from _common import *
Y = 2021
NAME, UNIT, SUP = "城乡供水一体化水质监测", "桂漓县疾病预防控制中心", "桂漓县卫生健康局"
O, B, S = "产出指标", "效益指标", "满意度指标"
rows = [I(O, "数量指标", "末梢水监测点", "96个", "96个", "10", "10"), I(O, "数量指标", "检测水样数量", "≥768份", "744份", "15", "14.5", "9月洪涝期部分监测点无法到达"), I(O, "质量指标", "检测数据复核一致率", "≥98%", "99.3%", "10", "10"), I(O, "时效指标", "检测报告出具时限", "≤7个工作日", "6个工作日", "10", "10"), I(O, "成本指标", "单份水样检测成本", "≤420元", "405元", "5", "5"),
        I(B, "社会效益指标", "水质异常处置率", "100%", "100%", "20", "20"), I(B, "生态效益指标", "水源地周边隐患排查", "完成", "完成", "10", "10"), I(S, "服务对象满意度指标", "用水户满意度", "≥85%", "87.9%", "10", "10")]
MON = "年初预算批复32.60万元，7月追加1.80万元、10月调减0.50万元，调整后预算33.90万元；全年实际支出33.12万元，支出进度97.70%，该项得9.77分（满分10分）。"
EXP, ACT = "对全县96个农村供水监测点开展丰、枯水期水质检测，及时预警水质异常。", "完成744份水样检测，出具检测报告192份，处置异常11起。"
CON = "项目总体完成较好，自评99.27分，等级为优。"
t = [[c("项目名称", 2), c(NAME, 3), c("主管部门"), c(SUP, 2)], [c("承担单位", 2), c(UNIT, 6)], [c("资金使用", 2), L(MON, 6)], [c("年度目标", 2), L(EXP, 6)], [c("完成情况", 2), L(ACT, 6)],
     *form(rows, ["score", "weight", "name", "actual", "target", "note"], ["一级指标", "二级指标", "实得分", "满分", "三级指标", "完成值", "年初计划值", "差异原因"]),
     [c("合计", 2), "99.27", "100", c("", 4)], [c("自评结论", 2), L(CON, 6)], [c("存在问题", 2), L("无", 6)], [c("改进措施", 2), L("汛期前调整采样路线，与乡镇卫生院建立代采样机制。", 6)]]
TITLE = f"{NAME}项目绩效自评表"
G = gold(title=TITLE, kind="project", year=Y, unit=UNIT, budget={"original": 32.6, "revised": 33.9, "executed": 33.12, "execution_rate": 97.7},
         evaluations=[evaluation(title=TITLE, kind="project", year=Y, subject=NAME, unit=UNIT, supervisor=SUP, goal={"expected": EXP, "actual": ACT}, indicators=indicators(rows), total_weight=100, total_score=99.27, grade="优", conclusion=CON, problems="无", measures="汛期前调整采样路线，与乡镇卫生院建立代采样机制。")],
         self_assessment={"score": 99.27, "grade": "优"}, problems=[], measures=[meas("汛期前调整采样路线，与乡镇卫生院建立代采样机制")])
drop(G, "evaluations.0.funds", "evaluations.0.grade")
CASE = {"name": "b17_reverse_columns", "txt": "vanish", "encoding": "utf-8", "blocks": [T(TITLE), {"p": f"评价年度：{Y}年　　　　　　　　填报日期：2022年3月4日", "size": 10.5}, {"table": t, "size": 9.5, "row": 0.95, "widths": [1.6, 2.4, 1.3, 1.2, 3.6, 2.2, 2.4, 3]}], "gold": G}
