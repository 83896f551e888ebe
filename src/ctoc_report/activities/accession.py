"""States that became parties to a treaty, and how many parties it has."""

from __future__ import annotations

from pydantic import Field

from ctoc_report.activities import Activity, Part
from ctoc_report.values.dates import Span
from ctoc_report.values.figures import Count
from ctoc_report.values.names import CountryCode, EntityKey


class NewParty(Part):
    """A State and the time at which it became a party."""

    country: CountryCode = Field(description="the State that joined")
    date: Span = Field(description="when it became a party", examples=["2099-04"])


class Accession(Activity):
    """The status of a treaty: its parties in all, and those that joined in the reporting period."""

    treaty: EntityKey = Field(description="the treaty, by its key in the glossary", examples=["TIP_Protocol"])
    parties: Count = Field(description="the number of parties", examples=[193])
    as_of: Span | None = Field(None, description="the date at which the number was true", examples=["2099-07-01"])
    new_parties: tuple[NewParty, ...] = Field(
        (), description="in the order of their joining", examples=[[{"country": "KEN", "date": "2099-04"}]]
    )
