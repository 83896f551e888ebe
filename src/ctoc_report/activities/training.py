"""Training: courses, workshops, mentoring, congresses, consultations and meetings of experts."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import Field, model_validator

from ctoc_report.activities import Activity
from ctoc_report.values.figures import Count, Percentage, Whole, not_more
from ctoc_report.values.known import unfit
from ctoc_report.values.names import CountryCode, EntityKey
from ctoc_report.values.text import Localized, Prose

Kind = Literal[
    "training", "course", "workshop", "refresher-workshop", "seminar", "simulation-exercise", "mentoring",
    "congress", "consultation", "expert-group-meeting",
]  # fmt: skip


class Training(Activity):
    """One training activity, or several of a kind told together.

    `countries` are those whose officials it was for; a single one is also where it took place, unless `host` says
    otherwise.
    """

    kind: Kind = Field(description="what it was")
    events: Count | None = Field(None, description="how many there were, if several are told together", examples=[3])
    scope: Literal["national", "regional", "international"] | None = Field(None, description="how far it reached")
    specialized: bool = Field(default=False, description="whether it was specialized")
    name: EntityKey | None = Field(
        None,
        description="its official name, by the key in the glossary; without the number",
        examples=["Ports_Congress"],
    )
    number: Whole | None = Field(
        None, description="whether it was the first, second … of its name or kind", examples=[2]
    )
    component: Localized | None = Field(
        None,
        description="the component of the programme that it belongs to",
        examples=[{"en": "Asia and Middle East", "fr": "Asie et Moyen-Orient"}],
    )
    audience: Prose | None = Field(
        None,
        description="whom it was for, without article, to follow “for” or a number",
        examples=[{"en": "investigators", "fr": "personnes chargées d'enquêtes"}],
    )
    participants: Count | None = Field(None, description="how many took part", examples=[25])
    women: Count | None = Field(None, description="women among them", examples=[12])
    share_of_women: Percentage | None = Field(None, description="the share of women among them")
    subject: Prose | None = Field(
        None,
        description="what it was about, to follow “on”",
        examples=[{"en": "digital evidence", "fr": "la preuve numérique"}],
    )
    host: CountryCode | None = Field(
        None, description="where it took place, if that is not where they came from", examples=["KEN"]
    )
    city: Localized | None = Field(
        None, description="the city in which it took place", examples=[{"en": "Nairobi", "fr": "Nairobi"}]
    )
    foremost: bool = Field(default=False, description="whether the countries are only the foremost among others")
    aim: Prose | None = Field(
        None,
        description="what it was to achieve, to follow “to” (French “à”)",
        examples=[{"en": "improve the quality of case files", "fr": "améliorer la qualité des dossiers"}],
    )
    contents: Prose | None = Field(
        None,
        description="what it comprised, to follow “included” (French “comprenait”)",
        examples=[{"en": "practical exercises", "fr": "des exercices pratiques"}],
    )
    tools: Prose | None = Field(
        None,
        description="what the participants worked with, to follow “used”",
        examples=[{"en": "a case book", "fr": "un recueil d'affaires"}],
    )
    account: Prose | None = Field(
        None,
        description="what came of it, in full sentences",
        examples=[
            {
                "en": "The participants agreed to meet again.",
                "fr": "Les participantes et participants sont convenus de se réunir de nouveau.",
            }
        ],
    )
    organizers: tuple[EntityKey, ...] = Field(
        (), description="who held it, if not the Office", examples=[["IOM", "INTERPOL"]]
    )

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        not_more(self, "women", "participants", ("women", "participants"))
        if self.women is not None and self.share_of_women is not None:
            raise unfit("women_twice", "give the women as a number or as a share, not both")
        if self.participants is None and (self.women is not None or self.share_of_women is not None):
            raise unfit("women_of_none", "say how many took part: the women are told as some of the participants")
        if self.participants is not None and self.audience is None:
            raise unfit("participants_of_no_kind", "say in `audience:` who the participants were")
        if self.events is not None and (self.name or self.number):
            raise unfit("events_of_a_name", "several events cannot share one name or number: make a record of each")
        return self
