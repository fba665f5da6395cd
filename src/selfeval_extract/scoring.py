"""Records against gold: precision, recall and F1 per group of fields, for anyone who has documents with known answers.

    python -m selfeval_extract.scoring GOLD.json RECORD.json [GOLD.json RECORD.json …]
    python -m selfeval_extract.scoring --documents FOLDER …

What is compared:

- Only what gold states. A leaf that gold leaves out is not looked at; one that it states as null must be null (a value
  there is a false positive); a stated value that is missing is a false negative; a wrong value is both. Two nulls count
  nothing.
- null and [] differ: gold [] ("there is none") wants [], gold null ("not mentioned") wants null. `evaluations` apart,
  where both mean that the document holds no self-evaluation.
- Numbers are compared exactly, as decimals. Text is compared after NFKC without white space and closing punctuation.
  Long prose (problems, measures, duties, goals, conclusions …) is right at 0.85 similarity; names, labels, titles and
  target and actual texts must be equal.
- Gold may give several answers, the best first: `"category_any": ["staffing", "institutions"]` takes each of them for
  `category`.
- A bracketed year behind a title and a code before a subject may be there or not.
- Lists are aligned by their items' names, in order; fund rows and evaluations that no name matches are paired by
  position. An item too many costs as many false positives as it has leaves.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from decimal import Decimal
from difflib import SequenceMatcher
from itertools import groupby, zip_longest
from pathlib import Path
from typing import Any, NamedTuple

from selfeval_extract.errors import ExtractionError
from selfeval_extract.formats import FORMAT_NAMES
from selfeval_extract.runtime.pattern_cache import regex

Json = Any
"""A JSON value as `json` reads it."""

ALL = "ALL"
GOLD_ENDING = ".gold.json"
ALIKE = 0.85
"""Similarity from which long prose counts as the same."""
_ANY = "_any"
"""The end of a key of gold that lists several answers, the best first."""
PAIRED = 0.5
"""Similarity of names from which two list items can be the same one."""

_NAMES = {
    "indicators": ("name", "target.text"),
    "funds": ("label",),
    "projects": ("name",),
    "functions": ("name",),
    "evaluations": ("subject", "title"),
    "problems": ("text",),
    "measures": ("text",),
}
_PAIRED_BY_POSITION = ("funds", "evaluations")
_PROSE = {"expected", "conclusion", "disclosure", "purpose", "cause", "problems", "measures"}
_HEADS = ("budget", "spending", "organisation", "problems", "measures")
_PARTS = {
    "funds": "evaluations.funds",
    "indicators": "evaluations.indicators",
    "goal": "evaluations.goal",
    "conclusion": "evaluations.closing",
    "problems": "evaluations.closing",
    "measures": "evaluations.closing",
    "total_weight": "evaluations.result",
    "total_score": "evaluations.result",
    "grade": "evaluations.result",
}
_NUMBER = regex(r"[-+]?\d+(\.\d+)?")
_OPTIONAL = {
    "title": regex(r"(?<!\s)\s*[(（]\s*\d[\d\s]*年度?\s*[)）]\s*$"),
    "subject": regex(r"^[0-9A-Z]{6,}\s*[-—]\s*"),
}
"""Field → what may be there or not: a bracketed year behind a title, a code before a subject."""

Step = str | int
Steps = tuple[Step, ...]
"""The way to a value in a record: names, positions in gold's lists, and `+n` for the n-th item that gold does not have."""


@dataclass(frozen=True, slots=True)
class Counts:
    """True positives, false positives and false negatives, and the figures made of them."""

    tp: int = 0
    fp: int = 0
    fn: int = 0

    def __add__(self, more: Counts) -> Counts:
        return Counts(self.tp + more.tp, self.fp + more.fp, self.fn + more.fn)

    @property
    def precision(self) -> float:
        """The share of what was found that is right; 1 where nothing was found."""
        return self.tp / (self.tp + self.fp) if self.tp + self.fp else 1.0

    @property
    def recall(self) -> float:
        """The share of what is there that was found; 1 where nothing is there."""
        return self.tp / (self.tp + self.fn) if self.tp + self.fn else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def data(self) -> dict[str, float]:
        """All figures by their names."""
        return {name: getattr(self, name) for name in ("tp", "fp", "fn", "precision", "recall", "f1")}


