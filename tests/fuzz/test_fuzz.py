"""Whatever comes in, only findings and reasons to stop come out: a search for input that breaks the tool.

A short search is part of every run of the tests; `poe fuzz` searches for some minutes.
"""

from __future__ import annotations

import time
from importlib import import_module

import pytest
from hypothesis import HealthCheck, given, settings
from strategies import fragments, projects, templates, yaml_texts
from support import TEMPLATES, dataset, language, shipped

from ctoc_report.compose import compose
from ctoc_report.dataset import Dataset, read_project
from ctoc_report.errors import CtocError
from ctoc_report.findings import Finding
from ctoc_report.lint import lint
from ctoc_report.numbering import number
from ctoc_report.shipped import read_language
from ctoc_report.source import Project, Source, read

WRITERS = [import_module(f"ctoc_report.writers.{name}") for name in ("native", "markdown", "html", "docx")]
RECORD = """\
- {id: a, type: meeting, source: a, body: COP, number: 3, date: 2099-03, participants: 30, countries: [KEN, FRA], city: Oslo, themes: [b],
   figures: {a: 3}}
"""
OUTLINE = "  - {heading: {en: A, fr: B}, id: x, body: [{paragraph: [a, a], lead: {en: b, fr: c}}]}"
LONGEST = 10
"""Seconds of processor time that anything small may take."""


def search(strategy, check, **how):
    """Look for an example that breaks a property."""
    settings(deadline=None, database=None, suppress_health_check=list(HealthCheck), **how)(given(strategy)(check))()


def sound(found: tuple[Finding, ...]) -> None:
    for finding in found:
        assert finding.message
        assert finding.hint
        assert finding.place.path
        assert finding.code


def read_text(text: str) -> None:
    began = time.process_time()
    value, found = read(Source("x.yaml", text))
    assert time.process_time() - began < LONGEST
    assert value is None or all(finding.severity for finding in found)
    sound(found)


def read_often(fragment: str) -> None:
    read_text(fragment * (100_000 // len(fragment)))


def build(data: Dataset, template=TEMPLATES.source) -> None:
    """Lead a dataset through all that comes after it."""
    sound(data.findings)
    if not data.usable:
        return
    began = time.process_time()
    documents = {}
    for tag in data.report.languages:
        if tag not in TEMPLATES.languages():
            with pytest.raises(CtocError):
                read_language(tag, TEMPLATES.source, TEMPLATES.languages())
            continue
        spoken = language(tag)
        document, found = compose(data, shipped(), spoken, template)
        sound(found)
        documents[tag] = number(document, spoken)
    sound(lint(data, documents))
    for document in documents.values():
        for writer in WRITERS:
            assert writer.write(document, TEMPLATES.asset)
    assert time.process_time() - began < LONGEST


def build_files(files: dict[str, str]) -> None:
    sources = {name: Source(name, text) for name, text in files.items()}
    build(
        read_project(Project(sources["report.yaml"], (sources["records.yaml"],), sources["glossary.yaml"]), shipped())
    )


def tell(text: str) -> None:
    """Tell a record by a template, and by the same words as an officer's own."""
    files = {f"{tag}/activities/meeting.j2": Source("x.j2", text) for tag in ("en", "fr")}
    build(dataset(RECORD, OUTLINE), lambda name: files.get(name) or TEMPLATES.source(name))
    own = dataset(RECORD.replace("figures:", f"text: {{en: {quoted(text)}, fr: {quoted(text)}}}, figures:"), OUTLINE)
    build(own)


def quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


SEARCHES = [
    pytest.param(yaml_texts, read_text, 40_000, id="text"),
    pytest.param(fragments, read_often, 3000, id="repeated text"),
    pytest.param(projects, build_files, 1200, id="projects"),
    pytest.param(templates, tell, 1500, id="templates"),
]


@pytest.mark.parametrize(("strategy", "check", "examples"), SEARCHES)
def test_nothing_breaks_in_a_short_search(strategy, check, examples):
    search(strategy, check, max_examples=max(examples // 100, 10), derandomize=True)  # the same on every run


@pytest.mark.fuzz
@pytest.mark.parametrize(("strategy", "check", "examples"), SEARCHES)
def test_nothing_breaks_in_a_long_search(strategy, check, examples):
    search(strategy, check, max_examples=examples)
