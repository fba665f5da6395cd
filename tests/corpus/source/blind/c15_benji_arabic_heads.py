"""Department report of a 本级 numbered 1、 (1) ① only; amounts in 元 in one paragraph and 万元 in another; no adjusted figure, only 追加; 无 for funds; one-sentence problem paragraph with 导致."""
from _common import *
Y = 2023
UNIT = "岭前市司法局（本级）"
DU = ["统筹推进法治岭前建设", "承担规范性文件合法性审查和行政复议应诉工作", "管理社区矫正、人民调解和安置帮教工作", "指导律师、公证、司法鉴定和法律援助工作"]
PRJ = [("法律援助办案补贴", 62.385, "用于支付律师办理法律援助案件补贴"), ("社区矫正监管", 41.2, "用于矫正对象定位手环租用"), ("人民调解员补助", 88.6, "用于发放专职调解员生活补贴")]
P1 = "法律援助案件量逐年攀升，补贴标准自2017年以来未作调整，导致部分律师承办积极性下降"
P2 = "局机关固定资产尚未实现与财务系统的自动对账，个别办公设备账实不符"
M = ["会同市财政局开展补贴标准测算，争取2024年下半年出台新标准", "年内完成资产条码化管理，每半年组织一次全面盘点"]
DIS = "自评报告在岭前市司法局网站“通知公告”栏目公开，公开期限不少于30日。"
TITLE = f"{UNIT}{Y}年部门整体支出绩效评价自评报告"
blocks = [T(TITLE), {"p": "1、部门概况", "bold": True}, {"p": "（1）主要职责"}, P("①" + "；②".join(DU[:2]) + "；③" + DU[2] + "；④" + DU[3] + "。"), {"p": "（2）机构人员"}, P("市司法局本级设科室11个、派出机构（直属分局）1个。行政编制48个，机关工勤编制3个，年末在岗行政人员46人、工勤3人；离休2人，退休29人；劳务派遣5人。下属法律援助中心、公证处单独编报，不含在内。"),
    {"p": "2、部门预算及支出", "bold": True}, {"p": "（1）预算情况"}, P("2023年本级年初部门预算为11,806,500.00元，执行中追加1,263,800.00元，主要为调标增资和中央政法转移支付。"), {"p": "（2）支出情况"}, P("2023年本级总支出12,884,260.35元，其中基本支出10,419,035.35元（人员支出9,386,112.35元，公用支出1,032,923.00元），项目支出2,465,225.00元。"), P("项目支出中，法律援助办案补贴62.385万元，用于支付律师办理法律援助案件补贴；社区矫正监管41.2万元，用于矫正对象定位手环租用；人民调解员补助88.6万元，用于发放专职调解员生活补贴。"), {"p": "（3）“三公”经费"}, P("2023年发生公务接待费8,640元、公务用车运行费73,215.60元，全年合计81,855.60元，因公出国（境）费为零。"), {"p": "（4）其他预算"}, P("本级无政府性基金预算支出、无国有资本经营预算支出、无社会保险基金预算支出。"),
    {"p": "3、绩效目标实现情况", "bold": True}, P("全年审查规范性文件137件，受理行政复议申请216件，审结203件，综合纠错率18.2%；办理法律援助案件1,893件，同比增长22.6%，为困难群众挽回经济损失2,340余万元；在册社区矫正对象612人，再犯罪率0.16%，低于0.2%的控制目标。"), {"p": "4、综合评分", "bold": True}, P("经自评，预算配置得10分、预算执行得18.5分、预算管理得27分、产出及效果得40分，共计95.5分。"),
    {"p": "5、存在的不足", "bold": True}, {"p": f"（1）{P1}。"}, {"p": f"（2）{P2}。"}, {"p": "6、下步打算", "bold": True}, {"p": f"（1）{M[0]}。"}, {"p": f"（2）{M[1]}。"}, {"p": "7、公开情况", "bold": True}, P(DIS)]
G = gold(title=TITLE, kind="department", year=Y, unit=UNIT, organisation={"duties": DU, "internal_departments": 11, "staff": {"authorised": None, "active": None, "retired": 29, "retired_cadres": 2, "contract": 5}},
         budget={"original": 1180.65, "executed": 1288.426035, "sources": {"government_funds": 0, "state_capital": 0, "social_insurance": 0}}, spending={"total": 1288.426035, "basic": 1041.903535, "personnel": 938.611235, "operating": 103.2923, "project": 246.5225, "projects": [{"name": a, "amount": b, "purpose": d} for a, b, d in PRJ], "three_public": {"total": 8.18556, "receptions": 0.864, "vehicles": 7.32156, "abroad": 0}},
         self_assessment={"score": 95.5, "grade": None}, problems=[prob(P1), prob(P2, "asset_management")], measures=[meas(M[0]), meas(M[1], "asset_management")], disclosure=DIS)
drop(G, "organisation.staff.authorised", "organisation.staff.active", "organisation.internal_departments", "problems.0.cause")
CASE = {"name": "c15_benji_arabic_heads", "txt": "tika", "encoding": "gb18030", "eol": "\r\n", "blocks": blocks, "gold": G}
