"""A project: its launch, partners, aims and work, or the phases it went through."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import Field, model_validator

from ctoc_report.activities import Activity, Part
from ctoc_report.values.dates import Span
from ctoc_report.values.figures import Count, Whole
from ctoc_report.values.known import unfit
from ctoc_report.values.names import CountryCode, EntityKey
from ctoc_report.values.text import Prose


class Phase(Part):
    """A phase of a project: how far it came, and the countries and region it covers."""

    number: Whole = Field(ge=1, description="whether it is the first, second … phase", examples=[2])
    status: Literal["launched", "completed"] = Field(description="whether the phase began or ended")
    simultaneous: bool = Field(default=False, description="whether this came at the same time as the step told before")
    date: Span | None = Field(None, description="when that was", examples=["2099-02"])
    project: EntityKey | None = Field(
        None, description="the project under which it is carried out, if it has a name", examples=["Ports_Programme"]
    )
    countries: tuple[CountryCode, ...] = Field((), description="the countries it covers", examples=[["KEN", "PRT"]])
    region: Prose | None = Field(
        None,
        description="the region it covers, with its article",
        examples=[{"en": "Central Asia", "fr": "l'Asie centrale"}],
    )
    focus: tuple[CountryCode, ...] = Field(
        (), description="the countries of the region that it is about in particular", examples=[["TJK"]]
    )


class Project(Activity):
    """One project, or several told together, or the phases of one.

    It is named by its `programme`; `projects` counts those that are told without their names.
    """

    projects: Count | None = Field(
        None, description="how many projects are told together, without their names", examples=[2]
    )
    launched: Span | None = Field(None, description="when the Office launched it", examples=["2098-05"])
    region: Prose | None = Field(
        None,
        description="where it is carried out, with its preposition",
        examples=[{"en": "in Central Asia", "fr": "en Asie centrale"}],
    )
    focus: tuple[CountryCode, ...] = Field(
        (), description="the countries it is about in particular", examples=[["UZB"]]
    )
    aim: Prose | None = Field(
        None,
        description="what it is to achieve, to follow “to” (French “à”)",
        examples=[{"en": "combat smuggling", "fr": "combattre le trafic illicite"}],
    )
    in_period: bool = Field(
        default=False, description="whether it is said that the work was done in the reporting period"
    )
    work: Prose | None = Field(
        None,
        description="what the Office did under it, in the past tense, to follow “the Office”",
        examples=[{"en": "trained judges", "fr": "a formé des juges"}],
    )
    phases: tuple[Phase, ...] = Field(
        (),
        description="its phases, in their order",
        examples=[[{"number": 2, "status": "completed", "date": "2099-02"}]],
    )
    objectives: tuple[Prose, ...] = Field(
        (),
        description="aims of the phases launched, each to follow “to” (French “à”)",
        examples=[[{"en": "build capacity", "fr": "renforcer les capacités"}]],
    )
    remarks: tuple[Prose, ...] = Field(
        (),
        description="what was observed of it, in full sentences, before the results",
        examples=[[{"en": "Mock trials proved useful.", "fr": "Les procès fictifs se sont révélés utiles."}]],
    )
    account: Prose | None = Field(
        None,
        description="more about it, in full sentences, after the results",
        examples=[{"en": "It goes on.", "fr": "Il se poursuit."}],
    )

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        if (self.programme is None) == (self.projects is None):
            raise unfit("project_name", "name one project by its `programme:`, or count several by `projects:`")
        if self.projects is not None and self.work is None:
            raise unfit("projects_work", "say in `work:` what the Office did under these projects")
        if self.objectives and not any(phase.status == "launched" for phase in self.phases):
            raise unfit("objectives_of_nothing", "these are objectives of phases, and no phase was launched")
        numbers = [phase.number for phase in self.phases]
        if numbers != sorted(set(numbers)):
            raise unfit("phases_order", "give the phases in their order, each once")
        return self
