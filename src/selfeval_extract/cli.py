"""The command line: arguments, streams and exit statuses. What is done with a document is decided elsewhere.

Standard output is data, in UTF-8 whatever the console's code page; standard error is for people. Everything that knows
the record is imported when there is something to read, so that `--help` answers at once.
"""

from __future__ import annotations

import codecs
import errno
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, BinaryIO, TextIO

import typer

from selfeval_extract import __version__
from selfeval_extract.writers import ENDINGS, FORMATS, HEADERS, TABLES
from selfeval_extract.writers.visible import visible

if TYPE_CHECKING:
    from rich.console import Console

    from selfeval_extract.batch import Found
    from selfeval_extract.checks.findings import Review
    from selfeval_extract.record.models import Failure, Report

DONE, SOME_FAILED, WRONG_USAGE, FINDINGS, INTERRUPTED = 0, 1, 2, 3, 130
SCREEN = "screen"
"""The findings as a table for people, in place of the records."""
ENCODINGS = ("utf-8", "utf-8-sig", "gb18030", "gbk")
_CLOSED = (errno.EPIPE, errno.EINVAL)
_EXAMPLES = """Examples:

\b
  selfeval-extract report.docx                           the record, as JSON
  selfeval-extract reports/ -o out.csv                   a table for a spreadsheet
  selfeval-extract reports/ -f csv -t indicators         all indicators, a row each
  selfeval-extract reports/ -f jsonl > records.jsonl     a record a line
  cat report.pdf | selfeval-extract -                    from standard input
  selfeval-extract report.docx --check                   what does not add up, as a table
  selfeval-extract reports/ --check --strict             the same, for scripts
  selfeval-extract reports/ --checks AMT,SCR,-AMT-10     only these checks

\b
Exit status: 0 every input was read, 1 at least one failed, 2 wrong usage,
3 with --strict: a check of severity error fails, 130 interrupted.
"""


class WrongUsage(Exception):
    """The call's fault: options that do not exist or do not go together."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be written: format, table and header of a CSV file, encoding, where to (None: standard output), the
    language of the findings' table; whether to show it, to be strict about it, and to leave personal data."""

    format: str
    table: str
    header: str
    encoding: str
    bom: bool
    output: Path | None
    language: str = "zh"
    check: bool = False
    strict: bool = False
    personal: bool = False


app = typer.Typer(
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _show_version(asked: bool) -> None:
    if asked:
        typer.echo(f"selfeval-extract {__version__}")
        raise typer.Exit


@app.command(epilog=_EXAMPLES)
def command(
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="PATH", help="Files; folders, with every .docx, .pdf and .txt below; - for standard input."
        ),
    ] = None,
    format: Annotated[
        str | None, typer.Option("--format", "-f", metavar="|".join(FORMATS), help="Output format; json if not given.")
    ] = None,
    table: Annotated[
        str | None,
        typer.Option(
            "--table", "-t", metavar="NAME", help=f"Table of a CSV: {', '.join(TABLES)}; reports if not given."
        ),
    ] = None,
    output: Annotated[
        str | None,
        typer.Option(
            "--output", "-o", metavar="FILE", help=f"Write a file; its ending ({', '.join(ENDINGS)}) sets the format."
        ),
    ] = None,
    header: Annotated[
        str | None, typer.Option("--header", metavar="|".join(HEADERS), help="Column titles of a CSV; zh for Chinese.")
    ] = None,
    encoding: Annotated[
        str | None, typer.Option("--encoding", metavar="NAME", help=f"Encoding of a CSV: {', '.join(ENCODINGS)}.")
    ] = None,
    check: Annotated[
        bool,
        typer.Option("--check", help="Show the findings as a table; with -f or -o on standard error, beside the data."),
    ] = False,
    strict: Annotated[bool, typer.Option("--strict", help="Exit with 3 if a check of severity error fails.")] = False,
    checks: Annotated[
        str | None, typer.Option("--checks", metavar="ID,GROUP,-ID", help="The checks to do, or with - to leave out.")
    ] = None,
    threshold: Annotated[
        list[str] | None,
        typer.Option("--threshold", metavar="NAME=VALUE", help="A threshold of the checks; see docs/checks.md."),
    ] = None,
    profile: Annotated[
        str | None,
        typer.Option("--profile", metavar="NAME", help="Scoring rules for every form, not chosen by its weights."),
    ] = None,
    settings: Annotated[
        str | None,
        typer.Option("--settings", metavar="FILE.toml", help="Thresholds, grades and profiles; see docs/checks.md."),
    ] = None,
    personal: Annotated[bool, typer.Option("--show-personal", help="Do not mask mobile and identity numbers.")] = False,
    schema: Annotated[bool, typer.Option("--schema", help="Print the JSON Schema of the record.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No messages about the inputs.")] = False,
    version: Annotated[
        bool, typer.Option("--version", help="Print the version.", callback=_show_version, is_eager=True)
    ] = False,
) -> None:
    """Read performance self-evaluation reports (.docx, .pdf, .txt) into records with evidence.

    Data go to standard output or to FILE, messages to standard error.
    """
    tell = _silent if quiet else say
    try:
        wanted = settle(format, table, output, header, encoding, check)
        wanted = replace(wanted, check=check, strict=strict, personal=personal)
        if schema:
            status = print_schema(wanted, paths)
        else:
            status = run(paths or [], wanted, review(checks, threshold or [], profile, settings), tell)
    except WrongUsage as error:
        say(f"{error} See selfeval-extract --help.")
        status = WRONG_USAGE
    except KeyboardInterrupt:
        say("Interrupted.")
        status = INTERRUPTED
    raise typer.Exit(status)


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
    ending = None if output is None else _format_of(output)
    if format and ending and format != ending:
        raise WrongUsage(f"-f {format} does not fit -o {output}: leave out one of them.")
    chosen = format or ending or (SCREEN if check and table is None else "json")
    for option, value in (("--table", table), ("--header", None if check else header), ("--encoding", encoding)):
        if value is not None and chosen != "csv":
            raise WrongUsage(f"{option} is for CSV and the format is {chosen}: add -f csv.")
    codec, bom = _codec(encoding, is_csv_file=chosen == "csv" and output is not None)
    target = None if output is None else Path(output)
    return Wanted(chosen, table or "reports", header or "en", codec, bom, target, header or "zh")


