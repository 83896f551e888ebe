"""A trend or finding: what was observed, by whom, where and since when, and who took it up."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import Field, model_validator

from ctoc_report.activities import Activity, Part
from ctoc_report.values.dates import Span
from ctoc_report.values.figures import Whole
from ctoc_report.values.known import unfit
from ctoc_report.values.names import EntityKey, ResolutionOf
from ctoc_report.values.text import Prose

Kind = Literal["increase", "sharp-increase", "decrease", "emergence", "spread"]

TOLD = ("trends", "growing", "affected", "statement", "taken_up")
"""The fields one of which a finding must have: without them it finds nothing."""


class Trend(Part):
    """A change that was observed."""

    kind: Kind = Field(description="how it changed")
    of: Prose = Field(
        description="in what, with the preposition that follows “an increase”: “in fraud”, “de la fraude”",
        examples=[{"en": "in online fraud", "fr": "de la fraude en ligne"}],
    )


class Concern(Part):
    """Who told whom that they were concerned."""

    by: Prose = Field(
        description="who voiced it, a plural noun phrase",
        examples=[{"en": "several embassies", "fr": "plusieurs ambassades"}],
    )
    to: Prose = Field(
        description="to whom, in the form that follows “informed” or “ont fait part”",
        examples=[{"en": "{{ UNODC | the }}", "fr": "{{ UNODC | to }}"}],
    )
    about: Prose = Field(
        description="what about, a noun phrase",
        examples=[{"en": "the safety of applicants", "fr": "la sécurité des candidats"}],
    )


class Affected(Part):
    """A group of persons, and the regions of the world in which they are found."""

    who: Prose = Field(
        description="the group, a plural noun phrase", examples=[{"en": "the victims", "fr": "les victimes"}]
    )
    recruited: bool = Field(default=False, description="whether they are recruited there, rather than live there")
    regions: tuple[EntityKey, ...] = Field(
        min_length=1, description="by their keys in the glossary", examples=[["Pacific"]]
    )


class TakenUp(Part):
    """A resolution that took up the matter."""

    resolution: ResolutionOf = Field(description="the resolution, by its organ and number")
    session: Whole | None = Field(None, description="the session at which it was adopted", examples=[154])
    first_time: bool = Field(default=False, description="whether the organ took the matter up for the first time")
    subject: Prose = Field(
        description="the matter, a noun phrase",
        examples=[{"en": "the sale of forged permits", "fr": "la vente de faux permis"}],
    )
    whom: Prose = Field(
        description="whom the organ encouraged, a noun phrase",
        examples=[{"en": "Member States", "fr": "les États Membres"}],
    )
    what: Prose = Field(
        description="what it encouraged them to do, to follow “to” (French “à”)",
        examples=[{"en": "check permits online", "fr": "vérifier les permis en ligne"}],
    )


class Finding(Activity):
    """A trend or finding. `countries` and `regions` say where, `observed_by` who found it if not the Office."""

    observed_by: tuple[EntityKey, ...] = Field(
        (), description="who observed it, if not the Office", examples=[["INTERPOL"]]
    )
    regions: tuple[EntityKey, ...] = Field(
        (), description="where, by the keys of regions in the glossary", examples=[["Pacific"]]
    )
    trends: tuple[Trend, ...] = Field(
        (),
        description="the changes that were observed",
        examples=[[{"kind": "increase", "of": {"en": "in online fraud", "fr": "de la fraude en ligne"}}]],
    )
    growing: Prose | None = Field(
        None,
        description="what has been recorded in growing numbers, a plural noun phrase",
        examples=[{"en": "complaints about false job offers", "fr": "plaintes visant des offres d'emploi mensongères"}],
    )
    since: Span | None = Field(None, description="since when", examples=[2098])
    stage: Literal["early", "mid", "late"] | None = Field(None, description="the part of the year, if that is known")
    concern: Concern | None = Field(
        None,
        description="who told whom that they were concerned",
        examples=[
            {
                "by": {"en": "several embassies", "fr": "plusieurs ambassades"},
                "to": {"en": "{{ UNODC | the }}", "fr": "{{ UNODC | to }}"},
                "about": {"en": "the safety of applicants", "fr": "la sécurité des candidats"},
            }
        ],
    )
    affected: tuple[Affected, ...] = Field(
        (),
        description="groups of persons and where in the world they are found",
        examples=[[{"who": {"en": "the victims", "fr": "les victimes"}, "regions": ["Pacific"]}]],
    )
    context: Prose | None = Field(
        None,
        description="what has to be known first, in full sentences",
        examples=[{"en": "Few victims complain.", "fr": "Peu de victimes portent plainte."}],
    )
    how: Literal["observed", "established", "noted"] = Field("observed", description="how firm the statement is")
    statement: Prose | None = Field(
        None,
        description="what was found, to follow “that”",
        examples=[{"en": "forged permits were sold online", "fr": "des permis falsifiés étaient vendus en ligne"}],
    )
    account: Prose | None = Field(
        None,
        description="what else belongs to it, in full sentences",
        examples=[{"en": "Most offers had been removed.", "fr": "La plupart des offres avaient été retirées."}],
    )
    taken_up: TakenUp | None = Field(
        None,
        description="a resolution that took up the matter",
        examples=[
            {
                "resolution": "GA 154/42",
                "subject": {"en": "the sale of forged permits", "fr": "la vente de faux permis"},
                "whom": {"en": "Member States", "fr": "les États Membres"},
                "what": {"en": "check permits online", "fr": "vérifier les permis en ligne"},
            }
        ],
    )

    @model_validator(mode="after")
    def _finds_something(self) -> Self:
        if not any(getattr(self, field) for field in TOLD):
            raise unfit("finding_empty", "the record finds nothing: fill in one of {fields}", fields=", ".join(TOLD))
        if (self.growing is None) != (self.since is None):
            raise unfit("finding_since", "`growing` and `since` need each other: what has grown, and since when")
        if self.since is not None and not self.since.single:
            raise unfit("finding_since", "`since` is one day, month or year: {since} is a span", since=str(self.since))
        if self.stage and (self.since is None or self.since.start.month):
            raise unfit("finding_stage", "`stage` is the part of a year: write `since` as a year, for instance 2021")
        return self
