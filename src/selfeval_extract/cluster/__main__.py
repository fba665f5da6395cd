"""`python -m selfeval_extract.cluster PATH... OUT`: the same as `cluster.write`, for scripts and job submission."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from selfeval_extract import cluster
from selfeval_extract.cluster.rows import Summary
from selfeval_extract.errors import UnreadableFile
from selfeval_extract.limits import LIMITS, NAMES, BadLimit, with_limits

_DONE, _SOME_FAILED, _WRONG_USAGE = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Do it. Gives the exit status: 0 every file was read, 1 at least one failed, 2 wrong usage."""
    given = _parser().parse_args(arguments)
    try:
        limits = with_limits(LIMITS, given.limit)
        if given.ray is not None:
            cluster.use_ray(None if given.ray == "local" else given.ray)
        personal, workers = given.show_personal, given.jobs
        summary = cluster.write(given.path, given.out, limits=limits, personal=personal, workers=workers)
    except (BadLimit, UnreadableFile, cluster.NoEngine, cluster.WrongFolder, OSError) as error:
        print(error, file=sys.stderr)
        return _WRONG_USAGE
    print(_told(summary, given.out), file=sys.stderr)
    return _SOME_FAILED if summary.codes else _DONE


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m selfeval_extract.cluster",
        description="Read reports into a folder of Parquet files, on this machine or on Ray. See docs/cluster.md.",
    )
    parser.add_argument(
        "path", nargs="+", metavar="PATH", help="files, folders, patterns ('in/**/*.pdf'), s3://... URLs"
    )
    parser.add_argument("out", metavar="OUT", help="folder or URL for the Parquet files; what it holds is replaced")
    parser.add_argument("--ray", metavar="ADDRESS", help="run on the Ray cluster there; local: on one of this machine")
    parser.add_argument("-j", "--jobs", type=_positive, metavar="N", help="files read at a time; as many as processors")
    parser.add_argument(
        "--limit", action="append", default=[], metavar="NAME=N", help=f"what a file may ask for: {', '.join(NAMES)}"
    )
    parser.add_argument("--show-personal", action="store_true", help="do not mask mobile and identity numbers")
    return parser


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise ValueError
    return number


def _told(summary: Summary, out: str) -> str:
    read = [f"{number:,} {status}" for status, number in sorted(summary.statuses.items()) if status != "failed"]
    codes = ", ".join(f"{number:,} {code}" for code, number in sorted(summary.codes.items()))
    failed = [f"{summary.codes.total():,} failed ({codes})"] if codes else []
    return f"{summary.files:,} files in {out}: {', '.join(read + failed)}."


if __name__ == "__main__":
    sys.exit(main())
