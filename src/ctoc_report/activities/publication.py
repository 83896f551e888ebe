"""Something that was published: a policy brief, study, report, manual or tool; what it says, and the use made of it."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import Field, model_validator

from ctoc_report.activities import Activity
from ctoc_report.masthead import Tag
from ctoc_report.values.dates import Span
from ctoc_report.values.figures import Count
from ctoc_report.values.known import unfit
from ctoc_report.values.names import CountryCode, EntityKey
from ctoc_report.values.text import Identifier, Prose, WorkTitle

Kind = Literal[
    "policy-brief",
    "study",
    "report",
    "global-report",
    "regional-report",
    "research-report",
    "manual",
    "training-manual",
    "guide",
    "mentoring-guide",
    "guidance-note",
    "toolkit",
    "practical-tool",
]


class Publication(Activity):
    """A publication, or `several` of one kind.

    `part: publication` tells it without its findings, `part: findings` names it and tells only these; without a part
    all is told. `countries` are those in which it came out, `partners` those with whom.
    """

    kind: Kind = Field(description="what kind of publication it is")
    quantity: Count | None = Field(None, description="how many there are, if more than one", examples=[3])
    several: bool = Field(default=False, description="whether there are several, when it is not said how many")
    frequency: Literal["annual", "biennial"] | None = Field(None, description="how often an edition of it comes out")
    title: WorkTitle | None = Field(
        None, description="its title, in its own language", examples=[{"en": "Handbook on Floating Cities"}]
    )
    named: bool = Field(default=False, description="whether the title stands for the kind, rather than in brackets")
    languages: tuple[Tag, ...] = Field(
        (), description="the languages it is available in, if only in these", examples=[["en", "es"]]
    )
    step: Literal["published", "launched", "released", "prepared", "developed"] = Field(
        "published", description="what was done"
    )
    publisher: EntityKey | None = Field(None, description="who did that, if not the Office", examples=["IOM"])
    passive: bool = Field(default=False, description="whether to leave unsaid who did that")
    follows: Identifier | None = Field(
        None,
        description="the publication told just before, for “in the same month”, “also in 2024”",
        examples=["handbook"],
    )
    shortly_before: Identifier | None = Field(
        None, description="the publication just before which it came out", examples=["handbook"]
    )
    subject: Prose | None = Field(
        None,
        description="what it is about, to follow the kind, with its preposition",
        examples=[{"en": "on recruitment online", "fr": "sur le recrutement en ligne"}],
    )
    audience: Prose | None = Field(
        None,
        description="for whom it is, to follow “for” (French “à l'intention”)",
        examples=[{"en": "judges", "fr": "des juges"}],
    )
    with_government: bool = Field(default=False, description="whether it was prepared with the Government")
    aim: Prose | None = Field(
        None,
        description="what it is to do, to follow “to” (French “à”)",
        examples=[{"en": "improve inspections", "fr": "améliorer les inspections"}],
    )
    offers: Prose | None = Field(
        None,
        description="what it offers, to follow “which offers” (French “qui offre”)",
        examples=[{"en": "an overview of routes", "fr": "un panorama des itinéraires"}],
    )
    covered: Count | None = Field(None, description="how many countries it covers", examples=[120])
    data: Prose | None = Field(
        None,
        description="what it analyses, a noun phrase",
        examples=[{"en": "the cases recorded", "fr": "les cas recensés"}],
    )
    data_period: Span | None = Field(None, description="the time of what it analyses", examples=["2095/2097"])
    presents: Prose | None = Field(
        None,
        description="what it presents, a noun phrase",
        examples=[{"en": "the responses of States", "fr": "les mesures prises par les États"}],
    )
    cases: Count | None = Field(None, description="court cases, the summaries of which were analysed", examples=[700])
    cases_period: Span | None = Field(
        None, description="the time in which these cases were decided", examples=["2090/2096"]
    )
    insight: Prose | None = Field(
        None,
        description="what it sheds new light on, a noun phrase",
        examples=[{"en": "the profiles of traffickers", "fr": "le profil des trafiquants"}],
    )
    topics: tuple[Prose, ...] = Field(
        (),
        description="what it deals with; each with “sur” in French",
        examples=[[{"en": "prevention", "fr": "sur la prévention"}, {"en": "protection", "fr": "sur la protection"}]],
    )
    recommends: Prose | None = Field(
        None,
        description="what its recommendations are for, to follow “to” (French “à”)",
        examples=[{"en": "share data", "fr": "mettre les données en commun"}],
    )
    observation: Prose | None = Field(
        None,
        description="what it found above all, to follow “found that” (French “il en ressortait que”)",
        examples=[{"en": "victims seldom lodged complaints", "fr": "il était rare que les victimes portent plainte"}],
    )
    account: Prose | None = Field(
        None,
        description="more about it, in full sentences",
        examples=[{"en": "An annex explains the methods.", "fr": "Une annexe en expose les méthodes."}],
    )
    findings: Prose | None = Field(
        None,
        description="what it found, in full sentences",
        examples=[
            {
                "en": "The report establishes that inspections are rare.",
                "fr": "Le rapport établit que les inspections sont rares.",
            }
        ],
    )
    consultations: Count | None = Field(
        None, description="how often it was consulted online since it came out", examples=["more than 3000"]
    )
    used_for: Prose | None = Field(
        None,
        description="what it was used for, to follow “used in” (French “dans”)",
        examples=[{"en": "several training courses", "fr": "plusieurs formations"}],
    )
    used_in: tuple[CountryCode, ...] = Field(
        (), description="countries in which it was used", examples=[["KEN", "PRT"]]
    )
    use: Prose | None = Field(
        None,
        description="more about the use made of it, in full sentences",
        examples=[{"en": "States have cited it in their replies.", "fr": "Des États l'ont cité dans leurs réponses."}],
    )

    @model_validator(mode="after")
    def _says_what_it_is(self) -> Self:
        if not (self.subject or self.title or self.audience or self.aim):
            raise unfit("publication_subject", "say what was published: its `subject`, `title`, `audience` or `aim`")
        if self.named and self.title is None:
            raise unfit("publication_title", "a publication that is `named` needs its `title`")
        return self

    @model_validator(mode="after")
    def _is_counted_once(self) -> Self:
        if self.quantity is not None and self.quantity.value < 2:  # noqa: PLR2004  (more than one)
            raise unfit("publication_quantity", "give a `quantity` only if there are two or more")
        if self.several and self.quantity is not None:
            raise unfit("publication_several", "give the `quantity`, or say that there are `several`: not both")
        if self.named and (self.several or self.quantity):
            raise unfit("publication_named", "only a single publication can be `named` by its title")
        return self

    @model_validator(mode="after")
    def _gives_what_belongs_together(self) -> Self:
        if self.data_period and not self.data:
            raise unfit("publication_data", "`data_period` is the time of the `data`: say what these are")
        if self.cases_period and self.cases is None:
            raise unfit("publication_cases", "`cases_period` is the time of the `cases`: say how many there are")
        if self.with_government and not self.countries:
            raise unfit("publication_government", "say of which of the `countries` the Government is")
        if self.passive and (self.publisher or self.partners):
            raise unfit("publication_passive", "`passive` leaves unsaid who published it: drop it, or them")
        if self.shortly_before and self.date:
            raise unfit("publication_before", "`shortly_before` stands in place of the `date`: give one of them")
        return self
