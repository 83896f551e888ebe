"""HYG004: placeholders and what editing leaves behind, in the masthead and in the text."""

from __future__ import annotations

import pytest
from support import composed, dataset

from ctoc_report.findings import Finding
from ctoc_report.lint import lint

RECORD = """\
- id: a
  type: conclusion
  source: a
  statement: {{en: {words}, fr: mot}}
"""


def found(data) -> list[Finding]:
    documents = {tag: composed(data, tag)[0] for tag in ("en", "fr")}
    return [finding for finding in lint(data, documents) if finding.code == "HYG004"]


@pytest.mark.parametrize(
    "words", ["in [number] States", "TBC", "by XX persons", "on xxx", "who???", "a () b", "[ ]", "Lorem ipsum dolor"]
)
def test_what_stands_for_something_else_is_found_in_a_record(words):
    (finding,) = found(dataset(RECORD.format(words=f'"{words}."'), "  - paragraph: a"))
    assert (str(finding.place), finding.subject) == ("records.yaml:4:19", "a")


@pytest.mark.parametrize(
    "words",
    ["“[t]he truth [sic] […] [...]”", "the States (in part)", "the XXth century", "why?", "see [this](https://un.org)"],
)
def test_what_belongs_in_a_text_is_not_found(words):
    assert found(dataset(RECORD.format(words=f'"{words}."'), "  - paragraph: a")) == []


def test_a_placeholder_in_an_own_text_is_found_at_its_language():
    (finding,) = found(dataset("", "  - text:\n      en: all is well\n      fr: '[à compléter]'\n"))
    assert finding.place.line == 13
    assert "“[à compléter]”" in finding.message


def test_a_placeholder_in_a_heading_is_found():
    (finding,) = found(dataset("", "  - heading: {en: '[heading]', fr: titre}\n"))
    assert finding.place.line == 11


def test_values_printed_in_brackets_are_not_placeholders():
    outline = "  - text: {en: 'for [{{ report.session }}] and ({{ report.session }})', fr: a}\n"
    assert found(dataset("", outline)) == []
