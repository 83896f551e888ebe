"""An adviser or mentor whom the Office has placed in a country."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from ctoc_report.activities import Activity
from ctoc_report.values.names import CountryCode
from ctoc_report.values.text import Prose


class Adviser(Activity):
    """An adviser at post: where, for whom, and what the adviser does."""

    post: Literal["regional-adviser", "national-adviser", "adviser", "mentor"] = Field(
        "adviser", description="what the adviser is called"
    )
    woman: bool = Field(default=False, description="whether the post is held by a woman")
    country: CountryCode = Field(description="where the adviser is posted")
    stage: Literal["began", "continues"] = Field("continues", description="whether the work is new or goes on")
    duty: Prose = Field(
        description="what the adviser does, to follow “to” (French “de”)",
        examples=[{"en": "advise prosecutors", "fr": "conseiller les membres du parquet"}],
    )
    aim: Prose | None = Field(
        None,
        description="what it is to achieve, to follow “to” (French “de”)",
        examples=[{"en": "improve their skills", "fr": "améliorer leurs compétences"}],
    )
    other_duties: tuple[Prose, ...] = Field(
        (),
        description="what else the adviser works to do, each to follow “to” (French “à”)",
        examples=[
            [{"en": "train mentors", "fr": "former des mentors"}, {"en": "draft a manual", "fr": "rédiger un manuel"}]
        ],
    )
