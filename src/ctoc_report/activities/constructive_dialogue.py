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

    number: Whole = Field(description="which dialogue of the series it was")
    subject: Prose = Field(description="what it was about, to follow “on”")
    body: EntityKey = Field(description="the body after whose meeting it was held")
    meeting: Whole = Field(description="the number of that meeting")
    organizations_present: Count = Field(description="civil society organizations that took part")
    states: Count = Field(description="States that took part")
    rules: Prose | None = Field(None, description="the rules it followed, to follow “in accordance with”")
    experts_on: Prose | None = Field(
        None, description="what experts of civil society spoke on at the dialogues told together"
    )
    invited: Prose | None = Field(None, description="who else was invited to speak and on what, in full sentences")

    @model_validator(mode="after")
    def _is_dated(self) -> Self:
        if self.date is None:
            raise unfit("dialogue_date", "say when the dialogue was held: give its `date:`")
        return self
