"""The schemas for editors: they explain every field, take what the reader takes, and refuse common slips."""

from __future__ import annotations

import io
import json
import re
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Annotated, get_args

import pytest
from jsonschema import Draft202012Validator
from pydantic import BaseModel, RootModel, TypeAdapter
from ruamel.yaml import YAML
from ruamel.yaml.constructor import SafeConstructor
from support import TEMPLATES, dataset

from ctoc_report.activities import activity_types
from ctoc_report.entities import Glossary
from ctoc_report.report import Merged, Report
from ctoc_report.schema import SCHEMAS, schemas
from ctoc_report.source import Source, read

ROOT = Path(__file__).parents[1]
COUNTRIES = TEMPLATES.asset("countries.csv")


class Core(SafeConstructor):
    """YAML 1.2 as editors read it: a date is a text."""


Core.add_constructor("tag:yaml.org,2002:timestamp", lambda loader, node: loader.construct_scalar(node))


def as_an_editor_reads(text: str) -> object:
    yaml = YAML(typ="safe", pure=True)
    yaml.Constructor = Core
    return yaml.load(text)


@cache
def schema(name: str) -> dict:
    return SCHEMAS[name](COUNTRIES)


@cache
def validator(name: str) -> Draft202012Validator:
    return Draft202012Validator(schema(name))


def complaints(name: str, text: str) -> list[str]:
    return [error.message for error in validator(name).iter_errors(as_an_editor_reads(text))]


def files_of(folder: Path) -> list[tuple[str, Path]]:
    records = [("records", path) for path in sorted((folder / "activities").glob("*.yaml"))]
    return [("report", folder / "report.yaml"), ("glossary", folder / "glossary.yaml"), *records]


SAMPLES = [
    pytest.param(name, path, id=str(path.relative_to(ROOT)))
    for folder in sorted((ROOT / "sample_data").iterdir())
    for name, path in files_of(folder)
]


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_is_valid(name):
    Draft202012Validator.check_schema(schema(name))


@pytest.mark.parametrize(("name", "path"), SAMPLES)
def test_the_samples_fit_their_schemas(name, path):
    assert complaints(name, path.read_text(encoding="utf-8")) == []


def cases() -> list[str]:
    texts = [
        path.read_text(encoding="utf-8") for path in sorted((ROOT / "tests" / "cases" / "activities").glob("*.md"))
    ]
    return [found for text in texts for found in re.findall(r"^```yaml\n(.*?)^```", text, re.DOTALL | re.MULTILINE)]


def test_records_that_the_reader_takes_fit_the_schema():
    taken = [case for case in cases() if not dataset(case, "  []").findings]
    assert len(taken) > 80
    assert {case: found for case in taken if (found := complaints("records", case))} == {}


# --- what is said of fields -------------------------------------------------------------------------------------------


def parts(definition: dict) -> dict:
    return definition.get("properties") or definition.get("then", {}).get("properties", {})


DEFINITIONS = [
    pytest.param(name, parts(definition), id=f"{name}:{where}")
    for name in SCHEMAS
    for where, definition in schema(name)["$defs"].items()
    if parts(definition)
]


def resolved(name: str, node: dict) -> dict:
    """Return a schema with what it refers to; what it says itself goes first."""
    while "$ref" in node:
        target = schema(name)
        for step in node["$ref"].removeprefix("#/").split("/"):
            target = target[step]
        node = target | {word: value for word, value in node.items() if word != "$ref"}
    return node


def shown(name: str, node: dict) -> bool:
    """Whether an editor shows how a value looks: by an example, or by the choices there are."""
    node = resolved(name, node)
    return (
        node.get("type") == "boolean"
        or bool({"examples", "enum", "const"} & node.keys())
        or ("items" in node and shown(name, node["items"]))
    )


@pytest.mark.parametrize(("name", "fields"), DEFINITIONS)
def test_every_field_says_what_it_is(name, fields):
    assert [field for field, node in fields.items() if not resolved(name, node).get("description")] == []


@pytest.mark.parametrize(("name", "fields"), DEFINITIONS)
def test_every_field_shows_how_it_looks(name, fields):
    assert [field for field, node in fields.items() if not shown(name, node)] == []


