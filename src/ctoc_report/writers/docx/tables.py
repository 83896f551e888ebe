"""Tables without margins in fixed columns, as the masthead and the running headers have them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ctoc_report.writers.docx.formats import rule
from ctoc_report.writers.docx.oxml import Attributes, Element, Properties, append, element, properties

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class Cell:
    """Paragraphs in a cell that spans `columns`."""

    paragraphs: Sequence[Element]
    columns: int = 1


@dataclass(frozen=True, slots=True)
class Row:
    """Cells side by side. `height` is exact, in twips, 0 for as high as needed; rules in eighths of a point."""

    cells: Sequence[Cell]
    height: int = 0
    above: int = 0
    below: int = 0
    at_bottom: bool = False


def table(columns: Sequence[int], rows: Sequence[Row], *, rtl: bool) -> Element:
    """Return a table of `rows` over `columns` (their widths in twips), mirrored when `rtl`."""
    made = element("tbl")
    made.append(_properties(columns, rtl=rtl))
    grid = append(made, "tblGrid")
    for width in columns:
        append(grid, "gridCol", w=width)
    for row in rows:
        made.append(_row(columns, row))
    return made


def _properties(columns: Sequence[int], *, rtl: bool) -> Element:
    margins = element("tblCellMar")
    for side in ("left", "right"):
        append(margins, side, _twips(0))
    found: Properties = {"tblW": _twips(sum(columns)), "tblLayout": {"type": "fixed"}, "tblCellMar": margins}
    if rtl:
        found["bidiVisual"] = {}
    return properties("tblPr", found)


def _row(columns: Sequence[int], row: Row) -> Element:
    made = element("tr")
    if row.height:
        made.append(properties("trPr", {"trHeight": {"val": row.height, "hRule": "exact"}}))
    first = 0
    for cell in row.cells:
        width = sum(columns[first : first + cell.columns])
        first += cell.columns
        made.append(_cell(cell, row, width))
    return made


def _cell(cell: Cell, row: Row, width: int) -> Element:
    found: Properties = {"tcW": _twips(width)}
    if cell.columns > 1:
        found["gridSpan"] = {"val": cell.columns}
    if row.above or row.below:
        found["tcBorders"] = _borders(row)
    if row.at_bottom:
        found["vAlign"] = {"val": "bottom"}
    made = element("tc")
    made.append(properties("tcPr", found))
    made.extend(cell.paragraphs)
    return made


def _borders(row: Row) -> Element:
    borders = element("tcBorders")
    for side, size in (("top", row.above), ("bottom", row.below)):
        if size:
            append(borders, side, rule(size))
    return borders


def _twips(width: int) -> Attributes:
    return {"w": width, "type": "dxa"}
