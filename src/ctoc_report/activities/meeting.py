"""A meeting of a body that the Office serviced."""

from __future__ import annotations

from typing import Self

from pydantic import Field, model_validator

from ctoc_report.activities import Activity, Part
from ctoc_report.values.figures import Count, Whole, not_more
from ctoc_report.values.names import DocumentSymbol, EntityKey
from ctoc_report.values.text import Localized, Prose


class PreparedDocument(Part):
    """A document prepared for a meeting."""

    symbol: DocumentSymbol
    subject: Prose = Field(description="what it is about, to follow “on”")


class Meeting(Activity):
    """A session or meeting of an intergovernmental body: number, place, participation, documents."""

    body: EntityKey = Field(description="the body that met")
    introduction: Prose | None = Field(
        None, description="a sentence that introduces the body and its meetings, before this one is told"
    )
    number: Whole | None = Field(None, description="the number of the session or meeting")
    session: bool = Field(default=False, description="whether it is called a session rather than a meeting")
    city: Localized | None = None
    participants: Count | None = Field(None, description="registered participants")
    women: Count | None = Field(None, description="women among the participants")
    states: Count | None = Field(None, description="countries represented")
    organizations_represented: Count | None = Field(
        None, description="international and intergovernmental organizations"
    )
    in_person: bool = Field(default=False, description="whether it was held entirely in person")
    documents: tuple[PreparedDocument, ...] = ()

    @model_validator(mode="after")
    def _women_are_participants(self) -> Self:
        not_more(self.women, self.participants, ("women", "participants"))
        return self
