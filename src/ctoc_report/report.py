"""The plan of a report, `report.yaml`: its masthead, period and languages, and the outline of headings and paragraphs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal, TypeAlias

from pydantic import BaseModel, BeforeValidator, ConfigDict, Discriminator, Field, Tag, model_validator

from ctoc_report.masthead import Masthead
from ctoc_report.masthead import Tag as LanguageTag
from ctoc_report.values.dates import Span
from ctoc_report.values.names import ActivityType, CountryCode, EntityKey
from ctoc_report.values.short import short_form
from ctoc_report.values.text import ID_FORM, Identifier, Localized, Prose

if TYPE_CHECKING:
    from pydantic import GetJsonSchemaHandler
    from pydantic.json_schema import JsonSchemaValue
    from pydantic_core import CoreSchema

ENTRY_TAGS = frozenset({"heading", "paragraph", "each", "text"})
"""The fields by which entries of an outline are told apart."""

BEGINNINGS = {
    "heading": {"type": "string", "description": "a heading, with what stands under it in its `body:`"},
    "paragraph": {"type": "string", "description": "a paragraph that tells a record, several, or what a query finds"},
    "each": {"type": "object", "description": "a paragraph for each record that a query finds"},
    "text": {"type": "string", "description": "a paragraph in your own words"},
}
"""What an editor is to propose where an entry begins."""

ENTRY_ID = 'a name by which texts refer to it, as in {{ ref("at-sea") }}'

CHOICE_TAGS = frozenset({"records", "query"})
"""The two ways of saying what a paragraph tells."""


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class _Telling:
    """What an editor is to see of what a paragraph tells: an id, a list of records or a query."""

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        records, query = handler(core)["oneOf"]
        return {
            "type": ["string", "number", "array", "object"],
            **ID_FORM,
            "if": {"type": "array"},
            "then": records,
            "else": {"if": {"type": "object"}, "then": query},
        }


class _Beginning:
    """What an editor is to see of an entry: the fields of its kind only, or the four fields that begin one."""

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        schema: JsonSchemaValue = {"properties": BEGINNINGS, "additionalProperties": False, "minProperties": 1}
        entries = dict(zip(BEGINNINGS, handler(core)["oneOf"], strict=True))
        for name in sorted(entries, reverse=True):  # the first that is there decides, as in `_kind`
            schema = {"if": {"type": "object", "required": [name]}, "then": entries[name], "else": schema}
        return {"type": "object", **schema}


class Told(_Part):
    """A record to be told in a paragraph; `part` picks one of the several things that its template can tell of it."""

    model_config = ConfigDict(
        json_schema_extra=short_form(("string", "number"), **ID_FORM, examples=["working-group-13"])
    )

    record: Identifier = Field(description="the record, by its id")
    part: str | None = Field(
        None, description="the one of the things that its template tells, as the type names it", examples=["leadership"]
    )

    @model_validator(mode="before")
    @classmethod
    def _plain_id(cls, value: Any) -> Any:
        return {"record": value} if isinstance(value, str) else value


class Query(_Part):
    """A choice of records by what they are: all the conditions given must hold. They come in the order of their dates."""

    model_config = ConfigDict(json_schema_extra={"minProperties": 1})

    type: ActivityType | None = Field(None, description="the type of activity that they are", examples=["meeting"])
    theme: str | None = Field(None, description="a theme among their `themes:`", examples=["ports"])
    country: CountryCode | None = Field(None, description="a country among their `countries:`")
    programme: EntityKey | None = Field(
        None, description="the programme or project they belong to, by its key", examples=["Ports_Programme"]
    )

    @model_validator(mode="after")
    def _says_something(self) -> Query:
        if not self.model_fields_set:
            raise ValueError("a query needs a type, a theme, a country or a programme")
        return self


class Merged(_Part):
    """One paragraph that tells one or more records, in the order given or as a query finds them."""

    paragraph: Annotated[
        Annotated[tuple[Told, ...], Tag("records")] | Annotated[Query, Tag("query")],
        Discriminator(lambda value: "query" if isinstance(value, dict | Query) else "records"),
        _Telling(),
    ] = Field(
        description="what it tells: a record by its id, a list of records, or a query",
        examples=["working-group-13", ["working-group-13", "working-group-14"], {"type": "meeting"}],
    )
    lead: Prose | None = Field(
        None,
        description="words of the officer's own before the records",
        examples=[{"en": "Two meetings were held.", "fr": "Deux réunions se sont tenues."}],
    )
    tail: Prose | None = Field(
        None,
        description="words of the officer's own after the records",
        examples=[{"en": "The work goes on.", "fr": "Les travaux se poursuivent."}],
    )
    id: Identifier | None = Field(None, description=ENTRY_ID, examples=["meetings"])

    @model_validator(mode="before")
    @classmethod
    def _plain_id(cls, value: Any) -> Any:
        if isinstance(value, dict) and isinstance(value.get("paragraph"), str):
            return {**value, "paragraph": (value["paragraph"],)}
        return value


class Each(_Part):
    """A paragraph for each record that a query finds."""

    each: Query = Field(description="which records, one paragraph to each", examples=[{"type": "campaign"}])


class Narrative(_Part):
    """A paragraph in the officer's own words."""

    text: Prose = Field(
        description="the paragraph, in full sentences; values are printed between {{ and }}",
        examples=[{"en": "{{ UNODC | the }} continued its work.", "fr": "{{ UNODC | the }} a poursuivi ses travaux."}],
    )
    id: Identifier | None = Field(None, description=ENTRY_ID, examples=["purpose"])


