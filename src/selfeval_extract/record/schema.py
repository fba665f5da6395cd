"""The JSON Schema of the record, generated from its models."""

from __future__ import annotations

from typing import Any

from pydantic.json_schema import GenerateJsonSchema
from pydantic_core import core_schema

from selfeval_extract.record.models import SCHEMA_VERSION, Report


class _Written(GenerateJsonSchema):
    """The schema of a record as it is written: every key is always there, but those left out where they do not apply."""

    def field_is_required(
        self, field: core_schema.ModelField | core_schema.DataclassField | core_schema.TypedDictField, total: bool
    ) -> bool:
        return "serialization_exclude_if" not in field


def report_schema() -> dict[str, Any]:
    """JSON Schema 2020-12 of a record as the command line writes it."""
    return {
        "$schema": GenerateJsonSchema.schema_dialect,
        "$id": f"urn:selfeval-extract:schema:report:{SCHEMA_VERSION}",
        **Report.model_json_schema(mode="serialization", schema_generator=_Written),
    }
