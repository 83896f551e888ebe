"""A programme that the Office launched, or into which it merged others."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import Field, model_validator

from ctoc_report.activities import Activity
from ctoc_report.values.known import unfit
from ctoc_report.values.text import Prose


class Programme(Activity):
    """A programme: when it began, what went into it, what it is for."""

    scope: Literal["national", "regional", "global"] | None = Field(None, description="how far it reaches")
    merged: tuple[Prose, ...] = Field(
        (),
        description="what was merged into it, each to follow “its programmes”",
        examples=[[{"en": "on ports", "fr": "sur les ports"}, {"en": "on airports", "fr": "sur les aéroports"}]],
    )
    significance: Prose | None = Field(
        None,
        description="what the change means, to follow “a step that” (French “ce qui”)",
        examples=[{"en": "brought its work closer to countries", "fr": "a rapproché ses travaux des pays"}],
    )
    role: Prose | None = Field(
        None,
        description="what the programme is for the Office, to follow “it is”",
        examples=[{"en": "the main instrument of the Office", "fr": "le principal instrument de l'Office"}],
    )
    enables: tuple[Prose, ...] = Field(
        (),
        description="what it enables the Office to do, each to follow “to” (French “de”)",
        examples=[[{"en": "act sooner", "fr": "agir plus tôt"}, {"en": "spend less", "fr": "dépenser moins"}]],
    )

    @model_validator(mode="after")
    def _is_named_and_dated(self) -> Self:
        if self.programme is None:
            raise unfit("programme_name", "say which programme it is: give its `programme:`")
        if self.date is None:
            raise unfit("programme_date", "say when it was launched: give its `date:`")
        return self
