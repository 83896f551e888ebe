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
    kind: Literal["action-plan", "plan", "strategy"] = Field("action-plan", description="what the plan is called")
    number: Whole | None = Field(None, description="whether it is the country's first, second … plan", examples=[2])
    stage: Literal["drafting", "adoption", "launch"] = Field("drafting", description="what the record tells of")
    subject: Prose | None = Field(
        None,
        description="what follows “action plan”: “to combat …”; left out where the plan told before it says so",
        examples=[{"en": "to combat corruption", "fr": "de lutte contre la corruption"}],
    )
    period: Span | None = Field(None, description="the years that the plan covers", examples=["2099/2102"])
    role: Literal["expertise", "assistance", "participation"] | None = Field(
        None, description="whether the Office lent its experts, helped the Government or took part in the work"
    )
    account: Prose | None = Field(
        None,
        description="more about it, in full sentences",
        examples=[{"en": "It is being carried out.", "fr": "Sa mise en œuvre a commencé."}],
    )
