"""A portal or platform of knowledge: what it holds, what it is for, who uses it."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import Field, model_validator

from ctoc_report.activities import Activity, Part
from ctoc_report.values.dates import Span
from ctoc_report.values.figures import Count, Percentage
from ctoc_report.values.known import unfit
from ctoc_report.values.names import EntityKey
from ctoc_report.values.text import Prose

DEPENDENT = {
    "women": "users",
    "from_countries": "users",
    "as_of": "users",
    "events_since": "events",
    "events_on": "events",
    "formats": "events",
    "audience": "offers",
    "instantly": "offers",
}
"""Fields that say more of another one and mean nothing without it."""


class Database(Part):
    """A database of the portal, with its size."""

    subject: Prose = Field(
        description="what it holds, to stand before “database” (French after “base de données”)",
        examples=[{"en": "case law", "fr": "sur la jurisprudence"}],
    )
    entries: Count = Field(description="how many entries it has", examples=[1200])
    noun: Prose = Field(description="what an entry is, in the plural", examples=[{"en": "cases", "fr": "affaires"}])
    places: Count | None = Field(
        None, description="from how many countries or jurisdictions the entries come", examples=[90]
    )
    kind_of_places: Literal["countries", "jurisdictions"] = Field(
        "countries", description="what these places are called"
    )
    as_of: Span | None = Field(None, description="the date at which the numbers were true", examples=["2099-05"])


class KnowledgePortal(Activity):
    """A portal that the Office developed or runs: its databases, contents, purposes, users, and events held on it.

    Figures that were counted at the same time have their `as_of` only once, at the first of them.
    """

    portal: EntityKey = Field(description="the portal, by its key in the glossary", examples=["Ports_Portal"])
    within: EntityKey | None = Field(
        None, description="the larger portal of which it is part", examples=["Resources_Platform"]
    )
    developed: bool = Field(default=False, description="whether to say that the Office developed it")
    description: Prose | None = Field(
        None,
        description="what it is, a noun phrase to follow “is”",
        examples=[{"en": "an online library", "fr": "une bibliothèque en ligne"}],
    )
    databases: tuple[Database, ...] = Field(
        (),
        description="its databases",
        examples=[
            [
                {
                    "subject": {"en": "case law", "fr": "sur la jurisprudence"},
                    "entries": 1200,
                    "noun": {"en": "cases", "fr": "affaires"},
                }
            ]
        ],
    )
    serves: tuple[Prose, ...] = Field(
        (),
        description="what it is at once, noun phrases: “a monitoring tool for …”",
        examples=[[{"en": "a tool for judges", "fr": "un outil pour les juges"}]],
    )
    audience: Prose | None = Field(
        None,
        description="to whom it gives access (French with “à”)",
        examples=[{"en": "practitioners", "fr": "aux praticiennes et praticiens"}],
    )
    instantly: bool = Field(default=False, description="whether the access is instant")
    offers: tuple[Prose, ...] = Field(
        (),
        description="what it gives access to, noun phrases (French with article)",
        examples=[[{"en": "recordings", "fr": "des enregistrements"}]],
    )
    holds: tuple[Prose, ...] = Field(
        (),
        description="what else it holds, noun phrases",
        examples=[[{"en": "a record of measures", "fr": "un registre des mesures"}]],
    )
    account: Prose | None = Field(
        None,
        description="more about it, in full sentences",
        examples=[{"en": "It was redesigned.", "fr": "Il a été repensé."}],
    )
    users: Count | None = Field(None, description="how many users it has", examples=[1500])
    as_of: Span | None = Field(None, description="when the users were counted", examples=["2099-06"])
    women: Percentage | None = Field(None, description="the share of women among the users")
    from_countries: Count | None = Field(None, description="countries and territories of the users", examples=[80])
    events: Count | None = Field(None, description="events held on it", examples=["more than 20"])
    events_since: Span | None = Field(None, description="since when these events have been held", examples=["2098-01"])
    events_on: Prose | None = Field(
        None,
        description="what these events were about, to follow “on”",
        examples=[{"en": "safe ports", "fr": "la sûreté des ports"}],
    )
    formats: tuple[Literal["online", "hybrid", "in-person"], ...] = Field(
        (), description="how they were held", examples=[["online", "hybrid"]]
    )

    @model_validator(mode="after")
    def _says_more_of_what_is_there(self) -> Self:
        for field, of in DEPENDENT.items():
            if getattr(self, field) and not getattr(self, of):
                raise unfit("portal_field", "`{field}` says more of `{of}`, which are not given", field=field, of=of)
        return self

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        told = (self.developed, self.description, self.databases, self.serves, self.offers, self.holds, self.account)
        if not any((*told, self.users, self.events)):
            raise unfit("portal_empty", "say something of the portal: its `description`, `databases`, `users` …")
        return self
