"""Lead a project through all its stages: read, compose, number, lint. Pure: files come in as text, bytes go out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from importlib import import_module
from typing import TYPE_CHECKING, Protocol

from ctoc_report import discovery, writers
from ctoc_report.compose import compose
from ctoc_report.countries import read_countries
from ctoc_report.dataset import Dataset, read_project
from ctoc_report.errors import CtocError
from ctoc_report.findings import Finding, Severity, did_you_mean, in_order
from ctoc_report.lint import lint
from ctoc_report.numbering import number
from ctoc_report.shipped import read_language, read_shipped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from datetime import date

    from ctoc_report.compose.codes import Store
    from ctoc_report.document import Document
    from ctoc_report.language import Language
    from ctoc_report.shipped import Shipped
    from ctoc_report.source import Project, Source


class Templates(Protocol):
    """Where templates and data come from."""

    def source(self, name: str) -> Source | None:
        """Return a template by its path, or None."""

    def asset(self, name: str) -> str:
        """Return the text of a file that must be there."""

    def bodies(self) -> Iterable[Source]:
        """Yield the files of the bodies."""

    def languages(self) -> list[str]:
        """Return the tags of the languages there are."""

    def store(self, tag: str) -> Store:
        """Return where the compiled templates of a language stay between runs."""


class Writer(Protocol):
    """A format: a module with the ending of its files, and a function from a tree to bytes."""

    SUFFIX: str

    def write(self, document: Document, asset: Callable[[str], str]) -> bytes:
        """Return the file."""


@dataclass(frozen=True, slots=True)
class Built:
    """A project led through all stages: its data, its numbered documents by language, and all that is wrong."""

    dataset: Dataset
    documents: Mapping[str, Document]
    findings: tuple[Finding, ...]

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings that refuse a build."""
        return tuple(finding for finding in self.findings if finding.severity is Severity.ERROR)


def build(
    project: Project,
    templates: Templates,
    today: date,
    languages: Sequence[str] = (),
    *,
    draft: bool = False,
    stage: Callable[[str], object] = lambda _stage: None,
) -> Built:
    """Return the project in its languages, or in those of them that are asked for.

    `today` dates the names of countries when the masthead has no date yet; `stage` is told what the work has come to.
    Raises CtocError for an unknown language.
    """
    stage("reading the records")
    names = templates.asset("countries.csv")
    shipped = read_shipped(templates.bodies(), names, today)
    dataset = read_project(project, shipped)
    if dataset.report is None or not dataset.usable:
        return Built(dataset, {}, in_order(dataset.findings))
    if dataset.report.date:
        shipped = replace(shipped, countries=read_countries(names, dataset.report.date.end.last))
    found = list(dataset.findings)
    documents: dict[str, Document] = {}
    spoken = templates.languages()
    for tag in _chosen(languages, dataset):
        if tag not in spoken:
            found.append(_unspoken(dataset, tag, spoken))
            continue
        stage(f"telling the records in “{tag}”")
        language = read_language(tag, templates.source, spoken)
        documents[tag] = _document(dataset, shipped, language, templates, found, draft=draft)
    stage("holding the report to the rules")
    return Built(dataset, documents, in_order([*found, *lint(dataset, documents)]))


def _unspoken(dataset: Dataset, tag: str, there: Sequence[str]) -> Finding:
    """Return the finding that the report asks for a language that there is not."""
    place = dataset.place("report", f"languages.{dataset.plan.languages.index(tag)}")
    hint = did_you_mean(tag, there) or f"the languages are: {', '.join(there)}; CONTRIBUTING.md says how to add one"
    return Finding("REC021", f"there is no language “{tag}”", place, hint)


def _document(
    dataset: Dataset, shipped: Shipped, language: Language, templates: Templates, found: list[Finding], *, draft: bool
) -> Document:
    store = templates.store(language.tag)
    document, problems = compose(dataset, shipped, language, templates.source, store, draft=draft)
    found.extend(problems)
    return number(document, language)


def _chosen(wanted: Sequence[str], dataset: Dataset) -> Sequence[str]:
    there = dataset.plan.languages
    for tag in wanted:
        if tag not in there:
            raise CtocError(
                f"{dataset.place('report', 'languages')}: the report has no language “{tag}”",
                did_you_mean(tag, there) or f"its languages are: {', '.join(there)}",
            )
    return wanted or there


def formats() -> list[str]:
    """Return the names of the formats there are."""
    return discovery.names(writers)


def writer(name: str) -> Writer:
    """Return the writer of a format. Raises CtocError when there is none."""
    if name not in formats():
        raise CtocError(
            f"there is no format “{name}”", did_you_mean(name, formats()) or f"the formats are: {', '.join(formats())}"
        )
    module: Writer = import_module(f"{writers.__name__}.{name}")
    return module
