"""A conclusion or recommendation, in the officer's own words."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from ctoc_report.activities import Activity
from ctoc_report.values.names import ResolutionOf
from ctoc_report.values.text import Prose


class Conclusion(Activity):
    """What the report concludes. The words are the officer's; figures and names in them are printed values."""

    kind: Literal["conclusion", "recommendation"] = Field(
        "conclusion", description="whether it concludes or recommends"
    )
    statement: Prose = Field(
        description="the conclusion, in full sentences",
        examples=[{"en": "Much remains to be done in ports.", "fr": "Il reste beaucoup à faire dans les ports."}],
    )
    resolution: ResolutionOf | None = Field(None, description="the resolution that it rests on")
