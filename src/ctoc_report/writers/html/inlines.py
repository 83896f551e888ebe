"""Running text in HTML: what a word means becomes the element that says so."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, assert_never

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
from ctoc_report.writers.html.elements import Child, element

if TYPE_CHECKING:
    from collections.abc import Iterator

Anchors = Mapping[tuple[str, str], str]
"""From the kind and the target of a reference to the `id` on the page."""

_Unlinked = Text | Date | Quantity | Country | Title | Abbreviation | Reference | Blank

_WEB = re.compile(r"https?://\S+", re.IGNORECASE)
_ONE_DATE = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}")


@dataclass(frozen=True, slots=True)
class Setting:
    """What words are set in: the language round them, what references lead to, and whether a link encloses them."""

    language: str
    anchors: Anchors
    linked: bool = False


def span(content: tuple[Inline, ...], setting: Setting) -> Iterator[Child]:
    """Yield `content` as the children of an element."""
    for inline in content:
        match inline:
            case Emphasis(inner):
                yield element("em", *span(inner, setting))
            case Strong(inner):
                yield element("strong", *span(inner, setting))
            case Link(inner, href):
                yield from link(href, setting, *span(inner, replace(setting, linked=True)))
            case Symbol(text, href) | Resolution(text, href=href):
                yield from link(href, setting, text)
            case _:
                yield _leaf(inline, setting)


def _leaf(leaf: _Unlinked, setting: Setting) -> Child:
    made: Child
    match leaf:
        case Text(text) | Country(text):
            made = text
        case Date(text, iso):
            made = _date(text, iso)
        case Quantity(text, value):
            made = element("data", text, value=format(value, "f"))
        case Title(text, language):
            made = _title(text, language, setting)
        case Abbreviation(text=text):
            made = element("abbr", text, title=leaf.full) if text == leaf.later != leaf.full else text
        case Reference(text=text):
            made = _reference(leaf, setting)
        case Blank(text):
            made = element("mark", text)
        case _:
            assert_never(leaf)
    return made


def link(href: str, setting: Setting, *children: Child) -> tuple[Child, ...]:
    """Return `children` as a link, or as they are where the address does not lead to the web or a link is open."""
    if setting.linked or not _WEB.fullmatch(href):
        return children
    return (element("a", *children, href=href),)


def _date(text: str, iso: str) -> Child:
    return element("time", text, datetime=iso) if _ONE_DATE.fullmatch(iso) else element("span", text, data_dates=iso)


def _title(text: str, language: str, setting: Setting) -> Child:
    foreign = {"lang": language, "dir": "auto"} if language != setting.language else {}
    return element("i", text, **foreign)


def _reference(reference: Reference, setting: Setting) -> Child:
    anchor = setting.anchors.get((reference.kind, reference.target), "")
    return element("a", reference.text, href=f"#{anchor}") if anchor and not setting.linked else reference.text
