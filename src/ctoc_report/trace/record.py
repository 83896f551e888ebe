"""From a record to the paragraphs: where its fields are printed, and which of them are printed nowhere."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain, groupby
from typing import TYPE_CHECKING, Final

from ctoc_report.document import block_leaves
from ctoc_report.trace.paragraph import Spot, spots
from ctoc_report.trace.provenance import Kind, Origins, Provenance
from ctoc_report.values.names import CountryRef, EntityRef
from ctoc_report.values.parts import parts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from ctoc_report.activities import Activity
    from ctoc_report.dataset import Dataset
    from ctoc_report.document import Document, Paragraph
    from ctoc_report.findings import Place

STEERING: Final = (str, bool)
"""The types of values that choose the wording and are not themselves printed: kinds, verbs, themes, yes, no."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A paragraph that has to do with a record: it tells it, or prints values of it in telling something else."""

    at: Spot
    tells: bool


@dataclass(frozen=True, slots=True)
class Occurrence:
    """The words that a field makes in one paragraph; those of own words are cut, with “…” where values stand among them."""

    language: str
    paragraph: int
    words: str
    kind: Kind
    computed: bool


@dataclass(frozen=True, slots=True)
class FieldTrace:
    """A field that is printed, and where; the field is empty where the record as a whole is counted or referred to."""

    origin: Provenance
    printed: tuple[Occurrence, ...]


@dataclass(frozen=True, slots=True)
class RecordTrace:
    """A record, the paragraphs that it is in, and its fields in the order of the file.

    `unprinted` are those whose value stands nowhere in the report, perhaps because they were forgotten. What only steers
    the wording, such as a type or a verb, is not among them, nor a country or entity that another field names.
    """

    record: str
    type: str
    source: str
    place: Place
    paragraphs: tuple[Mention, ...]
    fields: tuple[FieldTrace, ...]
    unprinted: tuple[Provenance, ...]


def trace_record(record: str, dataset: Dataset, documents: Mapping[str, Document]) -> RecordTrace:
    """Return where a record is told and printed in the documents; the record must be there."""
    activity = dataset.activities[record]
    origins = {tag: Origins(dataset, (), tag) for tag in documents}
    printed: dict[str, list[Occurrence]] = {}
    mentions: list[Mention] = []
    for at, paragraph in _in_order(documents):
        found = _occurrences(record, at, paragraph, origins[at.language])
        for field, occurrence in found:
            printed.setdefault(field, []).append(occurrence)
        tells = record in paragraph.records
        if found or tells:
            mentions.append(Mention(at, tells))
    read = origins[dataset.plan.original if dataset.plan.original in origins else next(iter(origins))]
    fields = [FieldTrace(read.field(record, field), tuple(words)) for field, words in printed.items()]
    return RecordTrace(
        record,
        activity.type,
        activity.source,
        dataset.place(record),
        tuple(mentions),
        tuple(sorted(fields, key=lambda field: field.origin.place)),
        tuple(sorted(_unprinted(activity, printed, read), key=lambda origin: origin.place)),
    )


def _in_order(documents: Mapping[str, Document]) -> list[tuple[Spot, Paragraph]]:
    """Return the paragraphs by number, each in all languages."""
    return sorted(chain.from_iterable(map(spots, documents.values())), key=lambda spot: spot[0].paragraph)


def _occurrences(record: str, at: Spot, paragraph: Paragraph, origins: Origins) -> list[tuple[str, Occurrence]]:
    found: dict[tuple[str, Kind | int], Occurrence] = {}
    runs = groupby(block_leaves(paragraph), key=lambda leaf: (leaf.origin, origins.kind(leaf)))
    for count, ((origin, kind), run) in enumerate(runs):
        words = "".join(leaf.text for leaf in run)
        for field in (part.field for part in origin.fields if part.record == record) if origin else ():
            key = (field, kind if kind == "own_words" else count)
            before = f"{found[key].words.rstrip()} … " if key in found else ""
            found[key] = Occurrence(
                at.language, at.paragraph, before + (words.lstrip() if before else words), kind, bool(origin.parts)
            )
    return [(field, occurrence) for (field, _), occurrence in found.items()]


def _unprinted(activity: Activity, printed: Iterable[str], origins: Origins) -> Iterator[Provenance]:
    named = [origins.value(activity.id, field) for field in printed]
    for path, held in parts(activity):
        elsewhere = isinstance(held, CountryRef | EntityRef) and held in named
        known = any(path == field or path.startswith(f"{field}.") for field in printed if field)
        if not known and not elsewhere and type(held) not in STEERING:
            yield origins.field(activity.id, path)
