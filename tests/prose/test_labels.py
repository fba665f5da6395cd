"""Labels inside a text that say what follows. A line a case; the comment says what it protects."""

from __future__ import annotations

import pytest
from small_documents import text

from selfeval_extract.prose.labels import labelled_parts, starts_with_label


def shown(line: str) -> list[str]:
    """`label text` of each part, - before the first label."""
    return [f"{part.label or '-'} {part.text.string}" for part in labelled_parts(text(line))]


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("存在问题：公厕管护不力。原因分析：人手不足。改进措施：加强巡查。",
         ["problem 公厕管护不力。", "cause 人手不足。", "measure 加强巡查。"]),
        ("公厕管护不力。原因：人手不足。", ["- 公厕管护不力。", "cause 人手不足。"]),  # what stands before the first label
        ("问题：公厕管护不力；措施：加强巡查", ["problem 公厕管护不力；", "measure 加强巡查"]),
        ("问题一：公厕管护不力。措施一：加强巡查。", ["problem 公厕管护不力。", "measure 加强巡查。"]),  # with numbers
        ("存在的主要问题1：公厕管护不力。整改措施1：加强巡查。", ["problem 公厕管护不力。", "measure 加强巡查。"]),
        ("公厕管护不力。主要原因是：人手不足。", ["- 公厕管护不力。", "cause 人手不足。"]),
        ("公厕管护不力。产生原因：人手不足。", ["- 公厕管护不力。", "cause 人手不足。"]),
        ("公厕管护不力。形成原因：人手不足。", ["- 公厕管护不力。", "cause 人手不足。"]),
        ("公厕管护不力。成因：人手不足。", ["- 公厕管护不力。", "cause 人手不足。"]),
        ("支付偏慢。表现——年底集中支付。根源——未按进度申报。", ["- 支付偏慢。", "problem 年底集中支付。", "cause 未按进度申报。"]),  # a dash
        ("支付偏慢。具体表现：年底集中支付。", ["- 支付偏慢。", "problem 年底集中支付。"]),
        ("偏差情况：少建公厕2座。", ["problem 少建公厕2座。"]),
        ("公厕管护不力。下一步措施：加强巡查。", ["- 公厕管护不力。", "measure 加强巡查。"]),
        ("公厕管护不力。改进措施及建议：加强巡查。", ["- 公厕管护不力。", "measure 加强巡查。"]),
        ("公厕管护不力。有关建议如下：加强巡查。", ["- 公厕管护不力。", "measure 加强巡查。"]),
        ("公厕管护不力。整改措施为：加强巡查。", ["- 公厕管护不力。", "measure 加强巡查。"]),
        ("（一）问题：公厕管护不力。", ["- （一）", "problem 公厕管护不力。"]),  # behind a number
        ("存在问题:公厕管护不力。改进措施:加强巡查。", ["problem 公厕管护不力。", "measure 加强巡查。"]),  # half-width marks
        ("【问题1】公厕管护不力。【成因】人手不足。【举措】加强巡查。",
         ["problem 公厕管护不力。", "cause 人手不足。", "measure 加强巡查。"]),  # brackets need no colon
        ("[原因]：人手不足。", ["cause 人手不足。"]),
        # short words, counted; what will be done in one word
        ("短板2：公厕管护不力。成因：人手不足。改进：加强巡查。", ["problem 公厕管护不力。", "cause 人手不足。", "measure 加强巡查。"]),
        ("不足之一：公厕管护不力。整改：加强巡查。", ["problem 公厕管护不力。", "measure 加强巡查。"]),
        ("不足有三：公厕管护不力；路灯偏少；台账不全。", ["problem 公厕管护不力；路灯偏少；台账不全。"]),
        ("公厕管护不力。整改办法是，加强巡查。", ["- 公厕管护不力。", "measure 加强巡查。"]),  # 是 and a comma
        ("整改，加强巡查。", ["- 整改，加强巡查。"]),  # a comma alone is no mark of a label
        ("下一步拟改进措施。加强巡查。", ["measure 加强巡查。"]),  # a label that is the first sentence
        ("落实改进措施。每月通报。", ["- 落实改进措施。每月通报。"]),  # words, no label
        ("措施：", ["measure "]),  # nothing behind it
        ("公厕管护不力。", ["- 公厕管护不力。"]),  # none
        ("问题解决措施不多", ["- 问题解决措施不多"]),  # words, no label
        ("原因分析不够深入", ["- 原因分析不够深入"]),
        ("群众反映的问题：公厕管护不力", ["- 群众反映的问题：公厕管护不力"]),  # not in the midst of a clause
        ("问题整改措施：加强巡查。", ["- 问题整改措施：加强巡查。"]),  # one word for both
        ("绩效目标：新建公厕12座。", ["- 绩效目标：新建公厕12座。"]),  # a label of something else
        ("公厕管护不力。责任科室：环卫股。", ["- 公厕管护不力。责任科室：环卫股。"]),
    ],
)  # fmt: skip
def test_parts_between_labels(line: str, parts: list[str]) -> None:
    assert shown(line) == parts


@pytest.mark.parametrize(
    ("line", "starts"),
    [
        ("存在问题：公厕管护不力", True),
        ("原因分析：人手不足", True),
        ("整改措施：加强巡查", True),
        ("存在问题", False),  # a heading
        ("公厕管护不力。原因：人手不足", False),
        ("（一）问题：公厕管护不力", False),
        ("", False),
    ],
)
def test_texts_that_begin_with_a_label(line: str, starts: bool) -> None:
    assert starts_with_label(text(line)) == starts


def test_parts_know_where_they_stand() -> None:
    first, second = labelled_parts(text("存在问题：公厕 管护不力。措施：加强巡查。"))
    places = [[(quote.quote, quote.place.span) for quote in part.text.evidence()] for part in (first, second)]
    assert places == [[("公厕 管护不力。", (5, 13))], [("加强巡查。", (16, 21))]]