Tally = dict[str, Counts]
"""Counts by group of fields; `ALL` is their sum."""


class Miss(NamedTuple):
    """A place where a record is not what gold says."""

    steps: Steps
    gold: Json
    got: Json


class Score(NamedTuple):
    """A record's counts and misses."""

    tally: Tally
    misses: list[Miss]


class _Outcome(NamedTuple):
    """What one comparison adds to the counts of the group at `steps`, and the miss it is, if it is told."""

    steps: Steps
    counts: Counts
    miss: Miss | None = None


def score(gold: Json, record: Json) -> Score:
    """A record (as `Report.data()` or the command line gives it) against gold; None for one that there is not."""
    tally: Tally = {ALL: Counts()}
    misses = []
    for outcome in _compare(gold, record if isinstance(record, dict) else {}, ()):
        if outcome.miss is not None:
            misses.append(outcome.miss)
        if outcome.counts != Counts():
            for name in (group(outcome.steps), ALL):
                tally[name] = tally.get(name, Counts()) + outcome.counts
    return Score(tally, misses)


def merged(tallies: Iterable[Tally]) -> Tally:
    """The sum of several tallies, group by group."""
    total: Tally = {}
    for tally in tallies:
        for name, counts in tally.items():
            total[name] = total.get(name, Counts()) + counts
    return total


def group(steps: Steps) -> str:
    """The group of fields that a value is counted in."""
    names = [step for step in steps if isinstance(step, str) and not step.startswith("+")]
    if names[:1] == ["evaluations"]:
        return _PARTS.get(names[1], "evaluations.head") if len(names) > 1 else "evaluations.head"
    return names[0] if names and names[0] in _HEADS else "identity"


def _compare(gold: Json, got: Json, steps: Steps) -> Iterator[_Outcome]:
    if isinstance(gold, dict):
        yield from _compare_objects(gold, got, steps)
    elif isinstance(gold, list):
        yield from _compare_lists(gold, got, steps)
    elif gold is None:
        if got is not None and not (got == [] and steps[-1:] == ("evaluations",)):
            yield _Outcome(steps, Counts(fp=max(_leaves(got), 1)), Miss(steps, gold, got))
    elif got is None:
        yield _Outcome(steps, Counts(fn=1), Miss(steps, gold, got))
    elif same(gold, got, steps):
        yield _Outcome(steps, Counts(tp=1))
    else:
        yield _Outcome(steps, Counts(fp=1, fn=1), Miss(steps, gold, got))


def _compare_objects(gold: dict[str, Json], got: Json, steps: Steps) -> Iterator[_Outcome]:
    if not isinstance(got, dict):
        if got is not None and steps:
            yield _Outcome(steps, Counts(fp=1), Miss(steps, "an object", got))
        got = {}
    for key, value in gold.items():
        name = key.removesuffix(_ANY)
        if name != key:
            value = next((answer for answer in value if same(answer, got.get(name), (*steps, name))), value[0])
        yield from _compare(value, got.get(name), (*steps, name))


def _compare_lists(gold: list[Json], got: Json, steps: Steps) -> Iterator[_Outcome]:
    name = str(steps[-1]) if steps else ""
    if not isinstance(got, list):
        if got is not None:
            yield _Outcome(steps, Counts(fp=1), Miss(steps, "a list", got))
        elif not gold and name != "evaluations":
            yield _Outcome(steps, Counts(fn=1), Miss(steps, gold, got))
        got = []
    elif not gold and not got and name != "evaluations":
        yield _Outcome(steps, Counts(tp=1))
    for i, j in _aligned(gold, got, name):
        if i is not None:
            yield from _compare_items(gold[i], None if j is None else got[j], (*steps, i))
        elif j is not None:
            extra = _leaves(_restricted(got[j], gold[0] if gold else None))
            yield _Outcome(steps, Counts(fp=max(extra, 1)), Miss((*steps, f"+{j}"), "(no such item)", got[j]))


def _compare_items(gold: Json, got: Json, steps: Steps) -> Iterator[_Outcome]:
    """Two items of a list; one that is not there is told once, not leaf by leaf."""
    if got is not None:
        yield from _compare(gold, got, steps)
        return
    yield _Outcome(steps, Counts(), Miss(steps, gold, None))
    for outcome in _compare(gold, None, steps):
        yield outcome._replace(miss=None)


