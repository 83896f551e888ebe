"""One self-contained web page, laid out as a United Nations document, for screens, screen readers and paper.

The page asks for nothing from outside and runs nothing. Each paragraph has its number as id (`#para-8`) and says which
records it tells (`data-records`), so that a reviewer can be sent to it and back to the records.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctoc_report.writers.html.blocks import anchors, text
from ctoc_report.writers.html.cover import header, title
from ctoc_report.writers.html.elements import element, on_lines, printed
from ctoc_report.writers.html.inlines import Setting

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from xml.etree.ElementTree import Element

    from ctoc_report.document import Document, Properties

SUFFIX = ".html"

_NOTHING_FROM_OUTSIDE = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def write(document: Document, asset: Callable[[str], str]) -> bytes:
    """Return `document` as an HTML page in UTF-8; `asset` gives the text of `html/style.css`."""
    style = f"{asset('html/style.css')}\n@page {{ size: {document.paper} }}\n"
    head = element("head", *on_lines(_head(document, style)))
    body = element("body", *on_lines(_body(document)), class_="draft" if document.draft else "")
    root = element("html", *on_lines([head, body]), lang=document.language, dir=document.direction)
    return printed(root).encode()


def _head(document: Document, style: str) -> Iterator[Element]:
    yield element("meta", charset="utf-8")
    yield element("meta", http_equiv="Content-Security-Policy", content=_NOTHING_FROM_OUTSIDE)
    yield element("meta", name="viewport", content="width=device-width, initial-scale=1")
    yield element("title", document.properties.title)
    yield from _properties(document.properties)
    if document.draft:
        yield element("meta", name="robots", content="noindex")
    yield element("style", style)


def _properties(properties: Properties) -> Iterator[Element]:
    named = {
        "description": properties.subject,
        "author": properties.author,
        "keywords": ", ".join(properties.keywords),
    }
    for name, content in named.items():
        if content:
            yield element("meta", name=name, content=content)


def _body(document: Document) -> Iterator[Element]:
    cover, setting = document.cover, Setting(document.language, anchors(document))
    blocks = (text(block, setting) for block in document.blocks)
    yield element("a", cover.title, class_="skip", href="#text")
    yield header(cover, setting)
    yield element("main", *on_lines([*title(cover, setting), *blocks]), id="text")
    if cover.job_number:
        yield element("footer", element("p", cover.job_number))
