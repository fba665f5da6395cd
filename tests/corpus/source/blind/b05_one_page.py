"""One page, headings without numbers, no duties or staff, 暂无 for problems, round figures with 约, whole thing from a street office."""
from _common import *
Y = 2023
UNIT = "越溪县东浦街道办事处"
NAME = "老旧小区加装电梯财政补贴"
TITLE = f"东浦街道{Y}年度{NAME}项目绩效自评报告"
D = "本项目自评结果已在街道政务公开栏张贴，接受居民监督。"
blocks = [T(TITLE), P(f"按照县财政局统一部署，{UNIT}对2023年度{NAME}项目开展绩效自评，结果如下："),
    {"p": "项目由来"}, P("依据《越溪县既有住宅加装电梯财政补贴办法》，对辖区内通过竣工验收的加装电梯给予每台20万元补贴，由街道审核后拨付至业主代表专户。"),
    {"p": "钱怎么花的"}, P("年初预算安排约300万元，后因申报数量增加调整为340万元，当年实际拨付340万元，执行率100%。"),
    {"p": "做成了什么"}, P("全年完成审核拨付17台，比计划多2台，惠及居民204户；补贴资金平均在验收后18个工作日内到账；受益居民满意率96.8%。"),
    {"p": "自评得分"}, P("经自评，本项目得98分，等级为优秀。"),
    {"p": "不足之处"}, P("暂无。"), {"p": "今后打算"}, P("一是提前摸排下一年度加装意向，合理编报补贴预算；二是把补贴流程图印发到各社区，方便居民查询。"),
    {"p": "公开情况"}, P(D), {"p": "二〇二四年二月六日", "style": "right"}]
G = gold(title=TITLE, kind="project", year=Y, unit=UNIT, budget={"original": 300, "revised": 340, "executed": 340, "execution_rate": 100}, spending={"total": 340},
         self_assessment={"score": 98, "grade": "优秀"}, problems=[], measures=[meas("提前摸排下一年度加装意向，合理编报补贴预算", "budget_preparation"), meas("把补贴流程图印发到各社区，方便居民查询")], disclosure=D)
drop(G, "spending.projects", "spending.project")
CASE = {"name": "b05_one_page", "txt": "tika", "encoding": "utf-16", "blocks": blocks, "gold": G}
