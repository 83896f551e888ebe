"""Lists: the numbers of headings and paragraphs, counted by Word and equal to those of the tree."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ctoc_report.document import Document, Heading, Item, Paragraph
from ctoc_report.writers.docx.marks import Marked, Pattern, patterns
from ctoc_report.writers.docx.oxml import Element, append, element, properties

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ctoc_report.writers.docx.design import Design
    from ctoc_report.writers.docx.formats import Format

_KINDS = ("heading", "paragraph")
_DEEPEST = 8


@dataclass(frozen=True, slots=True)
class Lists:
    """The patterns of the two lists by their kind (`heading`, `paragraph`), from the outermost level on."""

    levels: dict[str, list[Pattern]]

    def number(self, kind: str, depth: int) -> Element | None:
        """Return `w:numPr` for a mark of `depth`, or None where Word cannot count as the tree does."""
        if depth >= len(self.levels[kind]):
            return None
        made = element("numPr")
        append(made, "ilvl", val=depth)
        append(made, "numId", val=_KINDS.index(kind) + 1)
        return made


def read_lists(document: Document) -> Lists:
    """Return the lists that print the marks of `document`."""
    marks = {"heading": _headings(document), "paragraph": _paragraphs(document)}
    return Lists({kind: patterns(list(marks[kind]))[: _DEEPEST + 1] for kind in _KINDS})


def numbering_part(lists: Lists, design: Design) -> Element:
    """Return `w:numbering`, with one multilevel list for the headings and one for the paragraphs."""
    root = element("numbering")
    for number, kind in enumerate(_KINDS):
        abstract = append(root, "abstractNum", abstractNumId=number)
        append(abstract, "multiLevelType", val="multilevel")
        for depth, pattern in enumerate(lists.levels[kind]):
            abstract.append(_level(depth, pattern, design.level(kind, depth), design))
    for number in range(len(_KINDS)):
        append(append(root, "num", numId=number + 1), "abstractNumId", val=number)
    return root


def _level(depth: int, pattern: Pattern, wanted: Format, design: Design) -> Element:
    made = element("lvl", ilvl=depth)
    append(made, "start", val=1)
    append(made, "numFmt", val=pattern.number_format)
    append(made, "suff", val="tab")
    append(made, "lvlText", val=f"{pattern.before}%{depth + 1}{pattern.after}")
    append(made, "lvlJc", val=wanted.get("justify", "left"))
    made.append(properties("pPr", design.formats.paragraph(wanted)))
    return made


def _headings(document: Document) -> Iterator[Marked]:
    for block in document.blocks:
        if isinstance(block, Heading) and block.number:
            yield Marked(block.level - 1, block.number)


def _paragraphs(document: Document) -> Iterator[Marked]:
    for block in document.blocks:
        if isinstance(block, Paragraph):
            if block.mark:
                yield Marked(0, block.mark)
            yield from _items(block.items, 1)


def _items(items: Iterable[Item], depth: int) -> Iterator[Marked]:
    for item in items:
        if item.mark:
            yield Marked(depth, item.mark)
        yield from _items(item.items, depth + 1)
