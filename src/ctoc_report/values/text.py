"""Text that appears in a report, in each of its languages."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import ConfigDict, Field, RootModel, StringConstraints, WithJsonSchema, model_validator

ORIGINAL = ""
"""The key under which a plain string is kept: the original language of the report, whichever that is."""

ID = r"^[a-z0-9]+(?:-[a-z0-9]+)*$"

ID_FORM = {
    "pattern": ID,
    "errorMessage": "write small letters, digits and single hyphens, for instance working-group-13",
}
"""The form of an id, for editors."""

Identifier = Annotated[
    str,
    StringConstraints(pattern=ID, max_length=80),
    Field(examples=["working-group-13"], json_schema_extra={**ID_FORM, "type": ["string", "number"]}),
]
"""A record's id: small letters, digits and single hyphens, for instance `working-group-13`."""

LanguageKey = Annotated[str, WithJsonSchema({"type": "string", "pattern": "^[a-z]{2,3}$"})]
"""A language as a key of words; only an editor minds its form, the report minds the languages that it lacks."""

LOCALIZED = ConfigDict(
    frozen=True,
    json_schema_extra={
        "type": ["object", "string", "number"],  # a year, say, is a number to an editor and a text to the report
        "errorMessage": "write {en: …, fr: …}, or a plain text in the original language of the report",
    },
)


class Localized(RootModel[dict[LanguageKey, str]]):
    """Words as they are printed, by language: `{en: …, fr: …}`; a plain string is the original language.

    The words are taken as they stand: no markup, no `{{ }}`.
    """

    model_config = LOCALIZED
    root: dict[LanguageKey, str] = Field(
        min_length=1, examples=[{"en": "Trafficking in children", "fr": "La traite des enfants"}]
    )

    @model_validator(mode="before")
    @classmethod
    def _plain_string(cls, value: Any) -> Any:
        return {ORIGINAL: value} if isinstance(value, str) else value

    def in_language(self, language: str, original: str) -> str | None:
        """Return the words in `language`, or None when they are missing; `original` is the report's own language."""
        if language == original and ORIGINAL in self.root:
            return self.root[ORIGINAL]
        return self.root.get(language)


class Prose(Localized):
    """An officer's own words, by language, with the inline markup of the project and values between `{{` and `}}`."""


class WorkTitle(RootModel[dict[LanguageKey, str]]):
    """The title of a work in its own language, given as `{en: …}`; in several when the work has several titles.

    A report prints the title in its own language if there is one, otherwise the first one given.
    """

    model_config = {"frozen": True}
    root: dict[LanguageKey, str] = Field(min_length=1, examples=[{"en": "Global Report on Floating Cities 2099"}])

    def best(self, language: str) -> tuple[str, str]:
        """Return the title to print in a report in `language`, and the language it is in."""
        chosen = language if language in self.root else next(iter(self.root))
        return self.root[chosen], chosen
