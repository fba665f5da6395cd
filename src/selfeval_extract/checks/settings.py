"""Thresholds, grades and scoring profiles: data of `profiles.toml`, and what a user puts in their place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from selfeval_extract.runtime.pattern_cache import toml

LEVELS = ("execution", "cost", "output", "benefit", "satisfaction", "rest")
"""What a profile has weights for; `rest`: all indicators together."""
_RULES = {
    "rules": frozenset({"proportional", "floor", "satisfaction_bands"}),
    "execution": frozenset({"proportional", "banded"}),
}
GENERIC = "generic"


class BadSettings(ValueError):
    """A threshold, profile or grade that does not exist or has no such value."""


class Profile(NamedTuple):
    """How a kind of form is scored. `weights`: points by level; `rules`, `execution`: rules that a score may follow;
    `partly`: share of a weight below which a result counts as not achieved."""

    name: str
    source: str
    weights: Mapping[str, Decimal]
    rules: tuple[str, ...]
    execution: tuple[str, ...]
    partly: Decimal


@dataclass(frozen=True, slots=True)
class Settings:
    """What the checks go by. `profile`: the one to use for every form; None to choose by the form's weights."""

    thresholds: Mapping[str, Decimal]
    grades: Mapping[str, tuple[Decimal, frozenset[str]]]
    profiles: Mapping[str, Profile]
    profile: str | None = None

    def __getitem__(self, name: str) -> Decimal:
        return self.thresholds[name]


@cache
def defaults() -> Settings:
    """The settings that the program comes with."""
    return _read(toml(Path(__file__).with_name("profiles.toml")))


def _read(data: Mapping[str, Any], base: Settings | None = None) -> Settings:
    unknown = data.keys() - {"thresholds", "grades", "profiles", "profile"}
    if unknown:
        raise BadSettings(f"unknown part {', '.join(sorted(unknown))}; there are thresholds, grades, profiles, profile")
    thresholds = {name: _number(name, value) for name, value in data.get("thresholds", {}).items()}
    grades = {
        name: (_number(name, told["least"]), frozenset({name, *_texts(name, told.get("also", []))}))
        for name, told in data.get("grades", {}).items()
    }
    profiles = {name: _profile(name, told) for name, told in data.get("profiles", {}).items()}
    if base is None:
        return Settings(thresholds, grades, profiles)
    _known("threshold", thresholds, base.thresholds)
    settings = replace(
        base,
        thresholds={**base.thresholds, **thresholds},
        grades=grades or base.grades,
        profiles={**profiles, **{k: v for k, v in base.profiles.items() if k not in profiles}},
    )
    return with_profile(settings, data["profile"]) if "profile" in data else settings


def with_file(settings: Settings, text: str) -> Settings:
    """Settings with those of a TOML text (the shape of `profiles.toml`) in their place. Raises `BadSettings`."""
    import tomllib

    try:
        return _read(tomllib.loads(text, parse_float=Decimal), settings)
    except tomllib.TOMLDecodeError as error:
        raise BadSettings(f"no TOML: {error}") from error
    except (AttributeError, KeyError, TypeError) as error:
        raise BadSettings(f"not of the shape of profiles.toml ({error})") from error


def with_threshold(settings: Settings, name: str, value: str) -> Settings:
    """Settings with another threshold. Raises `BadSettings`."""
    _known("threshold", (name,), settings.thresholds)
    return replace(settings, thresholds={**settings.thresholds, name: _number(name, value)})


def with_profile(settings: Settings, name: str) -> Settings:
    """Settings with one profile for every form. Raises `BadSettings`."""
    _known("profile", (name,), settings.profiles)
    return replace(settings, profile=name)


def _known(kind: str, names: Any, known: Mapping[str, Any]) -> None:
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


def _share(name: str, value: object) -> Decimal:
    number = _number(name, value)
    if number > 1:
        raise BadSettings(f"{name} has to be a share, 0 to 1, not {value}")
    return number


def _profile(name: str, told: Mapping[str, Any]) -> Profile:
    weights = {level: _number(f"{name}.{level}", weight) for level, weight in told.get("weights", {}).items()}
    _known("level", weights, dict.fromkeys(LEVELS))
    for kind, known in _RULES.items():
        _known(f"rule of {kind}", told[kind], dict.fromkeys(sorted(known)))
    return Profile(
        name,
        told.get("source", ""),
        weights,
        tuple(told["rules"]),
        tuple(told["execution"]),
        _share(f"{name}.partly", told["partly"]),
    )
