"""A trend or finding that the Office observed, in the officer's own words."""

from __future__ import annotations

from pydantic import Field

from ctoc_report.activities import Activity
from ctoc_report.values.names import ResolutionOf
from ctoc_report.values.text import Prose


class Finding(Activity):
    """A finding: what was observed. Its figures, dates and countries are fields, printed in the statement."""

    statement: Prose = Field(description="the finding, in full sentences")
    resolution: ResolutionOf | None = Field(None, description="the resolution that took it up")