def review(checks: str | None, thresholds: list[str], profile: str | None, file: str | None) -> Review:
    """What the options say is to be checked, and by what; the command line goes before the file. Raises `WrongUsage`."""
    from selfeval_extract.checks.findings import ALL, Review, UnknownCheck, choose

    if not (checks or thresholds or profile or file):
        return ALL
    from selfeval_extract.checks.settings import BadSettings, defaults, with_file, with_profile, with_threshold

    try:
        settings = with_file(defaults(), _toml(file)) if file else defaults()
        for each in thresholds:
            name, _, value = each.partition("=")
            settings = with_threshold(settings, name.strip(), value.strip())
        if profile:
            settings = with_profile(settings, profile)
        return Review(tuple(choose(checks)) if checks else None, settings)
    except (BadSettings, UnknownCheck) as error:
        raise WrongUsage(f"{error}.") from error


def _toml(file: str) -> str:
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
        raise WrongUsage(f"-o {output}: the ending has to be one of {', '.join(ENDINGS)}.")
    return ENDINGS[ending.lower()]


def _codec(encoding: str | None, is_csv_file: bool) -> tuple[str, bool]:
    """The name of an encoding and whether a byte order mark goes first: Excel and WPS need it in a UTF-8 file."""
    if encoding is None:
        return "utf-8", is_csv_file
    with suppress(LookupError, ValueError):
        name = codecs.lookup(encoding).name
        if name in ENCODINGS:
            return name.removesuffix("-sig"), name.endswith("-sig")
    raise WrongUsage(f"--encoding {encoding} is unknown; it can be {', '.join(ENCODINGS)}.")


def print_schema(wanted: Wanted, paths: list[str] | None) -> int:
    """Write the JSON Schema of the record."""
    if paths or wanted.format != "json":
        raise WrongUsage("--schema stands alone or with -o FILE.json.")
    from selfeval_extract.record.schema import report_schema
    from selfeval_extract.writers.schemas import schema_text

    return deliver([schema_text(report_schema())], wanted, say)


def run(paths: list[str], wanted: Wanted, review: Review, tell: Callable[[str], None]) -> int:
    """Read the inputs, check and write their records. Gives the exit status."""
    if not paths:
        raise WrongUsage("Nothing to read: give a file, a folder or - for standard input.")
    if "" in paths:
        raise WrongUsage("One of the paths is empty.")
    from selfeval_extract.batch import endings, find, outcome

    found = find(paths)
    if found.left_out:
        kinds = endings(found.left_out)
        tell(f"{found.left_out.total()} other files are left out ({kinds}): only .docx, .pdf and .txt are read.")
    from selfeval_extract.record.masking import masked

    statuses = {DONE}

    def reports() -> Iterator[Report]:
        for item in found.inputs:
            report = outcome(item, review)
            if report.error is not None:
                statuses.add(SOME_FAILED)
                tell(failure(report.source.name, report.error))
            if wanted.strict and any(f.outcome == "fail" and f.severity == "error" for f in report.checks):
                statuses.add(FINDINGS)
            yield report if wanted.personal else masked(report)

    records: Iterator[Report] = reports()
    if wanted.check and wanted.format != SCREEN:
        records = beside(records, wanted)
    undelivered = deliver(texts(records, found, wanted), wanted, tell)
    return undelivered or next(s for s in (SOME_FAILED, FINDINGS, DONE) if s in statuses)


