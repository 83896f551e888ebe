"""Word files in the United Nations' own styles, from the tree: the door of the writer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctoc_report.writers.docx.body import document_part
from ctoc_report.writers.docx.design import read_design
from ctoc_report.writers.docx.furniture import first_footer, footer, running_header
from ctoc_report.writers.docx.masthead import masthead
from ctoc_report.writers.docx.numbering import numbering_part, read_lists
from ctoc_report.writers.docx.package import Package
from ctoc_report.writers.docx.settings import properties_part, settings_part
from ctoc_report.writers.docx.styles import fonts_part, styles_part, theme_part
from ctoc_report.writers.docx.typesetter import Typesetter

if TYPE_CHECKING:
    from collections.abc import Callable

    from ctoc_report.document import Document
    from ctoc_report.writers.docx.sections import Furniture

SUFFIX = ".docx"


def write(document: Document, asset: Callable[[str], str]) -> bytes:
    """Return `document` as a Word file (.docx).

    `asset` returns the text of a file of the `templates` folder; `docx/styles.toml` holds every style and measure. The
    same tree and the same assets give the same bytes.
    """
    design = read_design(asset("docx/styles.toml"))
    lists = read_lists(document)
    package = Package()
    for kind, part in {
        "styles": styles_part(design, document.locale),
        "numbering": numbering_part(lists, design),
        "settings": settings_part(design),
        "fontTable": fonts_part(design),
        "theme": theme_part(asset("docx/theme.xml")),
    }.items():
        package.subpart(kind, part)
    typesetter = Typesetter(design, lists, package, document.language, rtl=document.direction == "rtl")
    furniture = _furniture(document, typesetter, package)
    package.document(document_part(document, typesetter, furniture))
    package.properties(properties_part(document))
    return package.zipped()


def _furniture(document: Document, typesetter: Typesetter, package: Package) -> Furniture:
    """Add the headers and footers to `package`, and return their ids."""
    cover = document.cover
    parts = {
        ("header", "even"): running_header(cover, typesetter, even=True),
        ("header", "default"): running_header(cover, typesetter, even=False),
        ("header", "first"): masthead(cover, typesetter),
        ("footer", "even"): footer(cover, typesetter, even=True),
        ("footer", "default"): footer(cover, typesetter, even=False),
        ("footer", "first"): first_footer(cover, typesetter),
    }
    return {(kind, where): package.subpart(kind, part, f"{kind}_{where}") for (kind, where), part in parts.items()}
