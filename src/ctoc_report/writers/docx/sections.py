"""Sections: the first page with its masthead, and the pages after it."""

from __future__ import annotations

from collections.abc import Mapping

from ctoc_report.writers.docx.oxml import Element, Properties, append, properties

Furniture = Mapping[tuple[str, str], str]
"""Ids of the headers and footers by what they are (`header`, `footer`) and where (`even`, `default`, `first`)."""


def first_section(page: Mapping[str, int], furniture: Furniture, *, rtl: bool) -> Element:
    """Return the properties of the section of the first page, which has the masthead and a higher foot.

    `page` are the measures of a page in twips. The sections that follow inherit the headers and footers.
    """
    made = properties("sectPr", {**_page(page, page["first_bottom"], rtl=rtl), "titlePg": {}})
    for place, ((kind, where), name) in enumerate(furniture.items()):
        reference = append(made, f"{kind}Reference", {"type": where, "r:id": name})
        made.insert(place, reference)
    return made


def last_section(page: Mapping[str, int], *, rtl: bool) -> Element:
    """Return the properties of the section that goes on below the masthead and holds the text."""
    return properties("sectPr", {**_page(page, page["bottom"], rtl=rtl), "type": {"val": "continuous"}})


def _page(page: Mapping[str, int], bottom: int, *, rtl: bool) -> Properties:
    margins = {key: page[key] for key in ("top", "header", "footer")}
    found: Properties = {
        "pgSz": {"w": page["width"], "h": page["height"]},
        "pgMar": {**margins, "bottom": bottom, "left": page["side"], "right": page["side"], "gutter": 0},
        "cols": {"space": page["columns_gap"]},
        "docGrid": {"linePitch": page["line_pitch"]},
    }
    if rtl:
        found["bidi"] = {}
    return found
