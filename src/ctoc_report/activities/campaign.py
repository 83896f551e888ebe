"""A campaign or an international day: its theme, what was asked of whom, what it was to do."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from ctoc_report.activities import Activity
from ctoc_report.values.names import EntityKey
from ctoc_report.values.text import Localized, Prose, WorkTitle


class Campaign(Activity):
    """A campaign, or one year's observance of an international day."""

    kind: Literal["campaign", "international-day"] = "campaign"
    day: EntityKey | None = Field(None, description="the international day, by its key in the glossary")
    theme: Localized | None = Field(None, description="the theme of the day in that year")
    title: WorkTitle | None = Field(None, description="the title of the campaign, in its own language")
    gloss: Localized | None = Field(None, description="what the title means, for languages other than its own")
    appeal: Prose | None = Field(None, description="who was called upon and to do what, to follow “called upon”")
    focus: Prose | None = Field(None, description="what the day is devoted to, to follow “and is devoted to”")
    ongoing: bool = Field(default=False, description="whether the day is still to come when the report is dated")
    aims: tuple[Prose, ...] = Field((), description="what the campaign was to do, each to follow “to”")
    account: Prose | None = Field(None, description="more about it, in full sentences")
