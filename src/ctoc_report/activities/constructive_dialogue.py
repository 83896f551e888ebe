"""A constructive dialogue with civil society after a meeting of a body."""

from __future__ import annotations

from typing import Self

from pydantic import Field, model_validator

from ctoc_report.activities import Activity
from ctoc_report.values.figures import Count, Whole
from ctoc_report.values.known import unfit
from ctoc_report.values.names import EntityKey
from ctoc_report.values.text import Prose


class ConstructiveDialogue(Activity):
    """One dialogue of a series. Its template tells several at once: `part: held`, then `part: participation`."""

    number: Whole = Field(description="which dialogue of the series it was", examples=[4])
    subject: Prose = Field(
        description="what it was about, to follow “on”", examples=[{"en": "safe ports", "fr": "la sûreté des ports"}]
    )
    body: EntityKey = Field(description="the body after whose meeting it was held", examples=["COP_WG4"])
    meeting: Whole = Field(description="the number of that meeting", examples=[15])
    organizations_present: Count = Field(description="civil society organizations that took part", examples=[96])
    states: Count = Field(description="States that took part", examples=[51])
    rules: Prose | None = Field(
        None,
        description="the rules it followed, to follow “in accordance with” (French “conformément”, with “à”)",
        examples=[{"en": "the rules in force", "fr": "aux règles en vigueur"}],
    )
    experts_on: Prose | None = Field(
        None,
        description="what experts of civil society spoke on at the dialogues told together",
        examples=[{"en": "work in harbours", "fr": "le travail dans les ports"}],
    )
    invited: Prose | None = Field(
        None,
        description="who else was invited to speak and on what, in full sentences",
        examples=[{"en": "Dockers took the floor.", "fr": "Des dockers ont pris la parole."}],
    )

    @model_validator(mode="after")
    def _is_dated(self) -> Self:
        if self.date is None:
            raise unfit("dialogue_date", "say when the dialogue was held: give its `date:`")
        return self
