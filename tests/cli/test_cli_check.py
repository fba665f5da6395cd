"""--check, --strict, --checks, thresholds and masking, as a person or a script uses them."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from cli_commands import Command

from selfeval_extract.checks.catalogue import catalogue

SCORED = """2023年度项目支出绩效自评表
| 项目名称 | 渔政执法 |
| 主管部门 | 农业农村局 | 实施单位 | 渔政站 |
| 项目资金（万元） | | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分 |
| | 年度资金总额 | 100 | 100 | {executed} | 10 | 85% | {score} |
| 绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施 |
| | 产出指标 | 数量指标 | 巡查次数 | 100次 | 100次 | 50 | 50 | |
| | 效益指标 | 社会效益指标 | 举报处理率 | ≥90% | 95% | 30 | 30 | |
| | 满意度指标 | 服务对象满意度指标 | 渔民满意度 | ≥90% | 95% | 10 | 10 | |
| 总分 | 100 | {total} |
填表人：王某 联系电话：13800138000
"""


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "good.txt"
    path.write_text(SCORED.format(executed=85, score=8.5, total=98.5), "utf-8")
    return path


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    path = tmp_path / "bad.txt"
    path.write_text(SCORED.format(executed=105, score=10, total=99), "utf-8")
    return path


def test_the_table_is_worst_first_with_totals(bad: Path, command: Command) -> None:
    done = command(bad, "--check")
    text = done.out.decode()
    assert done.status == 0
    lines = [line for line in text.splitlines() if line.startswith(("错误", "警示", "提示"))]
    assert [line[:2] for line in lines] == sorted((line[:2] for line in lines), key=["错误", "警示", "提示"].index)
    assert "EXE-02" in text and "执行105超过全年预算100" in text
    assert f"共{len(catalogue())}项核查" in text and "评分规则：mof2020" in text


def test_the_table_in_english(bad: Path, command: Command) -> None:
    text = command(bad, "--check", "--header", "en").out.decode()
    assert "executed 105, revised budget 100" in text and f"{len(catalogue())} checks" in text


def test_data_and_table_do_not_mix(bad: Path, command: Command) -> None:
    done = command(bad, "--check", "-f", "json")
    assert json.loads(done.out)["checks"]
    assert "EXE-02" in done.err and "执行105超过全年预算100" in done.err


def test_strict_is_for_scripts(good: Path, bad: Path, tmp_path: Path, command: Command) -> None:
    assert command(good, "--strict").status == 0
    assert command(bad, "--strict").status == 3
    assert command(bad, "--strict", "--checks", "-EXE,-SCR").status == 0
    (tmp_path / "empty.txt").write_bytes(b"")
    assert command(bad, "empty.txt", "--strict").status == 1


def test_chosen_checks(bad: Path, command: Command) -> None:
    ids = [f["id"] for f in json.loads(command(bad, "--checks", "exe,-EXE-08").out)["checks"]]
    assert set(ids) == {f"EXE-0{n}" for n in range(1, 8)}


def test_checks_as_a_table(bad: Path, command: Command) -> None:
    rows = list(csv.DictReader(io.StringIO(command(bad, "-f", "csv", "-t", "checks").out.decode(), newline="")))
    (row,) = [r for r in rows if r["id"] == "EXE-02" and r["outcome"] == "fail"]
    assert (row["severity"], row["difference"], row["recomputed"]) == ("error", "5", "100")
    assert "/evaluations/0/funds/0/executed" in row["fields"]


@pytest.mark.parametrize(
    "args",
    [
        ("--checks", "AMT-99"),
        ("--threshold", "low=1"),
        ("--threshold", "rate"),
        ("--profile", "none"),
        ("--settings", "gone.toml"),
    ],
)
def test_what_does_not_exist_is_wrong_usage(good: Path, command: Command, args: tuple[str, ...]) -> None:
    done = command(good, *args)
    assert done.status == 2 and not done.out


def test_thresholds(good: Path, tmp_path: Path, command: Command) -> None:
    def low_execution(*args: str) -> str:
        checks = json.loads(command(good, "--checks", "EXE-05", *args).out)["checks"]
        return str(checks[0]["outcome"])

    (tmp_path / "ours.toml").write_text("[thresholds]\nlow_execution = 0.8\n", "utf-8")
    assert low_execution() == "fail"
    assert low_execution("--threshold", "low_execution=0.8") == "pass"
    assert low_execution("--settings", "ours.toml") == "pass"
    assert low_execution("--settings", "ours.toml", "--threshold", "low_execution=0.9") == "fail"


def test_personal_data_are_masked(good: Path, command: Command) -> None:
    masked, shown = command(good), command(good, "--show-personal")
    assert b"13800138000" not in masked.out
    assert b"138****8000" in masked.out or b"13800138000" not in shown.out


def test_files_together(good: Path, bad: Path, command: Command) -> None:
    text = command(good, bad, "--check").out.decode()
    assert "各文件对照" in text and "最低98.5" in text
