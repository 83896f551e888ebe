"""A network or platform of authorities that was set up with support of the Office."""

from __future__ import annotations

from pydantic import Field

from ctoc_report.activities import Activity
from ctoc_report.values.names import EntityKey
from ctoc_report.values.text import Prose


class Network(Activity):
    """A network of practitioners: that it was set up, its mission and what its members do."""

    network: EntityKey = Field(description="the network, by its key in the glossary", examples=["Ports_Network"])
    new: bool = Field(default=True, description="whether it is new, rather than supported in its work")
    kind: Prose | None = Field(
        None,
        description="what it is, without article: “regional platform for …”",
        examples=[
            {"en": "a regional platform for port authorities", "fr": "plateforme régionale d'autorités portuaires"}
        ],
    )
    mission: Prose | None = Field(
        None,
        description="what it is for, to follow “to” (French “de”)",
        examples=[{"en": "exchange information", "fr": "échanger des informations"}],
    )
    practice: Prose | None = Field(
        None,
        description="why its members meet regularly, to follow “to” (French “pour”)",
        examples=[{"en": "discuss new trends", "fr": "débattre de nouvelles tendances"}],
    )
    account: Prose | None = Field(
        None,
        description="more about it, in full sentences",
        examples=[{"en": "The next meeting is being prepared.", "fr": "La prochaine réunion est en préparation."}],
    )
