"""Follow the outline: its headings, and under each the paragraphs that its records and own texts make."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Any, Final

from ctoc_report.compose.facts import Fact, Several, View, model_of, origin_of
from ctoc_report.document import Block, Heading, Inline, Item, Origin, Paragraph, Scheme, Text, computed
from ctoc_report.findings import Finding, did_you_mean
from ctoc_report.markup import Parsed
from ctoc_report.report import Each, Entry, Merged, Narrative, Query, Section, Told

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ctoc_report.activities import Activity
    from ctoc_report.compose.renderer import Renderer
    from ctoc_report.dataset import Dataset
    from ctoc_report.values.text import Prose

SCHEMES: Final[tuple[Scheme, ...]] = ("roman", "letter", "arabic")
"""How numbered headings are marked at each depth: I., A., 1. (Editorial Manual, headings and subheadings)."""


class OutlineWriter:
    """Writes the blocks of one report in one language."""

    def __init__(self, dataset: Dataset, renderer: Renderer) -> None:
        self.dataset = dataset
        self.renderer = renderer
        self.told: set[str] = set()

    def write(self, outline: Sequence[Entry]) -> tuple[Block, ...]:
        """Return the blocks of the whole outline, in order."""
        return tuple(self._entries(outline, 0, ()))

    def _entries(self, entries: Sequence[Entry], depth: int, path: tuple[str | int, ...]) -> Iterator[Block]:
        for at, entry in enumerate(entries):
            here = (*path, "outline" if not path else "body", at)
            match entry:
                case Section():
                    yield self._heading(entry, depth, here)
                    yield from self._entries(entry.body, depth + (1 if entry.numbered else 0), here)
                case Merged():
                    yield self._merged(entry, here)
                case Each():
                    yield from (self._paragraph([view], {}, here) for view in self._found(entry.each, here))
                case Narrative():
                    yield self._narrative(entry, here)

    # --- headings ---

    def _heading(self, section: Section, depth: int, path: tuple[str | int, ...]) -> Heading:
        fact = self._fact(section.heading, (*path, "heading"))
        scheme: Scheme = SCHEMES[min(depth, len(SCHEMES) - 1)] if section.numbered else "none"
        return Heading(depth + 1, self.renderer.printer.words(fact), section.id or self._slug(section), scheme)

    def _slug(self, section: Section) -> str:
        """Return an id made of the heading's words in the original language, the same in every language."""
        report = self.dataset.report
        words = (section.heading.in_language(report.original, report.original) if report else None) or next(
            iter(section.heading.root.values())
        )
        plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
        return "-".join("".join(letter if letter.isalnum() else " " for letter in plain).split())

    # --- paragraphs ---

    def _merged(self, entry: Merged, path: tuple[str | int, ...]) -> Paragraph:
        if isinstance(entry.paragraph, Query):
            return self._paragraph(self._found(entry.paragraph, (*path, "paragraph")), {}, path, entry)
        views = [
            view for at, told in enumerate(entry.paragraph) if (view := self._view(told, (*path, "paragraph", at)))
        ]
        parts = {told.record: told.part for told in entry.paragraph if told.part}
        return self._paragraph(views, parts, path, entry)

    def _paragraph(
        self, views: Sequence[View], parts: dict[str, str], path: tuple[str | int, ...], entry: Merged | None = None
    ) -> Paragraph:
        pieces = list(self._pieces(views, parts, path, entry)) if views else [self._nothing(path)]
        self.renderer.rendered += 1
        content, items = _joined(pieces)
        ids = dict.fromkeys(origin_of(view).record for view in views)
        return Paragraph(content, tuple(ids), (entry.id if entry else None) or "", items=items)

    def _pieces(
        self, views: Sequence[View], parts: dict[str, str], path: tuple[str | int, ...], entry: Merged | None
    ) -> Iterator[Parsed]:
        """Yield what makes a paragraph: each record as it is told, with the officer's own words before and after."""
        told = Several.of(views, computed(map(origin_of, views)))
        context = {"it": told[0], "items": told}
        if entry and entry.lead:
            yield self._own(entry.lead, (*path, "lead"), context)
        for at, view in enumerate(views):
            yield self._told(view, parts.get(origin_of(view).record), told, at)
        if entry and entry.tail:
            yield self._own(entry.tail, (*path, "tail"), context)

    def _nothing(self, path: tuple[str | int, ...]) -> Parsed:
        """Return the visible blank of a paragraph none of whose records could be told; why is among the findings."""
        origin = Origin("report", ".".join(map(str, path)))
        return Parsed((self.renderer.printer.blank(str(origin), origin),))

    def _narrative(self, entry: Narrative, path: tuple[str | int, ...]) -> Paragraph:
        parsed = self._own(entry.text, (*path, "text"), {})
        self.renderer.rendered += 1
        return Paragraph(parsed.content, (), entry.id or "", items=parsed.items)

    def _told(self, view: View, part: str | None, items: Several, at: int) -> Parsed:
        """Return one record as its own words or its type's template tell it."""
        activity: Activity = model_of(view)  # type: ignore[assignment]
        context = {
            "it": view,
            "part": part,
            "items": items,
            "position": at,
            "opening": at == 0,
            "previous": items[at - 1] if at else None,
        }
        origin = origin_of(view)
        language, original = self.renderer.language.tag, self.renderer.printer.original
        if activity.text is not None and part is None:
            words = activity.text.in_language(language, original)
            if words is not None:
                return self.renderer.text(words, Origin(origin.record, "text"), context)
        return self.renderer.template(f"activities/{activity.type.replace('-', '_')}.j2", context, origin)

    def _own(self, prose: Prose, path: tuple[str | int, ...], context: dict[str, Any]) -> Parsed:
        fact = self._fact(prose, path)
        words = prose.in_language(self.renderer.language.tag, self.renderer.printer.original)
        return (
            self.renderer.text(words, fact.origin, context)
            if words is not None
            else Parsed(self.renderer.printer.absent(fact.origin))
        )

    # --- records ---

    def _view(self, told: Told, path: tuple[str | int, ...]) -> View | None:
        if told.record in self.dataset.activities:
            return self.renderer.gatherer.record(told.record)
        if told.record in self.dataset.refused:
            return None
        place = self.dataset.place("report", ".".join(map(str, path)))
        hint = did_you_mean(told.record, self.dataset.ids) or "give its id as in the activities files"
        self.renderer.findings.append(Finding("REC013", f"there is no record “{told.record}”", place, hint))
        return None

    def _found(self, query: Query, path: tuple[str | int, ...]) -> Sequence[View]:
        views: Sequence[View] = self.renderer.gatherer.found(query)
        if not views and not any(query.type in (None, kind) or not kind for kind in self.dataset.refused.values()):
            place = self.dataset.place("report", ".".join(map(str, path)))
            themes = sorted({theme for activity in self.dataset.activities.values() for theme in activity.themes})
            near = did_you_mean(query.theme, themes) if query.theme and query.theme not in themes else ""
            hint = near or "check its conditions, or take it out of the outline"
            self.renderer.findings.append(Finding("REC014", "no record fits this query", place, hint))
        return views

    def _fact(self, value: object, path: tuple[str | int, ...]) -> Fact:
        return Fact(value, Origin("report", ".".join(map(str, path))), self.renderer.printer.show)


def _joined(pieces: Sequence[Parsed]) -> tuple[tuple[Inline, ...], tuple[Item, ...]]:
    """Return the sentences of several records as one paragraph, a space between them."""
    content: list[Inline] = []
    for piece in pieces:
        if content and piece.content:
            content.append(Text(" "))
        content += piece.content
    return tuple(content), tuple(item for piece in pieces for item in piece.items)
