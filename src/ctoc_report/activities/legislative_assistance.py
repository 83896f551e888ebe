"""Help given to countries and regional organizations with their laws and policies."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import Field, model_validator

from ctoc_report.activities import Activity
from ctoc_report.values.known import unfit
from ctoc_report.values.names import EntityKey
from ctoc_report.values.text import Prose

Texts = Literal["laws", "policies", "strategies", "regulations"]

Work = Literal["drafting", "revision"]


class LegislativeAssistance(Activity):
    """Assistance in drafting or revising laws and policies.

    `countries` received it, and with them the regional `organizations`.
    """

    instrument: EntityKey | None = Field(
        None, description="the treaty that the assistance serves", examples=["TIP_Protocol"]
    )
    stage: Literal["accession", "implementation"] = Field(
        "implementation", description="whether it helps them to join the treaty or to give effect to it"
    )
    texts: tuple[Texts, ...] = Field(
        ("laws",), min_length=1, description="what was drafted or revised", examples=[["laws", "policies"]]
    )
    work: tuple[Work, ...] = Field(
        ("drafting",),
        min_length=1,
        description="whether new texts were drafted or those in force revised, or both",
        examples=[["drafting", "revision"]],
    )
    subject: Prose | None = Field(
        None,
        description="what the texts are about, to follow “on”",
        examples=[{"en": "safe ports", "fr": "la sûreté des ports"}],
    )
    account: Prose | None = Field(
        None,
        description="what came of it, in full sentences",
        examples=[{"en": "Two laws were adopted.", "fr": "Deux lois ont été adoptées."}],
    )

    @model_validator(mode="after")
    def _someone_is_assisted(self) -> Self:
        if not self.countries and not self.organizations:
            raise unfit("nobody_assisted", "say whom it assisted, in `countries:` or `organizations:`")
        return self
