"""Make documents of small pieces of YAML: the shipped data, read once, and a report of the year 2099."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from ctoc_report import files
from ctoc_report.compose import compose
from ctoc_report.dataset import Dataset, read_project
from ctoc_report.document import Document
from ctoc_report.numbering import number
from ctoc_report.shipped import Shipped, read_language, read_shipped
from ctoc_report.source import Project, Source

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ctoc_report.findings import Finding
    from ctoc_report.language import Language

TEMPLATES = files.Templates()
REPORT_DATE = date(2099, 7, 23)

REPORT = """\
format: 1
body: COP
session: 12
venue: {{city: {{en: Vienna, fr: Vienne}}, dates: 2099-10-14/2099-10-18}}
agenda: {{item: 2, subitem: b, document: CTOC/COP/2099/1, title: {{en: Review, fr: Examen}}}}
date: 2099-07-23
title: {{en: Activities, fr: Activités}}
languages: [en, fr]
period: 2098-01/2099-07
outline:
{outline}
"""


@cache
def shipped() -> Shipped:
    return read_shipped(TEMPLATES.bodies(), TEMPLATES.asset("countries.csv"), REPORT_DATE)


@cache
def language(tag: str) -> Language:
    return read_language(tag, TEMPLATES.source, TEMPLATES.languages())


@cache
def case_glossary() -> Source:
    path = Path(__file__).parent / "cases" / "glossary.yaml"
    return Source("glossary.yaml", path.read_text(encoding="utf-8"))


def dataset(records: str, outline: str) -> Dataset:
    """Return the dataset of records and an outline, both YAML, in a report of 2099."""
    report = Source("report.yaml", REPORT.format(outline=outline))
    return read_project(Project(report, (Source("records.yaml", records),), case_glossary()), shipped())


def composed(data: Dataset, tag: str) -> tuple[Document, Sequence[Finding]]:
    """Return the numbered document of a dataset in one language, with the findings of composing it."""
    document, found = compose(data, shipped(), language(tag), TEMPLATES.source)
    return number(document, language(tag)), found
