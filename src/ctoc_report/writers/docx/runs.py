"""Inlines as runs: flat pieces of text, each with its look."""

from __future__ import annotations

from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple, assert_never

from ctoc_report.document import (
    Abbreviation,
    Blank,
    Country,
    Date,
    Emphasis,
    Inline,
    Link,
    Quantity,
    Reference,
    Resolution,
    Strong,
    Symbol,
    Text,
    Title,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ctoc_report.writers.docx.oxml import Properties


class Look(NamedTuple):
    """How a piece of text differs from its paragraph; `language` is a BCP 47 tag, empty for that of the document."""

    rtl: bool = False
    bold: bool = False
    italic: bool = False
    blank: bool = False
    language: str = ""
    href: str = ""


Span = tuple[str, Look]


def spans(content: tuple[Inline, ...], look: Look, language: str) -> Iterator[Span]:
    """Yield the pieces of `content`, set in `look`, of a text in `language`; neighbours that look alike are one."""
    for found, group in groupby(_pieces(content, look, language), itemgetter(1)):
        if words := "".join(text for text, _ in group):
            yield words, found


def _pieces(content: tuple[Inline, ...], look: Look, language: str) -> Iterator[Span]:
    for inline in content:
        match inline:
            case Emphasis(inner):
                yield from _pieces(inner, look._replace(italic=True), language)
            case Strong(inner):
                yield from _pieces(inner, look._replace(bold=True), language)
            case Link(inner, href):
                yield from _pieces(inner, look._replace(href=href), language)
            case Text() | Date() | Quantity() | Country() | Abbreviation() | Reference():
                yield inline.text, look
            case Symbol() | Resolution():
                yield inline.text, look._replace(rtl=False, href=inline.href or look.href)
            case Title():
                foreign = "" if inline.language == language else inline.language
                yield inline.text, look._replace(rtl=look.rtl and not foreign, italic=True, language=foreign)
            case Blank():
                yield inline.text, look._replace(blank=True)
            case _:
                assert_never(inline)


def run_properties(look: Look, blank: Properties) -> Properties:
    """Return the run properties of `look`; `blank` are those of what is not known."""
    found: Properties = dict(blank) if look.blank else {}
    if look.href:
        found["rStyle"] = {"val": "Hyperlink"}
    if look.bold:
        found |= {"b": {}, "bCs": {}}
    if look.italic:
        found |= {"i": {}, "iCs": {}}
    if look.rtl:
        found["rtl"] = {}
    if look.language:
        found["lang"] = {"val": look.language}
    return found
