"""A team that authorities of several countries set up together."""

from __future__ import annotations

from typing import Self

from pydantic import Field, model_validator

from ctoc_report.activities import Activity
from ctoc_report.values.dates import Span
from ctoc_report.values.known import unfit
from ctoc_report.values.text import Localized, Prose


class JointTeam(Activity):
    """A joint team of `countries`: its task, the support it received and its results since it was set up."""

    name: Localized = Field(
        description="what it is called, with the indefinite article",
        examples=[{"en": "a joint coastal team", "fr": "une équipe côtière commune"}],
    )
    set_up: Span | None = Field(None, description="when it was set up", examples=["2098-04"])
    location: Prose | None = Field(
        None,
        description="where it works, with its preposition",
        examples=[{"en": "at their border", "fr": "à leur frontière"}],
    )
    tasks: tuple[Prose, ...] = Field(
        (),
        description="what it is to do, each to follow “to” (French “de”)",
        examples=[
            [
                {"en": "share information", "fr": "échanger des informations"},
                {"en": "assist victims", "fr": "aider les victimes"},
            ]
        ],
    )
    support: Prose | None = Field(
        None,
        description="what the Office gave it, to follow “provided it with” (French “lui a apporté”)",
        examples=[{"en": "technical assistance", "fr": "une assistance technique"}],
    )
    remark: Prose | None = Field(
        None,
        description="what is to be said of the last result, after a comma",
        examples=[{"en": "all of them at the border", "fr": "toutes à la frontière"}],
    )

    @model_validator(mode="after")
    def _several_countries(self) -> Self:
        if len(self.countries) < 2:  # noqa: PLR2004  (it takes two)
            raise unfit("joint_team_countries", "a joint team is of at least two countries")
        return self
