"""Labels it was never told: every form of `../shared/reports` read without the words that only it uses.

    python -m tests.accuracy.leave_one_out              the table of docs/accuracy.md
    python -m tests.accuracy.leave_one_out -v NAME …    every miss of these forms, and the words that were taken away

Two ways to forget. *Entries*: the wordings of the vocabulary (regular expressions of labels.toml and words.toml) that
matched in this form and in none of the others are removed. *Labels*: stricter, every label that this form prints and
no other does is unknown, whichever wording would have matched it.
"""

from __future__ import annotations

import argparse
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import NamedTuple

import selfeval_extract.checks.rules
import selfeval_extract.pipeline  # noqa: F401 -- the same
from selfeval_extract.scoring import Known, Tally, known_documents, measure, merged, miss_lines
from selfeval_extract.structure.forms.column_alignment import fit
from selfeval_extract.vocabulary import files, labels, topics, words

ASKING = (labels, topics, words)
"""The modules that ask the vocabulary's groups."""

ROOT = Path(__file__).resolve().parents[2]
REAL = ROOT.parent / "shared" / "reports" / "real"
MADE = ROOT / "tests" / "corpus" / "made"
GROUPS = ("evaluations.indicators", "evaluations.funds")
FORMATS = ("docx", "pdf", "txt")
"""Those of the table."""


class Entry(NamedTuple):
    """A wording of the vocabulary."""

    file: str
    group: str
    role: str
    pattern: str


class Label(NamedTuple):
    """A printed label that a group of the vocabulary knows."""

    file: str
    group: str
    text: str


@dataclass
class Words:
    """What a form asked of the vocabulary and was answered, or what it is not to be told."""

    entries: set[Entry] = field(default_factory=set)
    labels: set[Label] = field(default_factory=set)


class _Role:
    """Stands for a role's pattern: notes every wording that matches, knows none of those forgotten."""

    def __init__(self, entries: Iterable[Entry], used: Words, forgotten: Words) -> None:
        self._entries = [(e, re.compile(e.pattern)) for e in entries if e not in forgotten.entries]
        self._used, self._labels = used, forgotten.labels

    def fullmatch(self, text: str) -> re.Match[str] | None:
        return self._first(text, lambda pattern: pattern.fullmatch(text))

    def match(self, text: str, start: int = 0) -> re.Match[str] | None:
        return self._first(text, lambda pattern: pattern.match(text, start))

    def search(self, text: str) -> re.Match[str] | None:
        return self._first(text, lambda pattern: pattern.search(text))

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        return chain.from_iterable(pattern.finditer(text) for _, pattern in self._entries)

    def _first(self, text: str, match: Callable[[re.Pattern[str]], re.Match[str] | None]) -> re.Match[str] | None:
        for entry, pattern in self._entries:
            label = Label(entry.file, entry.group, text)
            if label not in self._labels and (found := match(pattern)):
                self._used.entries.add(entry)
                self._used.labels.add(label)
                return found
        return None


class _Answer(NamedTuple):
    """The role whose pattern matched."""

    lastgroup: str


class _RolesInOne:
    """Stands for the pattern of all roles of a group (`files.roles_in_one`)."""

    def __init__(self, roles: dict[str, _Role]) -> None:
        self._roles = roles

    def fullmatch(self, text: str) -> _Answer | None:
        return next((_Answer(role) for role, pattern in self._roles.items() if pattern.fullmatch(text)), None)


@contextmanager
def without(forgotten: Words) -> Iterator[Words]:
    """Within it the vocabulary does not know what is forgotten; gives the words that are used."""
    used = Words()
    made: dict[str, dict[str, dict[str, _Role]]] = {}

    def groups(name: str) -> dict[str, dict[str, _Role]]:
        if name not in made:
            made[name] = {
                group: {
                    role: _Role([Entry(name, group, role, p) for p in patterns], used, forgotten)
                    for role, patterns in roles.items()
                }
                for group, roles in files.raw(name).items()
            }
        return made[name]

    def roles_in_one(name: str, group: str) -> _RolesInOne:
        return _RolesInOne(groups(name)[group])

    try:
        for module in ASKING:
            for replaced in (groups, roles_in_one):
                setattr(module, replaced.__name__, replaced)
        _forget_answers()
        yield used
    finally:
        for module in ASKING:
            module.groups, module.roles_in_one = files.groups, files.roles_in_one
        _forget_answers()


