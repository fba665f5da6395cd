"""The files of `schemas/`: the JSON Schema of the record, and a Table Schema (Frictionless) of each CSV table.

python -m selfeval_extract.writers.schemas schemas/
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from selfeval_extract.record.schema import report_schema
from selfeval_extract.writers import TABLES
from selfeval_extract.writers.tables import OutputTable, column_texts, table

_PROFILE = "https://datapackage.org/profiles/2.0/tableschema.json"


def table_schema(of: OutputTable) -> dict[str, Any]:
    """The Table Schema of a CSV table: its columns in order, with type, Chinese title and description."""
    texts = column_texts(of.name)
    return {
        "$schema": _PROFILE,
        "fields": [
            {
                "name": column.name,
                "title": texts[column.name].title,
                "type": column.type,
                "description": texts[column.name].description,
            }
            | _constraints(column.name in of.key, column.choices)
            for column in of.columns
        ],
        "missingValues": [""],
        "primaryKey": list(of.key),
    }


def _constraints(required: bool, choices: tuple[str, ...]) -> dict[str, Any]:
    constraints = ({"required": True} if required else {}) | ({"enum": list(choices)} if choices else {})
    return {"constraints": constraints} if constraints else {}


def schema_text(schema: dict[str, Any]) -> str:
    """A schema as a text: what its file holds and `--schema` prints."""
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def schema_files() -> dict[str, str]:
    """File name → content, of every file of `schemas/`."""
    tables = {f"{name}.tableschema.json": schema_text(table_schema(table(name))) for name in TABLES}
    return {"report.schema.json": schema_text(report_schema()), **tables}


def main(folder: str = "schemas") -> None:
    """Write the files into a folder."""
    Path(folder).mkdir(parents=True, exist_ok=True)
    for name, content in schema_files().items():
        (Path(folder) / name).write_text(content, "utf-8", newline="\n")


if __name__ == "__main__":
    main(*sys.argv[1:2])
