"""Patterns and tables that are made ready at their first use, and kept for the next run as Python keeps bytecode."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from importlib.resources import files
from pathlib import Path

import pytest

from selfeval_extract.runtime import pattern_cache
from selfeval_extract.runtime.pattern_cache import _Store, regex, toml
from selfeval_extract.vocabulary.files import groups

SAMPLE = Path(__file__).parents[2] / "samples" / "yunnan_project.docx"
FILES = ("amounts.toml", "checks.toml", "labels.toml", "topics.toml", "words.toml")
PATTERNS = [(p.pattern, 0) for name in FILES for roles in groups(name).values() for p in roles.values()] + [
    (r"(?P<a>x)|(?P<b>(y)z)\s+", re.IGNORECASE),
    ("a # comment", re.VERBOSE | re.DOTALL),
    (r"(?i:a)\bé*+", re.ASCII),
    ("[\ud800-\udfff]|\u2028|\n", 0),
]


def test_a_pattern_answers_as_if_compiled_at_once() -> None:
    lazy = regex(r"(?P<n>\d+)分")
    assert lazy.pattern == r"(?P<n>\d+)分"
    assert [m["n"] for m in lazy.finditer("10分，9分")] == ["10", "9"]
    assert (lazy.sub("", "5分"), lazy.split("a5分b"), lazy.groupindex["n"]) == ("", ["a", "5", "b"], 1)
    assert regex(rb"\xc2.").subn(b"", b"a\xc2\x80") == (b"a", 1)


def test_a_faulty_pattern_is_told_at_its_first_use() -> None:
    lazy = regex("(")
    with pytest.raises(re.error):
        lazy.search("")


def test_what_is_kept_is_what_python_would_compile() -> None:
    store = _Store()
    for pattern, flags in PATTERNS:
        store.add(pattern, int(flags))
    again = _Store.from_bytes(store.to_bytes())
    assert len(again.codes) == len(set(PATTERNS)) > 300
    for pattern, flags in PATTERNS:
        kept, compiled = again.pattern(pattern, int(flags)), re.compile(pattern, flags)
        assert kept == compiled  # compares the code
        assert (kept.groups, kept.groupindex, kept.flags) == (compiled.groups, compiled.groupindex, compiled.flags)


def test_tables_are_what_tomllib_reads() -> None:
    text = files("selfeval_extract.vocabulary").joinpath("labels.toml").read_text("utf-8")
    assert toml(text) == tomllib.loads(text)


def test_stores_are_put_together() -> None:
    one, other = _Store(), _Store()
    one.add("a+", 0)
    other.tables["x"] = {"y": 1}
    other.add("b(c)", 0)
    other.add("a+", 0)
    one.take(other)
    assert one.tables == other.tables
    assert all(one.pattern(text, 0) == re.compile(text) for text in ("a+", "b(c)"))


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: data[:-5],
        lambda data: data[: len(data) // 2],
        lambda data: b"",
        lambda data: data.replace(b"cpython", b"another", 1),
        lambda data: data[:-1] + bytes([data[-1] ^ 1]),
        lambda data: b"\n" + data,
    ],
)
def test_a_store_that_is_damaged_or_of_another_python_is_empty(damage) -> None:  # type: ignore[no-untyped-def]
    store = _Store()
    store.add("a(b)", 0)
    assert _Store.from_bytes(store.to_bytes()).codes
    assert not _Store.from_bytes(damage(store.to_bytes())).codes


def run(program: str, place: Path, **env: str) -> str:
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        encoding="utf-8",
        env={**environment, "PYTHONPYCACHEPREFIX": str(place), "PYTHONIOENCODING": "utf-8", **env},
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


COMMAND = f"""
import sys
sys.argv = ["selfeval-extract", {str(SAMPLE)!r}, "-f", "jsonl"]
from selfeval_extract.__main__ import main
main()
"""
FORBIDDEN = """
from selfeval_extract.runtime import pattern_cache
def never(*_): raise AssertionError("it is compiled again")

pattern_cache._Store.add = never
"""


def test_a_second_run_compiles_nothing_and_gives_the_same(tmp_path: Path) -> None:
    first = run(COMMAND, tmp_path)
    kept = list(tmp_path.rglob("*.patterns"))
    assert len(kept) == 1 and kept[0].stat().st_size > 100_000
    assert {p.suffix for p in kept[0].parent.iterdir() if p.is_file()} == {".pyc", ".patterns"}  # nothing half-written
    assert run(FORBIDDEN + COMMAND, tmp_path) == first


def test_nothing_is_kept_where_python_keeps_nothing(tmp_path: Path) -> None:
    assert run(COMMAND, tmp_path, PYTHONDONTWRITEBYTECODE="1")
    assert not list(tmp_path.rglob("*.patterns"))


def test_a_place_that_cannot_be_written_to_is_none(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    assert run(COMMAND, tmp_path / "file")


def test_a_damaged_store_is_made_anew(tmp_path: Path) -> None:
    first = run(COMMAND, tmp_path)
    (kept,) = tmp_path.rglob("*.patterns")
    whole = kept.stat().st_size
    kept.write_bytes(kept.read_bytes()[:1000])
    assert run(COMMAND, tmp_path) == first
    assert kept.stat().st_size >= whole


def test_without_the_names_that_python_does_not_promise(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pattern_cache, "_sre", None)
    assert regex("一(二)").search("一二")