def _forget_answers() -> None:
    """Have all that remembers what it asked of the labels ask again."""
    of_groups = [asked for group in labels.LABEL_GROUPS for asked in (group.role, group._role_of)]
    for asked in (*of_groups, words.wording, words.check_words, words.is_level, topics.topic_phrase, fit):
        asked.cache_clear()


def forms() -> dict[str, list[Known]]:
    """The documents of ../shared/reports by form (the made ones from their copies here); those without indicators and
    funds are left out."""
    found: dict[str, list[Known]] = defaultdict(list)
    for folder in (REAL, MADE):
        for known in known_documents(folder):
            found[known.case].append(known)
    return dict(sorted(found.items()))


class Row(NamedTuple):
    """What became of a form's indicators and funds, by format, when words were forgotten; what they were, and misses."""

    form: str
    way: str
    forgotten: int
    counts: Tally
    details: list[str]


def rows(names: Sequence[str] = ()) -> Iterator[Row]:
    """Every form twice: without the entries, and without the labels, that only it uses."""
    known = forms()
    used: dict[str, Words] = {}
    for name, documents in known.items():
        with without(Words()) as words:
            for document in documents:
                measure(document)
        used[name] = words
    for name, documents in known.items():
        if names and not any(n in name for n in names):
            continue
        others = [words for other, words in used.items() if other != name]
        entries = used[name].entries - set().union(*(w.entries for w in others))
        labels = used[name].labels - set().union(*(w.labels for w in others))
        for way, forgotten in (("entries", Words(entries=entries)), ("labels", Words(labels=labels))):
            with without(forgotten):
                measured = [measure(document) for document in documents]
            counts = {
                f"{m.document.format} {group}": m.score.tally[group]
                for m in measured
                for group in GROUPS
                if group in m.score.tally
            }
            if counts:
                misses = [
                    f"{m.document.file.name}: {line}"
                    for m in measured
                    for line in miss_lines(x for x in m.score.misses if str(x.steps[0]) == "evaluations")
                ]
                words = sorted(map(str, forgotten.entries | forgotten.labels))
                yield Row(name, way, len(words), counts, words + misses)


def table(found: Iterable[Row]) -> Iterator[str]:
    """The rows as a Markdown table, with their sums by way."""
    yield "| Form | forgotten | indicators .docx | .pdf | .txt | funds .docx | .pdf | .txt |"
    yield "|---|---|---|---|---|---|---|---|"
    total: dict[str, list[Tally]] = defaultdict(list)
    for row in found:
        total[row.way].append(row.counts)
        yield _line(row.form, f"{row.forgotten} {row.way}", row.counts)
        yield from row.details
    for way, counts in total.items():
        yield _line("all", way, merged(counts))


def main() -> int:
    """Prints the table, with -v the misses of some forms in it."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("names", nargs="*")
    parser.add_argument("-v", action="store_true", help="what was forgotten, and every miss")
    options = parser.parse_args()
    for line in table(row if options.v else row._replace(details=[]) for row in rows(options.names)):
        print(line)
    return 0


def _line(form: str, forgotten: str, counts: Tally) -> str:
    cells = [
        f"{counts[at].f1:.3f}" if (at := f"{format} {group}") in counts else "–"
        for group in GROUPS
        for format in FORMATS
    ]
    return f"| {form} | {forgotten} | " + " | ".join(cells) + " |"


if __name__ == "__main__":
    raise SystemExit(main())
