"""Patterns and tables that are made ready at their first use, and kept for the next run as Python keeps bytecode."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from selfeval_extract.runtime import pattern_cache
from selfeval_extract.runtime.pattern_cache import _Cache, regex, toml
from selfeval_extract.vocabulary import files
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
    cache = _Cache()
    for pattern, flags in PATTERNS:
        cache.add(pattern, int(flags))
    again = _Cache.from_bytes(cache.to_bytes())
    assert len(again.codes) == len(set(PATTERNS)) > 300
    for pattern, flags in PATTERNS:
        kept, compiled = again.pattern(pattern, int(flags)), re.compile(pattern, flags)
        assert kept == compiled  # compares the code
        assert (kept.groups, kept.groupindex, kept.flags) == (compiled.groups, compiled.groupindex, compiled.flags)


def test_tables_are_what_tomllib_reads() -> None:
    file = Path(files.__file__).with_name("labels.toml")
    assert toml(file) == tomllib.loads(file.read_text("utf-8"))


def test_what_others_have_kept_in_the_meantime_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one, other = _Cache(), _Cache()
    one.add("a+", 0)
    other.tables["x"] = {"y": 1}
    other.changed = True
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(pattern_cache, "_path", lambda: tmp_path / "kept.patterns")
    for cache in (one, other):
        monkeypatch.setattr(pattern_cache, "_cache", lambda cache=cache: cache)
        assert pattern_cache.save()
    kept = pattern_cache._read()
    assert kept.tables == {"x": {"y": 1}}
    assert kept.pattern("a+", 0) == re.compile("a+")


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
def test_a_cache_that_is_damaged_or_of_another_python_is_empty(damage) -> None:  # type: ignore[no-untyped-def]
    cache = _Cache()
    cache.add("a(b)", 0)
    assert _Cache.from_bytes(cache.to_bytes()).codes
    assert not _Cache.from_bytes(damage(cache.to_bytes())).codes


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

pattern_cache._Cache.add = never
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


def test_a_damaged_cache_is_made_anew(tmp_path: Path) -> None:
    first = run(COMMAND, tmp_path)
    (kept,) = tmp_path.rglob("*.patterns")
    whole = kept.stat().st_size
    kept.write_bytes(kept.read_bytes()[:1000])
    assert run(COMMAND, tmp_path) == first
    assert kept.stat().st_size >= whole


def test_without_the_names_that_python_does_not_promise(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pattern_cache, "_sre", None)
    assert regex("一(二)").search("一二")


def test_an_installation_that_cannot_be_written_to_is_prepared_once(tmp_path: Path) -> None:
    prepared = run(
        "from selfeval_extract.prepare import main\nraise SystemExit(main())", tmp_path, PYTHONDONTWRITEBYTECODE="1"
    )
    assert prepared == ""
    assert run(FORBIDDEN + COMMAND, tmp_path, PYTHONDONTWRITEBYTECODE="1") == run(COMMAND, tmp_path)
