"""A campaign or an international day: its theme, what was asked of whom, and what it was meant to do."""

from __future__ import annotations

from typing import Self

from pydantic import Field, model_validator

from ctoc_report.activities import Activity, FieldName, Part
from ctoc_report.values.known import unfit
from ctoc_report.values.names import EntityKey
from ctoc_report.values.text import Localized, Prose


class Appeal(Part):
    """What the Office asked of whom."""

    whom: tuple[Prose, ...] = Field(
        min_length=1,
        description="who was asked, noun phrases; with “à” in French",
        examples=[[{"en": "employers", "fr": "aux employeurs"}, {"en": "schools", "fr": "aux écoles"}]],
    )
    what: Prose = Field(
        description="what they were asked, to follow “to” (French “de”)",
        examples=[{"en": "check permits", "fr": "vérifier les permis"}],
    )


class Campaign(Activity):
    """A campaign of the Office, or an international day of one year, which is its `date`.

    A campaign may belong to a network or project, its `framework`, and that to a `programme`. What the Office did with
    `partners` in the same cause is told by `priority` and `measures`.
    """

    day: EntityKey | None = Field(
        None, description="the international day, by its key in the glossary", examples=["World_Day"]
    )
    name: Localized | None = Field(
        None,
        description="the name of the campaign, as it was launched",
        examples=[{"en": "Look Twice", "fr": "Look Twice"}],
    )
    meaning: dict[FieldName, str] = Field(
        default_factory=dict,
        description="what the name means, by language, where readers need that",
        examples=[{"fr": "Regarder à deux fois"}],
    )
    framework: EntityKey | None = Field(
        None, description="the network or project under which it was launched", examples=["Ports_Network"]
    )
    theme: Localized | None = Field(
        None,
        description="the theme, printed in quotation marks",
        examples=[{"en": "Every permit counts", "fr": "Chaque permis compte"}],
    )
    upcoming: bool = Field(default=False, description="whether the day was still to come when the report was written")
    appeal: Appeal | None = Field(
        None,
        description="what the Office asked of whom",
        examples=[
            {
                "whom": [{"en": "employers", "fr": "aux employeurs"}],
                "what": {"en": "check permits", "fr": "vérifier les permis"},
            }
        ],
    )
    focus: Prose | None = Field(
        None,
        description="what the day was devoted to, a noun phrase that follows “on” or “sur”",
        examples=[{"en": "job offers", "fr": "les offres d'emploi"}],
    )
    aims: tuple[Prose, ...] = Field(
        (),
        description="what it was meant to do, each to follow “to” (French “à”)",
        examples=[
            [
                {"en": "warn job seekers", "fr": "mettre en garde les personnes en quête d'emploi"},
                {"en": "inform parents", "fr": "informer les parents"},
            ]
        ],
    )
    priority: Prose | None = Field(
        None,
        description="the cause that is a priority for the Office and its partners",
        examples=[{"en": "honest recruitment", "fr": "le recrutement honnête"}],
    )
    measures: tuple[Prose, ...] = Field(
        (),
        description="what they did for that cause, each to follow “have” (“organized …”; French “ont”)",
        examples=[[{"en": "held briefings", "fr": "tenu des séances d'information"}]],
    )
    since_session_of: EntityKey | None = Field(
        None, description="the body since whose last session they did it", examples=["COP"]
    )

    @model_validator(mode="after")
    def _is_one_or_the_other(self) -> Self:
        if (self.day is None) == (self.name is None):
            raise unfit("campaign_name", "give the `day`, if it is an international day, or the `name` of a campaign")
        if self.day is not None and not (self.theme or self.appeal or self.focus):
            raise unfit("campaign_day", "say what was done on the day: its `theme`, an `appeal` or its `focus`")
        if self.upcoming and self.day is None:
            raise unfit("campaign_upcoming", "only an international day can be `upcoming`")
        if self.measures and self.priority is None:
            raise unfit("campaign_measures", "`measures` are told of a `priority`: say for what cause they were taken")
        if self.since_session_of and not self.measures:
            raise unfit("campaign_since", "`since_session_of` says since when `measures` were taken: give them too")
        return self
