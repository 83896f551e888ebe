"""The styles and the font of the document: the United Nations' own styles, and no other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from ctoc_report.writers.docx.oxml import Element, append, element, properties

if TYPE_CHECKING:
    from ctoc_report.writers.docx.design import Design
    from ctoc_report.writers.docx.formats import Format

_BUILT_IN = {"Normal", "header", "footer", "footnote text", "footnote reference", "Hyperlink"}
_DEFAULT = "Normal"


def styles_part(design: Design, locale: str) -> Element:
    """Return `w:styles` for a text in `locale` (`en-GB`), with the styles of `design` in the order of their file."""
    root = element("styles")
    root.append(_defaults(design, locale))
    root.append(_latent())
    for kind in ("paragraph", "character"):
        for style_id, wanted in design.styles(kind).items():
            root.append(_style(kind, style_id, wanted, design))
    return root


def fonts_part(design: Design) -> Element:
    """Return `w:fonts`: the one font of the document, and what may stand for it where it is missing."""
    root = element("fonts")
    font = append(root, "font", name=design.table("default")["font"])
    append(font, "family", val="roman")
    append(font, "pitch", val="variable")
    return root


def theme_part(source: str) -> Element:
    """Return the theme, which a Word file has to have and no style refers to, from the text of `theme.xml`."""
    return etree.fromstring(source.encode(), etree.XMLParser(remove_blank_text=True, resolve_entities=False))


def _defaults(design: Design, locale: str) -> Element:
    """Return what holds where no style says anything: the font, its size and the language of the text."""
    look = design.formats.run(design.table("default"))
    look["lang"] = {"val": locale, "eastAsia": locale, "bidi": locale}
    root = element("docDefaults")
    append(root, "rPrDefault").append(properties("rPr", look))
    append(append(root, "pPrDefault"), "pPr")
    return root


def _latent() -> Element:
    """Return what hides Word's built-in styles, so that its list shows the United Nations' own."""
    return element(
        "latentStyles", defLockedState=0, defUIPriority=99, defSemiHidden=1, defUnhideWhenUsed=1, defQFormat=0
    )


def _style(kind: str, style_id: str, wanted: Format, design: Design) -> Element:
    name = wanted["name"]
    marks = {"default": 1} if style_id == _DEFAULT else {}
    marks |= {} if name in _BUILT_IN else {"customStyle": 1}
    made = element("style", marks, type=kind, styleId=style_id)
    append(made, "name", val=name)
    for key, child in (("based_on", "basedOn"), ("next", "next")):
        if key in wanted:
            append(made, child, val=wanted[key])
    append(made, "qFormat")
    if paragraph := design.formats.paragraph(wanted):
        made.append(properties("pPr", paragraph))
    if run := design.formats.run(wanted):
        made.append(properties("rPr", run))
    return made
