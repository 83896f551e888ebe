"""Funds that the Office received, or did not receive, for projects."""

from __future__ import annotations

from typing import Self

from pydantic import Field, model_validator

from ctoc_report.activities import Activity, Part
from ctoc_report.values.figures import Money
from ctoc_report.values.known import unfit
from ctoc_report.values.names import CountryCode, EntityKey
from ctoc_report.values.text import Prose


class FundedProject(Part):
    """A project that the funds were for."""

    lead: Prose | None = Field(
        None,
        description="who leads it for the Office, when it is one of its own offices",
        examples=[{"en": "the field office", "fr": "le bureau extérieur"}],
    )
    latest: bool = Field(default=False, description="whether it is the most recent of the projects")
    told_in_aim: bool = Field(
        default=False, description="whether the aim names the countries, so that they are told there"
    )
    countries: tuple[CountryCode, ...] = Field(
        (), description="the countries in which it is carried out", examples=[["KEN", "PRT"]]
    )
    partners: tuple[EntityKey, ...] = Field(
        (), description="who carries it out with the Office", examples=[["INTERPOL"]]
    )
    aim: Prose = Field(
        description="what it is to do, to follow “to” (French “à”)",
        examples=[{"en": "train guards", "fr": "former des gardes"}],
    )


class Funding(Activity):
    """Funding from one source: the projects, in the order of their grant, and the Office's part in its governance."""

    fund: EntityKey = Field(description="the fund or donor, by its key in the glossary", examples=["Ports_Fund"])
    received: bool = Field(default=True, description="whether the funds came")
    amount: Money | None = Field(None, description="how much it was", examples=[{"amount": 1500000, "currency": "USD"}])
    projects: tuple[FundedProject, ...] = Field(
        (),
        description="the projects that the funds were for",
        examples=[[{"countries": ["KEN"], "aim": {"en": "train guards", "fr": "former des gardes"}}]],
    )
    governance: Prose | None = Field(
        None,
        description="the part of the Office in governing the fund, full sentences",
        examples=[{"en": "The Office sits on the board of the fund.", "fr": "L'Office siège au conseil du fonds."}],
    )

    @model_validator(mode="after")
    def _is_dated(self) -> Self:
        if self.date is None:
            raise unfit("funding_date", "say when the funds came, or were awaited: give its `date:`")
        return self
