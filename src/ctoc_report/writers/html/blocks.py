"""Headings, paragraphs and sub-paragraphs in HTML, and the ids by which one can link to them."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never
from urllib.parse import quote

from ctoc_report.document import Block, Document, Heading, Item, Paragraph, Unnumbered
from ctoc_report.writers.html.elements import Child, element, on_lines
from ctoc_report.writers.html.inlines import Anchors, Setting, span

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

_DEEPEST_HEADING = 6


def anchors(document: Document) -> Anchors:
    """Return where references lead: a section by its id, a paragraph by its id or by a record that it tells first."""
    found: dict[tuple[str, str], str] = {}
    for block in document.blocks:
        match block:
            case Heading(id=name):
                found.setdefault(("section", name), _section(block))
            case Paragraph(id=name, records=records):
                for target in (name, *records):
                    found.setdefault(("paragraph", target), _paragraph_id(block))
            case Unnumbered():
                pass
            case _:
                assert_never(block)
    return found


def text(block: Block, setting: Setting) -> Element:
    """Return `block` as one element of the text column."""
    match block:
        case Heading():
            return _heading(block, setting)
        case Paragraph():
            return _paragraph(block, setting)
        case Unnumbered(content, records):
            return element("p", *span(content, setting), class_="unnumbered", data_records=" ".join(records))
        case _:
            assert_never(block)


def _heading(heading: Heading, setting: Setting) -> Element:
    tag = f"h{min(heading.level + 1, _DEEPEST_HEADING)}"  # h1 is the title of the document
    look = "plain" if heading.scheme == "none" else ""
    return element(tag, *_numbered(heading, setting), id=_section(heading), class_=look)


def _numbered(heading: Heading, setting: Setting) -> Iterator[Child]:
    if heading.number:
        yield from (element("span", heading.number, class_="number"), " ")
    yield from span(heading.content, setting)


def _paragraph(paragraph: Paragraph, setting: Setting) -> Element:
    name = _paragraph_id(paragraph)
    number = element("a", paragraph.mark, href=f"#{name}", class_="number", tabindex="-1")
    first = element("p", number, " ", *span(paragraph.content, setting))
    records = " ".join(paragraph.records)
    parts = on_lines([first, *_items(paragraph.items, setting)])
    return element("div", *parts, id=name, class_="paragraph", data_records=records)


def _items(items: tuple[Item, ...], setting: Setting) -> Iterator[Element]:
    """Yield a list whose marks are words; the role keeps it a list for readers that look at the marks' style."""
    if items:
        yield element("ol", *on_lines(_item(item, setting) for item in items), role="list")


def _item(item: Item, setting: Setting) -> Element:
    mark = element("span", item.mark, class_="mark")
    first = element("p", mark, " ", *span(item.content, setting))
    return element("li", first, *_items(item.items, setting))


def _section(heading: Heading) -> str:
    return f"section-{quote(heading.id, safe='')}"


def _paragraph_id(paragraph: Paragraph) -> str:
    return f"para-{paragraph.number}"
