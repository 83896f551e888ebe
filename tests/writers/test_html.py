"""The HTML page: whole in itself, in the order of its headings, and deaf to whatever its words look like."""

from __future__ import annotations

from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from ctoc_report.document import Link, Paragraph, Text
from ctoc_report.writers import html

VOID = {"meta", "br", "hr"}


class Page(HTMLParser):
    """What a browser would see of a page: its elements with their attributes, and the words of its text."""

    def __init__(self, data: bytes) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.open: list[str] = []
        self.feed(data.decode())

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if not {"style", "title"} & set(self.open):
            self.words.append(data)

    def text(self) -> str:
        return "".join(self.words)

    def found(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]


def test_every_element_is_closed_and_the_language_is_said(english, french, asset):
    for document, tag in ((english, "en"), (french, "fr")):
        page = Page(html.write(document, asset))
        assert page.open == []
        assert page.found("html")[0]["lang"] == tag


def test_the_page_needs_nothing_from_outside(english, asset):
    page = Page(html.write(english, asset))
    assert not page.found("script")
    assert not page.found("link")
    assert not page.found("img")


def test_paragraphs_can_be_linked_to_by_their_numbers(english, asset):
    page = Page(html.write(english, asset))
    ids = {attributes.get("id") for _, attributes in page.elements}
    assert {f"para-{block.number}" for block in english.blocks if isinstance(block, Paragraph)} <= ids


def test_headings_go_down_without_jumps(english, asset):
    levels = [
        int(tag[1])
        for tag, _ in Page(html.write(english, asset)).elements
        if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit()
    ]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


@given(words=st.text(alphabet="<>&\"'/=! abscriptonload:", min_size=1, max_size=40))
def test_words_never_become_elements(english, asset, words):
    plain = Page(html.write(_with(english, Text("x")), asset))
    page = Page(html.write(_with(english, Text(words)), asset))
    assert [tag for tag, _ in page.elements] == [tag for tag, _ in plain.elements]
    assert words in page.text()


@given(href=st.sampled_from(["javascript:alert(1)", "data:text/html,x", "vbscript:x", "//evil.example"]))
def test_only_web_addresses_become_links(english, asset, href):
    page = Page(html.write(_with(english, Link((Text("word"),), href)), asset))
    assert all(str(link["href"]).startswith(("https://", "http://", "#")) for link in page.found("a"))
    assert "word" in page.text()


def _with(document, inline):
    return replace(document, blocks=(Paragraph((inline,), number=1, mark="1."),))
