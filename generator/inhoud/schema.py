"""The JSON Schema of the YAML files (draft 2020-12), for editors that complete and check while somebody types."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic.json_schema import GenerateJsonSchema

from generator.inhoud.bestandsvormen import bestandsvormen
from generator.inhoud.vormen import HOOFDSLEUTELS

if TYPE_CHECKING:
    from pydantic_core import core_schema

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def json_schema() -> dict[str, dict[str, Any]]:
    """File name → its schema, with Dutch descriptions, for facts in plain and in long form."""
    return {
        naam: {"$schema": _DIALECT, **vorm.json_schema(schema_generator=_Schema)}
        for naam, vorm in bestandsvormen().items()
    }


class _Schema(GenerateJsonSchema):
    """pydantic's schema, made as strict and as lenient as our own check."""

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ANN401, ARG002 - pydantic's signature
        """No titles: a name with capitals says nothing that the name does not."""
        return False

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> dict[str, Any]:
        """No defaults: an editor would write them out."""
        return self.generate_inner(schema["schema"])

    def nullable_schema(self, schema: core_schema.NullableSchema) -> dict[str, Any]:
        """What may be absent may not be null."""
        return self.generate_inner(schema["schema"])

    def dict_schema(self, schema: core_schema.DictSchema) -> dict[str, Any]:
        """Names outside their pattern are refused."""
        return {**super().dict_schema(schema), "additionalProperties": False}

    def function_before_schema(self, schema: core_schema.BeforeValidatorFunctionSchema) -> dict[str, Any]:
        """Sources: a list, or one without brackets."""
        binnen = self.generate_inner(schema["schema"])
        return {"anyOf": [binnen["items"], binnen]} if binnen.get("type") == "array" else binnen

    def model_schema(self, schema: core_schema.ModelSchema) -> dict[str, Any]:
        """A fact: its plain value, or the mapping with exactly one of its main keys."""
        vorm = super().model_schema(schema)
        vorm.pop("title", None)
        waarde = vorm.get("properties", {}).get("waarde")
        if waarde is None or "vermeldingen" not in vorm["properties"]:
            return vorm
        een = [{"required": [sleutel]} for sleutel in HOOFDSLEUTELS]
        return {"description": vorm.pop("description"), "anyOf": [waarde, {**vorm, "oneOf": een}]}
