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

    survivors: Count = Field(description="how many they were", examples=[12])
    date: Span | None = Field(None, description="when they took part", examples=["2098"])
    activity: Prose = Field(
        description="what they were invited to, to follow “to take part in”; with its preposition in French",
        examples=[{"en": "its workshops", "fr": "à ses ateliers"}],
    )


class Team(Part):
    """A team of the Office set up to support victims and survivors."""

    name: EntityKey = Field(description="the team, by its key in the glossary", examples=["Survivors_Team"])
    within: EntityKey | None = Field(
        None, description="the section or branch it belongs to", examples=["Ports_Section"]
    )
    date: Span = Field(description="when it was established", examples=[2099])
    purpose: Prose = Field(
        description="what for, to follow “to” (French “de”)",
        examples=[{"en": "make their voices heard", "fr": "faire entendre leur voix"}],
    )


class Operations(Part):
    """Operations of national authorities that the Office supported."""

    kind: Prose = Field(
        description="what they were, a plural noun phrase",
        examples=[{"en": "joint operations", "fr": "des opérations conjointes"}],
    )
    authority: EntityKey | None = Field(
        None, description="who carried them out; otherwise the authorities of `countries`", examples=["Border_Police"]
    )
    place: EntityKey | None = Field(None, description="where, by its key in the glossary", examples=["Pacific"])
    means: tuple[Prose, ...] = Field(
        (),
        description="how the Office helped, each to follow “by”: “providing …” (French “en”)",
        examples=[
            [
                {"en": "lending equipment", "fr": "prêtant du matériel"},
                {"en": "training officers", "fr": "formant des fonctionnaires"},
            ]
        ],
    )


class Identified(Part):
    """Victims who were identified."""

    victims: Count = Field(description="how many there were", examples=["at least 31"])
    women: Count | None = Field(None, description="women and girls among them", examples=[21])
    rescued: bool = Field(default=False, description="whether they were rescued too")
    by: Prose | None = Field(
        None,
        description="who identified them, to follow “by”",
        examples=[{"en": "labour inspectors", "fr": "des inspecteurs du travail"}],
    )
    date: Span | None = Field(None, description="when that was", examples=["2098-07/2098-08"])

    @model_validator(mode="after")
    def _women_are_a_part(self) -> Self:
        not_more(self, "women", "victims", ("women and girls", "victims"))
        return self


class Planned(Part):
    """What the Office will do next."""

    date: Span = Field(description="when", examples=[2099])
    what: Prose = Field(
        description="what, in the future tense, to follow “the Office”: “will continue to …”",
        examples=[{"en": "will continue this support", "fr": "continuera cet appui"}],
    )


class VictimSupport(Activity):
    """Support for victims and survivors, under a programme or in a country."""

    aim: Prose | None = Field(
        None,
        description="what the programme seeks to do for them, to follow “it seeks to” (French “vise à”)",
        examples=[{"en": "help survivors to find work", "fr": "aider les personnes rescapées à trouver du travail"}],
    )
    offers: tuple[Prose, ...] = Field(
        (),
        description="what the support is made of, noun phrases",
        examples=[
            [
                {"en": "advice, in several languages", "fr": "des conseils, en plusieurs langues"},
                {"en": "vocational training", "fr": "une formation professionnelle"},
            ]
        ],
    )
    engagement: Engagement | None = Field(
        None,
        description="survivors whom the Office invited to take part in its work",
        examples=[{"survivors": 12, "activity": {"en": "its workshops", "fr": "à ses ateliers"}}],
    )
    team: Team | None = Field(
        None,
        description="a team of the Office set up to support them",
        examples=[
            {
                "name": "Survivors_Team",
                "date": 2099,
                "purpose": {"en": "make their voices heard", "fr": "faire entendre leur voix"},
            }
        ],
    )
    operations: Operations | None = Field(
        None,
        description="operations of national authorities that the Office supported",
        examples=[{"kind": {"en": "joint operations", "fr": "des opérations conjointes"}}],
    )
    identified: Identified | None = Field(
        None, description="victims who were identified", examples=[{"victims": "at least 31", "women": 21}]
    )
    planned: Planned | None = Field(
        None,
        description="what the Office will do next",
        examples=[{"date": 2099, "what": {"en": "will continue this support", "fr": "continuera cet appui"}}],
    )

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
