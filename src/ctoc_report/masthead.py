"""What stands above the text on the first page, as an officer gives it in `report.yaml`."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from ctoc_report.values.dates import Span
from ctoc_report.values.figures import Whole
from ctoc_report.values.names import BodyKey, DocumentSymbol
from ctoc_report.values.text import Localized

Tag = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}$"), Field(examples=["en", "fr"])]
"""A language, by its ISO 639 code."""


class Venue(BaseModel):
    """Where and when a session is held."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    city: Localized = Field(description="the city", examples=[{"en": "Vienna", "fr": "Vienne"}])
    dates: Span = Field(description="its first and last day", examples=["2099-10-14/2099-10-18"])


class AgendaItem(BaseModel):
    """The item of the agenda under which a report is submitted, and the document that holds the agenda."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    item: Whole = Field(description="the number of the item", examples=[2])
    subitem: Annotated[str, StringConstraints(pattern="^[a-z]$")] | None = Field(
        None, description="the letter of the sub-item, if there is one", examples=["b"]
    )
    status: Literal["provisional", "adopted", "preliminary"] = Field(
        "provisional", description="whether the agenda is adopted, provisional, or a preliminary list"
    )
    document: DocumentSymbol | None = Field(
        None, description="the symbol of the agenda; printed as a note", examples=["CTOC/COP/2099/1"]
    )
    title: Localized = Field(
        description="the item, as it stands in the agenda",
        examples=[{"en": "Crime prevention and criminal justice", "fr": "Prévention du crime et justice pénale"}],
    )


class Masthead(BaseModel):
    """The masthead, the session block and the title block of a report.

    `symbol`, `job_number` and `date` are left out until documents management has given them; the report then shows a
    visible blank.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    body: BodyKey = Field(
        description="the body that the report is submitted to, by its key in templates/bodies", examples=["COP", "GA"]
    )
    session: Whole = Field(description="the number of the session at which it is considered")
    venue: Venue = Field(
        description="where and when that session is held",
        examples=[{"city": {"en": "Vienna", "fr": "Vienne"}, "dates": "2099-10-14/2099-10-18"}],
    )
    agenda: AgendaItem = Field(
        description="the item of the agenda under which it is submitted",
        examples=[{"item": 2, "subitem": "b", "title": {"en": "Review of the ports", "fr": "Examen des ports"}}],
    )
    symbol: DocumentSymbol | None = Field(
        None, description="the symbol of the report, once it has one", examples=["CTOC/COP/2099/7"]
    )
    job_number: str | None = Field(
        None, description="the number that documents management has given it", examples=["V.99-00001"]
    )
    date: Span | None = Field(None, description="the date of the report", examples=["2099-07-23"])
    distribution: Literal["general", "limited", "restricted"] = Field(
        "general", description="to whom it is distributed"
    )
    original: Tag = Field("en", description="the language in which the report was drafted")
    title: Localized = Field(
        description="the title of the report",
        examples=[{"en": "Countering crime at sea", "fr": "Lutte contre la criminalité en mer"}],
    )
    author: str = Field(
        "report-secretariat",
        description="the author line, by its name in the languages' cover data",
        examples=["report-secretariat", "note-secretariat", "report-secretary-general"],
    )
