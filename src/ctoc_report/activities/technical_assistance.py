"""What technical assistance of a period reached: practitioners, States, laws, and results that show its effect."""

from __future__ import annotations

from typing import Self

from pydantic import Field, model_validator

from ctoc_report.activities import Activity
from ctoc_report.values.dates import Span
from ctoc_report.values.figures import Count
from ctoc_report.values.known import unfit
from ctoc_report.values.names import EntityKey
from ctoc_report.values.text import Prose


class TechnicalAssistance(Activity):
    """The reach of technical assistance over a period, and an initiative that illustrates its effect."""

    period: Span = Field(description="the period over which it was counted", examples=["2098/2099"])
    practitioners: Count = Field(description="practitioners who received assistance", examples=["more than 9000"])
    states: Count = Field(description="States from which they came", examples=["about 60"])
    through: Prose | None = Field(
        None,
        description="the programmes that gave it, to follow “through” (French with “de”)",
        examples=[{"en": "its programmes for ports", "fr": "de ses programmes portuaires"}],
    )
    subject: Prose = Field(
        description="what the assistance was for, to follow “to” (French “à”)",
        examples=[{"en": "secure their ports", "fr": "sécuriser leurs ports"}],
    )
    countries_helped: Count | None = Field(
        None, description="countries helped with laws and policies", examples=["at least 17"]
    )
    organizations_helped: Count | None = Field(
        None, description="regional organizations helped with laws and policies", examples=[2]
    )
    aim: Prose | None = Field(
        None,
        description="what the assistance was meant to do, to follow “to” (French “de”)",
        examples=[{"en": "make results last", "fr": "pérenniser les résultats"}],
    )
    illustrated_by: EntityKey | None = Field(
        None, description="the initiative whose results show its effect", examples=["Ports_Programme"]
    )
    illustration: Prose | None = Field(
        None,
        description="what that initiative does, to follow its name",
        examples=[{"en": "which works in Asia", "fr": "qui intervient en Asie"}],
    )

    @model_validator(mode="after")
    def _illustrated_by_results(self) -> Self:
        if self.organizations_helped is not None and self.countries_helped is None:
            raise unfit("helped_countries", "`organizations_helped` is told with `countries_helped`: give both")
        if bool(self.results) != (self.illustrated_by is not None):
            raise unfit(
                "results_of_nothing", "results are those of an initiative: give both `results` and `illustrated_by`"
            )
        if self.illustration is not None and self.illustrated_by is None:
            raise unfit("illustration_of_nothing", "say which initiative the illustration is of: give `illustrated_by`")
        return self
