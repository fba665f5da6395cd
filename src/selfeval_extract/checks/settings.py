"""Thresholds, grades and scoring profiles: those of `profiles.toml`, and those that a user puts in their place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, Literal, NamedTuple, cast, get_args

from selfeval_extract.runtime.pattern_cache import toml

Threshold = Literal[
    "over_achievement", "low_execution", "adjustment", "row_score", "total_score", "rate", "weight", "cloned_targets", "name_length",
    "dominant_weight", "duties_as_goal", "result_as_goal", "per_head_least", "per_head_most",
]  # fmt: skip
Level = Literal["execution", "cost", "output", "benefit", "satisfaction", "rest"]
"""What a profile has weights for; `rest`: all indicators together."""
ScoreRule = Literal["proportional", "floor", "satisfaction_bands"]
"""How the score of a row may be worked out from its result."""
ExecutionRule = Literal["proportional", "banded"]
"""How the score of execution may be worked out from the rate."""
_RULES = {"rules": get_args(ScoreRule), "execution": get_args(ExecutionRule)}
GENERIC = "generic"


class BadSettings(ValueError):
    """A threshold, profile or grade that does not exist or has no such value."""


class Profile(NamedTuple):
    """How a kind of form is scored. `source`: the notice that says so; `weights`: points by level; `rules`, `execution`: the
    rules that scores may follow; `partly`: share of a weight below which a worded result counts as not achieved;
    `prints_execution_weight`: its forms print a weight beside the score of execution."""

    name: str
    source: str
    weights: Mapping[Level, Decimal]
    rules: tuple[ScoreRule, ...]
    execution: tuple[ExecutionRule, ...]
    partly: Decimal
    prints_execution_weight: bool = True


@dataclass(frozen=True, slots=True)
class Settings:
    """What the checks go by. `grades`: least score and wordings of each; `profile`: the one to use for every form, None to choose
    by the form's weights."""

    thresholds: Mapping[Threshold, Decimal]
    grades: Mapping[str, tuple[Decimal, frozenset[str]]]
    profiles: Mapping[str, Profile]
    profile: str | None = None

    def __getitem__(self, name: Threshold) -> Decimal:
        return self.thresholds[name]


@cache
def defaults() -> Settings:
    """The settings that the program comes with."""
    return _changed(Settings({}, {}, {}), toml(Path(__file__).with_name("profiles.toml")))


def _changed(settings: Settings, data: Mapping[str, Any]) -> Settings:
    """Settings with those of a file's content in their place; its profiles come first."""
    _known("part", data, ("thresholds", "grades", "profiles", "profile"))
    _known("threshold", data.get("thresholds", ()), get_args(Threshold))
    thresholds = {cast("Threshold", name): _number(name, value) for name, value in data.get("thresholds", {}).items()}
    grades = {
        name: (_number(name, grade["least"]), frozenset({name, *_texts(name, grade.get("also", []))}))
        for name, grade in data.get("grades", {}).items()
    }
    profiles = {name: _profile(name, profile) for name, profile in data.get("profiles", {}).items()}
    profiles |= {name: profile for name, profile in settings.profiles.items() if name not in profiles}
    if "profile" in data:
        _known("profile", (data["profile"],), profiles)
    profile = data.get("profile", settings.profile)
    return Settings({**settings.thresholds, **thresholds}, grades or settings.grades, profiles, profile)


def with_file(settings: Settings, text: str) -> Settings:
    """Settings with those of a TOML text, in the shape of `profiles.toml`, in their place. Raises `BadSettings`."""
    import tomllib

    try:
        return _changed(settings, tomllib.loads(text, parse_float=Decimal))
    except tomllib.TOMLDecodeError as error:
        raise BadSettings(f"no TOML: {error}") from error
    except (AttributeError, KeyError, TypeError) as error:
        raise BadSettings(f"not of the shape of profiles.toml ({error})") from error


def with_threshold(settings: Settings, name: str, value: str) -> Settings:
    """Settings with another threshold. Raises `BadSettings`."""
    return _changed(settings, {"thresholds": {name: value}})


def with_profile(settings: Settings, name: str) -> Settings:
    """Settings with one profile for every form. Raises `BadSettings`."""
    return _changed(settings, {"profile": name})


def _known(kind: str, names: Iterable[str], known: Iterable[str]) -> None:
    for name in names:
        if name not in known:
            raise BadSettings(f"unknown {kind} {name}; there are {', '.join(known)}")


def _number(name: str, value: object) -> Decimal:
    try:
        number = Decimal(str(value))
    except ArithmeticError:
        number = Decimal("NaN")
    if not number.is_finite() or number < 0:
        raise BadSettings(f"{name} has to be a number of 0 or more, not {value}")
    return number


def _texts(name: str, value: object) -> list[str]:
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        raise BadSettings(f"{name}: also has to be a list of texts, not {value}")
    return value


def _profile(name: str, data: Mapping[str, Any]) -> Profile:
    weights = {level: _number(f"{name}.{level}", weight) for level, weight in data.get("weights", {}).items()}
    _known("level", weights, get_args(Level))
    for kind, known in _RULES.items():
        _known(f"rule of {kind}", data[kind], sorted(known))
    partly = _number(f"{name}.partly", data["partly"])
    if partly > 1:
        raise BadSettings(f"{name}.partly has to be a share, 0 to 1, not {partly}")
    rules, execution = tuple(data["rules"]), tuple(data["execution"])
    prints_weight = data.get("prints_execution_weight", True)
    return Profile(name, data.get("source", ""), weights, rules, execution, partly, prints_weight)
