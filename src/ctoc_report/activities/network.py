"""A network or platform of authorities that was set up with support of the Office."""

from __future__ import annotations

from pydantic import Field

from ctoc_report.activities import Activity
from ctoc_report.values.names import EntityKey
from ctoc_report.values.text import Prose


class Network(Activity):
    """A network of practitioners: that it was set up, its mission and what its members do."""

    network: EntityKey = Field(description="the network, by its key in the glossary")
    new: bool = Field(default=True, description="whether it is new, rather than supported in its work")
    kind: Prose | None = Field(None, description="what it is, without article: “regional platform for …”")
    mission: Prose | None = Field(None, description="what it is for, to follow “to” (French “de”)")
    practice: Prose | None = Field(None, description="why its members meet regularly, to follow “to” (French “pour”)")
    account: Prose | None = Field(None, description="more about it, in full sentences")
