"""Running headers and footers: the symbol above, the page fraction and the job number below, on the outer sides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctoc_report.document import CoverPage, Text
from ctoc_report.writers.docx.masthead import unlinked
from ctoc_report.writers.docx.oxml import Element, element
from ctoc_report.writers.docx.tables import Cell, Row, table

if TYPE_CHECKING:
    from ctoc_report.writers.docx.typesetter import Typesetter


def running_header(cover: CoverPage, typesetter: Typesetter, *, even: bool) -> Element:
    """Return the header of the even pages (symbol at the left) or of the odd ones (at the right), over a thin rule."""
    symbol = (Text(cover.symbol_series), unlinked(cover.symbol_rest))
    line = typesetter.paragraph("running_left" if even else "running_right", symbol)
    empty = typesetter.paragraph("empty_cell")
    measures = typesetter.design.table("running")
    cells = (line, empty) if even else (empty, line)
    row = Row([Cell((cell,)) for cell in cells], measures["height"], below=measures["rule"], at_bottom=True)
    return _furniture("hdr", row, typesetter)


def footer(cover: CoverPage, typesetter: Typesetter, *, even: bool) -> Element:
    """Return the footer of the even or odd pages: "2/12" on the outer side, the job number on the inner one."""
    outer, inner = ("left", "right") if even else ("right", "left")
    fraction = _fraction(f"fraction_{outer}", "2" if even else "3", typesetter)
    job = typesetter.paragraph(f"job_{inner}", (Text(cover.job_number),))
    cells = (fraction, job) if even else (job, fraction)
    return _furniture("ftr", Row([Cell((cell,)) for cell in cells]), typesetter)


def first_footer(cover: CoverPage, typesetter: Typesetter) -> Element:
    """Return the footer of the first page: the job number, when it is known, above the place of its bar code."""
    made = element("ftr")
    made.append(typesetter.paragraph("job_first", (Text(cover.job_number),)))
    made.append(typesetter.paragraph("below_job"))
    return made


def _fraction(place: str, page: str, typesetter: Typesetter) -> Element:
    """Return the page number over the number of pages. Word counts both anew whenever it lays out a page."""
    wanted = typesetter.design.place(place)
    line = typesetter.paragraph(place)
    typesetter.field(line, "PAGE", page, wanted)
    typesetter.write(line, (Text("/"),), wanted)
    typesetter.field(line, "NUMPAGES", page, wanted)
    return line


def _furniture(name: str, row: Row, typesetter: Typesetter) -> Element:
    """Return a header or footer of one table row; the paragraph below it is asked for by the file format."""
    made = element(name)
    made.append(table(typesetter.design.table("running")["columns"], (row,), rtl=typesetter.rtl))
    made.append(typesetter.paragraph("empty_cell" if name == "hdr" else "empty_foot"))
    return made
