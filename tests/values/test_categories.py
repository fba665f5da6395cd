"""Categories of problems and measures, and what cutting texts into words adds over searching for the same words in them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selfeval_extract.vocabulary.categories import category

from selfeval_extract.document import fold
from selfeval_extract.vocabulary import categories, segment
from selfeval_extract.vocabulary.files import raw

CORPUS = Path(__file__).parents[1] / "corpus"


@cache
def classified() -> list[tuple[str, str, str]]:
    """(text, cause, category) of every problem and measure that gold puts into a category, each once."""
    found = {
        (fold(point["text"]).text, fold(point.get("cause") or "").text, point["category"])
        for file in sorted(CORPUS.glob("*/*.gold.json"))
        for name in ("problems", "measures")
        for point in json.loads(file.read_text("utf-8")).get(name) or []
        if point and point.get("category")
    }
    return sorted(found)


def right() -> int:
    return sum(category(text, cause) == expected for text, cause, expected in classified())


def searched(text: str) -> Iterator[tuple[str, int]]:
    """The same words, found by searching: each wherever it stands, also inside a longer one."""
    for group in raw("categories.toml").values():
        for listed in group.values():
            for word in listed:
                at = text.find(word)
                while at >= 0:
                    yield word, at
                    at = text.find(word, at + 1)


def test_most_points_are_in_the_category_that_gold_gives() -> None:
    assert len(classified()) >= 80
    assert right() >= 0.9 * len(classified())


def test_cutting_into_words_is_never_worse_than_searching_on_gold(monkeypatch: pytest.MonkeyPatch) -> None:
    cut = right()  # on the gold of today both are right equally often: what the cut adds is in the next test
    monkeypatch.setattr(categories, "words", searched)
    assert right() <= cut


@pytest.mark.parametrize(
    ("text", "expected", "misread"),
    [
        ("合同制人员待遇偏低", "other", "procurement"),  # not 合同
        ("指标文件下达较晚", "other", "performance_goals"),  # money is allotted by 指标文件: not 指标
        ("公开栏更新慢", "other", "disclosure"),  # a village's notice board: not 公开
        ("就业培训补贴发放慢", "other", "staffing"),  # the unemployed are trained, not the staff: not 培训
        ("设备采购后闲置", "asset_management", "procurement"),  # not 采购
    ],
)
def test_a_longer_word_takes_its_characters_from_the_shorter_ones_inside_it(
    text: str, expected: str, misread: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert category(text, "") == expected
    monkeypatch.setattr(categories, "words", searched)
    assert category(text, "") == misread


@given(
    st.lists(st.sampled_from([*sorted(segment._dictionary()), "的", "较慢，", "A1", "理", "目"]), max_size=8).map(
        "".join
    )
)
def test_words_are_those_that_jieba_cuts(text: str) -> None:
    assert segment.words(text) == segment._cut(text)


def test_words_of_the_corpus_are_those_that_jieba_cuts() -> None:
    texts = {part for text, cause, _ in classified() for part in (text, cause)}
    assert all(segment.words(text) == segment._cut(text) for text in texts)


def _alone(program: str, temporary: Path) -> subprocess.CompletedProcess[str]:
    """What a program of its own says that has a folder for temporary files."""
    known = {**os.environ, "TMPDIR": str(temporary), "TEMP": str(temporary)}
    return subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, env=known)


def test_neither_the_dictionary_of_jieba_nor_its_cache_is_used(tmp_path: Path) -> None:
    program = (
        "import builtins, marshal\n"
        "from selfeval_extract.vocabulary.categories import category\n"
        "def never(*_): raise AssertionError('marshal is used')\n"
        "marshal.load = marshal.dump = never\n"
        "print(category('公开招标组织较慢', ''))\n"
        "import sys\n"
        "assert 'jieba' not in sys.modules\n"
        "category('项目管理制度不健全', '')\n"  # 项目管理 and 管理制度 overlap
        "assert not sys.modules['jieba'].dt.initialized and 'pkg_resources' not in sys.modules\n"
    )
    done = _alone(program, tmp_path)
    assert (done.stdout.strip(), done.returncode) == ("procurement", 0), done.stderr
    assert not list(tmp_path.iterdir())


def test_jieba_stays_what_it_is_for_others(tmp_path: Path) -> None:
    program = (
        "from selfeval_extract.vocabulary.categories import category\n"
        "category('项目管理制度不健全', '')\n"
        "import jieba\n"
        "cut = list(jieba.cut('他来到了网易杭研大厦'))\n"  # 杭研 is no word of its dictionary: it is guessed
        "assert cut == ['他', '来到', '了', '网易', '杭研', '大厦'], cut\n"
    )
    done = _alone(program, tmp_path)
    assert done.returncode == 0, done.stderr
