"""Elements of WordprocessingML, built in the order that the schema asks for.

Word ignores or refuses children in the wrong order. `properties` knows the order of the transitional schema of
ECMA-376 (part 1, chapter 17; part 4), so that nobody else has to.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from lxml import etree
from lxml.etree import _Element

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
XML = "http://www.w3.org/XML/1998/namespace"
NAMESPACES = {"w": W, "r": R}

Element = _Element
Attributes = Mapping[str, str | int]
Properties = dict[str, Attributes | Element]
"""Children of a properties element by local name: their attributes, or the element itself when it has children."""

_ORDER = {
    "pPr": "pStyle keepNext keepLines framePr numPr pBdr tabs suppressAutoHyphens bidi spacing ind jc outlineLvl "
    "rPr sectPr",
    "rPr": "rStyle rFonts b bCs i iCs color spacing w kern position sz szCs highlight u vertAlign rtl lang",
    "sectPr": "headerReference footerReference type pgSz pgMar cols titlePg bidi docGrid",
    "tblPr": "bidiVisual tblW tblLayout tblCellMar",
    "trPr": "trHeight",
    "tcPr": "tcW gridSpan tcBorders vAlign",
}
_RANK = {parent: {name: rank for rank, name in enumerate(names.split())} for parent, names in _ORDER.items()}
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@cache
def qualified(name: str) -> str:
    """Return `name` (`p`, `r:id`, `xml:space`) in Clark notation; without a prefix it is a name of WordprocessingML."""
    prefix, _, local = name.rpartition(":")
    return f"{{{ {'': W, 'w': W, 'r': R, 'xml': XML}[prefix] }}}{local}"


def clean(words: str) -> str:
    """Return `words` without the characters that XML 1.0 forbids."""
    return _ILLEGAL.sub("", words)


def element(name: str, attributes: Attributes | None = None, /, **named: str | int) -> Element:
    """Return a new element `name` with `attributes`; names without a prefix are those of WordprocessingML."""
    return etree.Element(qualified(name), _written(attributes, named), nsmap=NAMESPACES)


def append(parent: Element, name: str, attributes: Attributes | None = None, /, **named: str | int) -> Element:
    """Add a new element `name` at the end of `parent`, and return it."""
    return etree.SubElement(parent, qualified(name), _written(attributes, named))


def _written(attributes: Attributes | None, named: Attributes) -> dict[str, str]:
    given = {**attributes, **named} if attributes else named
    return {qualified(key): clean(value) if isinstance(value, str) else str(value) for key, value in given.items()}


def properties(name: str, children: Properties) -> Element:
    """Return a properties element (`pPr`, `rPr`, `sectPr`, …) with its `children` in schema order."""
    made = element(name)
    rank = _RANK[name]
    for key in sorted(children, key=rank.__getitem__):
        child = children[key]
        made.append(child if isinstance(child, Element) else element(key, child))
    return made


def text(run: Element, words: str) -> None:
    """Add `words` to `run`, spaces at their ends included."""
    made = append(run, "t", {"xml:space": "preserve"})
    made.text = clean(words)


def serialized(root: Element) -> bytes:
    """Return `root` as the bytes of a part."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
