"""Follow the words of a paragraph to the lines they come from, and the fields of a record to the words they make."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctoc_report.errors import CtocError
from ctoc_report.findings import did_you_mean
from ctoc_report.trace.paragraph import ParagraphTrace, spots, trace_paragraph
from ctoc_report.trace.record import RecordTrace, trace_record

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from ctoc_report.dataset import Dataset
    from ctoc_report.document import Document
    from ctoc_report.source import Source


def trace(
    subject: str,
    dataset: Dataset,
    documents: Mapping[str, Document],
    template: Callable[[str], Source | None],
    bodies: Iterable[Source],
) -> ParagraphTrace | RecordTrace:
    """Return where a paragraph comes from, or a record goes to.

    `subject` is the number of a paragraph, the id of a record, or the id that the outline gives a paragraph; what could
    be several of these is the first of them. A paragraph is read in the original language of the report if it is among
    the `documents`, which are numbered and hold one language at least. `template` and `bodies` are what they were
    composed with. Raises CtocError when there is no such thing.
    """
    original = documents.get(dataset.plan.original) or next(iter(documents.values()))
    paragraphs = list(spots(original))
    numbered = [found for found in paragraphs if str(found[0].paragraph) == subject]
    named = [found for found in paragraphs if subject and found[1].id == subject]
    if not numbered and subject in dataset.activities:
        return trace_record(subject, dataset, documents)
    for at, paragraph in numbered or named:
        return trace_paragraph(at, paragraph, dataset, template, bodies)
    if subject.isdecimal():
        there = f"the paragraphs are numbered from 1 to {len(paragraphs)}" if paragraphs else "the outline has none yet"
        raise CtocError(f"there is no paragraph {subject}", there)
    known = [*dataset.activities, *(paragraph.id for _, paragraph in paragraphs if paragraph.id)]
    raise CtocError(
        f"there is no record or paragraph “{subject}”",
        did_you_mean(subject, known)
        or "give the number of a paragraph, or the id of a record as in the activities files",
    )
