"""Golden records: python -m tests.golden.write [--force] [samples/NAME.ext ...], all samples if none is named.

Shows where each sample's record differs from NAME.golden.json beside it; with --force writes that file, the full record
as the command line prints it. Read it before it is committed: a golden record is the truth.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from selfeval_extract import extract
from selfeval_extract.formats import ENDINGS

SAMPLES = sorted(p for p in (Path(__file__).parents[2] / "samples").iterdir() if p.suffix in ENDINGS)
ABSENT = object()


def golden_of(sample: Path) -> Path:
    """Where a sample's golden record stands."""
    return sample.with_suffix(".golden.json")


def record_of(sample: Path) -> dict[str, Any]:
    """A sample's record as JSON shows it."""
    data: dict[str, Any] = json.loads(json.dumps(extract(sample).data()))
    return data


def text_of(record: dict[str, Any]) -> str:
    """A golden record's file: each quote with its place on a line, so that evidence can be read through."""
    evidence = record["evidence"]
    head = json.dumps({**record, "evidence": {}}, ensure_ascii=False, indent=2)
    lines = ",\n".join(f"    {_line(pointer)}: {_line(quotes)}" for pointer, quotes in evidence.items())
    return (head.removesuffix("{}\n}") + "{\n" + lines + "\n  }\n}" if evidence else head) + "\n"


def _line(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def differences(golden: Any, record: Any, pointer: str = "") -> Iterator[str]:
    """Where a record is not the golden one, by JSON pointer: golden → record, + for what is new, - for what is gone."""
    if isinstance(golden, dict) and isinstance(record, dict):
        for key in {**golden, **record}:
            step = key.replace("~", "~0").replace("/", "~1")
            yield from differences(golden.get(key, ABSENT), record.get(key, ABSENT), f"{pointer}/{step}")
    elif isinstance(golden, list) and isinstance(record, list) and any(isinstance(v, dict | list) for v in golden):
        yield from differences(_numbered(golden), _numbered(record), pointer)
    elif golden is ABSENT:
        yield f"+ {pointer}: {_line(record)}"
    elif record is ABSENT:
        yield f"- {pointer}: {_line(golden)}"
    elif golden != record or type(golden) is not type(record):
        yield f"  {pointer}: {_line(golden)} → {_line(record)}"


def _numbered(items: list[Any]) -> dict[str, Any]:
    """A list by number; findings by the id of their check and their number among those that it has, so that one more check does not move
    all others."""
    count: Counter[str] = Counter()
    found: dict[str, Any] = {}
    for n, item in enumerate(items):
        id = item["id"] if isinstance(item, dict) and "id" in item and "outcome" in item else ""
        count[id] += 1
        found[f"{id} {count[id]}" if id else str(n)] = item
    return found


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.golden.write", description=__doc__)
    parser.add_argument("samples", nargs="*", type=Path, default=SAMPLES)
    parser.add_argument("--force", action="store_true", help="write over a golden record")
    options = parser.parse_args(arguments)
    kept = 0
    for sample in options.samples:
        golden, record = golden_of(sample), record_of(sample)
        old = json.loads(golden.read_text("utf-8")) if golden.exists() else {}
        changes = list(differences(old, record))
        if old:
            print(*changes, sep="\n", end="\n" if changes else "")
        if changes and options.force:
            golden.write_text(text_of(record), encoding="utf-8")
            print(f"{golden}: written")
        elif changes:
            kept += 1
            print(f"{golden}: {'kept' if old else 'does not exist'}; --force writes it")
    return 1 if kept else 0


if __name__ == "__main__":
    sys.exit(main())
