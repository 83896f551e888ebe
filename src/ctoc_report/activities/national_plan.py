"""A national plan or strategy that a country made with help of the Office."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from ctoc_report.activities import Activity
from ctoc_report.values.dates import Span
from ctoc_report.values.figures import Whole
from ctoc_report.values.names import CountryCode
from ctoc_report.values.text import Prose


class NationalPlan(Activity):
    """A plan or strategy of one country: which one, how far it has come and what the Office did for it."""

    country: CountryCode = Field(description="whose plan it is")
    kind: Literal["action-plan", "plan", "strategy"] = "action-plan"
    number: Whole | None = Field(None, description="whether it is the country's first, second … plan")
    stage: Literal["drafting", "adoption", "launch"] = Field("drafting", description="what the record tells of")
    subject: Prose | None = Field(
        None, description="what follows “action plan”: “to combat …”; left out where the plan told before it says so"
    )
    period: Span | None = Field(None, description="the years that the plan covers")
    role: Literal["expertise", "assistance", "participation"] | None = Field(
        None, description="whether the Office lent its experts, helped the Government or took part in the work"
    )
    account: Prose | None = Field(None, description="more about it, in full sentences")
