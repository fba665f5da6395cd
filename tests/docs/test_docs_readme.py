"""The READMEs: two commands per platform, the same in both languages; a true record; options that exist."""

from __future__ import annotations

import json
import re
import shlex
from itertools import pairwise
from pathlib import Path

import pytest
import typer
from readme_record import READMES, ROOT, SAMPLE, record_block, shown_record

from selfeval_extract import __all__ as public_names
from selfeval_extract import extract
from selfeval_extract.checks.catalogue import catalogue
from selfeval_extract.cli import app
from selfeval_extract.cli.options import run_options
from selfeval_extract.cli.status import DONE, FINDINGS, INTERRUPTED, SOME_FAILED, WRONG_USAGE
from selfeval_extract.errors import CODES
from selfeval_extract.formats import ENDINGS, FORMAT_NAMES, endings
from selfeval_extract.writers import TABLES

ENGLISH, CHINESE = READMES
BLOCK = re.compile(r"^```(\w+)\n(.*?)\n```$", re.MULTILINE | re.DOTALL)
CALL = re.compile(r"(?:^|`|\| )selfeval-extract ([^`\n]*)", re.MULTILINE)
PAGES = [*READMES, ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]


def blocks(page: Path, language: str) -> list[list[str]]:
    return [body.splitlines() for kind, body in BLOCK.findall(page.read_text("utf-8")) if kind == language]


@pytest.mark.parametrize("readme", READMES, ids=lambda p: p.name)
def test_the_quick_start_is_two_commands_for_each_platform(readme: Path) -> None:
    [posix] = blocks(readme, "sh")
    [windows] = blocks(readme, "bat")
    assert (len(posix), len(windows)) == (2, 2)
    sample = SAMPLE.relative_to(ROOT)
    assert posix[0].endswith(f" .venv/bin/selfeval-extract {sample.as_posix()}")
    assert windows[0].endswith(f' .venv\\Scripts\\selfeval-extract samples\\{sample.name}"')
    assert posix[1].endswith(" .venv/bin/python -m pytest -q -n auto")
    assert windows[1].endswith(' .venv\\Scripts\\python -m pytest -q -n auto"')
    assert all(line.startswith('cmd /c "') and line.count('"') == 2 for line in windows)


def test_every_format_is_told() -> None:
    for readme in READMES:
        told = readme.read_text("utf-8")
        assert re.findall(r"^\| (\.\w+) \|", told, re.MULTILINE) == list(ENDINGS)
    assert ENGLISH.read_text("utf-8").count(endings("and")) == 2
    assert CHINESE.read_text("utf-8").count("、".join(ENDINGS)) == 2
    row = re.search(r"^\| `source\.format` .*$", (ROOT / "docs" / "record.md").read_text("utf-8"), re.MULTILINE)
    assert row and [name for name in FORMAT_NAMES if f"`{name}`" not in row[0]] == []


def test_both_languages_show_the_same() -> None:
    for kind in ("sh", "bat", "text"):
        assert blocks(ENGLISH, kind) == blocks(CHINESE, kind)
    assert sorted(CALL.findall(ENGLISH.read_text("utf-8"))) == sorted(CALL.findall(CHINESE.read_text("utf-8")))
    python = [[line.partition("#")[0].rstrip() for line in blocks(page, "python")[0]] for page in READMES]
    assert python[0] == python[1]


@pytest.mark.parametrize("readme", READMES, ids=lambda p: p.name)
def test_the_record_is_what_the_sample_gives(readme: Path) -> None:
    assert record_block(readme) == shown_record(), "run: python tests/docs/readme_record.py"


def test_the_evidence_that_is_explained_is_the_samples() -> None:
    [example] = blocks(ROOT / "docs" / "record.md", "json")
    assert json.loads("".join(example)).items() <= extract(SAMPLE).data()["evidence"].items()


def test_ci_runs_the_readme() -> None:
    script = (ROOT / ".ci" / "run").read_text("utf-8")
    assert "README.md" in script
    others = script.replace("pytest -q tests/cluster", "")
    assert "pytest" not in others, "all tests but those of the large extra are run by the README's command alone"


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_calls_use_options_that_exist(page: Path) -> None:
    names = {name for parameter in typer.main.get_command(app).params for name in parameter.opts} | {"--help"}
    for call in CALL.findall(page.read_text("utf-8")):
        given = {word for word in shlex.split(call.replace("\\|", "|")) if word.startswith("-") and word != "-"}
        assert given <= names, call


def test_calls_with_an_output_are_understood() -> None:
    for call in CALL.findall(ENGLISH.read_text("utf-8")):
        words = shlex.split(call)
        value = {word: after for word, after in pairwise(words) if word.startswith("-")}
        run_options(value.get("-f"), value.get("-t"), value.get("-o"), value.get("--header"), value.get("--encoding"))


@pytest.mark.parametrize("readme", READMES, ids=lambda p: p.name)
def test_every_option_is_explained(readme: Path) -> None:
    text = readme.read_text("utf-8")
    for parameter in typer.main.get_command(app).params:
        for name in parameter.opts:
            assert f"`{name}" in text or f" {name}" in text or name in ("paths", "-h"), name
    assert all(f"`{table}`" in text for table in TABLES if table not in ("reports", "indicators"))


def test_the_facts_beside_them() -> None:
    english, chinese = (readme.read_text("utf-8") for readme in READMES)
    assert (DONE, SOME_FAILED, WRONG_USAGE, FINDINGS, INTERRUPTED) == (0, 1, 2, 3, 130)
    statuses = (
        "0 all inputs were read, 1 at least one failed, 2 wrong usage, "
        "3 with `--strict` a check of severity `error` fails, 130 interrupted"
    )
    assert statuses in " ".join(english.split())
    assert "0 全部读取成功，1 至少一个失败，2 用法错误，3 使用 `--strict` 且有错误级核查项不通过，130 被中断" in chinese
    assert len(catalogue()) > 100 and "more than 100 checks of sums" in english and "共100多项" in chinese
    fields = (ROOT / "docs" / "record.md").read_text("utf-8")
    assert all(f"`{code}`" in fields for code in CODES)
    assert {"extract", "extract_all", "ExtractionError"} <= set(public_names)
