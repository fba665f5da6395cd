"""Which entries of the vocabulary match a label: python -m selfeval_extract.vocabulary 标签 …

Every entry that matches is listed with its file, group and role. Of the entries of a label group the first one decides (`*`); the
others are what a broad wording hides. `--checks` lists the wordings of the checks as well.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from selfeval_extract.document import folded_text
from selfeval_extract.vocabulary.files import raw
from selfeval_extract.vocabulary.labels import LABEL_GROUPS, label_key
from selfeval_extract.vocabulary.topics import topic_phrase
from selfeval_extract.vocabulary.wording import category
from selfeval_extract.vocabulary.words import is_level


class Match(NamedTuple):
    """An entry that matches: where it stands, the wording, the characters that it matched, and whether it decides its group."""

    file: str
    group: str
    role: str
    wording: str
    matched: str
    decides: bool = False


def label_matches(label: str) -> Iterator[Match]:
    """The entries of the label groups that match the whole of a label, in the order in which they are asked."""
    key = label_key(folded_text(label))
    for group in LABEL_GROUPS:
        found = (match for name in group.names for match in _matches("labels.toml", name, key, whole=True))
        for n, match in enumerate(found):
            yield match._replace(group="+".join(group.names), decides=n == 0)


def text_matches(text: str, checks: bool = False) -> Iterator[Match]:
    """The entries of the other files that match a text: titles and the like the whole of it, the others a part."""
    folded = folded_text(text)
    for file in ("words.toml", "topics.toml", "amounts.toml", *(("checks.toml",) if checks else ())):
        for group in raw(file):
            yield from _matches(file, group, folded, whole=file == "words.toml")


def _matches(file: str, group: str, text: str, whole: bool) -> Iterator[Match]:
    for role, wordings in raw(file)[group].items():
        for wording in wordings:
            found = re.fullmatch(wording, text) if whole else re.search(wording, text)
            if found:
                yield Match(file, group, role, wording, found[0])


def described(label: str, checks: bool = False) -> Iterator[str]:
    """What the vocabulary makes of a label, line by line."""
    folded = folded_text(label)
    yield f"{label}: compared as {label_key(folded)}"
    for match in (*label_matches(label), *text_matches(label, checks)):
        mark = "*" if match.decides else " "
        yield f"  {mark} {match.file} [{match.group}] {match.role}: {match.wording}  ({match.matched})"
    topic, length = topic_phrase(folded)
    yield f"  as a heading: {topic or 'no topic'}" + (f", by {length} of {len(folded)} characters" if topic else "")
    yield f"  as a cell: {'a level' if is_level(folded) else 'no level'}; as a problem: {category(folded)}"


def main(arguments: Sequence[str] | None = None) -> None:
    """Print what the vocabulary makes of the labels given."""
    parser = argparse.ArgumentParser(prog="python -m selfeval_extract.vocabulary", description=__doc__)
    parser.add_argument("label", nargs="+", help="a label, heading or cell as it is printed")
    parser.add_argument("--checks", action="store_true", help="also the wordings that the checks look for")
    options = parser.parse_args(arguments)
    for label in options.label:
        print("\n".join(described(label, options.checks)))


if __name__ == "__main__":
    main()
