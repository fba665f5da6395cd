"""Older Hunan outline (2019): cover, numbering 一、→1、, staff table, three-public table, several budgets in one sentence, last year as a trap."""
from _common import *
Y = 2019
UNIT = "沅坪县档案馆"
DUTIES = ["贯彻执行档案工作的法律、法规和方针政策", "接收、征集、整理和保管全县各类档案资料", "依法向社会开放档案并提供查阅利用服务", "开展档案信息化建设和地方史料编研"]
pr = [("馆藏档案数字化项目", "86.50", "用于民国及建国初期档案扫描、著录和挂接"), ("库房消防设施改造项目", "32.80", "用于更换七氟丙烷灭火装置及烟感探测器"), ("地方史料编研经费", "9.70", "用于《沅坪抗战史料选编》排版印刷")]
fn = [("一般公共服务支出", "318.46"), ("社会保障和就业支出", "29.35"), ("卫生健康支出", "11.27"), ("住房保障支出", "15.92")]
PR = [prob("预算编制与实际执行存在差异，全年追加预算41.20万元", "budget_preparation", "对数字化加工单价上涨预计不足"),
      prob("档案查阅大厅部分设备闲置，资产使用效率不高", "asset_management")]
MS = [meas("认真开展项目支出测算，提高年初预算编制的准确性", "budget_preparation"), meas("定期清查盘点固定资产，对闲置设备及时调剂使用", "asset_management")]
DIS = None
st = [["人员类别", "编制数", "年末实有数"], ["行政（参公）人员", "14", "13"], ["工勤人员", "2", "2"], ["合计", "16", "15"], ["离休人员", "—", "1"], ["退休人员", "—", "9"]]
tp = [["项目", f"{Y-1}年决算数", f"{Y}年预算数", f"{Y}年决算数", "比上年增减"],
      ["“三公”经费合计", "6.84", "6.50", "4.92", "-28.07%"], ["1.因公出国（境）费用", "0.00", "0.00", "0.00", "—"],
      ["2.公务接待费", "2.14", "2.00", "1.22", "-42.99%"], ["3.公务用车购置及运行维护费", "4.70", "4.50", "3.70", "-21.28%"]]
blocks = [
    {"p": "附件3："}, {"p": ""},
    T(f"{Y}年度沅坪县部门整体支出"), T("绩效自评报告"), {"p": ""}, {"p": ""},
    {"p": f"部门（单位）名称：{UNIT}", "style": "center"}, {"p": "预算编码：103001", "style": "center"},
    {"p": "评价方式：部门（单位）绩效自评", "style": "center"}, {"p": "评价机构：部门（单位）评价组", "style": "center"},
    {"p": "报告日期：2020年6月12日", "style": "center"}, {"page": True},
    H("一、部门概况"),
    P("1、部门职责。本馆主要职责是：" + "；".join(f"（{n}）{d}" for n, d in enumerate(DUTIES, 1)) + "。"),
    P("2、机构设置。内设办公室、收集整理股、保管利用股、信息技术股四个股室。"),
    P("3、人员情况。截至2019年12月31日，我馆人员情况如下表（单位：人）："),
    {"table": st, "widths": [5, 4, 4], "size": 10.5},
    H("二、部门整体支出管理及使用情况"),
    P("1、预算批复和支出总体情况。2019年年初批复预算298.60万元，年中追加41.20万元、上年结转36.10万元，调整后预算375.90万元，全年到位资金375.90万元，"
      "实际支出375.00万元（2018年支出362.47万元，同比增长3.46%），预算执行率99.76%。"),
    P("2、基本支出。全年基本支出246.00万元，较上年增加8.15万元，其中工资福利支出及对个人和家庭的补助等人员经费218.64万元，商品和服务支出等公用经费27.36万元。"),
    P("3、项目支出。全年项目支出129.00万元，其中：" + "；".join(f"{a}{b}万元，主要{d}" for a, b, d in pr) + "。"),
    P("4、功能分类。按支出功能分：" + "、".join(f"{a}{b}万元" for a, b in fn) + "。"),
    P("5、“三公”经费。我馆严格执行中央八项规定精神，“三公”经费支出情况如下（单位：万元）："),
    {"table": tp, "widths": [5, 3, 3, 3, 3], "size": 10.5},
    P("6、政府性基金预算、国有资本经营预算和社会保险基金预算均无收支。"),
    H("三、绩效评价工作情况"),
    P("成立以馆长为组长的评价小组，对照县财政局下发的评价指标逐项核对，经综合评议，自评得93分，评价等级为优。"),
    H("四、主要绩效"),
    P("1、接收进馆档案1.26万卷，完成数字化加工182万页，较计划的180万页多2万页。"),
    P("2、接待查档群众2,143人次，查准率98%以上，群众满意率99%。"),
    H("五、存在的主要问题"),
    *[P(f"{n}、{p['text']}" + (f"，主要原因是{p['cause']}" if p["cause"] else "") + "。") for n, p in enumerate(PR, 1)],
    H("六、改进措施和有关建议"),
    *[P(f"{n}、{m['text']}。") for n, m in enumerate(MS, 1)],
    {"p": ""}, {"p": UNIT, "style": "right"}, {"p": "2020年6月12日", "style": "right"}]
G = gold(title=f"{Y}年度沅坪县部门整体支出绩效自评报告", kind="department", year=Y, unit=UNIT,
         organisation={"duties": DUTIES, "internal_departments": 4, "staff": {"authorised": 16, "active": 15, "retired": 9, "retired_cadres": 1, "contract": None}},
         budget={"original": 298.6, "revised": 375.9, "executed": 375, "execution_rate": 99.76, "sources": {"government_funds": 0, "state_capital": 0, "social_insurance": 0}},
         spending={"total": 375, "basic": 246, "personnel": 218.64, "operating": 27.36, "project": 129,
                   "projects": [{"name": a, "amount": wan(b), "purpose": d} for a, b, d in pr], "functions": [{"name": a, "amount": wan(b)} for a, b in fn],
                   "three_public": {"total": 4.92, "receptions": 1.22, "vehicles": 3.7, "abroad": 0}},
         self_assessment={"score": 93, "grade": "优"}, problems=PR, measures=MS)
drop(G, "organisation.internal_departments")
G["organisation"]["internal_departments"] = 4
drop(G, "budget.revenue")
CASE = {"name": "d03_hunan_older", "txt": "tika", "encoding": "gb18030", "eol": "\r\n", "blocks": blocks, "gold": G, "footer": True}
