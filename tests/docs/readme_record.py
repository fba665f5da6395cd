"""The record that both READMEs show: what the quick start's sample gives, shortened.

    python tests/docs/readme_record.py

writes it into them again.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from selfeval_extract import extract

ROOT = Path(__file__).parents[2]
READMES = (ROOT / "README.md", ROOT / "README.zh-CN.md")
SAMPLE = ROOT / "samples" / "hunan_department.docx"
QUOTED = ("/budget/executed", "/spending/personnel", "/evaluations/0/indicators/1/actual/value")
"""Values whose evidence is shown."""
_BLOCK = re.compile(r"(?<=```json\n).*?(?=\n```)", re.DOTALL)


def record_block(readme: Path) -> str:
    """The record that a README shows."""
    found = _BLOCK.search(readme.read_text("utf-8"))
    assert found, f"{readme.name} shows no record"
    return found[0]


def shown_record() -> str:
    """The sample's record as the READMEs should show it."""
    record = extract(SAMPLE).data()
    evaluation = record["evaluations"][0]
    budget, spending = record["budget"], record["spending"]
    lines = [
        *_fields(record, "title", "kind", "year", "unit"),
        f'"budget": {{\n    {_inside(budget, "original", "revised", "executed", "revenue", "execution_rate")},'
        f'\n    "sources": {_json(budget["sources"])}\n  }}',
        f'"spending": {{\n    {_inside(spending, "total", "basic", "personnel", "operating", "project")},'
        f'\n    "projects": [{_json(spending["projects"][0])}],'
        f'\n    "three_public": {_json(spending["three_public"])}\n  }}',
        '"evaluations": [{\n    '
        + ",\n    ".join(
            [
                _inside(evaluation, "title", "subject"),
                f'"funds": [{_json(evaluation["funds"][0])}]',
                f'"indicators": [{_indicator(evaluation["indicators"][1])}]',
                _inside(evaluation, "total_weight", "total_score"),
            ]
        )
        + "\n  }]",
        f'"problems": [{_json(record["problems"][0])}]',
        f'"measures": [{_json(record["measures"][0])}]',
        '"evidence": {\n    ' + ",\n    ".join(_quote(record["evidence"], pointer) for pointer in QUOTED) + "\n  }",
    ]
    return "{\n  " + ",\n  ".join(lines) + "\n}"


def _indicator(of: dict[str, Any]) -> str:
    names = ("level1", "level2", "name", "target", "actual", "weight", "score", "note")
    return "{\n      " + ",\n      ".join(_fields(of, *names)) + "\n    }"


def _quote(evidence: dict[str, Any], pointer: str) -> str:
    quote = evidence[pointer]
    place = {name: value for name, value in quote["place"].items() if value is not None}
    return f"{_json(pointer)}: {_json({'quote': quote['quote'], 'place': place})}"


def _fields(of: dict[str, Any], *names: str) -> list[str]:
    return [f"{_json(name)}: {_json(of[name])}" for name in names]


def _inside(of: dict[str, Any], *names: str) -> str:
    return ", ".join(_fields(of, *names))


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def main() -> None:
    """Write the record into both READMEs."""
    block = shown_record()
    for readme in READMES:
        readme.write_text(_BLOCK.sub(lambda _: block, readme.read_text("utf-8"), count=1), "utf-8", newline="\n")


if __name__ == "__main__":
    main()
