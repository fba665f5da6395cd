"""A Hunan department report in ten sections, then its self-evaluation table with amounts inside label cells."""
from _common import *

UNIT = "澧泉县图书馆"
Y = 2023
fund_rows = [fund("年度资金总额", "412.60", "438.90", "431.27", "10分", "98.26%", "9.8")]
general, gov, other = "425.77", "0", "5.50"
basic, project, personnel, operating = "296.42", "134.85", "251.10", "45.32"
EXPECTED = "1.全年免费开放不少于300天；\n2.新增馆藏图书1.2万册；\n3.组织阅读推广活动80场，提升群众阅读获得感。"
ACTUAL = "全年免费开放318天，新增馆藏图书1.15万册，组织阅读推广活动86场，参与读者2.4万人次。"
O, B, S = "产出指标\n（50分）", "效益指标\n（30分）", "满意度\n指标\n（10分）"
rows = [
    ind(O, "数量指标", "免费开放天数", "≥300天", "318天", "10", "10"),
    ind(O, "数量指标", "新增馆藏图书", "12000册", "11500册", "10", "9.5", "两批图书年底到馆，\n尚未编目上架"),
    ind(O, "质量指标", "图书编目差错率", "≤1%", "0.6%", "10", "10"),
    ind(O, "时效指标", "新书上架时间", "到馆后15日内", "到馆后12日内", "10", "10"),
    ind(O, "成本指标", "单册图书采购成本", "≤38元", "36.5元", "10", "10"),
    ind(B, "社会效\n益指标", "年接待读者人次", "≥20万人次", "21.3万人次", "15", "15"),
    ind(B, "可持续影响指标", "总分馆服务体系", "基本建成", "基本建成", "15", "14", "两个乡镇分馆尚在装修"),
    ind(S, "服务对象满意度指标", "读者满意度", "95%以上", "97.2%", "10", "10"),
]
f = fund_rows[0]
table = [
    [c("一级预算单位名称", 3), c(UNIT, 6)],
    [c("年度预\n算申请\n（万元）", 1, 7), c("", 2), "年初\n预算数", "全年\n预算数", "全年\n执行数", "分值", "执行率", "得分"],
    [c(f["label"], 2), f["original"], f["revised"], f["executed"], f["weight"], f["rate"], f["score"]],
    [L("按收入性质分：", 4), L("按支出性质分：", 4)],
    [L(f"其中：一般公共预算：{general}", 4), L(f"其中：基本支出：{basic}", 4)],
    [L(f"　　　政府性基金拨款：{gov}", 4), L(f"　　　项目支出：{project}", 4)],
    [L("　　　纳入专户管理的非税收入拨款：", 4), c("", 4)],
    [L(f"　　　其他资金：{other}", 4), c("", 4)],
    [c("年度总体目标", 1, 2), c("预期目标", 4), c("实际完成情况", 4)],
    [L(EXPECTED, 4), L(ACTUAL, 4)],
    [c("绩\n效\n指\n标", 1, len(rows) + 1), "一级指标", "二级指标", "三级指标", "年度\n指标值", "实际\n完成值", "分值", "得分", "偏差原因分析及改进措施"],
    *indicator_rows(rows, lambda i: [L(i["name"]), i["target"], i["actual"], i["weight"], i["score"], L(i["note"])]),
    [c("总分", 6), "100", "98.3", ""],
]
DUTIES = ["负责全县文献信息资源的收集、整理和保存", "开展图书借阅、阅读推广和社会教育服务", "指导乡镇综合文化站和农家书屋的业务工作"]
PROJECTS = [("馆藏文献购置", "46.00", "用于采购纸质图书、报刊和数字资源"), ("总分馆建设", "63.85", "用于六个乡镇分馆的设备购置和装修"), ("免费开放补助", "25.00", "用于公益讲座、展览和流动图书车运行")]
PR = [prob("乡镇分馆建设工期滞后，两个分馆未能在年内开放", "project_management", "场地产权手续办理时间较长"), prob("部分绩效指标设置偏低，约束作用不强", "performance_goals")]
MS = [meas("提前办理场地手续，按月调度分馆建设进度", "project_management"), meas("结合近三年数据合理设定指标值，提高指标的约束力", "performance_goals")]
DIS = "自评结果作为编制2024年部门预算的参考依据，并于2024年5月底前在县政府门户网站公开。"
blocks = [
    T(UNIT), T(f"{Y}年度部门整体支出绩效自评报告"),
    H("一、基本情况"), H("（一）主要职能", 1), *[P(f"{n}、{d}；") for n, d in enumerate(DUTIES, 1)],
    H("（二）机构和人员情况", 1), P("内设机构5个，事业编制24名。年末在职人员23人，离休人员0人，退休人员14人，劳务派遣人员6人。"),
    H("二、一般公共预算支出情况"),
    P(f"{Y}年年初预算412.60万元，全年支出431.27万元。其中：基本支出{basic}万元，包括人员经费{personnel}万元、日常公用经费{operating}万元；项目支出{project}万元。"),
    P("主要项目：" + "；".join(f"{n}{a}万元，主要{p}" for n, a, p in PROJECTS) + "。"),
    P("“三公”经费支出3.86万元，其中公务接待费0.42万元，公务用车运行维护费3.44万元，因公出国（境）费0万元。"),
    H("三、政府性基金预算支出情况"), P("无。"),
    H("四、国有资本经营预算支出情况"), P("无。"),
    H("五、社会保险基金预算支出情况"), P("不涉及。"),
    H("六、部门整体支出绩效情况"), P("全年接待读者21.3万人次，外借图书18.6万册次，组织阅读推广活动86场，公共文化服务水平稳步提升。"),
    H("七、存在的问题及原因分析"), P(f"一是{PR[0]['text']}，主要原因是{PR[0]['cause']}。"), P(f"二是{PR[1]['text']}。"),
    H("八、下一步改进措施"), P(f"一是{MS[0]['text']}。"), P(f"二是{MS[1]['text']}。"),
    H("九、部门整体支出绩效自评结果拟应用和公开情况"), P(DIS),
    H("十、其他需要说明的情况"), P("无。"),
    {"page": True}, T("部门整体支出绩效自评表"), {"p": f"（{Y}年度）", "style": "center"},
    {"table": table, "widths": [1.1, 1.9, 2.0, 3.7, 2.1, 2.1, 1.4, 1.5, 2.4]},
]
CASE = {
    "name": "hunan_department", "formats": ["docx"], "blocks": blocks, "footer": True,
    "gold": gold(
        title=f"{UNIT}{Y}年度部门整体支出绩效自评报告", kind="department", year=Y, unit=UNIT,
        organisation={"duties": DUTIES, "internal_departments": 5, "staff": {"authorised": 24, "active": 23, "retired": 14, "retired_cadres": 0, "contract": 6}},
        budget={"original": 412.6, "revised": 438.9, "executed": 431.27, "execution_rate": 98.26,
                "sources": {"general_public": 425.77, "government_funds": 0, "state_capital": 0, "social_insurance": 0, "other": 5.5}},
        spending={"total": 431.27, "basic": 296.42, "personnel": 251.1, "operating": 45.32, "project": 134.85,
                  "projects": [{"name": n, "amount": wan(a), "purpose": p} for n, a, p in PROJECTS],
                  "three_public": {"total": 3.86, "receptions": 0.42, "vehicles": 3.44, "abroad": 0}},
        evaluations=[evaluation(
            title="部门整体支出绩效自评表", kind="department", year=Y, subject=UNIT, unit=UNIT, funds=funds(fund_rows),
            goal={"expected": clean(EXPECTED), "actual": clean(ACTUAL)}, indicators=indicators(rows), total_weight=100, total_score=98.3)],
        self_assessment={"score": 98.3, "grade": None}, problems=PR, measures=MS, disclosure=DIS),
}
