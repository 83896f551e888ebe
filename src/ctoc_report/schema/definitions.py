"""The definitions of the models that an officer fills in, as an editor is to see them."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue, models_json_schema

if TYPE_CHECKING:
    from pydantic import BaseModel
    from pydantic_core import core_schema

REFERENCE = re.compile(r'"#/\$defs/(\w+)')

LIMITS = {"ge": "minimum", "gt": "exclusiveMinimum"}


def definitions(*models: type[BaseModel]) -> tuple[dict[str, Any], dict[type[BaseModel], str]]:
    """Return the definitions of models and of all that they are made of, by name; and the names of the models' own."""
    refs, made = models_json_schema([(model, "validation") for model in models], schema_generator=_ForEditors)
    defs: dict[str, Any] = made["$defs"]
    for definition in defs.values():
        del definition["title"]
    return defs, {model: refs[model, "validation"]["$ref"].rpartition("/")[2] for model in models}


def reference(name: str) -> JsonSchemaValue:
    """Return the schema that refers to a definition."""
    return {"$ref": f"#/$defs/{name}"}


def reached(schema: JsonSchemaValue, defs: dict[str, Any]) -> dict[str, Any]:
    """Return those definitions to which `schema` leads; pydantic also has some of what values become in the end."""
    found: dict[str, Any] = {}
    waiting = [schema]
    while waiting:
        names = set(REFERENCE.findall(json.dumps(waiting.pop()))) - found.keys()
        found |= {name: defs[name] for name in names}
        waiting += (defs[name] for name in names)
    return {name: defs[name] for name in sorted(found)}


class _ForEditors(GenerateJsonSchema):
    """What pydantic knows of the models, as it looks in YAML."""

    def sort(self, value: JsonSchemaValue, parent_key: str | None = None) -> JsonSchemaValue:  # noqa: ARG002  (pydantic's signature)
        """Keep the fields in the order in which they are declared."""
        return value

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002  (pydantic's signature)
        """Leave out the titles that only repeat the names of fields."""
        return False

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        """Ask that what may be left out be left out rather than left empty."""
        return self.generate_inner(schema["schema"])

    def str_schema(self, schema: core_schema.StringSchema) -> JsonSchemaValue:
        """Take numbers for texts where any text will do, as our reader does."""
        made = super().str_schema(schema)
        return made if "pattern" in made else made | {"type": ["string", "number"]}

    def decimal_schema(self, schema: core_schema.DecimalSchema) -> JsonSchemaValue:
        """Ask for a number without quotation marks."""
        limits: dict[str, Any] = dict(schema)
        return {"type": "number"} | {word: int(limits[limit]) for limit, word in LIMITS.items() if limit in limits}

    def dict_schema(self, schema: core_schema.DictSchema) -> JsonSchemaValue:
        """Refuse names that are not of the form required."""
        made = super().dict_schema(schema)
        return made | {"additionalProperties": False} if "patternProperties" in made else made