def _leaves(value: Json) -> int:
    """How many values that are not null a part of a record has."""
    if isinstance(value, dict):
        return sum(map(_leaves, value.values()))
    if isinstance(value, list):
        return sum(map(_leaves, value))
    return 0 if value is None else 1


def _restricted(item: Json, shape: Json) -> Json:
    """The part of an unexpected list item that gold would have looked at."""
    if isinstance(shape, dict) and isinstance(item, dict):
        return {key: _restricted(item.get(key), value) for key, value in shape.items()}
    return item


def same(gold: Json, got: Json, steps: Steps = ()) -> bool:
    """Whether two values count as equal at this place of the record."""
    last = next((step for step in reversed(steps) if isinstance(step, str)), "")
    if pattern := _OPTIONAL.get(last):
        gold, got = (pattern.sub("", value) if isinstance(value, str) else value for value in (gold, got))
    if isinstance(gold, bool) or isinstance(got, bool):
        return gold is got
    if _is_number(gold) != _is_number(got):
        return False
    a, b = _folded(gold), _folded(got)
    if a == b:
        return True
    return isinstance(a, str) and isinstance(b, str) and _is_prose(steps) and _similarity(a, b) >= ALIKE


def _is_number(value: Json) -> bool:
    return isinstance(value, int | float | Decimal)


def _folded(value: Json) -> Json:
    """A value in the form in which it is compared: a decimal where it is or reads as a number, else its bare text."""
    if value is None or isinstance(value, bool):
        return value
    if _is_number(value):
        return Decimal(str(value)).normalize()
    text = re.sub(r"[\s\u200b\ufeff]+", "", unicodedata.normalize("NFKC", str(value))).strip("。.;；,，、:：")
    return Decimal(text).normalize() if _NUMBER.fullmatch(text) else text


def _is_prose(steps: Steps) -> bool:
    names = [step for step in steps if isinstance(step, str)]
    last = names[-1] if names else ""
    if last == "text":
        return names[0] in ("problems", "measures")
    return ("goal" in names) if last == "actual" else (last in _PROSE or "duties" in names)


def _similarity(a: str, b: str) -> float:
    return SequenceMatcher(None, a, b, autojunk=False).ratio()


Pair = tuple[int | None, int | None]
"""Positions of an item in gold and in the record; None where it has no counterpart."""


def _aligned(gold: Sequence[Json], got: Sequence[Json], name: str) -> list[Pair]:
    """Pairs of items, in order, with the best sum of the similarities of their names."""
    alike = [[_similarity(_key(a, name), _key(b, name)) for b in got] for a in gold]
    best = _best_sums(alike, len(gold), len(got))
    pairs: list[Pair] = []
    i = j = 0
    while i < len(gold) or j < len(got):
        inside = i < len(gold) and j < len(got)
        if inside and alike[i][j] >= PAIRED and best[i][j] == alike[i][j] + best[i + 1][j + 1]:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif i < len(gold) and (j >= len(got) or best[i][j] == best[i + 1][j]):
            pairs.append((i, None))
            i += 1
        else:
            pairs.append((None, j))
            j += 1
    return _paired_by_position(pairs) if name in _PAIRED_BY_POSITION else pairs


def _best_sums(alike: list[list[float]], n: int, m: int) -> list[list[float]]:
    """For each pair of positions the best sum that the items from there on can reach."""
    best = [[0.0] * (m + 1) for _ in range(n + 1)]
    for i in reversed(range(n)):
        for j in reversed(range(m)):
            pair = alike[i][j] + best[i + 1][j + 1] if alike[i][j] >= PAIRED else -1.0
            best[i][j] = max(best[i + 1][j], best[i][j + 1], pair)
    return best


def _paired_by_position(pairs: list[Pair]) -> list[Pair]:
    """Between two matches, what is left over is paired in order: a label read wrongly costs one leaf, not the row."""
    done: list[Pair] = []
    for incomplete, some in groupby(pairs, lambda pair: None in pair):
        run = list(some)
        if incomplete:
            run = list(zip_longest((i for i, _ in run if i is not None), (j for _, j in run if j is not None)))
        done += run
    return done


