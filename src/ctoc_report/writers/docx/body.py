"""The body: the title block, then each block of the tree, then the rule that ends the document."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from ctoc_report.document import Block, Document, Heading, Item, Paragraph, Unnumbered
from ctoc_report.writers.docx.masthead import title_block
from ctoc_report.writers.docx.oxml import Element, append, element
from ctoc_report.writers.docx.sections import Furniture, first_section, last_section
from ctoc_report.writers.docx.typesetter import Mark, Typesetter

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def document_part(document: Document, typesetter: Typesetter, furniture: Furniture) -> Element:
    """Return `w:document`. An empty first paragraph of one point carries the section of the first page."""
    page = typesetter.design.page(document.paper)
    first = first_section(page, furniture, rtl=typesetter.rtl)
    root = element("document")
    body = append(root, "body")
    body.append(typesetter.paragraph("nothing", extra={"sectPr": first}))
    body.extend(title_block(document.cover, typesetter))
    for block in document.blocks:
        body.extend(_block(block, typesetter))
    _keep_with_next(body[-1])
    body.append(typesetter.paragraph("end_rule"))
    body.append(last_section(page, rtl=typesetter.rtl))
    return root


def _block(block: Block, typesetter: Typesetter) -> Iterator[Element]:
    match block:
        case Heading():
            mark = Mark("heading", block.level - 1, block.number)
            yield typesetter.numbered(f"heading_{block.scheme}", block.content, mark)
        case Paragraph():
            yield typesetter.numbered("paragraph", block.content, Mark("paragraph", 0, block.mark))
            yield from _items(block.items, 1, typesetter)
        case Unnumbered():
            yield typesetter.paragraph("unnumbered", block.content)
        case _:
            assert_never(block)


def _keep_with_next(paragraph: Element) -> None:
    """Keep the end of `paragraph` on the page of what follows, so that the last rule never stands on its own."""
    paragraph[0].insert(1, element("keepNext"))


def _items(items: Iterable[Item], depth: int, typesetter: Typesetter) -> Iterator[Element]:
    for item in items:
        yield typesetter.numbered("item_paragraph", item.content, Mark("paragraph", depth, item.mark))
        yield from _items(item.items, depth + 1, typesetter)
