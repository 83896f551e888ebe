"""An event that the Office held or took part in, or that others held with its support."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import Field, model_validator

from ctoc_report.activities import Activity, Part
from ctoc_report.values.dates import Span
from ctoc_report.values.figures import Count, Whole, not_more
from ctoc_report.values.known import unfit
from ctoc_report.values.names import EntityKey
from ctoc_report.values.text import Localized, Prose, WorkTitle

Kind = Literal[
    "event", "side-event", "exhibition", "forum", "conference", "panel", "round-table",
    "briefing", "information-session", "talk", "webinar", "webinar-series",
]  # fmt: skip

Role = Literal["organized", "co-organized", "chaired", "moderated", "participated", "contributed", "supported"]


class Margins(Part):
    """The meeting beside which an event was held."""

    body: EntityKey = Field(description="the body that met")
    number: Whole | None = Field(None, description="the number of its session or meeting")
    session: bool = Field(default=False, description="whether it is called a session rather than a meeting")
    date: Span | None = Field(None, description="when it met, if that is to be told")


class Event(Activity):
    """A side event, exhibition, forum, conference, panel, briefing, webinar series or other event.

    The Office did what `role` says; where others held the event, they are its `organizers` and are told first.
    """

    kind: Kind = Field("event", description="what it was")
    name: EntityKey | None = Field(
        None, description="its official name, by the key in the glossary; without the number"
    )
    number: Whole | None = Field(None, description="which edition of the named event it was")
    title: WorkTitle | None = Field(None, description="the title under which it was held")
    theme: Prose | None = Field(None, description="what it was about, to follow “on”")
    organizers: tuple[EntityKey, ...] = Field(
        (), description="who held it, if not the Office; co-organizers are partners"
    )
    role: Role | None = Field(
        None, description="what the Office did; without organizers and role, it organized the event"
    )
    panel: Prose | None = Field(
        None, description="the subject of the panel in which the Office took its part, to follow “on”"
    )
    contribution: Prose | None = Field(None, description="how the Office did it, to follow “including by”")
    host: EntityKey | None = Field(None, description="who hosted it")
    city: Localized | None = None
    online: bool = Field(default=False, description="whether it was held online")
    margins_of: Margins | None = Field(None, description="the meeting beside which it was held")
    launched: Span | None = Field(None, description="when a series of events was launched")
    webinars: Count | None = Field(None, description="the number of webinars in a series")
    attendance: Count | None = Field(None, description="how many persons attended in all")
    women: Count | None = Field(None, description="women among them")
    aim: Prose | None = Field(None, description="what it was meant to do, to follow “to”")
    series: EntityKey | None = Field(
        None, description="the body or programme under which it was held as one of several events"
    )
    number_in_series: Whole | None = Field(None, description="which of the events of that body or programme it was")
    pledges: Count | None = Field(
        None, description="multi-stakeholder pledges made there to which the Office contributed"
    )
    pledges_on: Prose | None = Field(None, description="what the pledges were about, to follow “on”")
    every_years: Whole | None = Field(None, description="the number of years after which the named event recurs")
    purpose: Prose | None = Field(None, description="what the recurring event is held for, to follow “to”")
    account: Prose | None = Field(None, description="what was shown, said or decided there, in full sentences")

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        not_more(self.women, self.attendance, ("women", "persons who attended"))
        if self.organizers and self.role == "organized":
            raise unfit(
                "event_organizer",
                "either the Office organized it or the organizers did; write `role: co-organized` with the others as partners",
            )
        if self.role == "co-organized" and not self.partners:
            raise unfit("event_partners", "it was co-organized: say with whom, in `partners:`")
        if self.webinars and self.kind != "webinar-series":
            raise unfit(
                "event_webinars", "only a webinar series has a number of webinars; write `kind: webinar-series`"
            )
        self._needs("number", "name")
        self._needs("every_years", "name")
        self._needs("purpose", "every_years")
        self._needs("pledges_on", "pledges")
        self._needs("number_in_series", "series")
        self._needs("series", "number_in_series")
        return self

    def _needs(self, field: str, other: str) -> None:
        if getattr(self, field) is not None and getattr(self, other) is None:
            raise unfit(
                "event_lacks",
                "{field} means nothing without {other}: fill in both or neither",
                field=field,
                other=other,
            )
