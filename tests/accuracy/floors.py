"""The accuracy that must not be lost: floors for precision, recall and F1 by set of documents, format and group.

    python -m tests.accuracy.floors                                  the figures as they are, misses first
    python -m tests.accuracy.floors --raise                          floors up to the figures measured now
    python -m tests.accuracy.floors --raise --documents-changed      after documents or gold changed: floors of the
                                                                     changed sets as measured, up or down

Floors stand in floors.toml, each set under the fingerprint of its documents and gold. They go up, never down, as long as
the documents stay the same.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from decimal import ROUND_FLOOR, Decimal
from pathlib import Path

from selfeval_extract.scoring import (
    GOLD_ENDING,
    Counts,
    Known,
    Measured,
    by_format,
    known_documents,
    measure_all,
    report_lines,
)

ROOT = Path(__file__).resolve().parents[2]
SETS = {
    "real": ROOT.parent / "shared" / "reports" / "real",
    "made": ROOT / "tests" / "corpus" / "made",
    "forms": ROOT / "tests" / "corpus" / "forms",
    "blind": ROOT / "tests" / "corpus" / "blind",
    "prose": ROOT / "tests" / "corpus" / "prose",
}
"""Published reports, made reports of known forms, of further forms and layouts, those first measured unseen, and narratives."""
FLOORS = Path(__file__).with_name("floors.toml")
FIGURES = ("precision", "recall", "f1")

Floors = dict[str, dict[str, dict[str, dict[str, float]]]]
"""Set → format → group → figure → floor."""


def fingerprint(folder: Path) -> str:
    """SHA-256 over the names and bytes of a set's documents and gold."""
    digest = hashlib.sha256()
    for file in sorted({file for known in documents(folder) for file in (known.file, known.gold)}):
        content = hashlib.sha256(file.read_bytes()).hexdigest()
        digest.update(f"{file.name} {content}\n".encode())
    return digest.hexdigest()


def documents(folder: Path) -> list[Known]:
    """The documents of a set. Raises `FileNotFoundError` where there are none."""
    known = known_documents(folder)
    if not known:
        raise FileNotFoundError(
            f"{folder} holds no documents with NAME{GOLD_ENDING}. The published reports are read from shared/reports/real "
            "beside the checkout (../shared), which has to be there."
        )
    return known


def measure_sets(names: Iterable[str]) -> dict[str, list[Measured]]:
    """Sets of documents, extracted and scored."""
    known = {name: documents(SETS[name]) for name in names}
    measured = iter(measure_all([document for part in known.values() for document in part]))
    return {name: [next(measured) for _ in part] for name, part in known.items()}


def floored(counts: Counts) -> dict[str, float]:
    """A group's figures rounded down to three decimals."""
    return {figure: _rounded_down(getattr(counts, figure)) for figure in FIGURES}


def _rounded_down(figure: float) -> float:
    return float(Decimal(str(figure)).quantize(Decimal("0.001"), ROUND_FLOOR))


def measured_floors(measured: dict[str, list[Measured]]) -> Floors:
    """The floors that the figures measured now would give."""
    return {
        name: {
            format: {group: floored(tally[group]) for group in sorted(tally)}
            for format, tally in by_format(part).items()
        }
        for name, part in measured.items()
    }


def stored() -> tuple[dict[str, str], Floors]:
    """Fingerprints and floors of floors.toml; empty where it does not exist."""
    data = tomllib.loads(FLOORS.read_text("utf-8")) if FLOORS.exists() else {}
    marks = {name: part.pop("fingerprint") for name, part in data.items()}
    return marks, data


def below(now: Floors, floors: Floors) -> Iterator[str]:
    """Each figure that is lower than its floor, or that is no longer there, as a line."""
    for name, formats in floors.items():
        for format, groups in formats.items():
            for group, figures in groups.items():
                for figure, floor in figures.items():
                    value = now.get(name, {}).get(format, {}).get(group, {}).get(figure)
                    if value is None or value < floor:
                        yield f"{name} {format} {group}: {figure} {value} is below {floor}"


def raised(now: Floors, old: Floors) -> Floors:
    """The higher one of each figure measured now and its floor."""
    return {
        name: {
            format: {
                group: {f: max(v, _old(old, name, format, group, f)) for f, v in figures.items()}
                for group, figures in groups.items()
            }
            for format, groups in formats.items()
        }
        for name, formats in now.items()
    }


def _old(old: Floors, name: str, format: str, group: str, figure: str) -> float:
    return old.get(name, {}).get(format, {}).get(group, {}).get(figure, 0.0)


def toml(marks: dict[str, str], floors: Floors) -> str:
    """Fingerprints and floors as the file holds them."""
    lines = ["# Written by python -m tests.accuracy.floors --raise; a floor goes up, never down."]
    for name, formats in floors.items():
        lines += ["", f"[{name}]", f'fingerprint = "{marks[name]}"']
        for format, groups in formats.items():
            lines += ["", f"[{name}.{format}]"]
            for group, figures in groups.items():
                lines.append(f'"{group}" = {{ {", ".join(f"{f} = {v}" for f, v in figures.items())} }}')
    return "\n".join(lines) + "\n"


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        prog="python -m tests.accuracy.floors",
    )
    parser.add_argument("--raise", action="store_true", dest="raising", help="write the figures as the new floors")
    parser.add_argument("--documents-changed", action="store_true", help="sets whose documents changed start anew")
    options = parser.parse_args(arguments)
    measured = measure_sets(SETS)
    print(*report_lines([one for part in measured.values() for one in part], verbose=True), sep="\n")
    marks, old = stored()
    now, new_marks = measured_floors(measured), {name: fingerprint(folder) for name, folder in SETS.items()}
    changed = {name for name in now if marks.get(name) != new_marks[name]}
    if changed & set(marks) and not options.documents_changed:
        print(
            f"\nDocuments or gold of {', '.join(sorted(changed))} changed: give --documents-changed if that is meant."
        )
        return 1
    kept = {name: formats for name, formats in old.items() if name not in changed}
    lost = list(below(now, kept))
    if lost:
        print("", *lost, "Floors are not lowered while the documents stay the same.", sep="\n")
        return 1
    if options.raising:
        FLOORS.write_text(toml(new_marks, raised(now, kept)), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
