"""The scorer: its rules one by one, its commands, and the same figures as the scorer in ../shared it takes after."""

from __future__ import annotations

import copy
import importlib.util
import json
import os
import random
import shutil
import subprocess
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from beside import SCORER, needs

from selfeval_extract.scoring import (
    ALL,
    Counts,
    group,
    known_documents,
    load,
    main,
    measure_all,
    merged,
    report_data,
    same,
    score,
)

ROOT = Path(__file__).parents[2]
MADE = ROOT / "tests" / "corpus" / "made"


def steps(way: str) -> tuple[str | int, ...]:
    return tuple(int(step) if step.isdigit() else step for step in way.split("/"))


def counts(gold: Any, record: Any) -> tuple[int, int, int]:
    c = score(gold, record).tally[ALL]
    return c.tp, c.fp, c.fn


@pytest.mark.parametrize(
    ("gold", "record", "expected"),
    [
        ({"unit": "甲局"}, {"unit": "甲局", "year": 2022}, (1, 0, 0)),
        ({"year": None}, {"year": 2022}, (0, 1, 0)),
        ({"year": None}, {}, (0, 0, 0)),
        ({"year": 2022}, {"year": None}, (0, 0, 1)),
        ({"year": 2022}, {"year": 2021}, (0, 1, 1)),
        ({"year": 2022}, {"year": "2022"}, (0, 1, 1)),
        ({"year": 2022}, None, (0, 0, 1)),
        ({"budget": {"original": Decimal("187.19")}}, {"budget": {"original": 187.19}}, (1, 0, 0)),
        ({"budget": {"original": 1}}, {"budget": 1}, (0, 1, 1)),
        ({"problems": []}, {"problems": []}, (1, 0, 0)),
        ({"problems": []}, {"problems": None}, (0, 0, 1)),
        ({"problems": None}, {"problems": []}, (0, 1, 0)),
        ({"evaluations": []}, {"evaluations": None}, (0, 0, 0)),
        ({"evaluations": None}, {"evaluations": []}, (0, 0, 0)),
        ({"evaluations": []}, {"evaluations": [{"title": "表", "funds": [{"label": "总额", "rate": 1}]}]}, (0, 3, 0)),
        ({"problems": [{"text": "甲"}]}, {"problems": "甲"}, (0, 1, 1)),
    ],
)
def test_what_counts(gold: Any, record: Any, expected: tuple[int, int, int]) -> None:
    assert counts(gold, record) == expected


@pytest.mark.parametrize(
    ("way", "gold", "got", "equal"),
    [
        ("unit", "甲局。", "甲 局", True),
        ("unit", "甲局", "乙局", False),
        ("unit", "（甲）局", "(甲)局", True),
        ("title", "自评表（2023年度）", "自评表", True),
        ("title", "2023年度自评表", "自评表", False),
        ("subject", "51172223T000008461237-改造项目", "改造项目", True),
        ("disclosure", "自评结果将在政府网站公开", "自评结果将于政府网站公开", True),
        ("unit", "自评结果将在政府网站公开", "自评结果将于政府网站公开", False),
        ("self_assessment/score", 98, 98.0, True),
        ("self_assessment/score", Decimal("98.50"), 98.5, True),
        ("self_assessment/score", True, 1, False),
        ("goal/actual", "全年完成改造任务十四处", "全年完成改造任务十五处", True),
        ("indicators/0/actual/text", "全年完成改造任务十四处", "全年完成改造任务十五处", False),
    ],
)
def test_what_is_the_same(way: str, gold: Any, got: Any, equal: bool) -> None:
    assert same(gold, got, steps(way)) is equal


def test_items_are_aligned_by_name_and_in_order() -> None:
    gold = {"spending": {"projects": [{"name": "公路养护", "amount": 1}, {"name": "桥梁检测", "amount": 2}]}}
    late = {"spending": {"projects": [{"name": "桥梁检测", "amount": 2}]}}
    assert counts(gold, late) == (2, 0, 2)
    more = {"spending": {"projects": [*gold["spending"]["projects"], {"name": "绿化", "amount": 3, "purpose": "x"}]}}
    assert counts(gold, more) == (4, 2, 0), "only the leaves that gold looks at are too many"


def test_a_misread_fund_label_costs_one_leaf() -> None:
    gold = {
        "evaluations": [{"funds": [{"label": "年度资金总额", "original": 1}, {"label": "其他资金", "original": 2}]}]
    }
    got = {"evaluations": [{"funds": [{"label": "年度资金总额", "original": 1}, {"label": "xyz", "original": 2}]}]}
    assert counts(gold, got) == (3, 1, 1)


@pytest.mark.parametrize(
    ("way", "expected"),
    [
        ("year", "identity"),
        ("self_assessment/score", "identity"),
        ("budget/sources/other", "budget"),
        ("evaluations/0/title", "evaluations.head"),
        ("evaluations/0/funds/1/rate", "evaluations.funds"),
        ("evaluations/0/indicators/3/target/text", "evaluations.indicators"),
        ("evaluations/0/problems", "evaluations.closing"),
        ("evaluations/0/grade", "evaluations.result"),
        ("evaluations/+1", "evaluations.head"),
    ],
)
def test_groups(way: str, expected: str) -> None:
    assert group(steps(way)) == expected


