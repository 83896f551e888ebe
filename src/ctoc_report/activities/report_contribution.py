"""What the Office contributed to the reports of others."""

from __future__ import annotations

from pydantic import Field

from ctoc_report.activities import Activity
from ctoc_report.values.names import EntityKey
from ctoc_report.values.text import Prose


class ReportContribution(Activity):
    """Contributions to reports on the implementation of resolutions, by subject."""

    bodies: tuple[EntityKey, ...] = Field(
        (), description="the bodies whose resolutions the reports concern", examples=[["GA", "SC"]]
    )
    matter: Prose = Field(
        description="what those resolutions are about, to follow “on” (French “relatives à”)",
        examples=[{"en": "ports", "fr": "la sûreté des ports"}],
    )
    subjects: tuple[Prose, ...] = Field(
        min_length=1,
        description="the subjects of the reports, each to follow “on”",
        examples=[
            [
                {"en": "work in harbours", "fr": "le travail dans les ports"},
                {"en": "inspections", "fr": "les inspections"},
            ]
        ],
    )
