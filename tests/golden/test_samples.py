"""Each sample's record is the golden one beside it, and the golden one says what the sample's source says."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from typing import Any

import pytest
import write
from write import SAMPLES, differences, golden_of, record_of, text_of

from selfeval_extract.formats import ENDINGS
from selfeval_extract.scoring import ALL, miss_lines, score

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def sources() -> dict[str, Any]:
    """What the samples are rendered from, by their names."""
    make = ROOT / "tests" / "corpus" / "source" / "make.py"
    spec = importlib.util.spec_from_file_location("corpus_make", make)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return {case["name"]: case for case in module.cases("samples")}


def test_the_kinds_that_samples_show() -> None:
    assert len(SAMPLES) >= 6
    assert {p.suffix for p in SAMPLES} == set(ENDINGS)


WRONG = {
    "transfer_form.pdf": "地方配套资金到位率偏低 is funding_gap (DOMAIN.md, section 5: 县级配套未到位), not budget_execution",
}
"""Samples whose record is wrong, and why the golden one is right."""


@pytest.mark.parametrize(
    "sample",
    [
        pytest.param(s, marks=pytest.mark.xfail(strict=True, reason=WRONG[s.name]) if s.name in WRONG else ())
        for s in SAMPLES
    ],
    ids=lambda p: p.name,
)
def test_the_record_is_the_golden_one(sample: Path) -> None:
    golden = golden_of(sample)
    assert golden.exists(), f"{golden.name} is missing: python -m tests.golden.write --force samples/{sample.name}"
    record = record_of(sample)
    found = list(differences(json.loads(golden.read_text("utf-8")), record))
    assert not found, f"{sample.name}: {len(found)} differences\n" + "\n".join(found)
    assert golden.read_text("utf-8") == text_of(record)


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda p: p.name)
def test_the_golden_record_is_true(sample: Path, sources: dict[str, Any]) -> None:
    found = score(sources[sample.stem]["gold"], json.loads(golden_of(sample).read_text("utf-8")))
    assert not found.misses, "\n".join(miss_lines(found.misses))
    assert found.tally[ALL].tp > 15


def test_no_golden_record_without_its_sample() -> None:
    assert {p.name for p in (ROOT / "samples").glob("*.golden.json")} == {golden_of(s).name for s in SAMPLES}


def test_every_sample_is_explained() -> None:
    readme = (ROOT / "samples" / "README.md").read_text("utf-8")
    assert [sample.name for sample in SAMPLES if f"`{sample.name}`" not in readme] == []


def test_differences_by_pointer() -> None:
    golden = {"year": 2022, "funds": [{"rate": 1, "a/b": 1}], "span": [1, 2], "gone": 0, "same": None}
    record = {"year": 2023, "funds": [{"rate": 1.0, "a/b": 2}, {"rate": 3}], "span": [1, 3], "new": "甲", "same": None}
    assert list(differences(golden, record)) == [
        "  /year: 2022 → 2023",
        "  /funds/0/rate: 1 → 1.0",
        "  /funds/0/a~1b: 1 → 2",
        '+ /funds/1: {"rate": 3}',
        "  /span: [1, 2] → [1, 3]",
        "- /gone: 0",
        '+ /new: "甲"',
    ]


def test_writing_needs_force(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sample = tmp_path / "a.txt"
    sample.write_text("甲局2022年度部门整体支出绩效自评报告\n年初预算10万元。\n", "utf-8")
    assert write.main([str(sample)]) == 1
    assert not golden_of(sample).exists()
    assert write.main(["--force", str(sample)]) == 0
    assert json.loads(golden_of(sample).read_text("utf-8")) == record_of(sample)
    assert write.main([str(sample)]) == 0
    wrong = {**record_of(sample), "year": 1999}
    golden_of(sample).write_text(text_of(wrong), "utf-8")
    capsys.readouterr()
    assert write.main([str(sample)]) == 1
    assert capsys.readouterr().out.splitlines()[0] == "  /year: 1999 → 2022"
    assert json.loads(golden_of(sample).read_text("utf-8"))["year"] == 1999
