"""Settings and document properties: how Word treats the file, and what the file says of itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree

from ctoc_report.document import Blank, Date, Document
from ctoc_report.writers.docx.oxml import Element, append, clean, element

if TYPE_CHECKING:
    from ctoc_report.writers.docx.design import Design

_WORD = "http://schemas.microsoft.com/office/word"
_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DC = "http://purl.org/dc/elements/1.1/"
_TERMS = "http://purl.org/dc/terms/"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_WORD_2013 = 15
_WHOLE_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def settings_part(design: Design) -> Element:
    """Return `w:settings`: as in the official files, even and odd pages differ and no word is hyphenated.

    Compatibility mode 15 is that of Word 2013 and later. The children stand in the order of the schema.
    """
    root = element("settings")
    append(root, "defaultTabStop", val=design.table("settings")["default_tab"])
    append(root, "autoHyphenation", val=0)
    append(root, "doNotHyphenateCaps")
    append(root, "evenAndOddHeaders")
    append(root, "characterSpacingControl", val="doNotCompress")
    compatibility = append(root, "compat")
    append(compatibility, "suppressBottomSpacing")
    append(compatibility, "suppressTopSpacing")
    append(compatibility, "compatSetting", name="compatibilityMode", uri=_WORD, val=_WORD_2013)
    return root


def properties_part(document: Document) -> Element:
    """Return the core properties. The date of the masthead, when it is a whole day, is that of the file."""
    said = document.properties
    root = etree.Element(f"{{{_CORE}}}coreProperties", nsmap={"cp": _CORE, "dc": _DC, "dcterms": _TERMS, "xsi": _XSI})
    for space, name, words in (
        (_DC, "title", said.title),
        (_DC, "subject", said.subject),
        (_DC, "creator", said.author),
        (_CORE, "keywords", ", ".join(said.keywords)),
        (_DC, "language", document.locale),
    ):
        etree.SubElement(root, f"{{{space}}}{name}").text = clean(words)
    if day := _day(document.cover.date):
        for name in ("created", "modified"):
            made = etree.SubElement(root, f"{{{_TERMS}}}{name}")
            made.set(f"{{{_XSI}}}type", "dcterms:W3CDTF")
            made.text = f"{day}T00:00:00Z"
    return root


def _day(date: Date | Blank) -> str:
    return date.iso if isinstance(date, Date) and _WHOLE_DAY.fullmatch(date.iso) else ""
