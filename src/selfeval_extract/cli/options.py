"""What the options ask for together."""

from __future__ import annotations

import codecs
import os
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from selfeval_extract.checks.selection import ALL_CHECKS, CheckSelection
from selfeval_extract.limits import LIMITS, BadLimit, Limits, with_limits
from selfeval_extract.writers import ENDINGS, FILES_ONLY, FORMATS, HEADERS, PACKAGE_FORMATS, TABLES

SCREEN = "screen"
"""The findings as a table for people, in place of the records."""
_FORMATS_OF = {"--table": ("csv", "parquet"), "--header": ("csv", "xlsx"), "--encoding": ("csv",)}
"""Option → the formats that it is for."""
ENCODINGS = ("utf-8", "utf-8-sig", "gb18030", "gbk")


class WrongUsage(Exception):
    """The call's fault: options that do not exist or do not go together."""


class Wanted(NamedTuple):
    """What is to be written: format, table and header of a table, encoding, where to (None: standard output; a folder gets a
    data package), the language of the findings' table; whether to show it, to be strict about it, and to leave personal data.

    And how: with how many workers (None: as the machine has processors), within which limits, going on with an earlier
    run or not; `options` is what an earlier run must have had in common with this one.
    """

    format: str
    table: str
    header: str
    encoding: str
    bom: bool
    output: Path | None
    folder: bool = False
    language: str = "zh"
    check: bool = False
    strict: bool = False
    personal: bool = False
    workers: int | None = None
    limits: Limits = LIMITS
    resume: bool = False
    options: str = ""


def settle(
    format: str | None,
    table: str | None,
    output: str | None,
    header: str | None,
    encoding: str | None,
    check: bool = False,
) -> Wanted:
    """What the options ask for together. Raises `WrongUsage`."""
    _one_of("--format", format, FORMATS)
    _one_of("--table", table, TABLES)
    _one_of("--header", header, HEADERS)
    folder = output is not None and _is_folder(output)
    ending = None if output is None else (format or "csv") if folder else _format_of(output)
    if format and ending and format != ending:
        raise WrongUsage(f"-f {format} does not fit -o {output}: leave out one of them.")
    chosen = format or ending or (SCREEN if check and table is None else "json")
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
    usual = "zh" if chosen == "xlsx" else "en"
    return Wanted(chosen, table or "reports", header or usual, codec, bom, target, folder, header or "zh")


def check_selection(checks: str | None, thresholds: list[str], profile: str | None, file: str | None) -> CheckSelection:
    """What the options say is to be checked, and by what; the command line goes before the file. Raises `WrongUsage`."""
    if not (checks or thresholds or profile or file):
        return ALL_CHECKS
    from selfeval_extract.checks.findings import UnknownCheck, choose
    from selfeval_extract.checks.settings import BadSettings, defaults, with_file, with_profile, with_threshold

    try:
        settings = with_file(defaults(), toml(file)) if file else defaults()
        for each in thresholds:
            name, _, value = each.partition("=")
            settings = with_threshold(settings, name.strip(), value.strip())
        if profile:
            settings = with_profile(settings, profile)
        return CheckSelection(tuple(choose(checks)) if checks else None, settings)
    except (BadSettings, UnknownCheck) as error:
        raise WrongUsage(f"{error}.") from error


def toml(file: str) -> str:
    """The text of a settings file. Raises `WrongUsage`."""
    try:
        return Path(file).read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise WrongUsage(f"--settings {file} cannot be read: {error}.") from error


def _one_of(option: str, value: str | None, choices: tuple[str, ...]) -> None:
    if value is not None and value not in choices:
        raise WrongUsage(f"{option} {value} is unknown; it can be {', '.join(choices)}.")


def _format_of(output: str) -> str:
    ending = Path(output).suffix
    if ending.lower() not in ENDINGS:
        raise WrongUsage(f"-o {output}: the ending has to be one of {', '.join(ENDINGS)}, or / for a folder.")
    return ENDINGS[ending.lower()]


def _is_folder(output: str) -> bool:
    """Whether a folder is meant: by a slash at the end, or because it is there."""
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


def limits(given: list[str]) -> Limits:
    """The limits that the options set. Raises `WrongUsage`."""
    try:
        return with_limits(LIMITS, given)
    except BadLimit as error:
        raise WrongUsage(f"{error}.") from error
