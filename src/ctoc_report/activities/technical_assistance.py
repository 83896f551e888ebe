"""What technical assistance of a period reached: practitioners, States, laws, and results that show its effect."""

from __future__ import annotations

from pydantic import Field

from ctoc_report.activities import Activity
from ctoc_report.values.dates import Span
from ctoc_report.values.figures import Count
from ctoc_report.values.names import EntityKey
from ctoc_report.values.text import Prose


class TechnicalAssistance(Activity):
    """The reach of technical assistance over a period, and an initiative that illustrates its effect."""

    period: Span = Field(description="the period over which it was counted")
    practitioners: Count = Field(description="practitioners who received assistance")
    states: Count = Field(description="States from which they came")
    subject: Prose = Field(description="what the assistance was for, to follow “to”")
    countries_helped: Count | None = Field(None, description="countries helped with laws and policies")
    organizations_helped: Count | None = Field(None, description="regional organizations helped with laws and policies")
    aim: Prose | None = Field(None, description="what the assistance was meant to do, to follow “to”")
    illustrated_by: EntityKey | None = Field(None, description="the initiative whose results show its effect")
    illustration: Prose | None = Field(None, description="what that initiative does, to follow its name")
