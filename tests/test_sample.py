"""The sample retells a published report: paragraph n of it tells the facts of paragraph n of the report, in each language."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from ctoc_report import files
from ctoc_report.build import Built, build
from ctoc_report.document import (
    Country,
    Date,
    Document,
    Heading,
    Paragraph,
    Quantity,
    Resolution,
    Symbol,
    Text,
    contents,
    leaves,
    paragraphs,
    plain,
    word_count,
)
from ctoc_report.source import Source, read

ROOT = Path(__file__).parents[1]
SAMPLE = ROOT / "sample_data" / "cop12-trafficking-in-persons"
FACTS, _ = read(Source("seed_facts.yaml", (ROOT / "tests" / "seed_facts.yaml").read_text(encoding="utf-8")))
NUMBERS = [int(fact["paragraph"]) for fact in FACTS]
LANGUAGES = ("en", "fr")


@cache
def sample() -> Built:
    return build(files.project(str(SAMPLE)), files.Templates(str(SAMPLE)), date(2024, 7, 23))


def document(tag: str) -> Document:
    return sample().documents[tag]


def told(tag: str, number: int) -> Paragraph:
    return next(paragraph for paragraph in paragraphs(document(tag)) if paragraph.number == number)


def nodes(paragraph: Paragraph, kind: type) -> list:
    return [leaf for content in contents(paragraph) for leaf in leaves(content) if isinstance(leaf, kind)]


def words(paragraph: Paragraph) -> str:
    return " ".join(plain(content) for content in contents(paragraph))


def fact(number: int, key: str) -> list[str]:
    return [str(value) for value in next(each for each in FACTS if int(each["paragraph"]) == number).get(key) or []]


def both(test):
    return pytest.mark.parametrize("number", NUMBERS)(pytest.mark.parametrize("tag", LANGUAGES)(test))


def test_the_sample_has_no_finding():
    assert [f"{finding.place} {finding.code} {finding.message}" for finding in sample().findings] == []


@pytest.mark.parametrize("tag", LANGUAGES)
def test_the_sample_has_the_paragraphs_of_the_report(tag):
    assert [paragraph.number for paragraph in paragraphs(document(tag))] == NUMBERS == list(range(1, 92))


def test_the_original_keeps_to_the_limit_of_words():
    assert word_count(document("en")) <= 8500


@both
def test_every_figure_of_the_paragraph_is_told(tag, number):
    quantities = [
        int(node.value) for node in nodes(told(tag, number), Quantity) if not node.ordinal and not node.percent
    ]
    assert set(fact(number, "figures")) - {str(value) for value in quantities} == set()


@both
def test_every_percentage_of_the_paragraph_is_told(tag, number):
    shares = {str(node.value) for node in nodes(told(tag, number), Quantity) if node.percent}
    assert set(fact(number, "percentages")) <= shares


@both
def test_every_document_symbol_of_the_paragraph_is_told(tag, number):
    assert set(fact(number, "symbols")) <= {node.text for node in nodes(told(tag, number), Symbol)}


@both
def test_every_resolution_of_the_paragraph_is_told(tag, number):
    assert set(fact(number, "resolutions")) <= {
        f"{node.organ} {node.text}" for node in nodes(told(tag, number), Resolution)
    }


@both
def test_every_country_of_the_paragraph_is_told(tag, number):
    assert set(fact(number, "countries")) <= {node.code for node in nodes(told(tag, number), Country)}


@both
def test_every_year_of_the_paragraph_is_told(tag, number):
    expected = {year for iso in fact(number, "dates") for year in re.findall(r"\d{4}", iso)}
    told_years = {year for node in nodes(told(tag, number), Date) for year in re.findall(r"\d{4}", node.iso)}
    assert expected <= told_years


@both
def test_every_day_and_month_of_the_paragraph_is_told(tag, number):
    exact = {iso for iso in fact(number, "dates") if "-" in iso}
    assert exact <= {node.iso for node in nodes(told(tag, number), Date)}


@both
def test_every_figure_comes_from_a_field_of_a_record(tag, number):
    for kind in (Quantity, Date, Symbol, Resolution, Country):
        for node in nodes(told(tag, number), kind):
            assert node.origin is not None, node
    for node in nodes(told(tag, number), Text):
        named = node.origin is not None and node.origin.record == "glossary"
        assert named or not re.search(r"\d", node.text), node


@pytest.mark.parametrize("number", NUMBERS)
def test_both_languages_tell_the_same_figures_in_the_same_paragraph(number):
    def figures(tag):
        return sorted((str(node.value), node.ordinal) for node in nodes(told(tag, number), Quantity))

    assert set(figures("en")) == set(figures("fr"))


@pytest.mark.parametrize("tag", LANGUAGES)
def test_paragraphs_stand_under_the_headings_of_the_report(tag):
    path: list[str] = []
    italic = ""
    for block in document(tag).blocks:
        if isinstance(block, Heading):
            italic = "" if block.scheme != "none" else plain(block.content)
            path = block.path.split(".")
        elif isinstance(block, Paragraph):
            expected = fact(block.number, "heading")
            numbered = [part for part in expected if re.fullmatch(r"[IVX]+|[A-Z]|\d", part)]
            assert path == numbered, block.number
            if tag == "fr":
                assert ([italic] if italic else []) == [part.replace("'", "’") for part in expected[len(numbered) :]], (
                    block.number
                )
