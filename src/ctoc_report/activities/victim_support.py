"""Support for victims and survivors: what a programme offers, survivors engaged, teams, operations, victims found."""

from __future__ import annotations

from typing import Self

from pydantic import Field, model_validator

from ctoc_report.activities import Activity, Part
from ctoc_report.values.dates import Span
from ctoc_report.values.figures import Count, not_more
from ctoc_report.values.known import unfit
from ctoc_report.values.names import EntityKey
from ctoc_report.values.text import Prose

TOLD = ("aim", "engagement", "team", "operations", "identified")
"""The fields one of which a record must have: without them it tells of no support."""


class Engagement(Part):
    """Survivors whom the Office invited to take part in its work."""

    survivors: Count
    date: Span | None = None
    activity: Prose = Field(
        description="what they were invited to, to follow “to take part in”; with its preposition in French"
    )


class Team(Part):
    """A team of the Office set up to support victims and survivors."""

    name: EntityKey
    within: EntityKey | None = Field(None, description="the section or branch it belongs to")
    date: Span = Field(description="when it was established")
    purpose: Prose = Field(description="what for, to follow “to”")


class Operations(Part):
    """Operations of national authorities that the Office supported."""

    kind: Prose = Field(description="what they were, a plural noun phrase")
    authority: EntityKey | None = Field(
        None, description="who carried them out; otherwise the authorities of `countries`"
    )
    place: EntityKey | None = Field(None, description="where, by its key in the glossary")
    means: tuple[Prose, ...] = Field((), description="how the Office helped, each to follow “by”: “providing …”")


class Identified(Part):
    """Victims who were identified."""

    victims: Count
    women: Count | None = Field(None, description="women and girls among them")
    rescued: bool = Field(default=False, description="whether they were rescued too")
    by: Prose | None = Field(None, description="who identified them, to follow “by”")
    date: Span | None = None

    @model_validator(mode="after")
    def _women_are_a_part(self) -> Self:
        not_more(self.women, self.victims, ("women and girls", "victims"))
        return self


class Planned(Part):
    """What the Office will do next."""

    date: Span
    what: Prose = Field(description="what, in the future tense, to follow “the Office”: “will continue to …”")


class VictimSupport(Activity):
    """Support for victims and survivors, under a programme or in a country."""

    aim: Prose | None = Field(None, description="what the programme seeks to do for them, to follow “it seeks to”")
    offers: tuple[Prose, ...] = Field((), description="what the support is made of, noun phrases")
    engagement: Engagement | None = None
    team: Team | None = None
    operations: Operations | None = None
    identified: Identified | None = None
    planned: Planned | None = None

    @model_validator(mode="after")
    def _supports(self) -> Self:
        if not any(getattr(self, field) for field in TOLD):
            raise unfit(
                "support_empty", "the record tells of no support: fill in one of {fields}", fields=", ".join(TOLD)
            )
        if self.aim and self.programme is None:
            raise unfit("support_programme", "`aim` is that of a programme: say which, in `programme:`")
        if self.offers and self.aim is None:
            raise unfit("support_offers", "`offers` need the `aim` that they serve")
        if self.operations and not (self.operations.authority or self.countries):
            raise unfit("support_operations", "say who carried the operations out: `authority`, or `countries`")
        return self