@pytest.mark.parametrize(("name", "fields"), DEFINITIONS)
def test_the_examples_of_a_field_fit_its_schema(name, fields):
    for field, node in fields.items():
        check = Draft202012Validator(node | {"$defs": schema(name)["$defs"]})
        for example in resolved(name, node).get("examples", ()):
            assert [f"{field}: {error.message}" for error in check.iter_errors(example)] == []


def models(*waiting: type[BaseModel]) -> set[type[BaseModel]]:
    found: set[type[BaseModel]] = set()
    stack: list[object] = list(waiting)
    while stack:
        kind = stack.pop()
        stack += get_args(kind)
        if isinstance(kind, type) and issubclass(kind, BaseModel) and kind not in found:
            found.add(kind)
            stack += [field.annotation for field in kind.model_fields.values()]
    return found


@pytest.mark.parametrize(
    "model", sorted(models(Report, Glossary, *activity_types().values()), key=str), ids=lambda model: model.__name__
)
def test_the_examples_of_a_field_are_what_the_reader_takes(model):
    for name, field in model.model_fields.items():
        for example in field.examples or ():
            given = as_we_read({name: example})
            if model is Merged:  # the model itself reads a single id
                assert Merged.model_validate({"paragraph": ["a"]} | given)
            else:
                TypeAdapter(Annotated[field.annotation, field]).validate_python(given[name])


def as_we_read(value: object) -> dict:
    stream = io.StringIO()
    YAML(typ="safe", pure=True).dump(value, stream)
    made, found = read(Source("example.yaml", stream.getvalue()))
    assert found == ()
    return made


def test_models_that_hold_words_or_figures_are_looked_at_too():
    assert {"Prose", "Figure", "IndicatorNoun", "Told"} <= {
        model.__name__ for model in models(Report, Glossary, *activity_types().values())
    }
    assert any(issubclass(model, RootModel) for model in models(Report))


def test_a_default_is_told_in_words_and_not_written_into_files():
    assert '"default"' not in json.dumps([schema(name) for name in SCHEMAS])
    assert schema("report")["$defs"]["Report"]["properties"]["words"]["description"].endswith("; if left out: 8500")


def test_no_pattern_asks_for_letters_without_accents():
    assert [name for name, text in schemas(COUNTRIES).items() if r"\\w" in text] == []


def test_codes_of_countries_are_proposed_with_their_names():
    codes = schema("records")["$defs"]["CountryCode"]
    names = dict(zip(codes["enum"], codes["markdownEnumDescriptions"], strict=True))
    assert names["KEN"] == "Kenya"
    assert names["TUR"] == "Türkiye"  # the table has an older name too


# --- what is taken and what is refused --------------------------------------------------------------------------------

MEETING = """\
- id: meeting
  type: meeting
  source: list of participants
  body: COP_WG4
"""


@pytest.mark.parametrize(
    "line",
    [
        "participants: 190",
        "participants: more than 9000",
        "participants: 9 000",
        "participants: {value: 190, bound: about, as_of: 2099-07}",
        "date: 2099",
        "date: 2099-07-01/2099-07",
        "city: Vienna",
        "city: {en: Vienna, fr: Vienne}",
        "themes: [ports, 2099]",
        "introduction: {en: 2099, fr: 2099}",
        "figures: {share: 55 %, sites: 12.5}",
        "programme: Réseau_Côtier",
    ],
)
def test_what_officers_write_is_taken(line):
    assert complaints("records", f"{MEETING}  {line}\n") == []


@pytest.mark.parametrize(
    "line",
    [
        "partcipants: 190",
        "participants: -3",
        "participants: 1,591",
        "participants: 3.5",
        "participants: over 9000",
        "participants: {valu: 3}",
        "participants: {value: 3, bound: over}",
        "date: 2099-13-01",
        "date: 1 July 2099",
        "date: 99",
        "date:",
        "countries: [NO]",
        "countries: [XXX]",
        "countries: KEN",
        "number: thirteenth",
        "session: maybe",
        "city: {en: Vienna, English: Vienna}",
        "city: {}",
        "programme: tide",
        "documents: [{symbol: CTOC/COP/2099/1}]",
        "documents: [{symbol: none, subject: ports}]",
        "results: [{indicator: arrests}]",
        "figures: {Offers: 45}",
    ],
)
def test_slips_in_records_are_refused(line):
    assert complaints("records", f"{MEETING}  {line}\n")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("- id: meeting\n  type", "- type"),
        ("  type: meeting\n", ""),
        ("  source: list of participants\n", ""),
        ("  body: COP_WG4\n", ""),
        ("id: meeting", "id: Working Group"),
        ("type: meeting", "type: meting"),
        ("source: list of participants", "source: [list]"),
        ("body: COP_WG4", "body: {key: COP_WG4}"),
        (MEETING, "just words"),
        ("- id", "  id"),
    ],
)
def test_slips_at_the_beginning_of_records_are_refused(old, new):
    assert complaints("records", MEETING) == []
    assert old in MEETING
    assert complaints("records", MEETING.replace(old, new))


