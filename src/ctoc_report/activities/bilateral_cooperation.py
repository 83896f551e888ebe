"""Cooperation between countries that the Office brought about: meetings, contacts, closer relations."""

from __future__ import annotations

from typing import Self

from pydantic import Field, model_validator

from ctoc_report.activities import Activity
from ctoc_report.values.figures import Count
from ctoc_report.values.known import unfit
from ctoc_report.values.names import CountryCode
from ctoc_report.values.text import Localized, Prose


class BilateralCooperation(Activity):
    """Cooperation between `countries`; with `side`, the relations of that country with the others."""

    side: CountryCode | None = Field(None, description="the country whose relations with the others are told")
    meetings: Count | None = Field(
        None, description="how many meetings the Office organized between them", examples=[3]
    )
    initiative: Localized | None = Field(
        None,
        description="the full title of the regional initiative, to be quoted",
        examples=[{"en": "Safe Routes", "fr": "Routes sûres"}],
    )
    component: Localized | None = Field(
        None,
        description="the component of the programme that it belongs to",
        examples=[{"en": "Asia and Middle East", "fr": "Asie et Moyen-Orient"}],
    )
    in_period: bool = Field(default=False, description="whether it is said that it was in the reporting period")
    subject: Prose | None = Field(
        None,
        description="what it was about, to follow “on”",
        examples=[{"en": "border control", "fr": "le contrôle des frontières"}],
    )
    major: bool = Field(default=False, description="whether the progress was major")
    significance: Prose | None = Field(
        None,
        description="what the others are to the side, after a comma",
        examples=[{"en": "key countries of destination", "fr": "pays de destination essentiels"}],
    )
    outcome: Prose | None = Field(
        None,
        description="what came of it, to follow “made possible” (French “a permis”)",
        examples=[{"en": "an agreement on joint patrols", "fr": "un accord sur des patrouilles conjointes"}],
    )

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        if len(self.countries) < 2:  # noqa: PLR2004  (it takes two)
            raise unfit("bilateral_countries", "name the countries that cooperated: at least two")
        if self.side is not None and self.side not in self.countries:
            raise unfit("bilateral_side", "{side} is not among the countries that cooperated", side=self.side)
        if self.side is not None and self.meetings is not None:
            raise unfit("bilateral_meetings", "meetings are told of the countries together: leave `side` out")
        return self
