"""What the options ask for together."""

from __future__ import annotations

import codecs
import os
from contextlib import suppress
from pathlib import Path
from typing import Literal, NamedTuple, TypeVar

from selfeval_extract.checks.selection import ALL_CHECKS, CheckSelection
from selfeval_extract.limits import LIMITS, BadLimit, Limits, with_limits
from selfeval_extract.writers import (
    ENDINGS,
    FILES_ONLY,
    FORMATS,
    LANGUAGES,
    PACKAGE_FORMATS,
    TABLES,
    Format,
    Language,
    TableName,
)

SCREEN: Literal["screen"] = "screen"
"""The findings as a table for people, in place of the records."""
_FORMATS_OF = {"--table": ("csv", "parquet"), "--header": ("csv", "xlsx"), "--encoding": ("csv",)}
"""Option → the formats that it is for."""
ENCODINGS = ("utf-8", "utf-8-sig", "gb18030", "gbk")
L = TypeVar("L", bound=str)


class WrongUsage(Exception):
    """The call's fault: options that do not exist or do not fit together."""


class RunOptions(NamedTuple):
    """What to write: format, table, language of its header, encoding, whether a byte order mark goes first, where to (None:
    standard output), whether that is a folder for a data package, and the language of the findings' table; whether to show
    that table, to exit with an error if a check fails, and to leave personal data unmasked.

    And how: the number of workers (None: as many as processors), the limits, whether to resume an earlier run, and
    `resume_key`, what an earlier run must have in common with this one.
    """

    format: Format | Literal["screen"]
    table: TableName
    header: Language
    encoding: str
    bom: bool
    output: Path | None
    folder: bool = False
    language: Language = "zh"
    check: bool = False
    strict: bool = False
    personal: bool = False
    workers: int | None = None
    limits: Limits = LIMITS
    resume: bool = False
    resume_key: str = ""


def run_options(
    format: str | None,
    table: str | None,
    output: str | None,
    header: str | None,
    encoding: str | None,
    check: bool = False,
) -> RunOptions:
    """What the options ask for together. Raises `WrongUsage`."""
    given = _one_of("--format", format, FORMATS)
    name = _one_of("--table", table, TABLES)
    language = _one_of("--header", header, LANGUAGES)
    folder = output is not None and _is_folder(output)
    ending = None if output is None else (given or "csv") if folder else _format_of(output)
    if given and ending and given != ending:
        raise WrongUsage(f"-f {given} does not fit -o {output}: leave out one of them.")
    chosen = given or ending or (SCREEN if check and name is None else "json")
    if folder and chosen not in PACKAGE_FORMATS:
        raise WrongUsage(
            f"-f {chosen} does not fit -o {output}: the tables of a folder can be {', '.join(PACKAGE_FORMATS)}."
        )
    if chosen in FILES_ONLY and output is None:
        raise WrongUsage(f"-f {chosen} is no text for standard output: add -o FILE.{chosen}.")
    for option, value in (("--table", table), ("--header", None if check else header), ("--encoding", encoding)):
        formats = () if folder else _FORMATS_OF[option]
        if value is not None and chosen not in formats:
            what = "a folder has all tables as their schemas say" if folder else f"the format is {chosen}"
            raise WrongUsage(f"{option} is for {' and '.join(_FORMATS_OF[option])}; {what}.")
    codec, bom = _codec(encoding, is_csv_file=chosen == "csv" and output is not None)
    target = None if output is None else Path(output)
    usual: Language = "zh" if chosen == "xlsx" else "en"
    return RunOptions(chosen, name or "reports", language or usual, codec, bom, target, folder, language or "zh")


def check_selection(checks: str | None, thresholds: list[str], profile: str | None, file: str | None) -> CheckSelection:
    """The checks to run and their settings; the command line takes precedence over the file. Raises `WrongUsage`."""
    if not (checks or thresholds or profile or file):
        return ALL_CHECKS
    from selfeval_extract.checks.findings import UnknownCheck, choose
    from selfeval_extract.checks.settings import BadSettings, defaults, with_file, with_profile, with_threshold

    try:
        settings = with_file(defaults(), settings_text(file)) if file else defaults()
        for each in thresholds:
            name, _, value = each.partition("=")
            settings = with_threshold(settings, name.strip(), value.strip())
        if profile:
            settings = with_profile(settings, profile)
        return CheckSelection(tuple(choose(checks)) if checks else None, settings)
    except (BadSettings, UnknownCheck) as error:
        raise WrongUsage(f"{error}.") from error


def settings_text(file: str) -> str:
    """The text of a settings file. Raises `WrongUsage`."""
    try:
        return Path(file).read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise WrongUsage(f"--settings {file} cannot be read: {error}.") from error


def limits(given: list[str]) -> Limits:
    """The limits that the options set. Raises `WrongUsage`."""
    try:
        return with_limits(LIMITS, given)
    except BadLimit as error:
        raise WrongUsage(f"{error}.") from error


def _one_of(option: str, value: str | None, choices: tuple[L, ...]) -> L | None:
    if value is not None and value not in choices:
        raise WrongUsage(f"{option} {value} is unknown; it can be {', '.join(choices)}.")
    return value


def _format_of(output: str) -> Format:
    ending = Path(output).suffix
    if ending.lower() not in ENDINGS:
        raise WrongUsage(f"-o {output}: the ending has to be one of {', '.join(ENDINGS)}, or / for a folder.")
    return ENDINGS[ending.lower()]


def _is_folder(output: str) -> bool:
    """Whether a folder is meant: by a slash at the end, or because it exists."""
    return output.endswith(("/", os.sep)) or (Path(output).suffix.lower() not in ENDINGS and Path(output).is_dir())


def _codec(encoding: str | None, is_csv_file: bool) -> tuple[str, bool]:
    """The name of an encoding and whether a byte order mark goes first: Excel and WPS need it in a UTF-8 file."""
    if encoding is None:
        return "utf-8", is_csv_file
    with suppress(LookupError, ValueError):
        name = codecs.lookup(encoding).name
        if name in ENCODINGS:
            return name.removesuffix("-sig"), name.endswith("-sig")
    raise WrongUsage(f"--encoding {encoding} is unknown; it can be {', '.join(ENCODINGS)}.")
