"""HTML elements made from values: words and attributes are escaped when the page is printed, never before."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, tostring

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Child = Element | str


def element(tag: str, *children: Child, **attributes: str) -> Element:
    """Return `tag` around `children`; `class_` is written `class`, `data_x` is `data-x`, and empty ones are left out."""
    made = Element(tag, {name.strip("_").replace("_", "-"): value for name, value in attributes.items() if value})
    for child in children:
        _append(made, child)
    return made


def _append(parent: Element, child: Child) -> None:
    if isinstance(child, Element):
        parent.append(child)
    elif len(parent):
        parent[-1].tail = (parent[-1].tail or "") + child
    else:
        parent.text = (parent.text or "") + child


def on_lines(children: Iterable[Element]) -> Iterator[Child]:
    """Yield `children` with each on a line of its own, so that the page's source can be read and compared."""
    yield "\n"
    for child in children:
        yield child
        yield "\n"


def printed(root: Element) -> str:
    """Return `root` as the text of an HTML document."""
    return f"<!doctype html>\n{tostring(root, encoding='unicode', method='html')}\n"
