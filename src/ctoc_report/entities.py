"""What has an official name: organizations, organs, programmes, networks, instruments, with their short forms.

A project's glossary and the shipped bodies say, for each language, how an entity is called, which article it takes and
how it is abbreviated.
"""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, WithJsonSchema

from ctoc_report.values.figures import IndicatorNoun
from ctoc_report.values.known import unfit
from ctoc_report.values.names import ENTITY_KEY
from ctoc_report.values.text import LanguageKey

Key = Annotated[
    str,
    StringConstraints(pattern=r"^[A-Z]\w*$", max_length=60),
    WithJsonSchema({"type": "string", "pattern": ENTITY_KEY, "maxLength": 60}),
]
"""A key by which data and templates name an entity: it starts with a capital letter, for instance `UNODC`."""


def _regular_expression(pattern: str) -> str:
    try:
        re.compile(pattern)
    except re.error as error:
        raise unfit(
            "pattern", "“{pattern}” is not a regular expression: {why}", pattern=pattern, why=str(error)
        ) from None
    return pattern


class Frozen(BaseModel):
    """A part of the data in which an unknown key is refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)


Article = Annotated[str, AfterValidator(lambda article: article.replace("'", "’"))]
"""An article, with the typographic apostrophe whichever way it was typed."""


class EntityName(Frozen):
    """How an entity is called in one language.

    `short` is its abbreviation, written after the name at first use and alone from then on; with `well_known` the short
    form comes first and the name stands in the brackets. `brief` is the ordinary word that stands for it ("the Office").
    """

    name: str = Field(
        min_length=1, description="the official name", examples=["International Organization for Migration"]
    )
    article: Article = Field(
        "", description="the article that the name takes; none for “Africa”", examples=["the", "le", "la", "l’", "les"]
    )
    within: Article = Field(
        "", description="replaces “in” and its article, for instance “à la ”", examples=["dans le "]
    )
    short: str = Field(
        "",
        description="the abbreviation, used alone from the second mention on if the name comes up often",
        examples=["IOM"],
    )
    short_article: Article = Field(
        "", description="the article that the abbreviation takes; none in English", examples=["l’"]
    )
    well_known: bool = Field(
        default=False, description="whether the abbreviation comes first and the name stands in the brackets"
    )
    brief: str = Field("", description="the ordinary word that stands for it: the Office", examples=["Office"])
    brief_article: Article = Field("", description="the article that this word takes", examples=["the"])
    gender: Literal["m", "f", "n"] | None = Field(None, description="the gender of the name: French needs it")
    plural: bool = Field(default=False, description="whether the name is a plural")


class Entity(Frozen):
    """An entity with its names by language."""

    names: dict[str, EntityName] = Field(min_length=1)


class Glossary(Frozen):
    """A project's `glossary.yaml`: its entities and the names of what it counts."""

    entities: dict[Key, Annotated[dict[LanguageKey, EntityName], Field(min_length=1)]] = Field(
        default_factory=dict,
        description="what has an official name, by a key with a capital; under each its names by language",
        examples=[{"Tide": {"en": {"name": "Turning the Tide", "article": ""}, "fr": {"name": "Changer la marée"}}}],
    )
    indicators: dict[str, dict[LanguageKey, IndicatorNoun]] = Field(
        default_factory=dict,
        description="what is counted in results, by a name of your choice; under each the nouns by language",
        examples=[{"arrests": {"en": {"one": "{} arrest", "other": "{} arrests"}}}],
    )


class Body(Frozen):
    """An organ of the United Nations, from `templates/bodies/`.

    `symbol` is the series of its documents; `resolutions` the form of their numbers, `resolution_symbol` the symbol of
    the document that a resolution has of its own, empty if none. `organ` is the organ it reports to.
    """

    key: Key
    symbol: str
    paper: Literal["letter", "a4"]
    resolutions: Annotated[str, AfterValidator(_regular_expression)]
    resolution_symbol: Annotated[str, StringConstraints(pattern=r"^[^{}]*(\{number\}[^{}]*)?$")]
    organ: Key | None = None
    names: dict[str, EntityName]
