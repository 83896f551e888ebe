"""What stands above the text on the first page, as an officer gives it in `report.yaml`."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from ctoc_report.values.dates import Span
from ctoc_report.values.figures import Whole
from ctoc_report.values.names import DocumentSymbol, EntityKey
from ctoc_report.values.text import Localized

Tag = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}$")]
"""A language, by its ISO 639 code."""


class Venue(BaseModel):
    """Where and when a session is held."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    city: Localized
    dates: Span


class AgendaItem(BaseModel):
    """The item of the agenda under which a report is submitted, and the document that holds the agenda."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    item: Whole
    subitem: Annotated[str, StringConstraints(pattern="^[a-z]$")] | None = None
    status: Literal["provisional", "adopted", "preliminary"] = "provisional"
    document: DocumentSymbol | None = Field(None, description="the symbol of the agenda; printed as a note")
    title: Localized


class Masthead(BaseModel):
    """The masthead, the session block and the title block of a report.

    `symbol`, `job_number` and `date` are left out until documents management has given them; the report then shows a
    visible blank.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    body: EntityKey = Field(description="the body that the report is submitted to, by its key in templates/bodies")
    session: Whole
    venue: Venue
    agenda: AgendaItem
    symbol: DocumentSymbol | None = None
    job_number: str | None = None
    date: Span | None = None
    distribution: Literal["general", "limited", "restricted"] = "general"
    original: Tag = Field("en", description="the language in which the report was drafted")
    title: Localized
    author: str = Field("report-secretariat", description="the author line, by its name in the languages' cover data")
