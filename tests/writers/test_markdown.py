"""Facts about the CommonMark writer; a CommonMark parser is the judge."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from markdown_it import MarkdownIt

from ctoc_report.document import (
    Blank,
    Block,
    Document,
    Emphasis,
    Heading,
    Inline,
    Item,
    Link,
    Paragraph,
    Resolution,
    Strong,
    Symbol,
    Text,
    Title,
    Unnumbered,
)
from ctoc_report.writers import markdown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hypothesis import strategies as st
    from markdown_it.token import Token


def write(document: Document) -> str:
    return markdown.write(document, str).decode()


def body(document: Document, *blocks: Block) -> str:
    return write(replace(document, blocks=blocks)).partition("\n\n---\n\n")[2]


def text(document: Document, *content: Inline) -> str:
    return body(document, Unnumbered(content)).removesuffix("\n")


# --- the page --------------------------------------------------------------------------------------------------------


def test_the_cover_page_comes_first_with_its_note_below(french: Document) -> None:
    assert write(replace(french, blocks=())) == (
        "Nations Unies\n\n"
        "[**CTOC/COP/2099/5**](https://docs.un.org/fr/CTOC/COP/2099/5)\n\n"
        "Conférence des Parties à la Convention des Nations Unies contre la criminalité transnationale organisée\n\n"
        "Distr. générale\\\n23\u00a0juillet 2099\\\nFrançais\\\nOriginal\u00a0: anglais\n\n"
        "**Douzième session**\\\nVienne, 14-18\u00a0octobre 2099\\\nPoint 2 b) de l’ordre du jour provisoire\\*\n\n"
        "**Examen de l’application de la Convention et des Protocoles s’y rapportant**\n\n"
        "# Activités menées pour promouvoir et appuyer l’application du Protocole\n\n"
        "**Rapport du Secrétariat**\n\n"
        "\\* [CTOC/COP/2099/1](https://docs.un.org/fr/CTOC/COP/2099/1).\n\n"
        "---\n"
    )


def test_a_symbol_that_is_not_known_is_printed_in_bold_brackets(english: Document) -> None:
    assert r"**\[symbol\]**" in write(english).splitlines()


def test_headings_keep_their_numbers_and_those_without_are_in_italics(english: Document) -> None:
    numbered = Heading(2, (Text("Norms"),), "norms", "letter", "A.", "II.A")
    plain = Heading(7, (Text("General "), Strong((Text("Assembly"),))), "ga", "none")
    assert body(english, numbered, plain) == "### A. Norms\n\n###### *General* ***Assembly***\n"


def test_paragraphs_keep_the_numbers_of_the_tree_and_items_their_marks(english: Document) -> None:
    items = (Item((Text("x:"),), "(a)", (Item((Text("y"),), "(i)", (Item((Text("z"),), "1."),)),)),)
    assert body(english, Paragraph((Text("w"),), number=9), Paragraph((Text("v:"),), number=10, items=items)) == (
        "9. w\n\n10. v:\n\n    (a) x:\n\n       (i) y\n\n       1\\. z\n"
    )


def test_text_without_number_stands_at_the_margin(english: Document) -> None:
    assert text(english, Text("Summary.")) == "Summary."


# --- inlines ---------------------------------------------------------------------------------------------------------


def test_titles_and_emphasis_are_in_italics_and_blanks_in_bold_brackets(english: Document) -> None:
    assert text(english, Title("Rapport", "fr"), Text(" et "), Emphasis((Text("a"),))) == "*Rapport* et *a*"
    assert text(english, Blank("organ"), Text(" "), Blank("[organ]")) == r"**\[organ\]** **\[organ\]**"


def test_symbols_and_resolutions_are_links_and_their_brackets_cannot_end_them(english: Document) -> None:
    assert text(english, Resolution("77/236", "GA", "https://un.org/r")) == "[77/236](https://un.org/r)"
    assert text(english, Symbol("A](b)", "https://un.org/a) b")) == r"A\](b)"
    assert text(english, Symbol("A](b)", "https://un.org/a)b")) == r"[A\](b)](https://un.org/a%29b)"


@pytest.mark.parametrize("href", ["", "javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "//un.org"])
def test_only_web_addresses_become_links(english: Document, href: str) -> None:
    assert text(english, Link((Text("words"),), href)) == "words"


def test_a_link_inside_a_link_keeps_the_outer_address(english: Document) -> None:
    inner = Resolution("77/236", "GA", "https://un.org/inner")
    assert text(english, Link((Text("see "), inner), "https://un.org/outer")) == "[see 77/236](https://un.org/outer)"


def test_space_beside_emphasis_is_left_outside_it(english: Document) -> None:
    assert text(english, Text("a"), Strong((Text(" b "),)), Text("c")) == "a **b** c"


def test_a_letter_that_would_stop_emphasis_is_written_as_a_number(english: Document) -> None:
    assert text(english, Text("d’"), Title("Étude", "fr"), Text("s")) == "d’*Étude*s"
    assert text(english, Text("mot"), Title("(x)", "fr"), Text("s")) == "mo&#116;*(x)*&#115;"


@pytest.mark.parametrize(
    ("words", "escaped"),
    [
        ("1. a", r"1\. a"),
        ("2024) a", r"2024\) a"),
        ("2.5 million", "2.5 million"),
        ("- a", r"\- a"),
        ("+ a", r"\+ a"),
        ("> a", r"\> a"),
        ("=", r"\="),
        ("# a #", r"\# a \#"),
        ("a\n\n- b\tc", "a - b c"),
        ("R&D &amp; &#65;", r"R&D \&amp; &\#65;"),
        ("*a* _b_ `c` [d](e) <f> ~g~ \\", r"\*a\* \_b\_ \`c\` \[d\](e) \<f> \~g\~ \\"),
    ],
)
def test_words_that_look_like_markup_are_escaped_and_no_others(english: Document, words: str, escaped: str) -> None:
    assert text(english, Text(words)) == escaped


def test_an_exclamation_before_a_link_does_not_make_it_an_image(english: Document) -> None:
    assert text(english, Text("See!"), Resolution("1/1", "GA", "https://un.org")) == r"See\![1/1](https://un.org)"


# --- any report at all -----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Glyph:
    """One printed character and how it looks."""

    char: str
    italic: bool
    bold: bool
    linked: bool


def test_commonmark_gives_back_the_words_their_looks_and_nothing_else(documents: st.SearchStrategy[Document]) -> None:
    @given(documents)
    def check(document: Document) -> None:
        tokens = MarkdownIt("commonmark").parse(write(document))
        assert [line for line in map(list, rendered(tokens)) if line] == [
            line for line in map(list, expected(document)) if line
        ]
        assert {token.type.removesuffix("_open").removesuffix("_close") for token in tokens} <= STRUCTURE
        assert sum(token.type == "heading_open" for token in tokens) == 1 + sum(
            isinstance(block, Heading) for block in document.blocks
        )
        assert sum(token.type == "list_item_open" for token in tokens) == sum(
            isinstance(block, Paragraph) for block in document.blocks
        )

    check()


def test_words_inside_a_line_come_back_with_their_spaces(
    english: Document, contents: st.SearchStrategy[tuple[Inline, ...]]
) -> None:
    @given(contents)
    def check(content: tuple[Inline, ...]) -> None:
        tokens = MarkdownIt("commonmark").parse(text(english, *content))
        found = "".join(child.content for token in tokens for child in token.children or ())
        wanted = "".join(glyph.char for inline in content for glyph in glyphs(inline, Glyph("", False, False, False)))
        assert found.strip() == re.sub(r"[ \t\n\r\f\v]+", " ", wanted).strip()

    check()


STRUCTURE = {"paragraph", "heading", "inline", "hr", "ordered_list", "list_item"}
WEB = re.compile(r"https?://\S+", re.IGNORECASE)


def rendered(tokens: list[Token]) -> Iterator[Iterator[Glyph]]:
    number = 0
    for token in tokens:
        if token.type == "ordered_list_open":
            number = int(token.attrGet("start") if token.attrGet("start") is not None else 1)
        if token.type == "list_item_open":
            yield plain(f"{number}.")
            number += 1
        if token.type == "inline":
            yield inked(token.children or [])


def inked(children: list[Token]) -> Iterator[Glyph]:
    look = Glyph("", False, False, False)
    for child in children:
        match child.type.partition("_")[::2]:
            case "em", state:
                look = replace(look, italic=state == "open")
            case "strong", state:
                look = replace(look, bold=state == "open")
            case "link", state:
                look = replace(look, linked=state == "open")
            case _:
                assert child.type in {"text", "softbreak", "hardbreak"}
                yield from (replace(look, char=char) for char in child.content if not char.isspace())


def expected(document: Document) -> Iterator[Iterator[Glyph]]:
    """Yield what must be printed, a line for each inline token: the cover's groups of lines are one."""
    cover = document.cover
    yield plain(cover.publisher)
    address = cover.symbol_rest.href if isinstance(cover.symbol_rest, Symbol) else ""
    yield words(Strong((Link((Text(cover.symbol_series), cover.symbol_rest), address),)))
    yield plain(cover.organ)
    yield words(Text(cover.distribution), cover.date, Text(cover.language), Text(cover.original))
    item = Text(cover.item + cover.note_mark)
    yield words(Text(cover.body), Strong((Text(cover.session),)), *cover.venue, item)
    yield words(Strong((Text(cover.item_title),)))
    yield plain(cover.title)
    yield words(Strong((Text(cover.author),)))
    yield words(Text(cover.note_mark if cover.note else ""), *cover.note)
    for block in document.blocks:
        yield from printed(block)


