"""Department report of a vocational school: special-account money and own income among the sources, 教职工 counts, pupils and fees as traps, functions as a pipe-like table, three-public told as three negations, 1．with (1) problems under aspects."""
from _common import *
Y = 2023
UNIT = "盐渎海洋职业技术学校"
DU = ["开展全日制中等职业学历教育", "面向渔业、船舶修造等行业开展职业技能培训与鉴定", "服务地方产业发展，开展技术推广和社会服务"]
FN = [("205教育支出", "6,318.47"), ("208社会保障和就业支出", "702.36"), ("210卫生健康支出", "188.59"), ("221住房保障支出", "611.08")]
PRJ = [("船舶电工实训基地建设", "580.00", "用于采购船用电站模拟系统"), ("中职学生资助", "423.70", "用于发放国家助学金和免学费补助"), ("校舍维修", "196.45", "用于学生宿舍屋面防水及消防管网改造")]
P1 = "学费等财政专户资金收缴进度与支出进度不同步，上半年可用财力偏紧"
P2 = "实训设备采购需求论证不充分，部分技术参数在招标文件发布后又作了更正，影响采购效率"
P3 = "“双师型”教师占专业课教师的比例仅为52.6%，技能大赛指导力量薄弱"
M = ["与市财政局协商按月核拨专户资金，并将学费收缴时间提前至开学前一周", "建立采购需求专家论证制度，100万元以上设备须经两轮论证", "每年选派20名教师到船舶企业顶岗，并从企业引进技能大师3名"]
DIS = "学校将自评结果在校内办公网公示，同时随部门决算在盐渎市教育局网站公开。"
TITLE = f"{UNIT}{Y}年度部门整体支出绩效自评报告"
ft = [["功能分类科目", "金额（万元）", "占比"], *[[L(a), b, p] for (a, b), p in zip(FN, ("80.79%", "8.98%", "2.41%", "7.81%"))], ["合计", "7,820.50", "100%"]]
blocks = [T(TITLE), H("一、学校概况"), P("1．职能。学校是市教育局直属公益二类事业单位、国家级重点中职学校，主要职能为：" + "；".join(DU) + "。"), P("2．机构与人员。学校设党政办、教务处、学生处、总务处、财务处、招生就业处、培训鉴定中心、信息中心8个职能处室和4个专业系部。核定编制312名，在编教职工287人（专任教师241人），外聘兼职教师46人，退休教职工153人，离休1人。在校生4,126人，当年招生1,438人，学费标准为每生每年2,200元。"),
    H("二、部门预算管理"), P("1．预算安排。经市财政局批复，学校2023年年初预算收入7,455.20万元；年中追加中央现代职业教育质量提升计划资金380.00万元、追加学生资助资金53.70万元，收回上年结余18.40万元，全年预算7,870.50万元。"), P("2．资金来源。全年支出按资金来源划分：一般公共预算拨款6,194.35万元，财政专户管理资金1,287.60万元，单位其他资金338.55万元；无政府性基金预算和国有资本经营预算支出。"), P("3．预算执行。全年支出7,820.50万元，执行率99.36%，其中基本支出6,241.73万元、项目支出1,578.77万元；基本支出含人员经费5,604.19万元、公用经费637.54万元。生均公用经费1,545元，高于全省平均水平。"), P("4．功能分类。按支出功能分类如下表。"), {"table": ft, "widths": [7, 4, 3], "size": 10.5}, P("5．重点项目。" + "；".join(f"{a}{b}万元，{d}" for a, b, d in PRJ) + "。"), P("6．“三公”经费。当年未安排因公出国（境），未购置公务用车，公务用车运行维护费4.86万元，公务接待费1.29万元，合计6.15万元，比上年减少0.73万元。"),
    H("三、履职效果"), P("毕业生1,295人，就业率97.8%，其中本地就业占61.4%；对口升学上线386人；开展渔民职业技能培训2,914人次，收入168.30万元；省级以上技能大赛获奖17项（国赛银牌1枚）；学生资助政策落实率100%，家长满意度93.2%。"), H("四、自评结论"), P("按照教育系统部门整体绩效指标体系，学校自评得分91.7分，其中履职效能46.5分、预算管理28.2分、可持续发展17分，绩效等级评定为“优”。"),
    H("五、问题及改进"), P("1．存在问题"), *[P(f"（{n}）{x}。") for n, x in enumerate((P1, P2, P3), 1)], P("2．改进措施"), *[P(f"（{n}）{x}。") for n, x in enumerate(M, 1)], H("六、自评结果公开"), P(DIS)]
G = gold(title=TITLE, kind="department", year=Y, unit=UNIT, organisation={"duties": DU, "internal_departments": 8, "staff": {"authorised": 312, "active": 287, "retired": 153, "retired_cadres": 1, "contract": 46}},
         budget={"original": 7455.2, "revised": 7870.5, "executed": 7820.5, "execution_rate": 99.36, "sources": {"general_public": 6194.35, "government_funds": 0, "state_capital": 0, "special_account": 1287.6, "other": 338.55}},
         spending={"total": 7820.5, "basic": 6241.73, "personnel": 5604.19, "operating": 637.54, "project": 1578.77, "projects": [{"name": a, "amount": wan(b), "purpose": d} for a, b, d in PRJ], "functions": [{"name": a, "amount": wan(b)} for a, b in FN], "three_public": {"total": 6.15, "receptions": 1.29, "vehicles": 4.86, "abroad": 0}},
         self_assessment={"score": 91.7, "grade": "优"}, problems=[prob(P1), prob(P2, "procurement"), prob(P3, "staffing")], measures=[meas(M[0]), meas(M[1], "procurement"), meas(M[2], "staffing")], disclosure=DIS)
drop(G, "organisation.internal_departments", "organisation.staff.contract", "budget.revenue")
CASE = {"name": "c21_school_special_account", "txt": "pipe", "encoding": "utf-8", "footer": True, "blocks": blocks, "gold": G}
