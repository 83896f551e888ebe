"""The plan of a report, `report.yaml`: its masthead, period and languages, and the outline of headings and paragraphs."""

from __future__ import annotations

from typing import Annotated, Any, Literal, TypeAlias

from pydantic import BaseModel, BeforeValidator, ConfigDict, Discriminator, Field, Tag, model_validator

from ctoc_report.masthead import Masthead
from ctoc_report.masthead import Tag as LanguageTag
from ctoc_report.values.dates import Span
from ctoc_report.values.names import CountryCode
from ctoc_report.values.text import Identifier, Localized, Prose

ENTRY_TAGS = frozenset({"heading", "paragraph", "each", "text"})
"""The fields by which entries of an outline are told apart."""

CHOICE_TAGS = frozenset({"records", "query"})
"""The two ways of saying what a paragraph tells."""


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Told(_Part):
    """A record to be told in a paragraph; `part` picks one of the several things that its template can tell of it."""

    record: Identifier
    part: str | None = None

    @model_validator(mode="before")
    @classmethod
    def _plain_id(cls, value: Any) -> Any:
        return {"record": value} if isinstance(value, str) else value


class Query(_Part):
    """A choice of records by what they are: all the conditions given must hold. They come in the order of their dates."""

    type: str | None = None
    theme: str | None = None
    country: CountryCode | None = None
    programme: str | None = None

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
    ]
    lead: Prose | None = Field(None, description="words of the officer's own before the records")
    tail: Prose | None = Field(None, description="words of the officer's own after the records")
    id: Identifier | None = None

    @model_validator(mode="before")
    @classmethod
    def _plain_id(cls, value: Any) -> Any:
        if isinstance(value, dict) and isinstance(value.get("paragraph"), str):
            return {**value, "paragraph": (value["paragraph"],)}
        return value


class Each(_Part):
    """A paragraph for each record that a query finds."""

    each: Query


class Narrative(_Part):
    """A paragraph in the officer's own words."""

    text: Prose
    id: Identifier | None = None


class Section(_Part):
    """A heading with what stands under it."""

    heading: Localized
    id: Identifier | None = None
    numbered: bool = True
    body: Annotated[tuple[Entry, ...], BeforeValidator(lambda entries: entries or ())] = ()


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
]

Section.model_rebuild()


class Waiver(_Part):
    """Leave to break a rule at one record, with the reason."""

    rule: str
    record: Identifier | None = None
    because: str = Field(min_length=1)


class Report(Masthead):
    """`report.yaml` as a whole. `format` is the version of the project's files, `words` the limit of the body."""

    format: Literal["1"]
    languages: tuple[LanguageTag, ...] = Field(min_length=1)
    period: Span = Field(description="from the day after the last session covered to the cut-off date")
    words: int = Field(8500, gt=0, description="the limit of words (Editorial Manual: 8,500 for Secretariat documents)")
    outline: tuple[Entry, ...] = ()
    waivers: tuple[Waiver, ...] = ()