def printed(block: Block | Item) -> Iterator[Iterator[Glyph]]:
    match block:
        case Heading(content=content, number=number, scheme=scheme):
            yield words(Text(number), *((Emphasis(content),) if scheme == "none" else content))
        case Paragraph(content=content, items=items, number=number):
            yield plain(f"{number}.")
            yield words(*content)
            for item in items:
                yield from printed(item)
        case Item(content=content, items=items, mark=mark):
            yield words(Text(mark), *content)
            for item in items:
                yield from printed(item)
        case Unnumbered(content=content):
            yield words(*content)


def plain(text: str) -> Iterator[Glyph]:
    return words(Text(text))


def words(*content: Inline) -> Iterator[Glyph]:
    looks = (glyph for inline in content for glyph in glyphs(inline, Glyph("", False, False, False)))
    return (glyph for glyph in looks if not glyph.char.isspace())


def glyphs(inline: Inline, look: Glyph) -> Iterator[Glyph]:
    linked = look.linked or bool(WEB.fullmatch(getattr(inline, "href", "")))
    match inline:
        case Emphasis(content):
            inner = replace(look, italic=True)
        case Strong(content):
            inner = replace(look, bold=True)
        case Link(content):
            inner = replace(look, linked=linked)
        case Title(text):
            content, inner = (Text(text),), replace(look, italic=True)
        case Blank(text):
            content, inner = (Text(f"[{text.strip('[]')}]"),), replace(look, bold=True)
        case _:
            yield from (replace(look, char=char, linked=linked) for char in inline.text)
            return
    for child in content:
        yield from glyphs(child, inner)