def test_figures() -> None:
    assert (Counts().precision, Counts().recall, Counts().f1) == (1, 1, 1)
    half = Counts(tp=1, fp=1, fn=3)
    assert (half.precision, half.recall) == (0.5, 0.25)
    assert half.f1 == pytest.approx(1 / 3)
    assert Counts(fp=1, fn=1).f1 == 0
    total = merged([{ALL: half}, {ALL: half, "budget": Counts(tp=1)}])
    assert (total[ALL], total["budget"]) == (Counts(2, 2, 6), Counts(1))


def test_a_missing_item_is_told_once() -> None:
    misses = score({"problems": [{"text": "甲", "cause": "乙"}]}, {"problems": []}).misses
    assert [miss.steps for miss in misses] == [("problems", 0)]


def perturbed(value: Any, chance: random.Random) -> Any:
    """A record that is nearly right."""
    if isinstance(value, dict):
        return {k: perturbed(v, chance) for k, v in value.items() if chance.random() > 0.02}
    if isinstance(value, list):
        items = [perturbed(v, chance) for v in value if chance.random() > 0.1]
        if items and chance.random() < 0.2:
            items.insert(chance.randrange(len(items) + 1), copy.deepcopy(chance.choice(items)))
        if chance.random() < 0.1:
            chance.shuffle(items)
        return chance.choice([items] * 12 + [None, "一项"])
    if chance.random() > 0.15:
        return value
    if isinstance(value, str):
        return chance.choice([None, value + "。", value[:-1], " ".join(value), value * 2, 7, ""])
    if value is None:
        return chance.choice([None, 0, "无", [], {"text": "甲"}])
    return chance.choice([None, value + 1, float(value), str(value), [value]])


@pytest.fixture(scope="module")
def shared_scorer() -> Any:
    spec = importlib.util.spec_from_file_location("shared_score", SCORER)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@needs(SCORER)
@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("name", ["01_hunan_report", "05_t2_yunnan_yuan", "07_t6_sichuan_two", "12_lookalike"])
def test_it_gives_the_figures_of_the_shared_scorer(name: str, seed: int, shared_scorer: Any) -> None:
    gold = load(MADE / f"{name}.gold.json")
    record = perturbed(gold, random.Random(f"{name} {seed}"))
    tally, misses = shared_scorer.score([(gold, record)])
    mine = score(gold, record)
    assert {g: c.data() for g, c in mine.tally.items()} == tally
    assert [(list(m.steps), m.gold, m.got) for m in mine.misses] == misses
    assert tally[ALL]["fp"] + tally[ALL]["fn"] > 0 or name == "12_lookalike"


def command(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    call = [sys.executable, "-m", "selfeval_extract.scoring", *map(str, arguments)]
    return subprocess.run(
        call, capture_output=True, encoding="utf-8", env={**os.environ, "PYTHONIOENCODING": "utf-8"}, timeout=60
    )


def test_pairs_on_the_command_line(tmp_path: Path) -> None:
    (tmp_path / "gold.json").write_text('{"unit": "甲局", "year": 2022}', "utf-8")
    (tmp_path / "record.json").write_text('[{"unit": "乙局", "year": 2022}]', "utf-8")
    done = command("-v", tmp_path / "gold.json", tmp_path / "record.json")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [
        "/unit",
        '      gold "甲局"',
        '      got  "乙局"',
        "group                          P       R      F1   tp / fp / fn",
        "identity                  0.5000  0.5000  0.5000   1 / 1 / 1",
        "ALL                       0.5000  0.5000  0.5000   1 / 1 / 1",
    ]
    figures = json.loads(command("--json", tmp_path / "gold.json", tmp_path / "record.json").stdout)
    assert figures["ALL"] == {"tp": 1, "fp": 1, "fn": 1, "precision": 0.5, "recall": 0.5, "f1": 0.5}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A text that is read, one that is empty, and one without gold."""
    shutil.copy(MADE / "12_lookalike.txt", tmp_path / "a.txt")
    (tmp_path / "a.gold.json").write_text('{"year": 1999, "evaluations": []}', "utf-8")
    (tmp_path / "b.txt").write_bytes(b"")
    (tmp_path / "b.gold.json").write_text('{"year": 2022}', "utf-8")
    (tmp_path / "c.txt").write_text("没有答案", "utf-8")
    return tmp_path


def test_a_folder_of_documents(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert [known.file.name for known in known_documents(folder)] == ["a.txt", "b.txt"]
    assert main(["--documents", "-v", "--jobs", "1", str(folder)]) == 1
    out = capsys.readouterr().out
    assert "!! " in out and "empty: " in out
    assert f"== {folder / 'a.txt'}: 1 misses" in out
    assert "overall (2 documents, 1 failed)" in out
    assert f"{folder.name}/a" in out


def test_a_folder_of_documents_as_json(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--documents", "--json", "--jobs", "1", str(folder)]) == 1
    data = json.loads(capsys.readouterr().out)
    assert data["overall"]["ALL"]["fn"] == 2
    assert list(data["failures"]) == [(folder / "b.txt").as_posix()]
    assert data == json.loads(json.dumps(report_data(measure_all(known_documents(folder), jobs=2))))


@pytest.mark.parametrize("arguments", [["a.json"], ["--documents", "."], ["missing.json", "missing.json"], []])
def test_wrong_usage(arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit) as left:
        main(arguments)
    assert left.value.code == 2
