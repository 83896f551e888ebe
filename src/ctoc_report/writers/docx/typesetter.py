"""The typesetter: puts the words of the tree into paragraphs, each in the style of its place."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING, Literal, NamedTuple

from ctoc_report.document import Inline, Text
from ctoc_report.writers.docx.oxml import Element, Properties, append, element, properties, text
from ctoc_report.writers.docx.runs import Look, run_properties, spans

if TYPE_CHECKING:
    from ctoc_report.writers.docx.design import Design
    from ctoc_report.writers.docx.formats import Format
    from ctoc_report.writers.docx.numbering import Lists
    from ctoc_report.writers.docx.package import Package

Content = tuple[Inline, ...]


class Mark(NamedTuple):
    """The mark of a paragraph, as printed: the list it belongs to, and its depth there (0 for the outermost)."""

    kind: Literal["heading", "paragraph"]
    depth: int
    words: str


@dataclass(frozen=True, slots=True)
class Typesetter:
    """Sets text for one document: `links` collects the addresses that it leads to, `rtl` is its direction.

    The properties of paragraphs and runs are made once for each kind and copied from then on, which is many times as
    fast as making them again.
    """

    design: Design
    lists: Lists
    links: Package
    language: str
    rtl: bool
    layouts: dict[tuple[str, str, int], Element | None] = field(default_factory=dict)
    looks: dict[tuple[int, Look], Element | None] = field(default_factory=dict)

    def paragraph(self, place: str, content: Content = (), extra: Properties | None = None) -> Element:
        """Return a paragraph of `content` for `place`, a table of the design; `extra` are more of its properties."""
        return self._paragraph(place, content, self._layout(place, extra or {}))

    def _paragraph(self, place: str, content: Content, layout: Element) -> Element:
        made = element("p")
        made.append(layout)
        self.write(made, content, self.design.place(place))
        return made

    def _layout(self, place: str, extra: Properties) -> Element:
        """Return the properties of a paragraph."""
        wanted = self.design.place(place)
        found = {"pStyle": {"val": wanted["style"]}, **self.design.formats.paragraph(wanted), **extra}
        if self.rtl:
            found["bidi"] = {}
        if mark := self.design.formats.run(wanted):
            found["rPr"] = properties("rPr", mark)
        return properties("pPr", found)

    def numbered(self, place: str, content: Content, mark: Mark) -> Element:
        """Return a paragraph for `place` with `mark`, counted by Word or else typed; without a mark, a plain one."""
        if not mark.words:
            return self.paragraph(place, content)
        kind = (place, mark.kind, mark.depth)
        if kind not in self.layouts:
            number = self.lists.number(mark.kind, mark.depth)
            self.layouts[kind] = None if number is None else self._layout(place, {"numPr": number})
        layout = self.layouts[kind]
        return (
            self._typed(place, content, mark) if layout is None else self._paragraph(place, content, deepcopy(layout))
        )

    def write(self, paragraph: Element, content: Content, wanted: Format) -> None:
        """Add `content` to `paragraph` in the format `wanted`, as runs and links."""
        look = Look(rtl=self.rtl)
        for href, group in groupby(spans(content, look, self.language), lambda span: span[1].href):
            parent = self._hyperlink(paragraph, href) if href else paragraph
            for words, found in group:
                text(self._run(parent, found, wanted), words)

    def field(self, paragraph: Element, instruction: str, result: str, wanted: Format) -> None:
        """Add a field (`PAGE`) to `paragraph`; `result` is what it shows until Word computes it."""
        made = append(paragraph, "fldSimple", instr=f" {instruction} ")
        text(self._run(made, Look(), wanted), result)

    def tab(self, paragraph: Element, wanted: Format) -> None:
        """Add a tab to `paragraph` in the format `wanted`."""
        append(self._run(paragraph, Look(), wanted), "tab")

    def _typed(self, place: str, content: Content, mark: Mark) -> Element:
        """Return a paragraph whose mark stands between tabs, as in the official files."""
        made = self.paragraph(place, extra=self.design.formats.paragraph(self.design.table("typed")[mark.kind]))
        wanted = self.design.place(place)
        for _ in range(1 if mark.kind == "heading" else mark.depth):
            self.tab(made, wanted)
        self.write(made, (Text(mark.words),), wanted)
        self.tab(made, wanted)
        self.write(made, content, wanted)
        return made

    def _hyperlink(self, paragraph: Element, href: str) -> Element:
        return append(paragraph, "hyperlink", {"r:id": self.links.link(href), "history": 1})

    def _run(self, parent: Element, look: Look, wanted: Format) -> Element:
        made = append(parent, "r")
        kind = (id(wanted), look)  # a format is a table of the design, which lives as long as the typesetter
        if kind not in self.looks:
            formats = self.design.formats
            found = formats.run(wanted) | run_properties(look, formats.run(self.design.run("blank")))
            self.looks[kind] = properties("rPr", found) if found else None
        if (ready := self.looks[kind]) is not None:
            made.append(deepcopy(ready))
        return made
