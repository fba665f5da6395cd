"""Thresholds, profiles and grades from the program's data, a file and the command line."""

from __future__ import annotations

from decimal import Decimal

import pytest
from small_records import context, form, money, outcome, row

from selfeval_extract.checks.settings import BadSettings, defaults, with_file, with_profile, with_threshold

FILE = """
[thresholds]
low_execution = 0.8

[profiles.our_county]
weights = { execution = 10, output = 60, benefit = 30 }
rules = ["proportional"]
execution = ["banded"]
partly = 0.5
"""


def test_a_file_goes_before_the_defaults() -> None:
    settings = with_file(defaults(), FILE)
    assert settings["low_execution"] == Decimal("0.8") and settings["adjustment"] == Decimal("0.20")
    assert next(iter(settings.profiles)) == "our_county" and "mof2020" in settings.profiles
    record = context(
        evaluations=[form([row(weight=60), row(weight=30, level1="效益指标")], [money(executed=85, rate=85, score=7)])],
        settings=settings,
    )
    assert record.forms[0].profile.name == "our_county"
    assert outcome("EXE-05", record) == "pass"


def test_the_form_chooses_its_profile() -> None:
    def named(*weights: tuple[str, float]) -> str:
        rows = [row(weight=w, level1=level) for level, w in weights]
        return context(evaluations=[form(rows, [money()])]).forms[0].profile.name

    assert named(("产出指标", 50), ("效益指标", 30), ("满意度指标", 10)) == "mof2020"
    assert named(("产出指标", 50), ("效益指标", 40)) == "mof2020_nosat"
    assert named(("成本指标", 20), ("产出指标", 40), ("效益指标", 20), ("满意度指标", 10)) == "mof2021_cost"
    assert named(("产出指标", 55), ("效益指标", 35)) == "sichuan_10_90"
    assert named(("产出指标", 55), ("效益指标", 30)) == "generic"
    bare = context(evaluations=[form([row(weight=None)], [money(weight=20)])])
    assert (bare.forms[0].profile.name, outcome("WGT-04", bare)) == ("hubei_20", "not_checkable")


def test_one_profile_for_all() -> None:
    settings = with_profile(defaults(), "hubei_20")
    assert context(evaluations=[form([row()])], settings=settings).forms[0].profile.name == "hubei_20"


def test_a_threshold() -> None:
    record = [form([], [money(executed=85)])]
    assert outcome("EXE-05", context(evaluations=record)) == "fail"
    assert (
        outcome("EXE-05", context(evaluations=record, settings=with_threshold(defaults(), "low_execution", "0.8")))
        == "pass"
    )


@pytest.mark.parametrize(
    "text",
    ["[thresholds]\nlow = 1", "[thresholds]\nrate = 'x'", "[thresholds]\nrate = -1", "[colours]\na = 1", "no toml", "profile = 'x'",
     "[profiles.x]\nweights = 3", "[profiles.x]\nweights = {wrong = 1}\nrules=[]\nexecution=[]\npartly=0.5",
     "[profiles.x]\nrules=['guess']\nexecution=[]\npartly=0.5", "thresholds = 3", "[thresholds]\nrate = nan"],
)  # fmt: skip
def test_bad_settings_say_what_is_wrong(text: str) -> None:
    with pytest.raises(BadSettings):
        with_file(defaults(), text)


def test_unknown_names() -> None:
    with pytest.raises(BadSettings, match="low_execution"):
        with_threshold(defaults(), "low", "1")
    with pytest.raises(BadSettings, match="mof2020"):
        with_profile(defaults(), "mof")
