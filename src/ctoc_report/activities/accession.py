"""States that became parties to a treaty, and how many parties it has."""

from __future__ import annotations

from pydantic import Field

from ctoc_report.activities import Activity, Part
from ctoc_report.values.dates import Span
from ctoc_report.values.figures import Count
from ctoc_report.values.names import CountryCode, EntityKey


class NewParty(Part):
    """A State and the time at which it became a party."""

    country: CountryCode
    date: Span


class Accession(Activity):
    """The status of a treaty: its parties in all, and those that joined in the reporting period."""

    treaty: EntityKey = Field(description="the treaty, by its key in the glossary")
    parties: Count = Field(description="the number of parties")
    as_of: Span | None = Field(None, description="the date at which the number was true")
    new_parties: tuple[NewParty, ...] = Field((), description="in the order of their joining")
