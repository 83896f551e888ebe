"""An event that the Office held or took part in: side event, forum, conference, exhibition, webinar series."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import Field, model_validator

from ctoc_report.activities import Activity
from ctoc_report.values.figures import Count, Whole, not_more
from ctoc_report.values.known import unfit
from ctoc_report.values.names import EntityKey
from ctoc_report.values.text import Localized, Prose

Kind = Literal[
    "event",
    "side-event",
    "exhibition",
    "forum",
    "conference",
    "panel",
    "briefing",
    "information-session",
    "webinar-series",
]
Role = Literal["organized", "co-organized", "chaired", "moderated", "participated", "supported"]


class Event(Activity):
    """An event: what it was, who held it, what the Office did there, who came, what was said."""

    kind: Kind = Field("event", description="what it was")
    name: EntityKey | None = Field(
        None, description="its official name, by the key in the glossary, without its number", examples=["Ports_Forum"]
    )
    number: Whole | None = Field(None, description="which edition of the named event it was")
    theme: Prose | None = Field(
        None,
        description="what it was about, to follow “on”",
        examples=[{"en": "safe ports", "fr": "la sûreté des ports"}],
    )
    organizer: EntityKey | None = Field(None, description="who held it, if not the Office", examples=["IOM"])
    role: Role = Field("organized", description="what the Office did")
    city: Localized | None = Field(
        None, description="the city in which it was held", examples=[{"en": "Vienna", "fr": "Vienne"}]
    )
    online: bool = Field(default=False, description="whether it was held online")
    webinars: Count | None = Field(None, description="the number of webinars of a series", examples=[6])
    attendance: Count | None = Field(None, description="how many persons attended in all", examples=[120])
    women: Count | None = Field(None, description="how many of them were women", examples=[64])
    account: Prose | None = Field(
        None,
        description="what was shown, said or decided there, in full sentences",
        examples=[
            {
                "en": "The participants compared their rules.",
                "fr": "Les participantes et participants ont comparé leurs règles.",
            }
        ],
    )

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        not_more(self, "women", "attendance", ("women", "persons who attended"))
        if self.name is not None and self.webinars is not None:
            hint = "say in `account:` how many webinars it had, or leave the name out"
            raise unfit("webinars_of_a_name", "a named event is told by its name alone", hint, at="webinars")
        return self
