"""What a resolution asked of the Office, and whether it had the means to do it."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import Field, model_validator

from ctoc_report.activities import Activity
from ctoc_report.values.known import unfit
from ctoc_report.values.names import ResolutionOf
from ctoc_report.values.text import Prose


class Request(Activity):
    """The requests of one resolution that are addressed to the Office, with their state."""

    resolution: ResolutionOf = Field(description="the resolution that asks")
    requests: tuple[Prose, ...] = Field(
        min_length=1,
        description="what it asks the Office, each to follow “to” (French “de”)",
        examples=[
            [{"en": "study the ports", "fr": "étudier les ports"}, {"en": "report thereon", "fr": "en rendre compte"}]
        ],
    )
    funding: Literal["received", "not-received"] | None = Field(None, description="whether extrabudgetary funds came")
    unfunded: Prose | None = Field(
        None,
        description="what could not be done for want of funds, to follow “for” (French with “à”)",
        examples=[{"en": "the study", "fr": "à l'étude"}],
    )

    @model_validator(mode="after")
    def _unfunded_for_want_of_funds(self) -> Self:
        if self.unfunded is not None and self.funding != "not-received":
            raise unfit("unfunded", "`unfunded` names what lacks funds: it needs `funding: not-received`")
        return self
