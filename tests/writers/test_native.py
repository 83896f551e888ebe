"""Facts about the dump of the tree."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import given

from ctoc_report.document import (
    Abbreviation,
    Blank,
    Country,
    Date,
    Emphasis,
    Heading,
    Item,
    Link,
    Origin,
    Paragraph,
    Quantity,
    Reference,
    Resolution,
    Strong,
    Symbol,
    Text,
    Title,
    Unnumbered,
)
from ctoc_report.writers import native

if TYPE_CHECKING:
    from collections.abc import Callable

    from hypothesis import strategies as st

    from ctoc_report.document import Block, Document, Inline

HERE = Origin("wg-13", "participants")


def dump(document: Document) -> list[str]:
    return native.write(document, str).decode().splitlines()


def body(document: Document, *blocks: Block) -> list[str]:
    lines = dump(replace(document, blocks=blocks))
    return lines[len(dump(replace(document, blocks=()))) :]


def test_the_first_line_says_language_direction_paper_and_draft(english: Document, french: Document) -> None:
    assert dump(english)[0] == "document language=en locale=en-GB direction=ltr paper=letter"
    assert dump(french)[0] == "document language=fr locale=fr-FR direction=ltr paper=a4 draft"


def test_the_properties_and_the_cover_page_come_line_by_line_without_what_is_empty(english: Document) -> None:
    lines = dump(english)
    assert lines[1:13] == [
        "properties",
        '  title "Activities (CTOC/COP/2099/5)"',
        '  subject "Twelfth session"',
        '  author "UNODC"',
        "  keywords",
        '    "Protocol"',
        '    "trafficking"',
        "cover",
        '  publisher "United Nations"',
        "  symbol_rest",
        '    blank "[symbol]" <report:symbol>',
        '  organ "Conference of the Parties to the United Nations Convention against Transnational Organized Crime"',
    ]
    assert not [line for line in lines if line.startswith(("  language", "  body", "  job_number"))]


@pytest.mark.parametrize(
    ("inline", "line"),
    [
        (Text("two words"), 'text "two words"'),
        (Text("Kenya", Origin("ken-1")), 'text "Kenya" <ken-1>'),
        (Date("3 March 2098", "2098-03-03", HERE), 'date "3 March 2098" iso=2098-03-03 <wg-13:participants>'),
        (Quantity("453", Decimal(453), HERE), 'quantity "453" value=453 <wg-13:participants>'),
        (Quantity("third", Decimal(3), words="third", ordinal=True), 'quantity "third" value=3 words=third ordinal'),
        (Quantity("50%", Decimal("5E+1"), percent=True), 'quantity "50%" value=50 percent'),
        (Symbol("A/1", "https://un.org/A/1"), 'symbol "A/1" href=https://un.org/A/1'),
        (Resolution("77/236", "GA"), 'resolution "77/236" organ=GA'),
        (Country("in Kenya", "KEN"), 'country "in Kenya" code=KEN'),
        (Title("Global Report", "en"), 'title "Global Report" language=en'),
        (Abbreviation("oim", "A (B)", "A", "B", "B"), 'abbreviation "B" key=oim first="A (B)" full=A later=B'),
        (Reference("wg-13", "paragraph", "paragraph 2"), 'reference "paragraph 2" paragraph target=wg-13'),
        (Blank("[symbol]"), 'blank "[symbol]"'),
    ],
)
def test_a_leaf_is_one_line_with_its_words_attributes_and_origin(english: Document, inline: Inline, line: str) -> None:
    assert body(english, Unnumbered((inline,))) == ["unnumbered", f"  {line}"]


def test_what_stands_inside_emphasis_and_links_is_indented_below_them(english: Document) -> None:
    link = Link((Strong((Text("a"),)), Emphasis((Text("b"),))), "https://un.org/?x=1")
    assert body(english, Unnumbered((link,), ("r-1", "r 2"))) == [
        'unnumbered records=r-1,"r 2"',
        '  link href="https://un.org/?x=1"',
        "    strong",
        '      text "a"',
        "    emphasis",
        '      text "b"',
    ]


def test_headings_paragraphs_and_items_show_their_numbers_marks_and_records(english: Document) -> None:
    items = (Item((Text("x"),), "(a)", (Item((Text("y"),), "(i)"),)), Item((), "(b)"))
    heading = Heading(2, (Text("Norms"),), "norms", "letter", "A.", "II.A")
    assert body(english, heading, Paragraph((Text("z:"),), ("a", "b"), "told", 8, "8.", items)) == [
        'heading 2 "A." letter id=norms path=II.A',
        '  text "Norms"',
        "paragraph 8 id=told mark=8. records=a,b",
        '  text "z:"',
        '  item "(a)"',
        '    text "x"',
        '    item "(i)"',
        '      text "y"',
        '  item "(b)"',
    ]


def test_characters_that_cannot_be_seen_are_spelt_out_and_accents_are_not(english: Document) -> None:
    lines = body(english, Unnumbered((Text('à 2\u00a0ans\u202f;\u200b\n«\u00a0"x"\\'),)))
    assert lines[1] == r'  text "à 2\u00a0ans\u202f;\u200b\n«\u00a0\"x\"\\"'


def test_attributes_are_quoted_where_a_bare_word_would_hide_or_blur_something(english: Document) -> None:
    hidden = Country("x", "K\u200bN", Origin("a b"))
    assert body(english, Unnumbered((hidden,), ("a,b",)))[0] == 'unnumbered records="a,b"'
    assert body(english, Unnumbered((hidden,)))[1] == r'  country "x" code="K\u200bN" <"a b">'


def test_every_node_of_any_tree_is_one_line(
    documents: st.SearchStrategy[Document], asset: Callable[[str], str]
) -> None:
    @given(documents)
    def check(document: Document) -> None:
        text = native.write(document, asset).decode()
        kinds = {line.split()[0] for line in text.removesuffix("\n").split("\n") if not line.startswith("    ")}
        assert text.isprintable() or set(filter(lambda c: not c.isprintable(), text)) == {"\n"}
        assert text.count("\nparagraph ") == sum(isinstance(block, Paragraph) for block in document.blocks)
        assert kinds <= KINDS

    check()


LEAVES = {"text", "date", "quantity", "symbol", "resolution", "country", "title", "abbreviation", "reference", "blank"}
FRONT = {"document", "properties", "subject", "author", "keywords", "cover", "publisher", "symbol_series"}
COVER = {"symbol_rest", "organ", "distribution", "language", "original", "body", "session", "venue", "item"}
LAST = {"note_mark", "note", "item_title", "job_number", "heading", "paragraph", "unnumbered"}
KINDS = LEAVES | FRONT | COVER | LAST | {"emphasis", "strong", "link"}
