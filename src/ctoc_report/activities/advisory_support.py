"""Support to the authorities of a country: advice, cooperation or the building of capacity."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import Field, model_validator

from ctoc_report.activities import Activity
from ctoc_report.values.dates import Span
from ctoc_report.values.known import unfit
from ctoc_report.values.names import EntityKey
from ctoc_report.values.text import Prose


class AdvisorySupport(Activity):
    """Support over a time: to whom, for what and by what means.

    Without `beneficiaries`, the countries themselves were supported.
    """

    form: Literal["assistance", "cooperation", "capacity-building"] = Field(
        "assistance", description="what kind of support it was"
    )
    beneficiaries: Prose | None = Field(
        None,
        description="who was supported, to follow “supported”; French “les capacités” asks for “de” before it",
        examples=[{"en": "the coastguard", "fr": "les garde-côtes"}],
    )
    since: Span | None = Field(None, description="when it began, if it goes on", examples=["2098-01"])
    ongoing: bool = Field(default=False, description="whether it goes on, though its beginning is not told")
    network: EntityKey | None = Field(
        None, description="the network of the programme through which it was given", examples=["Ports_Network"]
    )
    in_period: bool = Field(default=False, description="whether it is said that it was in the reporting period")
    challenge: Prose | None = Field(
        None,
        description="what it responds to, to follow “in response to” (French “face à”)",
        examples=[{"en": "the present insecurity", "fr": "l'insécurité actuelle"}],
    )
    subject: Prose | None = Field(
        None,
        description="its field, to follow “in the field of” (French “dans le domaine”, with “de”)",
        examples=[{"en": "search and rescue", "fr": "de la recherche et du sauvetage"}],
    )
    aim: Prose | None = Field(
        None,
        description="what it helps them to do, to follow “to” (French “à”)",
        examples=[{"en": "control the coast", "fr": "contrôler les côtes"}],
    )
    means: Prose | None = Field(
        None,
        description="how it is done, with its preposition",
        examples=[{"en": "through equipment", "fr": "grâce à du matériel"}],
    )
    account: Prose | None = Field(
        None,
        description="more about it, in full sentences",
        examples=[{"en": "The register has been opened.", "fr": "Le registre est ouvert."}],
    )

    @model_validator(mode="after")
    def _someone_is_supported(self) -> Self:
        if not self.countries and self.beneficiaries is None:
            raise unfit("nobody_supported", "say whom it supported, in `countries:` or `beneficiaries:`")
        return self