def _key(item: Json, name: str) -> str:
    """What a list item is known by."""
    if not isinstance(item, dict):
        return str(_folded(item))
    return "|".join(_name_part(item, way) for way in _NAMES.get(name, ("name", "text")))


def _name_part(item: Json, way: str) -> str:
    for step in way.split("."):
        item = item.get(step) if isinstance(item, dict) else None
    return "" if item is None else str(_folded(item))


class Known(NamedTuple):
    """A document with its gold: the name of the case, the format, the file, and the gold's file."""

    case: str
    format: str
    file: Path
    gold: Path


class Measured(NamedTuple):
    """A document's score, and why there is no record of it, if there is none."""

    document: Known
    score: Score
    failure: str | None = None


def known_documents(folder: Path, formats: Sequence[str] = FORMAT_NAMES) -> list[Known]:
    """Every document of a folder that has a NAME.gold.json beside it."""
    return [
        Known(gold.name.removesuffix(GOLD_ENDING), format, file, gold)
        for gold in sorted(folder.glob("*" + GOLD_ENDING))
        for format in formats
        if (file := gold.with_name(f"{gold.name.removesuffix(GOLD_ENDING)}.{format}")).exists()
    ]


def measure(document: Known) -> Measured:
    """Extract a document and score its record; one that cannot be read is a complete miss."""
    from selfeval_extract.checks.selection import NO_CHECKS
    from selfeval_extract.pipeline import extract

    gold = load(document.gold)
    try:
        return Measured(document, score(gold, extract(document.file, NO_CHECKS).data()))
    except ExtractionError as error:
        return Measured(document, score(gold, None), f"{error.code}: {error.message}")
    except Exception as error:  # whatever it is, the other documents are measured
        return Measured(document, score(gold, None), f"{type(error).__name__}: {error}")


def measure_all(documents: Sequence[Known], jobs: int | None = None) -> list[Measured]:
    """`measure` for several documents, in as many processes as there are processors, or `jobs`; in order."""
    jobs = min(jobs or os.cpu_count() or 1, max(len(documents), 1))
    if jobs == 1:
        return [measure(document) for document in documents]
    with ProcessPoolExecutor(jobs) as pool:
        return list(pool.map(measure, documents))


def load(path: Path) -> Json:
    """A gold file or a record; of a list the first item. Raises `OSError` or `ValueError`."""
    value = json.loads(path.read_text("utf-8"), parse_float=Decimal)
    return value[0] if isinstance(value, list) and value else value


def miss_lines(misses: Iterable[Miss], indent: str = "") -> Iterator[str]:
    """Misses for people: where, what gold says, what the record says."""
    for miss in misses:
        yield f"{indent}/{'/'.join(map(str, miss.steps))}"
        yield f"{indent}      gold {_short(miss.gold)}"
        yield f"{indent}      got  {_short(miss.got)}"


def _short(value: Json) -> str:
    text = json.dumps(value, ensure_ascii=False, default=float)
    return text if len(text) <= 110 else text[:107] + "..."


def tally_lines(tally: Tally) -> Iterator[str]:
    """A tally as a table, a group a line."""
    yield f"{'group':24s} {'P':>7s} {'R':>7s} {'F1':>7s}   tp / fp / fn"
    for name in _ordered(tally):
        c = tally[name]
        yield f"{name:24s} {c.precision:7.4f} {c.recall:7.4f} {c.f1:7.4f}   {c.tp} / {c.fp} / {c.fn}"


def _ordered(groups: Iterable[str]) -> list[str]:
    return sorted(set(groups), key=lambda name: (name == ALL, name))


def by_format(measured: Iterable[Measured]) -> dict[str, Tally]:
    """The merged tally of each format."""
    found: dict[str, list[Tally]] = {}
    for one in measured:
        found.setdefault(one.document.format, []).append(one.score.tally)
    return {format: merged(found[format]) for format in sorted(found)}


