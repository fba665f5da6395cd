"""A university's central special fund: indicator table over three sheets with 续表; original and adjusted target side by side."""
from _common import *
Y = 2022
UNIT = "华岚理工大学"
SUP = "教育部"
NAME = "改善基本办学条件专项（实验教学用房修缮及公共平台建设）"
TT = "中央高校改善基本办学条件专项绩效自评表"
fr = [fund("资金总额", "6,420.00", "6,180.00", "6,094.87", "10", "98.62%", "9.86"),
      fund("其中：中央财政拨款", "5,900.00", "5,660.00", "5,660.00", "", "100%", ""),
      fund("学校自筹", "520.00", "520.00", "434.87", "", "83.63%", ""),
      fund("上年结转", "", "", "", "", "", "")]
EXP = "完成东区三栋实验楼修缮，建成材料表征与高性能计算两个公共平台，改善本科实验教学条件，支撑新工科专业认证。"
ACT = "实验楼修缮工程竣工验收两栋，第三栋主体修缮完成、待消防验收；两个公共平台建成并面向全校开放，支撑4个专业通过认证。"
O, B, S = "产出指标", "效益指标", "满意度指标"
def R(l1, l2, name, orig, adj, actual, w, s, note=""):
    r = I(l1, l2, name, adj if adj not in ("", "—") else orig, actual, w, s, note)
    r.update(orig=orig, adj=adj)
    return r
A = [R(O, "数量指标", "修缮实验教学用房面积", "≥26000㎡", "≥24800㎡", "24932㎡", "6", "6"),
     R(O, "数量指标", "购置大型仪器设备", "≥38台套", "≥35台套", "35台套", "5", "5"),
     R(O, "数量指标", "新增计算节点", "120个", "", "120个", "5", "5"),
     R(O, "数量指标", "新增实验工位", "≥960个", "", "1024个", "4", "4"),
     R(O, "质量指标", "竣工验收合格率", "100%", "", "66.67%", "6", "4", "第三栋消防验收排期至2023年2月"),
     R(O, "质量指标", "大型设备一次调试成功率", "≥95%", "", "97.1%", "4", "4"),
     R(O, "质量指标", "平台系统可用率", "≥99%", "≥98.5%", "99.3%", "4", "4")]
B1 = [R(O, "时效指标", "修缮工程竣工时间", "2022年9月", "2022年12月", "2022年12月完成两栋", "5", "3.5", "暑期封控停工41天"),
      R(O, "时效指标", "设备采购合同签订率", "6月底前达到80%", "", "6月底达到84%", "4", "4"),
      R(O, "成本指标", "修缮单位造价", "≤1150元/㎡", "", "1093元/㎡", "4", "4"),
      R(O, "成本指标", "设备采购节约率", "≥3%", "", "4.6%", "3", "3"),
      R(B, "经济效益指标", "平台对外服务收入", "≥60万元", "≥40万元", "27.5万元", "5", "3.44", "对外服务收费目录11月方获批"),
      R(B, "社会效益指标", "支撑通过认证专业", "4个", "", "4个", "6", "6"),
      R(B, "社会效益指标", "服务本科实验人时数", "≥52万人时", "≥45万人时", "47.8万人时", "6", "6")]
C1 = [R(B, "生态效益指标", "实验楼能耗下降", "≥6%", "", "6.4%", "5", "5"),
      R(B, "可持续影响指标", "设备开放共享机制", "建立", "", "已建立并运行", "4", "4"),
      R(B, "可持续影响指标", "平台专职技术人员", "≥9人", "≥8人", "8人", "4", "4"),
      R(S, "服务对象满意度指标", "本科生满意度", "≥88%", "", "91.7%", "5", "5"),
      R(S, "服务对象满意度指标", "教师满意度", "≥85%", "", "86.2%", "5", "5")]
rows = A + B1 + C1
TOT = "94.8"
head = ["一级指标", "二级指标", "三级指标", "年初\n目标值", "调整后\n目标值", "全年\n完成值", "分值", "得分", "偏差原因"]
cols = ("name", "orig", "adj", "actual", "weight", "score", "note")
W = [1.5, 2.0, 3.4, 2.2, 2.2, 2.2, 1.1, 1.1, 2.8]
t0 = [[c("项目名称", 2), L(NAME, 7)], [c("中央主管部门", 2), c(SUP, 2), c("项目单位", 2), c(UNIT, 3)],
      [c("经费情况\n（万元）", 2, len(fr) + 1), "", "年初预算", "全年预算", "全年执行", "分值", "得分", "执行率"]]
for r in fr: t0.append([L(r["label"]), r["original"], r["revised"], r["executed"], r["weight"], r["score"], r["rate"]])
t0 += [[c("总体目标", 2, 2), c("预期", 3), c("完成", 4)], [L(EXP, 3), L(ACT, 4)]]
ta = t0 + [list(head)] + indicator_rows(A, lambda i: cells_of(i, cols))
tb = [list(head)] + indicator_rows(B1, lambda i: cells_of(i, cols))
tc = [list(head)] + indicator_rows(C1, lambda i: cells_of(i, cols))
PROB = "（1）第三栋实验楼未在年内完成消防验收。（2）公共平台对外服务收入未达到调整后目标。"
MEAS = "（1）专人对接消防主管部门，2023年一季度完成验收移交。（2）面向园区企业开展推介，扩大平台服务范围。"
tc += [[c("合计", 6), "100", TOT, ""], [c("存在的问题", 2), L(PROB, 7)], [c("改进的措施", 2), L(MEAS, 7)]]
E = evaluation(title=TT, kind="project", year=Y, subject=NAME, unit=UNIT, supervisor=SUP, funds=funds(fr), goal={"expected": EXP, "actual": ACT},
               indicators=indicators(rows), total_weight=100, total_score=plain(TOT), problems=PROB, measures=MEAS)
CASE = {"name": "g06_university_continued", "txt": "lines", "encoding": "utf-8", "margin": 1.8, "footer": True,
        "blocks": [T(TT, size=15), {"p": f"（{Y}年度）", "style": "center"}, {"table": ta, "widths": W, "size": 10, "row": 1.15}, {"page": True},
                   {"p": "续表一", "style": "right", "size": 9}, {"table": tb, "widths": W, "size": 10, "row": 1.15}, {"page": True},
                   {"p": "续表二", "style": "right", "size": 9}, {"table": tc, "widths": W, "size": 10, "row": 1.15},
                   {"p": "注：调整后目标值一栏仅填列经批复调整的指标，未调整的留空。", "size": 9}],
        "gold": gold(title=TT, kind="project", year=Y, unit=UNIT,
                     budget={"original": 6420, "revised": 6180, "executed": wan("6,094.87"), "execution_rate": 98.62}, evaluations=[E],
                     self_assessment={"score": plain(TOT), "grade": None},
                     problems=[prob("第三栋实验楼未在年内完成消防验收"), prob("公共平台对外服务收入未达到调整后目标")],
                     measures=[meas("专人对接消防主管部门，2023年一季度完成验收移交"), meas("面向园区企业开展推介，扩大平台服务范围")])}
