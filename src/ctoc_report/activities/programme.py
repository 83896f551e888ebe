"""A programme that the Office launched, or into which it merged others."""

from __future__ import annotations

from pydantic import Field

from ctoc_report.activities import Activity
from ctoc_report.values.text import Prose


class Programme(Activity):
    """A programme: when it began, what went into it, what it is for."""

    merged: tuple[Prose, ...] = Field(
        (), description="the programmes merged into it, to follow “its global programmes”"
    )
    significance: Prose | None = Field(None, description="what the change means, to follow “which”")
    role: Prose | None = Field(None, description="what the programme is for the Office, to follow “it is”")
    enables: tuple[Prose, ...] = Field((), description="what it enables the Office to do, each to follow “to”")
