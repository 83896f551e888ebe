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

    symbol: DocumentSymbol = Field(description="its symbol")
    subject: Prose = Field(
        description="what it is about, to follow “on”",
        examples=[{"en": "the ports of the future", "fr": "les ports de l'avenir"}],
    )


class Meeting(Activity):
    """A session or meeting of an intergovernmental body: number, place, participation, documents."""

    body: EntityKey = Field(description="the body that met", examples=["COP_WG4"])
    introduction: Prose | None = Field(
        None,
        description="a sentence that introduces the body and its meetings, before this one is told",
        examples=[{"en": "{{ COP_WG4 | the }} meets every year.", "fr": "{{ COP_WG4 | the }} se réunit chaque année."}],
    )
    number: Whole | None = Field(None, description="the number of the session or meeting", examples=[13])
    session: bool = Field(default=False, description="whether it is called a session rather than a meeting")
    city: Localized | None = Field(
        None, description="the city in which it was held", examples=[{"en": "Vienna", "fr": "Vienne"}]
    )
    participants: Count | None = Field(None, description="registered participants", examples=[453])
    women: Count | None = Field(None, description="women among the participants", examples=[240])
    states: Count | None = Field(None, description="countries represented", examples=[101])
    organizations_represented: Count | None = Field(
        None, description="international and intergovernmental organizations represented", examples=[12]
    )
    in_person: bool = Field(default=False, description="whether it was held entirely in person")
    documents: tuple[PreparedDocument, ...] = Field(
        (),
        description="the documents that the Office prepared for it",
        examples=[
            [
                {
                    "symbol": "CTOC/COP/WG.4/2099/2",
                    "subject": {"en": "the ports of the future", "fr": "les ports de l'avenir"},
                }
            ]
        ],
    )

    @model_validator(mode="after")
    def _women_are_participants(self) -> Self:
        not_more(self, "women", "participants", ("women", "participants"))
        return self