class Section(_Part):
    """A heading with what stands under it."""

    heading: Localized = Field(
        description="the words of the heading", examples=[{"en": "Work at sea", "fr": "Activités en mer"}]
    )
    id: Identifier | None = Field(None, description=ENTRY_ID, examples=["at-sea"])
    numbered: bool = Field(default=True, description="whether the heading has a number")
    body: Annotated[tuple[Entry, ...], BeforeValidator(lambda entries: entries or ())] = Field(
        (),
        description="what stands under it, in order: headings and paragraphs",
        examples=[[{"paragraph": "working-group-13"}]],
        json_schema_extra={"type": ["array", "null"]},
    )


def _kind(value: Any) -> str | None:
    if isinstance(value, dict):
        return next((name for name in sorted(ENTRY_TAGS) if name in value), None)
    kinds: tuple[tuple[type[_Part], str], ...] = (
        (Section, "heading"),
        (Merged, "paragraph"),
        (Each, "each"),
        (Narrative, "text"),
    )
    return next((name for kind, name in kinds if isinstance(value, kind)), None)


Entry: TypeAlias = Annotated[
    Annotated[Section, Tag("heading")]
    | Annotated[Merged, Tag("paragraph")]
    | Annotated[Each, Tag("each")]
    | Annotated[Narrative, Tag("text")],
    Discriminator(
        _kind,
        custom_error_type="outline_entry",
        custom_error_message="an entry of the outline starts with heading:, paragraph:, each: or text:",
    ),
    _Beginning(),
]

Section.model_rebuild()


class Waiver(_Part):
    """Leave to break a rule at one record, with the reason."""

    rule: str = Field(description="the code of the rule, as a finding shows it", examples=["LIM001"])
    record: Identifier | None = Field(
        None, description="the record at which it may be broken; everywhere, if left out", examples=["working-group-13"]
    )
    because: str = Field(
        min_length=1, description="why, for those who come after you", examples=["the annex was asked for by the body"]
    )


class Report(Masthead):
    """`report.yaml` as a whole. `format` is the version of the project's files, `words` the limit of the body."""

    format: Literal["1"] = Field(
        description="the version of the project's files: always 1",
        examples=[1],
        json_schema_extra={"const": 1, "type": "integer"},
    )
    languages: tuple[LanguageTag, ...] = Field(
        min_length=1, description="the languages in which the report is built", examples=[["en", "fr"]]
    )
    period: Span = Field(
        description="from the day after the last session covered to the cut-off date", examples=["2098-07/2099-06"]
    )
    words: int = Field(
        8500,
        gt=0,
        description="the limit of words (Editorial Manual: 8,500 for Secretariat documents)",
        examples=[8500],
    )
    outline: tuple[Entry, ...] = Field(
        (),
        description="the headings, and under each its paragraphs",
        examples=[[{"heading": {"en": "Introduction", "fr": "Introduction"}, "body": [{"paragraph": "parties"}]}]],
    )
    waivers: tuple[Waiver, ...] = Field(
        (),
        description="rules that may be broken, each with the reason",
        examples=[[{"rule": "LIM001", "because": "the annex was asked for by the body"}]],
    )
