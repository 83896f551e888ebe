"""Support for victims and survivors: a programme or team, or work that led to victims being identified."""

from __future__ import annotations

from pydantic import Field, model_validator
from typing import Self

from ctoc_report.activities import Activity
from ctoc_report.values.dates import Span
from ctoc_report.values.figures import Count, not_more
from ctoc_report.values.text import Prose


class VictimSupport(Activity):
    """What was done for victims and survivors, and how many were reached."""

    offer: Prose | None = Field(None, description="what a programme offers victims and survivors, in full sentences")
    survivors: Count | None = Field(None, description="survivors who took part in activities")
    survivors_in: Prose | None = Field(None, description="what they took part in, to follow “in”")
    work: Prose | None = Field(None, description="what was done, to follow “helped” (French “a aidé”)")
    victims: Count | None = Field(None, description="victims identified and rescued thanks to that work")
    women: Count | None = Field(None, description="how many of them were women or girls")
    victims_when: Span | None = Field(None, description="when they were identified")
    rescued_by: Prose | None = Field(None, description="who identified them, to follow “by”")
    plans: Prose | None = Field(None, description="what is to follow, in full sentences")
    created: Prose | None = Field(None, description="the team or unit that was created, in full sentences")

    @model_validator(mode="after")
    def _women_are_among_the_victims(self) -> Self:
        not_more(self.women, self.victims, ("women", "victims"))
        return self
