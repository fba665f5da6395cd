"""Train the two models of `selfeval_extract.vocabulary.wording`: python training/train.py

Reads `training/sentences/*.jsonl`: a, b, c, f and g are learnt from; for categories also h and i, the problems and
measures of the corpus and of six sets of reports that were blind once, and j, sentences on
monitoring that mention spending; d and e (by other authors) are only measured. Writes
`sentence_roles.tsv` and `categories.tsv` beside the module, and prints what they get right of d and e, each alone and
together, and how often an answer is right by how far it is ahead. Needs the `train` extra (scikit-learn); the same
sentences give the same files.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import jieba
import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import classification_report

import selfeval_extract.vocabulary as vocabulary
from selfeval_extract.document import folded_text
from selfeval_extract.vocabulary.segment import Segmenter
from selfeval_extract.vocabulary.wording import Model, features

SENTENCES = Path(__file__).parent / "sentences"
MEASURED = "de"
STRENGTH = 10
"""Inverse of the regularisation: chosen by leaving out one of the three authors at a time."""
FEWEST = 2
"""Sentences that a feature has to occur in."""


class Task(NamedTuple):
    """A model: its file, the key of its answers, whose sentences it learns, whether sentences that tell no problem or measure
    count, and how many features it keeps."""

    file: str
    key: str
    learnt: str
    of_all: bool
    characters: int
    words: int


TASKS = (
    Task("sentence_roles.tsv", "role", "abcfg", True, 6000, 700),
    Task("categories.tsv", "category", "abcfghij", False, 4000, 500),
)


def main() -> None:
    """Train, write and measure both models."""
    jieba.setLogLevel("ERROR")
    for task in TASKS:
        learnt = [s for author in task.learnt for s in sentences(author, task)]
        model = trained(learnt, task)
        Path(vocabulary.__file__).with_name(task.file).write_text(printed(model), encoding="utf-8")
        report(model, task)


def sentences(author: str, task: Task) -> list[dict[str, Any]]:
    """An author's sentences that a task is about."""
    lines = (SENTENCES / f"{author}.jsonl").read_text("utf-8").splitlines()
    found = [json.loads(line) for line in lines if line.strip()]
    return [s | {"folded": folded_text(s["text"])} for s in found if task.of_all or s["role"] in ("problem", "measure")]


def trained(learnt: Sequence[dict[str, Any]], task: Task) -> Model[str]:
    """The model of a task: fitted on all features, then again on those that weigh most."""
    answers = [s[task.key] for s in learnt]
    texts = [s["folded"] for s in learnt]
    candidates = words(texts)
    best = _best(*_fitted(texts, answers, candidates, None), task)
    segmenter = Segmenter([f[1:] for f in best if len(f) > 2])
    vectorizer, model = _fitted(texts, answers, segmenter, best)
    scaled = np.rint(model.coef_ * 100).astype(int)
    rarity = np.rint(vectorizer.idf_ * 100).astype(int)
    rows = [
        "\t".join([f, str(rarity[at]), *(str(w or "") for w in scaled[:, at])])
        for f, at in sorted(vectorizer.vocabulary_.items())
        if scaled[:, at].any()
    ]
    return Model(list(model.classes_), [round(b * 100) for b in model.intercept_], rows, segmenter, {})


def words(texts: Sequence[str]) -> Segmenter:
    """The words of two characters and more that jieba's own dictionary finds in the texts."""
    counted = Counter(w for text in texts for w in set(jieba.cut(text, HMM=False)) if len(w) > 1 and w.isalpha())
    return Segmenter([word for word, number in counted.items() if number >= FEWEST])


def _fitted(
    texts: Sequence[str], answers: Sequence[str], segmenter: Segmenter, kept: Sequence[str] | None
) -> tuple[TfidfVectorizer, LogisticRegression]:
    vectorizer = TfidfVectorizer(
        analyzer=lambda text: list(features(text, segmenter)),
        binary=True,
        min_df=1 if kept else FEWEST,
        vocabulary=kept,
    )
    matrix = vectorizer.fit_transform(texts)
    return vectorizer, LogisticRegression(C=STRENGTH, max_iter=5000).fit(matrix, answers)


def _best(vectorizer: TfidfVectorizer, model: LogisticRegression, task: Task) -> list[str]:
    """The characters and pairs, and the words, that weigh most."""
    names = vectorizer.get_feature_names_out()
    weight = dict(zip(names, np.abs(model.coef_).max(axis=0), strict=True))
    by_weight = sorted(weight, key=lambda f: (-weight[f], f))
    characters = [f for f in by_weight if not _is_word(f)][: task.characters]
    return sorted([*characters, *[f for f in by_weight if _is_word(f)][: task.words]])


def _is_word(feature: str) -> bool:
    return len(feature) > 2 and feature.startswith("=")


def printed(model: Model[str]) -> str:
    """A model as its file has it."""
    head = ["feature", "rarity", *model.answers]
    bias = ["", "", *map(str, model.bias)]
    return "\n".join(["\t".join(head), "\t".join(bias), *model.rows, ""])


def report(model: Model[str], task: Task) -> None:
    """What the model gets right of the sentences that it has not seen."""
    every: list[tuple[dict[str, Any], Any]] = []
    print(f"\n{task.file}: {len(model.rows)} features")
    for author in MEASURED:
        judged = [(s, model.judge(model.found(s["folded"]))) for s in sentences(author, task)]
        every += judged
        print(f"  {author}: {_share(s[task.key] == j.answer for s, j in judged)} of {len(judged)} right", end="")
        print(f", {_share(j.answer in (s[task.key], s['also']) for s, j in judged)} with the second-best answer")
    print(classification_report([s[task.key] for s, _ in every], [j.answer for _, j in every], digits=2))
    for low, high in ((0, 0.25), (0.25, 0.5), (0.5, 1), (1, 2), (2, 99)):
        within = [s[task.key] == j.answer for s, j in every if low <= j.lead < high]
        print(f"  ahead by {low} to {high}: {len(within)} sentences, {_share(within)} right")


def _share(right: Iterator[bool] | Sequence[bool]) -> str:
    counted = list(right)
    return f"{100 * sum(counted) / max(len(counted), 1):.1f} %"


if __name__ == "__main__":
    main()
