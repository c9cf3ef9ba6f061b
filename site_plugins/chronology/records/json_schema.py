"""JSON Schemas of the records, for editors that complete and check while one writes."""

from __future__ import annotations

from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from chronology.records.schema.kinds import MODELS


def schemas() -> dict[str, dict[str, Any]]:
    """One schema for each kind of record, by its folder, and one for `chronology`.yml."""
    return {
        kind: {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            **model.model_json_schema(schema_generator=_Generator),
        }
        for kind, model in MODELS.items()
    }


class _Generator(GenerateJsonSchema):
    """A field that may be left out may not be empty: `null` is no value in a record."""

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        written = super().default_schema(schema)
        return {key: value for key, value in written.items() if key != "default" or value is not None}

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002 - the name of a field says as much
        return False
