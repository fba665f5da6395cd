"""A web page saved as text (UTF-16): navigation and metadata around a department report whose headings have no numbers."""
from _common import *

Y = 2022
UNIT = "浦阳市云岭区退役军人事务局"
DU = ["负责退役军人移交安置和就业创业扶持工作", "负责优待抚恤和烈士褒扬工作", "组织开展拥军优属和权益维护工作"]
pr = [("退役军人技能培训", "52.60", "用于职业技能培训和学历提升补助"), ("烈士纪念设施维护", "38.20", "用于烈士陵园绿化养护和墓碑修缮")]
PR = [prob("部分项目启动较晚，上半年支出进度仅为35.8%", "budget_execution"), prob("社会组织参与服务的机制不够健全", "institutions")]
MS = [meas("加快资金支付，每季度通报一次支出进度", "budget_execution"), meas("完善政府购买服务制度，引导社会组织参与", "institutions")]
DIS = "自评结果在区政府门户网站公开，并与2023年预算安排挂钩。"
TITLE = f"{UNIT}{Y}年度部门整体支出绩效自评报告"
blocks = [{"p": x} for x in (
    "浦阳市云岭区人民政府门户网站", "首页　|　政务公开　|　政务服务　|　互动交流", "当前位置：首页 > 政务公开 > 财政资金 > 绩效信息",
    "索引号：11330726MB19245X7/2023-00217　　主题分类：财政", "发布机构：区退役军人事务局　　成文日期：2023-04-18　　发布日期：2023-04-25", TITLE,
    "来源：区退役军人事务局　　浏览次数：734　　字号：[大 中 小]　　打印　　关闭")] + [
    {"p": "部门基本情况"}, P("主要职责。" + "；".join(DU) + "。"), P("机构人员情况。局机关内设四个科室。核定编制15名，年末在职人员14人，退休人员5人。"),
    {"p": "部门整体支出情况"},
    P("年初预算868.40万元，调整后预算912.75万元，实际支出905.33万元，预算执行率99.19%。上年支出846.12万元，同比增长7.00%。"),
    P("基本支出情况。全年基本支出814.53万元，其中人员经费756.08万元、公用经费58.45万元。"),
    P("项目支出情况。全年项目支出90.80万元，主要项目为：" + "；".join(f"{a}{b}万元，{d}" for a, b, d in pr) + "。"),
    P("“三公”经费情况。“三公”经费支出合计2.15万元，其中公务用车运行维护费1.98万元，公务接待费0.17万元，未安排因公出国（境）费。"),
    {"p": "部门整体支出绩效情况"}, P("全年接收安置退役军人126人，组织专场招聘会6场，就业率达到92.4%。经综合评价，自评得分96.5分，绩效等级为“优”。"),
    {"p": "存在的问题"}, P("；".join(["①" + PR[0]["text"], "②" + PR[1]["text"]]) + "。"),
    {"p": "下一步改进措施"}, P("；".join(["①" + MS[0]["text"], "②" + MS[1]["text"]]) + "。"),
    {"p": "绩效自评结果拟应用和公开情况"}, P(DIS),
    *[{"p": x} for x in ("上一篇：区退役军人事务局2022年度部门决算", "下一篇：区退役军人事务局2023年部门预算", "【打印本页】　【关闭窗口】", "主办：云岭区人民政府办公室　　浙ICP备00000000号")]]
CASE = {
    "name": "web_page", "formats": ["txt"], "encoding": "utf-16", "blocks": blocks,
    "gold": gold(
        title=TITLE, kind="department", year=Y, unit=UNIT,
        organisation={"duties": DU, "internal_departments": 4, "staff": {"authorised": 15, "active": 14, "retired": 5}},
        budget={"original": 868.4, "revised": 912.75, "executed": 905.33, "execution_rate": 99.19},
        spending={"total": 905.33, "basic": 814.53, "personnel": 756.08, "operating": 58.45, "project": 90.8,
                  "projects": [{"name": a, "amount": wan(b), "purpose": d} for a, b, d in pr], "three_public": {"total": 2.15, "receptions": 0.17, "vehicles": 1.98, "abroad": 0}},
        self_assessment={"score": 96.5, "grade": "优"}, problems=PR, measures=MS, disclosure=DIS),
}
