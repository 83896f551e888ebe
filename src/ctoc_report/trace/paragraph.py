"""From a paragraph to the records: what each of its words is, and which line it comes from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ctoc_report.document import Heading, Origin, Paragraph, block_leaves, leaves, plain
from ctoc_report.findings import Place
from ctoc_report.trace.provenance import Kind, Origins, Provenance

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from ctoc_report.dataset import Dataset
    from ctoc_report.document import Document, Inline, Item
    from ctoc_report.source import Source


@dataclass(frozen=True, slots=True)
class Spot:
    """A paragraph and where it stands; `section` is the number of the section ("II.B.2"), `heading` the one above it."""

    language: str
    paragraph: int
    section: str
    heading: str


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of one kind and origin; `computed` tells what was added up or counted, mostly over several records."""

    words: str
    kind: Kind
    computed: bool
    origins: tuple[Provenance, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph without its sub-paragraphs, or one of these, with its mark; the words of its pieces make its text."""

    mark: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Contributor:
    """A record that a paragraph tells, or only prints values of.

    `wording` is what tells it: a template, or the record's own text; None when the paragraph does not tell it.
    """

    record: str
    type: str
    source: str
    place: Place
    wording: Place | None


@dataclass(frozen=True, slots=True)
class ParagraphTrace:
    """A paragraph with all its words in reading order, and its records: those that it tells come first."""

    at: Spot
    id: str
    records: tuple[Contributor, ...]
    lines: tuple[Line, ...]


def spots(document: Document) -> Iterator[tuple[Spot, Paragraph]]:
    """Yield the paragraphs of a document with where each stands."""
    section = heading = ""
    for block in document.blocks:
        if isinstance(block, Heading):
            section, heading = block.path, plain(block.content)
        elif isinstance(block, Paragraph):
            yield Spot(document.language, block.number, section, heading), block


def trace_paragraph(
    at: Spot,
    paragraph: Paragraph,
    dataset: Dataset,
    template: Callable[[str], Source | None],
    bodies: Iterable[Source],
) -> ParagraphTrace:
    """Return where the words of a paragraph come from; `template` and `bodies` are those it was composed with."""
    lines = tuple(_lines(paragraph, Origins(dataset, bodies, at.language)))
    printed = (origin.record for line in lines for piece in line.pieces for origin in piece.origins)
    records = [id_ for id_ in dict.fromkeys((*paragraph.records, *printed)) if id_ in dataset.activities]
    return ParagraphTrace(
        at, paragraph.id, tuple(_contributor(id_, at.language, paragraph, dataset, template) for id_ in records), lines
    )


def _contributor(
    record: str, tag: str, paragraph: Paragraph, dataset: Dataset, template: Callable[[str], Source | None]
) -> Contributor:
    activity = dataset.activities[record]
    wording = None
    if any(leaf.origin == Origin(record, "text") for leaf in block_leaves(paragraph)):
        wording = dataset.place(record, f"text.{tag}")
    elif record in paragraph.records:
        name = f"{tag}/activities/{activity.type.replace('-', '_')}.j2"
        source = template(name)
        wording = Place(source.path if source else name)
    return Contributor(record, activity.type, activity.source, dataset.place(record), wording)


def _lines(block: Paragraph | Item, origins: Origins) -> Iterator[Line]:
    yield Line(block.mark, tuple(_pieces(block.content, origins)))
    for item in block.items:
        yield from _lines(item, origins)


def _pieces(content: tuple[Inline, ...], origins: Origins) -> Iterator[Piece]:
    for leaf in leaves(content):
        found = origins.of(leaf)
        computed = leaf.origin is not None and len(found) != 1
        yield Piece(leaf.text, origins.kind(leaf), computed, found)
