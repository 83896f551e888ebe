"""Something that the Office published: a study, manual, policy brief, toolkit, report."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from ctoc_report.activities import Activity
from ctoc_report.masthead import Tag
from ctoc_report.values.dates import Span
from ctoc_report.values.figures import Count
from ctoc_report.values.names import CountryCode
from ctoc_report.values.text import Prose, WorkTitle

Kind = Literal[
    "policy-brief",
    "study",
    "manual",
    "training-manual",
    "toolkit",
    "guide",
    "biennial-report",
    "regional-report",
    "reports",
]


class Publication(Activity):
    """A publication: kind, title in its own language, subject, findings, use. `part: findings` tells its findings."""

    kind: Kind
    title: WorkTitle | None = Field(None, description="its title, in its own language")
    languages: tuple[Tag, ...] = Field((), description="the languages it is available in, if only in these")
    subject: Prose = Field(description="what it is about or for, to follow the kind")
    coverage: Count | None = Field(None, description="how many countries it covers")
    data_from: Span | None = Field(None, description="the period of its data")
    cases: Count | None = Field(None, description="court cases analysed")
    cases_from: Span | None = Field(None, description="the period of those cases")
    same_month: bool = Field(
        default=False, description="whether it came out in the month of the publication told before"
    )
    account: Prose | None = Field(None, description="what it says, in full sentences")
    findings: Prose | None = Field(None, description="what it found, in full sentences, told as a part of its own")
    consultations: Count | None = Field(None, description="how often it was consulted online")
    used_in: tuple[CountryCode, ...] = Field((), description="the countries in which use was made of it")
    use: Prose | None = Field(None, description="what use was made of it, in full sentences")
