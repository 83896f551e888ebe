"""JSON Schema (draft 2020-12) of a project's files, for editors: what may be written, what it means, how it looks.

An editor reads scalars by YAML's own types: `190` is a number to it, and a text to our reader. What it sees of a value is
said beside the type of the value; this room puts the schemas together. `countries` is everywhere the text of
`templates/countries.csv`.
"""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

from ctoc_report.activities import Activity, activity_types
from ctoc_report.countries import read_countries
from ctoc_report.entities import Glossary
from ctoc_report.errors import CtocError
from ctoc_report.findings import did_you_mean
from ctoc_report.report import Query, Report
from ctoc_report.schema.definitions import definitions, reached, reference
from ctoc_report.schema.value_types import ValueTypes

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from pydantic import BaseModel
    from pydantic.json_schema import JsonSchemaValue

DRAFT = "https://json-schema.org/draft/2020-12/schema"

BEGINNING = ("id", "type", "source")
"""The fields with which every record begins; the others are proposed when the type is known."""


def report_schema(countries: str) -> JsonSchemaValue:
    """Return the schema of `report.yaml`."""
    defs, names = definitions(Report, Query)
    defs[names[Query]]["properties"]["type"] |= _types()
    return _whole("Report", reference(names[Report]), defs, countries)


def glossary_schema(countries: str) -> JsonSchemaValue:
    """Return the schema of `glossary.yaml`."""
    defs, names = definitions(Glossary)
    return _whole("Glossary", reference(names[Glossary]), defs, countries)


def records_schema(countries: str) -> JsonSchemaValue:
    """Return the schema of the files in `activities/`: lists of records.

    The type of a record decides, by a condition for each type, which fields it may have. With `oneOf` an editor would
    propose the fields of all types at once, and guess which of them a faulty record was meant to be. As it is, it
    proposes the types first, then the fields of the one chosen, and complains of these alone.
    """
    defs, names = definitions(Activity, *activity_types().values())
    types = {kind: names[model] for kind, model in activity_types().items()}
    common = defs["Activity"]["properties"]
    for kind, name in types.items():
        _specialize(defs[name], kind, common)
    record = {
        "type": "object",
        "properties": {**{name: _common(name) for name in BEGINNING}, "type": common["type"] | _types()},
        "required": list(BEGINNING),
        "allOf": [
            {
                "if": {"type": "object", "properties": {"type": {"const": kind}}, "required": ["type"]},
                "then": reference(name),
            }
            for kind, name in types.items()
        ],
    }
    schema = _whole("Records", {"type": "array", "items": record}, defs, countries)
    for kind, name in types.items():
        schema["$defs"][name]["title"] = kind
    return schema


SCHEMAS: Mapping[str, Callable[[str], JsonSchemaValue]] = {
    "report": report_schema,
    "glossary": glossary_schema,
    "records": records_schema,
}
"""The schemas there are, by name."""


def schema_text(name: str, countries: str) -> str:
    """Return the text of a schema. Raises CtocError when there is none of that name."""
    if name not in SCHEMAS:
        raise CtocError(
            f"there is no schema “{name}”", did_you_mean(name, SCHEMAS) or f"the schemas are: {', '.join(SCHEMAS)}"
        )
    return json.dumps(SCHEMAS[name](countries), ensure_ascii=False, indent=2) + "\n"


def schemas(countries: str) -> Mapping[str, str]:
    """Return the text of every schema by the name of its file, as the modelines of a project's files give it."""
    return {f"{name}.schema.json": schema_text(name, countries) for name in SCHEMAS}


def _specialize(definition: JsonSchemaValue, kind: str, common: JsonSchemaValue) -> None:
    """Make of the definition of an activity that of a type's records; what all types have in common becomes references."""
    fields = definition["properties"]
    fields |= {name: _common(name) for name in fields if fields[name] == common.get(name)}
    fields["type"] = {"const": kind, "description": common["type"]["description"]}


def _common(field: str) -> JsonSchemaValue:
    return {"$ref": f"{reference('Activity')['$ref']}/properties/{field}"}


def _types() -> JsonSchemaValue:
    types = activity_types()
    return {"enum": list(types), "markdownEnumDescriptions": [_first_line(model) for model in types.values()]}


def _first_line(model: type[BaseModel]) -> str:
    return (model.__doc__ or "").partition("\n")[0]


def _whole(title: str, schema: JsonSchemaValue, defs: dict[str, Any], countries: str) -> JsonSchemaValue:
    """Return the schema of a file, with its value types said once and the codes and names of countries among them."""
    types = ValueTypes(defs)
    schema, defs = types.settled(schema), types.settled(defs) | types.shared
    if "CountryCode" in defs:
        rows = read_countries(countries, date.max).rows
        names = [row["en"] for row in rows.values()]
        defs["CountryCode"] |= {"enum": list(rows), "markdownEnumDescriptions": names}
    return {"$schema": DRAFT, "title": title, **schema, "$defs": reached(schema, defs)}
