"""No regular expression takes long for a line of 100,000 characters made to be slow for it."""

from __future__ import annotations

import json
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest

from selfeval_extract.errors import UnsupportedFormat
from selfeval_extract.readers.sniff import sniff
from selfeval_extract.vocabulary.labels import FUND_COLUMNS, LONGEST_LABEL
from selfeval_extract.vocabulary.topics import LONGEST_HEADING, topic
from selfeval_extract.vocabulary.words import LONGEST_TITLE, word_role

from . import patterns, slowness
from .patterns import Pattern, Site

_BOUNDS = {
    "labels.toml": LONGEST_LABEL,
    "topics.toml": LONGEST_HEADING,
    "words.toml [titles]": LONGEST_TITLE,
    "words.toml [other_titles]": LONGEST_TITLE,
    "words.toml [none]": 60,
    "vocabulary/files.py": 0,
}
"""Patterns that are asked of short texts only: the longest. The functions that hold them see to it."""
_MAY_TAKE = 300
"""Seconds after which a pattern that cannot be stopped ends the test."""


@pytest.fixture(scope="module")
def found() -> list[Pattern]:
    script = Path(patterns.__file__)
    made = subprocess.run([sys.executable, script], stdout=subprocess.PIPE, check=True, timeout=_MAY_TAKE)
    return patterns.patterns(json.loads(made.stdout), patterns.trees(), _BOUNDS)


def test_every_call_of_re_in_the_sources_has_its_patterns(found: list[Pattern]) -> None:
    covered: set[Site] = set().union(*(p.sites for p in found))
    assert [s for s in patterns.sites(patterns.trees()) if s not in covered] == []
    assert patterns.hidden(patterns.trees()) == []


def test_long_texts_are_no_labels_headings_or_titles() -> None:
    assert FUND_COLUMNS.role("预算数") and not FUND_COLUMNS.role("年" * LONGEST_LABEL + "预算数")
    assert topic("存在的问题") and not topic("的" * LONGEST_HEADING + "存在的问题")
    assert word_role("titles", "自评报告") and not word_role("titles", "的" * LONGEST_TITLE + "自评报告")


def test_no_pattern_is_slow(found: list[Pattern]) -> None:
    with ProcessPoolExecutor(2) as pool:
        told = zip(found, pool.map(slowness.slow, found, timeout=_MAY_TAKE, chunksize=8), strict=True)
        assert [f"{pattern}: {line}" for pattern, bad in told for line in bad] == []


def test_a_slow_pattern_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the test above relies on: lines made from a pattern do make a slow one slow."""
    monkeypatch.setattr(slowness, "limit", lambda: 0.1)  # each line takes so much that is stopped
    for text in (r"[^,]+;", r"(a+)+$", r"第[^条]+条"):
        assert slowness.slow(Pattern(text, 0, (Site("here", 1, 1, "compile"),), ("finditer",)), most=1), text


@pytest.mark.parametrize("body", [b"text", b"<html>"])
def test_a_file_that_begins_with_many_comments_is_told_at_once(body: bytes) -> None:
    data = b"<!---->" * 100 + body
    if body == b"text":
        assert sniff(data, "a") == "txt"
    else:
        with pytest.raises(UnsupportedFormat, match="web page"):
            sniff(data, "a")
