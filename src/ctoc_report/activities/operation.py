"""An operation or initiative of law enforcement and criminal justice, and what it achieved in figures."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import Field, model_validator

from ctoc_report.activities import Activity
from ctoc_report.values.dates import Span
from ctoc_report.values.figures import Count, Indicator
from ctoc_report.values.known import unfit
from ctoc_report.values.names import CountryCode, EntityKey
from ctoc_report.values.text import Localized, Prose


class Operation(Activity):
    """An operation or initiative with its results.

    It is named by its `programme`, or by `title` where the name is to be quoted in full. `measures` counts what was
    done, `results` what came of it.
    """

    kind: Literal["operation", "initiative"] = Field("operation", description="what it is called")
    title: Localized | None = Field(
        None,
        description="its full title, quoted in place of its name",
        examples=[{"en": "Clear Water", "fr": "Eau claire"}],
    )
    scope: Literal["national", "regional", "global"] | None = Field(None, description="how far it reaches")
    region: Prose | None = Field(
        None,
        description="the region it covers, with its preposition",
        examples=[{"en": "in East Africa", "fr": "d'Afrique de l'Est"}],
    )
    list_countries: bool = Field(default=True, description="whether the countries are told one by one")
    conducted_by: EntityKey | None = Field(
        None, description="who conducts it with support of the Office", examples=["INTERPOL"]
    )
    launched: Span | None = Field(None, description="when it began", examples=[2098])
    aim: Prose | None = Field(
        None,
        description="what it was to achieve, to follow “to” (French “à”)",
        examples=[{"en": "dismantle networks", "fr": "démanteler les réseaux"}],
    )
    nationals: tuple[CountryCode, ...] = Field(
        (), description="the countries whose nationals it is about, for its texts", examples=[["KEN"]]
    )
    measures: tuple[Indicator, ...] = Field(
        (), description="what was done, counted", examples=[[{"indicator": "investigations", "value": "nearly 5000"}]]
    )
    sites: Count | None = Field(
        None, description="how many countries it was done in, if they are not listed", examples=[33]
    )
    results_as_of: Span | None = Field(None, description="the time by which the results had come", examples=["2099-03"])
    remark: Prose | None = Field(
        None,
        description="what is to be said of the last result, after a comma",
        examples=[{"en": "most of them at borders", "fr": "pour la plupart aux frontières"}],
    )
    account: Prose | None = Field(
        None,
        description="more about it, in full sentences",
        examples=[{"en": "It will be continued.", "fr": "Elle sera poursuivie."}],
    )

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        if self.programme is None and self.title is None:
            raise unfit("operation_name", "name it: give its `programme:` or its `title:`")
        if self.results_as_of is not None and not self.results:
            raise unfit("as_of_nothing", "`results_as_of` means nothing without `results`")
        if self.sites is not None and not self.measures:
            raise unfit("sites_of_nothing", "`sites` means nothing without `measures`")
        if self.launched and self.results_as_of and self.results_as_of.end.last < self.launched.start.first:
            raise unfit("results_before", "the results cannot have come before it was launched")
        return self
