"""The command: its arguments and options, and the exit status. What is done with a document is decided elsewhere."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated

import typer

from selfeval_extract import __version__
from selfeval_extract.cli.options import (
    ENCODINGS,
    RunOptions,
    WrongUsage,
    check_selection,
    limits,
    run_options,
    settings_text,
)
from selfeval_extract.cli.status import INTERRUPTED, WRONG_USAGE
from selfeval_extract.cli.streams import deliver, say, target_of
from selfeval_extract.formats import endings
from selfeval_extract.limits import NAMES
from selfeval_extract.writers import ENDINGS, FORMATS, LANGUAGES, TABLES

if TYPE_CHECKING:
    from selfeval_extract.checks.selection import CheckSelection

_EXAMPLES = """Examples:

\b
  selfeval-extract report.docx                           the record, as JSON
  selfeval-extract reports/ -o out.xlsx                  a workbook
  selfeval-extract reports/ -o tables/                   all tables, with their descriptions
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
            metavar="PATH", help=f"Files; folders, with every {endings('and')} below; - for standard input."
        ),
    ] = None,
    format: Annotated[
        str | None, typer.Option("--format", "-f", metavar="|".join(FORMATS), help="Output format; json if not given.")
    ] = None,
    table: Annotated[
        str | None,
        typer.Option(
            "--table", "-t", metavar="NAME", help=f"Table of CSV or Parquet: {', '.join(TABLES)}; reports if not given."
        ),
    ] = None,
    output: Annotated[
        str | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help=f"Write a file; its ending ({', '.join(ENDINGS)}) sets the format; or FOLDER/, all tables.",
        ),
    ] = None,
    header: Annotated[
        str | None,
        typer.Option("--header", metavar="|".join(LANGUAGES), help="Column titles of CSV or XLSX; zh for Chinese."),
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
    workers: Annotated[
        int | None,
        typer.Option("--jobs", "-j", metavar="N", min=1, help="Files read at a time; as many as processors."),
    ] = None,
    resume: Annotated[
        bool, typer.Option("--resume", help="Go on with an interrupted run of the same -o FILE and options.")
    ] = False,
    limit: Annotated[
        list[str] | None,
        typer.Option("--limit", metavar="NAME=N", help=f"How much a file may ask for: {', '.join(NAMES)}."),
    ] = None,
    schema: Annotated[bool, typer.Option("--schema", help="Print the JSON Schema of the record.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No messages about the inputs.")] = False,
    version: Annotated[
        bool, typer.Option("--version", help="Print the version.", callback=_show_version, is_eager=True)
    ] = False,
) -> None:
    """Read performance self-evaluation reports into records with evidence.

    Data go to standard output or to FILE, messages to standard error.
    """
    notify = (lambda message: None) if quiet else say
    try:
        options = run_options(format, table, output, header, encoding, check)._replace(
            check=check, strict=strict, personal=personal, workers=workers, resume=resume, limits=limits(limit or []),
        )  # fmt: skip
        if resume and output is None:
            raise WrongUsage("--resume goes on with the file of -o: add -o FILE.")
        if schema:
            status = print_schema(options, paths)
        else:
            selection = check_selection(checks, threshold or [], profile, settings)
            of_checks = [checks, threshold, profile, settings and settings_text(settings)]
            of_output = repr(options._replace(output=None, strict=False, workers=0, resume=False))
            options = options._replace(resume_key=json.dumps([__version__, of_checks, of_output]))
            status = read_all(paths or [], options, selection, notify, quiet)
    except WrongUsage as error:
        say(f"{error} See selfeval-extract --help.")
        status = WRONG_USAGE
    except KeyboardInterrupt:
        say("Interrupted.")
        status = INTERRUPTED
    raise typer.Exit(status)


def print_schema(options: RunOptions, paths: list[str] | None) -> int:
    """Write the JSON Schema of the record."""
    if paths or options.format != "json":
        raise WrongUsage("--schema stands alone or with -o FILE.json.")
    from selfeval_extract.record.schema import report_schema
    from selfeval_extract.writers.schemas import schema_text

    schema = schema_text(report_schema()).encode()
    return deliver(options.output, target_of(options.output), lambda out: out.write(schema))


def read_all(
    paths: list[str], options: RunOptions, checks: CheckSelection, notify: Callable[[str], None], quiet: bool
) -> int:
    """Read the inputs, check and write their records. Returns the exit status."""
    if not paths:
        raise WrongUsage("Nothing to read: give a file, a folder or - for standard input.")
    if "" in paths:
        raise WrongUsage("One of the paths is empty.")
    from selfeval_extract.batch.inputs import counted_endings, find
    from selfeval_extract.cli.running import Run

    found = find(paths)
    if found.left_out:
        kinds = counted_endings(found.left_out)
        notify(f"{found.left_out.total():,} other files are left out ({kinds}): only {endings('and')} are read.")
    return Run(found, options, checks, notify, quiet).run()
