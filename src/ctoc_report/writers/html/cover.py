"""What stands on the first page above the text: masthead, session, agenda item, title."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from ctoc_report.document import Blank, CoverPage, Inline, Symbol
from ctoc_report.writers.html.elements import Child, element, on_lines
from ctoc_report.writers.html.inlines import Setting, link, span

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element


def header(cover: CoverPage, setting: Setting) -> Element:
    """Return the masthead and, below it, the lines that place the document in a session."""
    masthead = element("div", *on_lines(_masthead(cover, setting)), class_="masthead")
    session = element("div", *on_lines(_session(cover, setting)), class_="session")
    return element("header", *on_lines([masthead, session]))


def title(cover: CoverPage, setting: Setting) -> Iterator[Element]:
    """Yield the title, the line that says whose report it is, and the note to the agenda item."""
    yield element("h1", cover.title)
    yield from _line(cover.author, class_="author")
    if cover.note:
        note = span(cover.note, setting)
        yield element("p", f"{cover.note_mark} ", *note, class_="note", id="note")


def _masthead(cover: CoverPage, setting: Setting) -> Iterator[Element]:
    yield element("p", cover.publisher, class_="publisher")
    yield element("p", *_symbol(cover, setting), class_="symbol")
    yield element("p", cover.organ, class_="organ")
    yield element("div", *on_lines(_issue(cover, setting)), class_="issue")


def _symbol(cover: CoverPage, setting: Setting) -> Iterator[Child]:
    series = element("span", cover.symbol_series, class_="series")
    match cover.symbol_rest:
        case Symbol(text, href):
            yield from link(href, setting, series, text)
        case Blank():
            yield from (cover.symbol_series, *span((cover.symbol_rest,), setting))
        case _:
            assert_never(cover.symbol_rest)


def _issue(cover: CoverPage, setting: Setting) -> Iterator[Element]:
    yield from _line(cover.distribution)
    yield element("p", *span((cover.date,), setting))
    yield from _line(cover.language, class_="language")
    yield from _line(cover.original, class_="original")


def _session(cover: CoverPage, setting: Setting) -> Iterator[Element]:
    yield from _line(cover.body, class_="strong")
    yield from _line(cover.session, class_="strong")
    yield from _content(cover.venue, setting)
    mark = element("a", cover.note_mark, href="#note") if cover.note else cover.note_mark
    yield element("p", cover.item, mark)
    yield from _line(cover.item_title, class_="item-title")


def _line(words: str, class_: str = "") -> Iterator[Element]:
    if words:
        yield element("p", words, class_=class_)


def _content(content: tuple[Inline, ...], setting: Setting) -> Iterator[Element]:
    if content:
        yield element("p", *span(content, setting))
