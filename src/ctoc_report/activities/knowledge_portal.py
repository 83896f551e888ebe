"""A portal or platform of knowledge: what it holds, who uses it."""

from __future__ import annotations

from pydantic import Field

from ctoc_report.activities import Activity, Part
from ctoc_report.values.dates import Span
from ctoc_report.values.figures import Count, Percentage
from ctoc_report.values.names import EntityKey
from ctoc_report.values.text import Prose


class Database(Part):
    """A database of the portal, with its size."""

    subject: Prose = Field(description="what it is a database of, to follow “a database of/on”")
    entries: Count
    noun: Prose = Field(description="what an entry is, in the plural")
    from_: Count | None = Field(None, alias="from", description="from how many countries or jurisdictions")
    origin: Prose | None = Field(None, description="what those are, in the plural")
    as_of: Span | None = None


class KnowledgePortal(Activity):
    """A portal: its databases or its users, what it is for, what has been done with it."""

    portal: EntityKey = Field(description="the portal, by its key in the glossary")
    within: EntityKey | None = Field(None, description="the larger portal it belongs to")
    description: Prose | None = Field(None, description="what it is, in a full sentence")
    offers: tuple[Prose, ...] = Field((), description="what it gives access to")
    serves: tuple[Prose, ...] = Field((), description="what it is a tool for")
    databases: tuple[Database, ...] = ()
    users: Count | None = None
    as_of: Span | None = Field(None, description="when the users were counted")
    women: Percentage | None = Field(None, description="the share of women among the users")
    from_countries: Count | None = Field(None, description="countries and territories of the users")
    events: Count | None = Field(None, description="events held on it")
    events_since: Span | None = None
    events_on: Prose | None = Field(None, description="what the events were on")
    account: Prose | None = Field(None, description="more about it, in full sentences")