def test_a_record_of_an_unknown_type_is_told_that_alone():
    (only,) = complaints("records", MEETING.replace("type: meeting", "type: meting"))
    assert "'meting' is not one of" in only


REPORT = (ROOT / "sample_data" / "quick-start" / "report.yaml").read_text(encoding="utf-8").partition("\noutline:")[0]


@pytest.mark.parametrize(
    "entry",
    [
        "paragraph: a",
        "paragraph: [a, {record: b, part: leadership}]",
        "paragraph: {type: meeting, country: KEN}",
        "each: {theme: ports}",
        "text: {en: Words., fr: Mots.}",
        "{heading: Ports, body: }",
        "{heading: Ports, numbered: false, body: [{heading: Sea, body: [{text: Words.}]}]}",
    ],
)
def test_entries_of_an_outline_are_taken(entry):
    assert complaints("report", f"{REPORT}\noutline:\n  - {entry}\n") == []


@pytest.mark.parametrize(
    "entry",
    [
        "paragraf: a",
        "paragraph: Working Group",
        "paragraph: [{record: b, prt: leadership}]",
        "paragraph: {typ: meeting}",
        "paragraph: {type: meting}",
        "each: a",
        "each: {}",
        "a",
        "{heading: Ports, text: Words.}",
        "{heading: Ports, body: [{heading: Sea, body: [{txt: Words.}]}]}",
    ],
)
def test_slips_in_an_outline_are_refused(entry):
    assert complaints("report", f"{REPORT}\noutline:\n  - {entry}\n")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("format: 1", "format: 2"),
        ("session: 154", "session: 154th"),
        ("languages: [en, fr]", "languages: English"),
        ("symbol: A/154/999", "symbol: none"),
        ("status: provisional", "status: provisonal"),
        ("words: 8500", "words: 0"),
    ],
)
def test_slips_in_a_masthead_are_refused(old, new):
    assert complaints("report", REPORT) == []
    assert old in REPORT
    assert complaints("report", REPORT.replace(old, new))


@pytest.mark.parametrize(
    "text",
    [
        "entities: {tide: {en: {name: Tide}}}",
        "entities: {Tide: {en: {nme: Tide}}}",
        "entities: {Tide: {en: {name: Tide, gender: x}}}",
        "entities: {Tide: {English: {name: Tide}}}",
        "indicators: {arrests: {en: {one: '{} arrest'}}}",
        "entites: {}",
    ],
)
def test_slips_in_a_glossary_are_refused(text):
    assert complaints("glossary", text)


# --- the command ------------------------------------------------------------------------------------------------------


def run(*arguments: object) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "ctoc_report", "schema", *map(str, arguments)],
        capture_output=True,
        check=False,
        timeout=60,
    )


def test_the_command_prints_a_schema():
    done = run("glossary")
    assert done.returncode == 0, done.stderr
    assert done.stdout.decode() == schemas(COUNTRIES)["glossary.schema.json"]


def test_the_command_writes_all_schemas_into_a_folder(tmp_path):
    assert run("--out", tmp_path / ".schema").returncode == 0
    made = {path.name: path.read_text(encoding="utf-8") for path in (tmp_path / ".schema").iterdir()}
    assert made == schemas(COUNTRIES)


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [(["reprt"], "did you mean “report”?"), (["x"], "the schemas are: report"), ([], "--out DIR")],
)
def test_a_command_that_names_no_schema_is_told_what_there_is(arguments, expected):
    done = run(*arguments)
    assert done.returncode == 2
    assert expected in done.stderr.decode()
