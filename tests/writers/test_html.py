"""The HTML page: whole in itself, in the order of its headings, and deaf to whatever its words look like."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from html.parser import HTMLParser
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from ctoc_report.document import Blank, Heading, Link, Paragraph, Quantity, Resolution, Text, Title, Unnumbered, plain
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


def test_the_masthead_prints_the_series_of_the_symbol_apart_and_the_whole_leads_to_the_document(french, asset):
    source = html.write(french, asset).decode()
    symbol = '<a href="https://docs.un.org/fr/CTOC/COP/2099/5"><span class="series">CTOC</span>/COP/2099/5</a>'
    assert f'<p class="symbol">{symbol}</p>' in source
    assert '<p><time datetime="2099-07-23">23\u00a0juillet 2099</time></p>\n<p class="language">Français</p>' in source


def test_the_asterisk_of_the_agenda_item_leads_to_its_note_and_without_a_note_nowhere(english, asset):
    assert 'provisional agenda<a href="#note">*</a>' in html.write(english, asset).decode()
    bare = replace(english, cover=replace(english.cover, note=()))
    assert "provisional agenda*</p>" in html.write(bare, asset).decode()


def test_only_a_draft_is_marked_as_one_and_kept_from_search_engines(english, french, asset):
    for document in (english, french):
        source = html.write(document, asset).decode()
        assert ('<body class="draft">' in source) == ('content="noindex"' in source) == document.draft


def test_the_printed_page_has_the_paper_of_the_document(english, french, asset):
    assert "@page { size: letter }" in html.write(english, asset).decode()
    assert "@page { size: a4 }" in html.write(french, asset).decode()


def test_a_title_says_its_language_only_where_it_is_another(english, asset):
    assert '<i lang="fr" dir="auto">Rapport</i>' in _source(english, asset, Title("Rapport", "fr"))
    assert "<i>Report</i>" in _source(english, asset, Title("Report", "en"))


def test_a_blank_is_marked_and_a_figure_keeps_its_value(english, asset):
    assert "<mark>[organ]</mark>" in _source(english, asset, Blank("[organ]"))
    assert '<data value="9000">9,000</data>' in _source(english, asset, Quantity("9,000", Decimal("9E+3")))


def test_a_span_of_dates_is_not_passed_off_as_one_date(english, asset):
    assert '<span data-dates="2099-10-14/2099-10-18">' in html.write(english, asset).decode()
    assert '<time datetime="2098-05">' in html.write(english, asset).decode()


def test_a_link_inside_a_link_is_plain_words(english, asset):
    inner = Resolution("77/236", "GA", "https://un.org/inner")
    outer = Link((Text("see "), inner), "https://un.org/outer")
    assert '<a href="https://un.org/outer">see 77/236</a>' in _source(english, asset, outer)


def test_paragraphs_name_their_records_and_references_lead_to_sections_and_paragraphs(english, asset):
    source = html.write(english, asset).decode()
    assert '<div id="para-1" class="paragraph" data-records="ccpcj-32 ken-1">' in source
    assert '<a href="#section-cooperation">section I.A</a> and <a href="#para-2">paragraph 2</a>' in source


def test_any_report_is_printed_word_for_word_in_known_elements_that_lead_nowhere_else(documents, asset):
    @given(documents)
    def check(document):
        page = Page(html.write(document, asset))
        ids = {attributes["id"] for _, attributes in page.elements if "id" in attributes}
        targets = [str(link["href"]) for link in page.found("a")]
        assert page.open == []
        assert page.text().split() == [word for line in _printed(document) for word in line.split()]
        assert {tag for tag, _ in page.elements} <= ELEMENTS
        assert {name for _, attributes in page.elements for name in attributes} <= ATTRIBUTES
        assert all(target[1:] in ids if target.startswith("#") else WEB.match(target) for target in targets)

    check()


WEB = re.compile(r"https?://\S", re.IGNORECASE)
INLINES = {"a", "abbr", "data", "em", "i", "mark", "span", "strong", "time"}
BLOCKS = {"h1", "h2", "h3", "h4", "h5", "h6", "p", "div", "ol", "li", "header", "main", "footer"}
ELEMENTS = INLINES | BLOCKS | {"html", "head", "meta", "title", "style", "body"}
LEGIBLE = {"charset", "class", "content", "datetime", "dir", "href", "http-equiv", "id", "lang", "name", "role"}
ATTRIBUTES = LEGIBLE | {"data-dates", "data-records", "tabindex", "title", "value"}


def _printed(document):
    """Yield what a reader meets on the page, in order: the way past the masthead, the cover page, the text."""
    cover = document.cover
    yield cover.title
    yield from (cover.publisher, cover.symbol_series + cover.symbol_rest.text, cover.organ)
    yield from (cover.distribution, cover.date.text, cover.language, cover.original)
    yield from (cover.body, cover.session, plain(cover.venue), cover.item + cover.note_mark, cover.item_title)
    yield from (cover.title, cover.author)
    if cover.note:
        yield f"{cover.note_mark} {plain(cover.note)}"
    for block in document.blocks:
        yield from _lines(block)
    yield cover.job_number


def _lines(block):
    match block:
        case Heading(number=mark, content=content):
            yield f"{mark} {plain(content)}"
        case Unnumbered(content):
            yield plain(content)
        case _:
            yield f"{block.mark} {plain(block.content)}"
            for item in block.items:
                yield from _lines(item)


def _source(document, asset, inline):
    return html.write(_with(document, inline), asset).decode()


def _with(document, inline):
    return replace(document, blocks=(Paragraph((inline,), number=1, mark="1."),))
