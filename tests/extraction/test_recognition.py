"""Which documents are self-evaluations, and what the others look like. A document a case; the comment says what it protects."""

from __future__ import annotations

import pytest
from small_documents import document

from selfeval_extract.extraction import extract_values
from selfeval_extract.extraction.recognition import LOOKS_LIKE

OTHERS = {
    # rules: articles, or a title that ends like one
    "measures of a county": ("rules", "云亭县预算绩效管理办法", "第一条 为加强管理，制定本办法。", "第二条 各单位开展绩效自评，提交自评报告。", "第三条 本办法自印发之日起施行。"),
    "detailed rules without articles": ("rules", "云亭学院项目绩效自评实施细则（试行）", "一、总体要求", "各部门应当开展绩效自评。", "二、存在的问题和改进措施", "逐条列出。"),
    "a plan for the work": ("rules", "云亭县2024年财政支出绩效评价工作方案", "一、评价范围", "2023年度项目支出。", "二、工作步骤", "各单位自评，财政局抽查。"),
    "articles below a page's head": ("rules", "索引号：12345", "发布日期：2024-03-01", "第一条 为规范绩效自评，制定本办法。", "第二条 自评得分90分以上为优。", "第三条 结果应用。"),
    # notices ask for reports
    "a notice": ("notice", "云亭县财政局关于开展2023年度绩效自评工作的通知", "各预算单位：", "请于3月底前报送自评报告，说明资金使用、存在的问题和改进措施。"),
    "a notice on results": ("notice", "关于2022年度绩效自评抽查结果的通报", "县直各单位：", "抽查发现，部分单位自评得分偏高，全年支出500万元的项目缺少佐证。", "一、存在的问题", "一是指标不细化。"),
    # texts about such reports
    "how to write one": ("article", "部门整体支出绩效自评报告怎么写", "一、基本情况", "写明职能和人员。", "二、存在的问题", "有一说一。"),
    "a template": ("article", "项目支出绩效自评报告（参考格式）", "一、项目概况", "简要说明。", "二、存在的问题和改进措施", "逐条列出。"),
    # budgets and final accounts
    "a budget": ("budget", "云亭县档案馆2024年部门预算公开说明", "一、部门职责", "负责档案管理。", "二、收支预算", "2024年支出预算320万元。", "三、绩效目标", "全部项目均编制绩效目标。"),
    "final accounts": ("accounts", "云亭县档案馆2023年度部门决算公开", "一、部门职责", "负责档案管理。", "二、支出决算情况", "2023年支出决算310万元，其中基本支出250万元。"),
    # by somebody else
    "by a firm": ("third_party", "云亭县2022年农田建设项目支出绩效评价报告", "正衡会计师事务所受云亭县财政局委托，对该项目实施绩效评价。", "一、评价结论", "评价得分85分，等级为良。", "二、存在的问题", "一是管护不到位。"),
    # anything else
    "news": ("other", "县财政局举办绩效自评培训班", "5月12日，县财政局举办培训，80家单位参加。", "下一步将加强指导，提高质量。"),
    "a novel": ("other", "第一章", "天还没有亮，他就出了门。", "雨下了一夜。"),
    "a contract": ("other", "物业服务合同", "甲方：云亭县档案馆", "一、服务内容", "保洁、保安。", "二、合同金额", "合同总价12万元，按季支付。"),
    "a work report": ("other", "云亭县档案局2023年工作总结", "一、工作完成情况", "全年接收档案3200卷。", "二、存在的问题", "一是人手不足。", "三、下一步打算", "加强培训。"),
    "ahead of a project": ("other", "云亭县文化馆2025年新增项目事前绩效评估报告", "一、项目概况", "拟投入80万元。", "二、存在的问题", "一是方案不细。"),
    "part of a year": ("other", "云亭县交警大队2023年1-9月绩效监控总结报告", "一、执行情况", "1-9月支出80万元。", "二、存在的问题", "一是进度偏慢。"),
}  # fmt: skip
REPORTS = {
    "one paragraph": ("云亭县档案馆2023年度部门整体支出绩效自评报告", "我馆2023年预算96万元，支出95万元，自评得分98分。"),
    "cites rules": ("根据《预算绩效管理办法》和《关于开展绩效自评工作的通知》，现报告如下。", "云亭县粮食局2023年度绩效自评报告", "一、预算执行情况", "全年支出377万元。"),
    "a firm helped": ("云亭县卫健局2023年度部门整体支出绩效自评报告", "我局聘请会计师事务所协助核对数据。", "一、自评结论", "自评得分95分。"),
    "by a firm, but one's own": ("云亭县文化馆2023年度绩效自评报告", "正衡会计师事务所受我馆委托，协助开展绩效评价。", "一、自评结论", "自评得分95分，等级为优。"),
    "a letter": ("县财政局：", "现将我局2023年度整体支出绩效自评情况报告如下：", "全年支出310万元，完成率100%。", "存在的问题：一是预算编制不细。"),
    "without 自评 in the title": ("云亭县农业局2022年部门整体支出绩效评价报告", "一、部门概况", "我局内设8个股室。", "二、资金使用情况", "全年支出820万元。", "三、存在的问题", "一是进度偏慢。"),
    "inside final accounts": ("云亭镇2023年度部门决算", "第一部分 部门概况", "全年支出500万元。", "云亭镇2023年度部门整体支出绩效自评报告", "一、自评结论", "自评得分94分。", "二、存在的问题", "一是指标不细化。"),
    "title lost": ("一、预算执行情况", "全年支出310万元。", "二、自评结论", "自评得分95分，等级为优。", "三、存在的问题", "一是进度偏慢。"),
}  # fmt: skip


@pytest.mark.parametrize("name", OTHERS)
def test_others(name: str) -> None:
    looks_like, *lines = OTHERS[name]
    found = extract_values(document(*lines))
    assert not found.recognised
    assert [note.message for note in found.notes] == [
        f"This is no self-evaluation. It looks like {LOOKS_LIKE[looks_like]}."
    ]
    assert set(found.record) == {"title", "year", "unit"}  # nothing else is said of it


@pytest.mark.parametrize("name", REPORTS)
def test_reports(name: str) -> None:
    found = extract_values(document(*REPORTS[name]))
    assert found.recognised and not found.notes


def test_a_form_that_could_not_be_read() -> None:
    """Its title is enough to know that something is lost."""
    found = extract_values(
        document(
            "云亭县档案馆项目支出绩效自评表",
            "（2023年度）",
            "项目名称 库房改造",
            "一、预算执行情况",
            "全年支出12万元。",
        )
    )
    assert found.recognised
    assert [note.code for note in found.notes] == ["form_not_read"]
