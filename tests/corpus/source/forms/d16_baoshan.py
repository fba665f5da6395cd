"""Yunnan Baoshan narrative: conclusion first, then 佐证材料 that repeats funds and score; 问题/原因 pairs; unmet item; project report."""
from _common import *
Y = 2022
UNIT = "怒云市兰坪坝区农业农村局"
NAME = "高原特色水果冷链物流补助项目"
TITLE = f"{UNIT}{NAME}绩效自评报告"
PR = [prob("冷库利用率不高，淡季空置明显", "asset_management", "水果品种单一，错峰储藏需求不足"), prob("部分合作社报账资料不规范，补助兑付周期长", "financial_management", "合作社财会力量薄弱，审核反复退件")]
del PR[0]["category"]
MS = [meas("推动冷库共享租赁，拓展蔬菜、鲜花预冷业务"), meas("编制补助申报资料样本，集中开展财务培训")]
blocks = [T(TITLE), {"p": f"（{Y}年度）", "style": "center"}, {"p": ""},
    H("一、自评结论"), H("（一）自评得分", 1), P("本项目自评得分92.6分，自评等级为“优”。"),
    H("（二）绩效目标完成情况", 1), P("1.执行率情况。项目年初预算680万元，全年预算数680万元，全年支出614. 85万元，预算执 行率90. 42%。"),
    P("2.完成的绩效目标。新建产地冷库12座，新增库容1.86万立方米，带动农户1,320户。"), P("3.未完成的绩效目标。冷库平均利用率目标值≥70%，实际完成62.5%。"),
    H("三）存在的问题和原因", 1), *[P(f"{n}.存在的问题：{p['text']}；原因：{p['cause']}。") for n, p in enumerate(PR, 1)],
    H("（四）下一步拟改进措施", 1), *[P(f"{n}.{m['text']}。") for n, m in enumerate(MS, 1)],
    H("二、佐证材料"), H("（一）基本情况", 1), P("1.项目概况。项目由区农业农村局组织实施，采取“先建后补”方式，对验收合格的经营主体按照设施造价的40%给予补助，单个主体不超过100万元。"),
    P("2.资金情况。2021年12月下达项目预算680万元，其中省级资金500万元，市级资金100万元，区级配套80万元。截至2022年底，已支出614.9万元（其中省级500万元、市级100万元、区级14.9万元）。"),
    H("（二）绩效自评工作情况", 1), P("成立由分管副局长任组长的自评工作组，设置一级指标3个、二级指标7个、三级指标10个，通过资料核查、实地走访12个经营主体完成自评，满分100分，综合得分92.6分。"),
    H("（三）指标分析", 1), P("产出指标50分，得分49分；效益指标30分，得分24.56分；满意度指标10分，得分10分；预算执行率10分，得分9.04分。"),
    H("（四）其他需要说明的情况", 1), P("无。"), {"p": UNIT, "style": "right"}, {"p": "2023年4月7日", "style": "right"}]
G = gold(title=TITLE, kind="project", year=Y, unit=UNIT, budget={"original": 680, "revised": 680, "executed": 614.85, "execution_rate": 90.42}, spending={"total": 614.85},
         self_assessment={"score": 92.6, "grade": "优"}, problems=PR, measures=MS)
drop(G, "spending.projects", "spending.project")
CASE = {"name": "d16_baoshan", "txt": "tika", "encoding": "utf-16", "blocks": blocks, "gold": G, "footer": True}
