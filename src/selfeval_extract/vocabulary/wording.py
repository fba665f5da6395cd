"""What a sentence says by its wording alone: its role in a report (a problem, a cause, a measure …) and, of a problem or measure,
what it is about.

Two linear models, which `training/train.py` makes from sentences written for the purpose. A text's features are its
characters, its pairs of characters and the words that jieba cuts it into; a model gives each feature a weight for each
answer, and the answer with the largest sum is the model's. The weights are whole numbers in `sentence_roles.tsv` and
`categories.tsv`, so that every machine adds up the same. `python -m selfeval_extract.vocabulary.wording 句子` shows which
features decide.
"""

from __future__ import annotations

import argparse
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from math import sqrt
from operator import mul
from typing import Generic, NamedTuple, TypeVar, cast

from selfeval_extract.document import folded_text
from selfeval_extract.runtime.pattern_cache import regex
from selfeval_extract.vocabulary.roles import Category, SentenceRole
from selfeval_extract.vocabulary.segment import Segmenter

Answer = TypeVar("Answer", bound=str)
_NUMBER = regex(r"\d[\d,.]*")
_MARKS = regex(r"[^0-9a-z%一-鿿]+")
_REMEMBERED = 500
_WORD = "="
"""Before a feature that is one of jieba's words."""


class Judgement(NamedTuple, Generic[Answer]):
    """A model's answer for a text, and how far it is ahead of the second one."""

    answer: Answer
    lead: float


class Model(NamedTuple, Generic[Answer]):
    """A linear model: its answers, what each of them begins with, and the weights of each feature."""

    answers: Sequence[Answer]
    bias: Sequence[int]
    rows: Sequence[str]
    """The lines of the features, in order: feature, rarity and weights. Only those of features that occur are ever parsed."""
    segmenter: Segmenter
    parsed: dict[str, list[int]]
    """The rows of features that have occurred."""

    def judge(self, found: Mapping[str, Sequence[int]]) -> Judgement[Answer]:
        """The answer for a text with these features."""
        scores = self.scores(found)
        second, first = sorted(scores)[-2:]
        return Judgement(self.answers[scores.index(first)], (first - second) / 100)

    def scores(self, found: Mapping[str, Sequence[int]]) -> list[float]:
        """What each answer comes to for a text with these features, in hundredths."""
        rows = list(found.values())
        if not rows:
            return list(map(float, self.bias))
        rarity, *weights = zip(*rows, strict=True)  # a column for each answer
        length = sqrt(sum(map(mul, rarity, rarity)))
        return [bias + sum(map(mul, rarity, column)) / length for bias, column in zip(self.bias, weights, strict=True)]

    def found(self, folded: str) -> dict[str, list[int]]:
        """The features of a folded text that the model knows: rarity, then the weight for each answer."""
        found: dict[str, list[int]] = {}
        for feature in features(folded, self.segmenter):
            row = self.parsed.get(feature)
            if row is None and (line := self._line(feature)):
                row = self.parsed[feature] = [int(number or 0) for number in line.split("\t")[1:]]
            if row is not None:
                found[feature] = row
        return found

    def _line(self, feature: str) -> str | None:
        """The line of a feature, None if the model does not know it."""
        head = f"{feature}\t"
        at = bisect_left(self.rows, head)
        return self.rows[at] if at < len(self.rows) and self.rows[at].startswith(head) else None


def features(folded: str, segmenter: Segmenter) -> dict[str, None]:
    """The features of a folded text, each once. Numbers count as 0, punctuation and the two ends as |."""
    text = f"|{_MARKS.sub('|', _NUMBER.sub('0', folded.lower())).strip('|')}|"
    pairs = (text[at : at + 2] for at in range(len(text) - 1))
    return dict.fromkeys([*text, *pairs, *(_WORD + word for word in segmenter.words(text))])


@lru_cache(_REMEMBERED)
def role(folded: str) -> Judgement[SentenceRole]:
    """What a folded sentence tells by its wording."""
    model = _model("sentence_roles.tsv")
    return cast("Judgement[SentenceRole]", model.judge(model.found(folded)))


def category(*folded: str) -> Category:
    """What a folded problem or measure is about, or a problem and its measure together, by the sum of what the model says of
    each; `other` if no word of them is known."""
    known = [scores for text in folded if (scores := _category_scores(text))]
    totals = list(map(sum, zip(*known, strict=True)))
    return cast("Category", _model("categories.tsv").answers[totals.index(max(totals))]) if totals else "other"


def category_lead(folded: str) -> float:
    """How far the category of a folded problem or measure is ahead of the second one, 0 if no word of it is known."""
    scores = sorted(_category_scores(folded))
    return (scores[-1] - scores[-2]) / 100 if scores else 0.0


@lru_cache(_REMEMBERED)
def _category_scores(folded: str) -> Sequence[float]:
    """What each category comes to for a folded text, empty if no word of it is known."""
    model = _model("categories.tsv")
    found = model.found(folded)
    return model.scores(found) if found.keys() - {"|"} else ()


@cache
def _model(name: str) -> Model[str]:
    lines = files(__package__).joinpath(name).read_text("utf-8").splitlines()
    head, bias, *rows = lines
    words = rows[bisect_left(rows, _WORD) : bisect_left(rows, chr(ord(_WORD) + 1))]
    segmenter = Segmenter([word for row in words if (word := row.partition("\t")[0][1:])])
    return Model(head.split("\t")[2:], [int(b) for b in bias.split("\t")[2:]], rows, segmenter, {})


def explained(sentence: str) -> Iterable[str]:
    """The answers of both models for a sentence, and the features that decide each."""
    folded = folded_text(sentence)
    for name in ("sentence_roles.tsv", "categories.tsv"):
        model = _model(name)
        found = model.found(folded)
        judgement = model.judge(found)
        at = model.answers.index(judgement.answer) + 1
        told = {f: row[0] * (row[at] - sum(row[1:]) / len(row[1:])) for f, row in found.items()}
        strongest = sorted(told, key=lambda f: -abs(told[f]))[:12]
        scores = sorted(zip(model.scores(found), model.answers, strict=True), reverse=True)
        yield f"{name}: {judgement.answer}, ahead by {judgement.lead:.2f}"
        yield "  " + "  ".join(f"{answer} {score / 100:.2f}" for score, answer in scores[:4])
        yield "  " + "  ".join(f"{f} {told[f] / 10000:+.1f}" for f in strongest)


def main(arguments: Sequence[str] | None = None) -> None:
    """Print what the wording of sentences says."""
    parser = argparse.ArgumentParser(prog="python -m selfeval_extract.vocabulary.wording", description=__doc__)
    parser.add_argument("sentence", nargs="+")
    for sentence in parser.parse_args(arguments).sentence:
        print("\n".join((sentence, *explained(sentence))))


if __name__ == "__main__":
    main()
