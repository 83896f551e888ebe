"""Where printed words come from: the field of a record, its place in the files, and the source of the fact."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final, Literal

from ctoc_report.document import (
    Abbreviation,
    Blank,
    Country,
    Date,
    Quantity,
    Reference,
    Resolution,
    Symbol,
    Text,
    Title,
)
from ctoc_report.report import Section
from ctoc_report.source import Map, place_of, read
from ctoc_report.values.dates import DateSpan
from ctoc_report.values.figures import Figure, Money
from ctoc_report.values.names import ResolutionNumber
from ctoc_report.values.text import Localized, Prose, WorkTitle

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from ctoc_report.dataset import Dataset
    from ctoc_report.document import Leaf
    from ctoc_report.findings import Place
    from ctoc_report.report import Entry
    from ctoc_report.source import Source, Value

Kind = Literal[
    "figure", "date", "symbol", "resolution", "country", "title", "name", "phrase", "reference", "missing",
    "own_words", "wording",
]  # fmt: skip
"""What printed words are.

A `phrase` is a text that a record gives as a fact, such as a city; `own_words` are an officer's prose; `wording` comes
from no field: it stands in a template, or joins what does not.
"""

KINDS: Final[Mapping[type, Kind]] = {
    Quantity: "figure",
    Date: "date",
    Symbol: "symbol",
    Resolution: "resolution",
    Country: "country",
    Title: "title",
    Abbreviation: "name",
    Reference: "reference",
    Blank: "missing",
}


@dataclass(frozen=True, slots=True)
class Provenance:
    """A field that words come from; `field` is its dotted path, empty for a record as a whole.

    `record` is a record's id, or `report` or `glossary`. `value` is what the field holds, `source` where the fact is from:
    the figure's own source, or else its record's; `as_of` and `period` are those of a figure that has them.
    """

    record: str
    field: str
    place: Place
    value: str = ""
    source: str = ""
    as_of: str = ""
    period: str = ""


class Origins:
    """Follows the origins of a tree, in one language, to the project's files and to those of the shipped bodies."""

    def __init__(self, dataset: Dataset, bodies: Iterable[Source], tag: str) -> None:
        self._dataset = dataset
        self._sources = bodies
        self._tag = tag
        self._original = dataset.plan.original
        self._outline = dataset.plan.outline

    def of(self, leaf: Leaf) -> tuple[Provenance, ...]:
        """Return the fields that a leaf's words come from: several for a total or share, none for mere wording."""
        if leaf.origin is None:
            return ()
        section = self._section(leaf.target) if isinstance(leaf, Reference) and leaf.kind == "section" else ""
        return tuple(self.field(origin.record, section or origin.field) for origin in leaf.origin.fields)

    def field(self, record: str, path: str) -> Provenance:
        """Return what is to be said of one field."""
        held = self.value(record, path)
        figure = held if isinstance(held, Figure) else None
        activity = self._dataset.activities.get(record)
        return Provenance(
            record,
            path,
            self._place(record, path, held),
            self._typed(held),
            (figure.source if figure else None) or (activity.source if activity else ""),
            str(figure.as_of or "") if figure else "",
            str(figure.period or "") if figure else "",
        )

    def kind(self, leaf: Leaf) -> Kind:
        """Return what the words of a leaf are."""
        if not isinstance(leaf, Text):
            return KINDS[type(leaf)]
        if leaf.origin is None:
            return "wording"
        held = self.value(leaf.origin.record, leaf.origin.field)
        return "own_words" if isinstance(held, Prose) else "phrase" if isinstance(held, Localized) else "name"

    def value(self, record: str, path: str) -> Any:
        """Return what a field holds, None when there is no such field."""
        files = {"report": self._dataset.report, "glossary": self._dataset.glossary}
        held: Any = self._dataset.activities.get(record) or files.get(record)
        for step in path.split(".") if path else ():
            held = _below(held, step)
        return held

    def _section(self, id_: str) -> str:
        """Return the path of the id by which a section is referred to; empty when it has none of its own."""
        return next((f"{path}.id" for path, section in _sections(self._outline) if section.id == id_), "")

    def _place(self, record: str, path: str, held: Any) -> Place:
        """Return the place of the number or words themselves, where the field is a group in the file."""
        step, _, key = path.partition(".")
        if record == "glossary" and step == "entities":
            return self._named(key)
        return self._dataset.place(record, f"{path}.{self._inner(held)}" if path else "")

    def _named(self, key: str) -> Place:
        if self._dataset.glossary and key in self._dataset.glossary.entities:
            return self._dataset.place("glossary", f"entities.{key}.{self._tag}")
        return place_of(self._bodies.get(key), ("names", self._tag)) or self._dataset.place("glossary")

    @cached_property
    def _bodies(self) -> Mapping[str, Value]:
        """The files of the bodies as they were read, by key."""
        files = (read(source)[0] for source in self._sources)
        return {str(file.get("key")): file for file in files if isinstance(file, Map)}

    def _inner(self, held: Any) -> str:
        match held:
            case Figure():
                return "value"
            case Localized():
                return self._tag
            case WorkTitle():
                return held.best(self._tag)[1]
            case _:
                return ""

    def _typed(self, held: Any) -> str:
        """Return a value in the words of the files, the number of items of a list, or nothing for a group of fields."""
        match held:
            case Figure():
                return f"{held.bound} {held.value}" if held.bound else str(held.value)
            case Money():
                return f"{held.amount} {held.currency}"
            case Localized() | WorkTitle():
                return self._words(held)
            case tuple():
                return str(len(held))
            case str() | int() | DateSpan() | ResolutionNumber():
                return str(held)
            case _:
                return ""

    def _words(self, held: Localized | WorkTitle) -> str:
        """Return a text of the data; nothing for prose, which is long and printed in pieces."""
        if isinstance(held, WorkTitle):
            return held.best(self._tag)[0]
        return "" if isinstance(held, Prose) else held.in_language(self._tag, self._original) or ""


def _sections(entries: Sequence[Entry], path: str = "outline") -> Iterator[tuple[str, Section]]:
    for at, entry in enumerate(entries):
        if isinstance(entry, Section):
            yield f"{path}.{at}", entry
            yield from _sections(entry.body, f"{path}.{at}.body")


def _below(held: Any, step: str) -> Any:
    if isinstance(held, tuple):
        return held[int(step)] if step.isdigit() and int(step) < len(held) else None
    return held.get(step) if isinstance(held, dict) else getattr(held, step, None)
