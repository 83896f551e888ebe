"""Text that appears in a report, in each of its languages."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field, RootModel, StringConstraints, model_validator

ORIGINAL = ""
"""The key under which a plain string is kept: the original language of the report, whichever that is."""

Identifier = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(?:-[a-z0-9]+)*$", max_length=80)]
"""A record's id: small letters, digits and single hyphens, for instance `working-group-13`."""


class Localized(RootModel[dict[str, str]]):
    """Words as they are printed, by language: `{en: …, fr: …}`; a plain string is the original language.

    The words are taken as they stand: no markup, no `{{ }}`.
    """

    model_config = {"frozen": True}
    root: dict[str, str] = Field(
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


class WorkTitle(RootModel[dict[str, str]]):
    """The title of a work in its own language, given as `{en: …}`; in several when the work has several titles.

    A report prints the title in its own language if there is one, otherwise the first one given.
    """

    model_config = {"frozen": True}
    root: dict[str, str] = Field(min_length=1, examples=[{"en": "Global Report on Trafficking in Persons 2022"}])

    def best(self, language: str) -> tuple[str, str]:
        """Return the title to print in a report in `language`, and the language it is in."""
        chosen = language if language in self.root else next(iter(self.root))
        return self.root[chosen], chosen
