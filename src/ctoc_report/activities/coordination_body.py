"""A body in which organizations coordinate their work: leadership, members, annual meetings, calls to action."""

from __future__ import annotations

from typing import Self

from pydantic import Field, model_validator

from ctoc_report.activities import Activity, Part
from ctoc_report.values.dates import Span
from ctoc_report.values.known import unfit
from ctoc_report.values.names import EntityKey
from ctoc_report.values.text import Prose


class AnnualMeeting(Part):
    """A meeting of the body's principals, and what they called for."""

    date: Span = Field(description="when it was held", examples=["2099-11-08"])
    called_for: Prose | None = Field(
        None,
        description="what States and others were called upon to do, to follow “to”",
        examples=[{"en": "exchange data", "fr": "échanger des données"}],
    )


class CoordinationBody(Activity):
    """A coordination body. Its template tells it in parts: `leadership`, then `meetings`."""

    body: EntityKey = Field(description="the body, by its key in the glossary", examples=["Coordination_Group"])
    co_chairs: tuple[EntityKey, ...] = Field((), description="who shared in leading it", examples=[["INTERPOL", "IOM"]])
    chaired: Span | None = Field(
        None, description="the years in which the last named of them chaired it", examples=["2098/2099"]
    )
    joined: tuple[EntityKey, ...] = Field((), description="who joined it", examples=[["INTERPOL"]])
    left: tuple[EntityKey, ...] = Field((), description="who left it", examples=[["IOM"]])
    changed: Span | None = Field(None, description="when the members changed", examples=[2099])
    meetings: tuple[AnnualMeeting, ...] = Field(
        (),
        description="the meetings of its principals, in order",
        examples=[[{"date": "2099-11-08", "called_for": {"en": "exchange data", "fr": "échanger des données"}}]],
    )
    products: Prose | None = Field(
        None,
        description="what it issued, in full sentences",
        examples=[{"en": "It issued a policy paper.", "fr": "Il a publié un document d'orientation."}],
    )

    @model_validator(mode="after")
    def _changes_are_dated(self) -> Self:
        if (self.joined or self.left) and self.changed is None:
            raise unfit("members_changed", "say when members joined or left: give `changed:`")
        if self.chaired and not self.co_chairs:
            raise unfit("chair_unnamed", "`chaired` is told of the last of the co-chairs: give `co_chairs:`")
        return self