def beside(reports: Iterator[Report], wanted: Wanted) -> Iterator[Report]:
    """The same reports; their findings, as a table, go to standard error as they pass."""
    from selfeval_extract.writers.screen import Screen

    table = Screen(wanted.language, sys.stderr is not None and sys.stderr.isatty(), _width(sys.stderr))
    for report in reports:
        _on_screen(table.of(report))
        yield report
    _on_screen(table.together())


def _on_screen(text: str) -> None:
    if sys.stderr is None:
        return
    try:
        sys.stderr.write(text)
        sys.stderr.flush()
    except OSError:
        _let_go(sys.stderr)


def _width(stream: TextIO | None) -> int | None:
    """How wide a stream's terminal is; None where it is none, so that a file never depends on a terminal."""
    with suppress(OSError, ValueError, AttributeError):
        if stream is not None:
            return os.get_terminal_size(stream.fileno()).columns
    return None


def failure(name: str, error: Failure) -> str:
    """A failure in a line: the code, the file, what happened and what a person can do."""
    file = "" if name in error.message else f"{name}: "
    return f"{error.code}: {file}{error.message}"


def texts(reports: Iterator[Report], found: Found, wanted: Wanted) -> Iterable[str]:
    """The records as pieces of text, each as soon as its input is read."""
    if wanted.format == SCREEN:
        from selfeval_extract.writers.screen import screen

        return screen(reports, wanted.language, sys.stdout is not None and sys.stdout.isatty(), _width(sys.stdout))
    if wanted.format == "csv":
        from selfeval_extract.writers.csvtext import csv_table

        return csv_table(reports, wanted.table, wanted.header)
    from selfeval_extract.writers.jsontext import json_array, json_lines, json_record

    if wanted.format == "jsonl":
        return json_lines(reports)
    return map(json_record, reports) if found.single else json_array(reports)


def deliver(pieces: Iterable[str], wanted: Wanted, tell: Callable[[str], None]) -> int:
    """Write pieces of text where they are wanted. Gives the exit status as far as writing goes."""
    lost = 0
    started = False
    try:
        with _target(wanted.output) as out:
            started = True
            if wanted.bom:
                out.write(codecs.BOM_UTF8)
            for piece in pieces:
                data, foreign = encode(piece, wanted.encoding)
                lost += foreign
                out.write(data)
                out.flush()
    except OSError as error:
        if wanted.output is None and error.errno in _CLOSED:
            _let_go(sys.stdout)  # whoever reads has enough: no message, and no second try when the program ends
            return DONE
        say(f"Cannot write to {wanted.output or 'standard output'}: {error.strerror or error}.")
        return SOME_FAILED if started else WRONG_USAGE
    if lost:
        tell(f"{lost} characters do not exist in {wanted.encoding}; they are written as ?.")
    return DONE


@contextmanager
def _target(output: Path | None) -> Iterator[BinaryIO]:
    if output is None:
        if sys.stdout is None:
            raise OSError(errno.EBADF, "it is closed")
        yield sys.stdout.buffer
        return
    from selfeval_extract.writers.wholefile import whole_file

    with whole_file(output) as file:
        yield file


def encode(text: str, encoding: str) -> tuple[bytes, int]:
    """A text's bytes, with ? for characters that the encoding does not have, and how many these are."""
    try:
        return text.encode(encoding), 0
    except UnicodeEncodeError:
        data = text.encode(encoding, "replace")
        return data, data.decode(encoding).count("?") - text.count("?")


def _let_go(stream: TextIO) -> None:
    """Point a stream that nobody reads at nothing, so that what it still holds does no harm when the program ends."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def say(message: str) -> None:
    """A line for people on standard error, without the characters that could change what a terminal shows."""
    if sys.stderr is None:
        return
    from rich.text import Text

    line = Text.assemble(("selfeval-extract: ", "dim"), visible(message))
    try:
        _screen().print(line, soft_wrap=True)
        sys.stderr.flush()
    except OSError:  # nobody reads it
        _let_go(sys.stderr)


def _screen() -> Console:
    """Standard error, dressed up only where it is a terminal: the characters are the same everywhere."""
    from rich.console import Console

    class Screen(Console):
        def on_broken_pipe(self) -> None:
            raise BrokenPipeError  # rich would end the program, but the data are still wanted

    return Screen(stderr=True, force_terminal=sys.stderr.isatty(), markup=False, highlight=False, emoji=False)


def _silent(message: str) -> None:
    """What `say` is under `--quiet`."""
