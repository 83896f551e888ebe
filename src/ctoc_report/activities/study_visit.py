"""A visit of officials to another country, to learn from their counterparts."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import Field, model_validator

from ctoc_report.activities import Activity
from ctoc_report.values.figures import Count, not_more
from ctoc_report.values.known import unfit
from ctoc_report.values.names import CountryCode
from ctoc_report.values.text import Prose


class StudyVisit(Activity):
    """A study visit or professional visit: `countries` sent the visitors, `hosts` received them."""

    kind: Literal["study", "professional"] = Field("study", description="what kind of visit it was")
    hosts: tuple[CountryCode, ...] = Field(min_length=1, description="the countries visited", examples=[["PRT"]])
    role: Literal["organized", "contributed", "unstated"] = Field(
        "organized", description="whether the Office organized the visit or helped to; unstated: only the visit is told"
    )
    visitors: Prose = Field(
        description="who travelled, to follow “for” or a number; with an article only where the role is unstated",
        examples=[{"en": "prosecutors", "fr": "membres du parquet"}],
    )
    number: Count | None = Field(None, description="how many travelled", examples=[8])
    women: Count | None = Field(None, description="women among them", examples=[3])
    including: Prose | None = Field(
        None,
        description="some of the visitors, to follow “including”",
        examples=[{"en": "the Deputy Prosecutor General", "fr": "la procureure générale adjointe"}],
    )
    host_officials: Count | None = Field(
        None, description="how many officials represented the host country", examples=[12]
    )
    host_including: Prose | None = Field(
        None,
        description="some of those officials, to follow “among them”",
        examples=[{"en": "judges and experts", "fr": "des juges et des spécialistes"}],
    )
    aim: Prose | None = Field(
        None,
        description="what the visit was for, to follow “to” (French “de”)",
        examples=[{"en": "exchange practices", "fr": "échanger des pratiques"}],
    )
    account: Prose | None = Field(
        None,
        description="what came of it, in full sentences",
        examples=[{"en": "The visitors prepared a guide.", "fr": "Les membres de la délégation ont établi un guide."}],
    )

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        not_more(self, "women", "number", ("women", "visitors"))
        if self.host_including and self.host_officials is None:
            raise unfit("hosts_of_no_number", "say in `host_officials:` how many officials the host country sent")
        if self.role == "unstated" and self.aim is None:
            raise unfit("visit_aim", "say in `aim:` what the visit enabled the visitors to do")
        both = sorted(set(self.hosts) & set(self.countries))
        if both:
            raise unfit("visits_itself", "{country} cannot visit itself", country=both[0])
        return self
