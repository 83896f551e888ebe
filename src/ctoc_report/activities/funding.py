"""Funds that the Office received, or did not receive, for projects."""

from __future__ import annotations

from pydantic import Field

from ctoc_report.activities import Activity, Part
from ctoc_report.values.figures import Money
from ctoc_report.values.names import CountryCode, EntityKey
from ctoc_report.values.text import Prose


class FundedProject(Part):
    """A project that the funds were for."""

    countries: tuple[CountryCode, ...] = ()
    partners: tuple[EntityKey, ...] = Field((), description="who carries it out with the Office")
    aim: Prose = Field(description="what it is to do, to follow “to”; values of the project are not at hand in it")


class Funding(Activity):
    """Funding from one source: the projects, in the order of their grant, and the Office's part in its governance."""

    fund: EntityKey = Field(description="the fund or donor")
    received: bool = Field(default=True, description="whether the funds came")
    amount: Money | None = None
    projects: tuple[FundedProject, ...] = ()
    governance: Prose | None = Field(None, description="the part of the Office in governing the fund, full sentences")