def report_lines(measured: Sequence[Measured], verbose: bool = False) -> Iterator[str]:
    """Failures, misses if wanted, then F1 per case and format, per group and format, and all figures."""
    for one in measured:
        if one.failure:
            yield f"!! {one.document.file}: {one.failure}"
        elif verbose and one.score.misses:
            yield f"== {one.document.file}: {len(one.score.misses)} misses"
            yield from miss_lines(one.score.misses, "   ")
    formats = by_format(measured)
    cases: dict[str, dict[str, Tally]] = {}
    for one in measured:
        folder = one.document.file.parent.name
        cases.setdefault(f"{folder}/{one.document.case}", {})[one.document.format] = one.score.tally
    yield from _grid("F1 per case", formats, {name: {f: t[ALL] for f, t in row.items()} for name, row in cases.items()})
    groups = _ordered(name for tally in formats.values() for name in tally)
    yield from _grid(
        "F1 per group and format",
        formats,
        {name: {f: t[name] for f, t in formats.items() if name in t} for name in groups},
    )
    yield f"\noverall ({len(measured)} documents, {sum(one.failure is not None for one in measured)} failed)"
    yield from tally_lines(merged(formats.values()))


def _grid(title: str, formats: Iterable[str], rows: dict[str, dict[str, Counts]]) -> Iterator[str]:
    formats = list(formats)
    yield f"\n{title:38s}" + "".join(f"{format:>9s}" for format in [*formats, "all"])
    for name, row in rows.items():
        total = sum(row.values(), Counts())
        figures = [f"{row[format].f1:9.4f}" if format in row else f"{'-':>9s}" for format in formats]
        yield f"{name:38s}" + "".join(figures) + f"{total.f1:9.4f}"


def report_data(measured: Sequence[Measured]) -> dict[str, Json]:
    """The same as JSON: each document, each format and group, and the failures."""
    formats = by_format(measured)
    return {
        "documents": {one.document.file.as_posix(): one.score.tally[ALL].data() for one in measured},
        "formats": {format: tally_data(tally) for format, tally in formats.items()},
        "overall": tally_data(merged(formats.values())),
        "failures": {one.document.file.as_posix(): one.failure for one in measured if one.failure},
    }


def tally_data(tally: Tally) -> dict[str, dict[str, float]]:
    """A tally as JSON."""
    return {name: tally[name].data() for name in _ordered(tally)}


def main(arguments: Sequence[str] | None = None) -> int:
    """The command. Gives the exit status: 0 done, 1 a document could not be read, 2 wrong usage."""
    parser = argparse.ArgumentParser(
        prog="python -m selfeval_extract.scoring", description="Score records, or the extractor, against gold."
    )
    parser.add_argument("paths", nargs="+", metavar="PATH", type=Path, help="GOLD.json RECORD.json …, or folders")
    parser.add_argument(
        "--documents", action="store_true", help="paths are folders: extract every document beside a NAME.gold.json"
    )
    parser.add_argument("--format", default=",".join(FORMAT_NAMES), help="formats of --documents, joined with commas")
    parser.add_argument("--jobs", type=int, default=None, help="processes of --documents; as many as processors")
    parser.add_argument("-v", "--verbose", action="store_true", help="list every miss first")
    parser.add_argument("--json", action="store_true", help="the figures as JSON")
    options = parser.parse_args(arguments)
    if options.documents:
        return _score_documents(parser, options)
    if len(options.paths) % 2:
        parser.error("give pairs: GOLD.json RECORD.json …")
    scores = []
    for gold, record in zip(options.paths[::2], options.paths[1::2], strict=True):
        try:
            scores.append(score(load(gold), load(record)))
        except (OSError, ValueError) as error:
            parser.error(f"{gold}, {record}: {error}")
    tally = merged(one.tally for one in scores)
    misses = [miss for one in scores for miss in one.misses] if options.verbose and not options.json else []
    lines = [*miss_lines(misses), *([json.dumps(tally_data(tally))] if options.json else tally_lines(tally))]
    print(*lines, sep="\n")
    return 0


def _score_documents(parser: argparse.ArgumentParser, options: argparse.Namespace) -> int:
    formats = [format.strip() for format in options.format.split(",")]
    documents = [known for folder in options.paths for known in known_documents(folder, formats)]
    if not documents:
        parser.error(f"no document with a NAME{GOLD_ENDING} beside it in {', '.join(map(str, options.paths))}")
    measured = measure_all(documents, options.jobs)
    if options.json:
        print(json.dumps(report_data(measured), ensure_ascii=False))
    else:
        print(*report_lines(measured, options.verbose), sep="\n")
    return 1 if any(one.failure for one in measured) else 0


if __name__ == "__main__":
    sys.exit(main())
