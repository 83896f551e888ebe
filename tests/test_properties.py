"""What must always hold: data never becomes structure, numbering has no gap, number words are right."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support import composed, dataset, language

from ctoc_report.document import Paragraph, Text, leaves, paragraphs, plain
from ctoc_report.numbering.marks import letter, roman
from ctoc_report.source import UNPRINTABLE

MARKUP = st.text(alphabet="*_[](){}<>%#&`\\-+!|~\"' \nab1.;:é’", min_size=1, max_size=40)
RECORD = """\
- id: session
  type: meeting
  source: a
  body: COP
  number: 3
  date: 2099-03
  city: {{en: {city}, fr: x}}
"""


def quoted(text: str) -> str:
    """Return a YAML double-quoted scalar."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


@settings(max_examples=200, deadline=None)
@given(MARKUP)
def test_data_never_becomes_structure(city):
    data = dataset(RECORD.format(city=quoted(city)), "  - paragraph: session")
    document, found = composed(data, "en")
    assert not data.findings
    assert not found
    block = document.blocks[0]
    assert isinstance(block, Paragraph)
    assert block.items == ()
    assert len(document.blocks) == 1
    printed = [
        leaf for leaf in leaves(block.content) if isinstance(leaf, Text) and leaf.origin and leaf.origin.field == "city"
    ]
    assert [leaf.text.casefold() for leaf in printed] == [city.replace("'", "’").casefold()]


@settings(max_examples=50, deadline=None)
@given(st.lists(st.booleans(), min_size=1, max_size=12))
def test_paragraph_numbers_have_no_gap(numbered):
    entries = [
        f"  - heading: h{at}\n    numbered: {str(kind).lower()}\n    body:\n      - text: {{en: a, fr: b}}\n"
        for at, kind in enumerate(numbered)
    ]
    document, _ = composed(dataset("", "".join(entries)), "fr")
    assert [paragraph.number for paragraph in paragraphs(document)] == list(range(1, len(numbered) + 1))


@given(st.integers(1, 3999))
def test_roman_numbers_grow_letter_by_letter(number):
    values = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
    total, signs = 0, roman(number)
    for sign, following in zip(signs, [*signs[1:], "I"], strict=True):
        total += -values[sign] if values[sign] < values[following] else values[sign]
    assert total == number


def test_letters_go_on_after_z():
    assert [letter(number) for number in (1, 26, 27, 28)] == ["a", "z", "aa", "bb"]


@pytest.mark.parametrize(
    ("tag", "number", "words"),
    [
        ("en", 87, "eighty-seven"), ("en", 101, "one hundred and one"), ("en", 12, "twelve"),
        ("fr", 71, "soixante et onze"), ("fr", 80, "quatre-vingts"), ("fr", 81, "quatre-vingt-un"), ("fr", 97, "quatre-vingt-dix-sept"),
        ("fr", 200, "deux cents"), ("fr", 201, "deux cent un"), ("fr", 80000, "quatre-vingt mille"),
    ],
)  # fmt: skip
def test_numbers_are_spelt_as_the_language_spells_them(tag, number, words):
    assert language(tag).cardinal(number) == words


@pytest.mark.parametrize(
    ("tag", "number", "words"),
    [
        ("en", 77, "seventy-seventh"),
        ("en", 12, "twelfth"),
        ("fr", 77, "soixante-dix-septième"),
        ("fr", 80, "quatre-vingtième"),
        ("fr", 21, "vingt et unième"),
    ],
)
def test_ordinals_are_spelt_as_the_language_spells_them(tag, number, words):
    assert language(tag).ordinal(number) == words


@given(st.integers(0, 999_999))
def test_no_two_numbers_have_the_same_words(number):
    for tag in ("en", "fr"):
        words = language(tag).cardinal(number)
        assert words
        assert words != language(tag).cardinal(number + 1)
        assert not set(words) & set("<>[]|")


@given(st.characters(categories=["Cc", "Cs", "Co"]))
def test_characters_that_cannot_be_printed_are_refused(character):
    assert UNPRINTABLE.search(character) or character in "\t\n\r\x85"


def test_a_paragraph_may_have_sub_paragraphs():
    document, found = composed(
        dataset("", '  - text: {en: "Three aims:\\n- one\\n- two\\n  - deeper\\n- three", fr: x}'), "en"
    )
    assert not found
    block = document.blocks[0]
    assert isinstance(block, Paragraph)
    assert [(item.mark, plain(item.content)) for item in block.items] == [
        ("(a)", "One"),
        ("(b)", "Two"),
        ("(c)", "Three"),
    ]
    assert block.items[1].items[0].mark == "(i)"
