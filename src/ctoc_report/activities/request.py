"""What a resolution asked of the Office, and whether it had the means to do it."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from ctoc_report.activities import Activity
from ctoc_report.values.names import ResolutionOf
from ctoc_report.values.text import Prose


class Request(Activity):
    """The requests of one resolution that are addressed to the Office, with their state."""

    resolution: ResolutionOf = Field(description="the resolution that asks")
    requests: tuple[Prose, ...] = Field(min_length=1, description="what it asks the Office, each to follow “to”")
    funding: Literal["received", "not-received"] | None = Field(None, description="whether extrabudgetary funds came")
    unfunded: Prose | None = Field(None, description="what could not be done for want of funds, to follow “for”")
