"""COV005."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from ctoc_report.document import paragraphs
from ctoc_report.findings import Severity
from ctoc_report.rules import Context, Offence, rule

if TYPE_CHECKING:
    from collections.abc import Iterator


@rule("COV005", Severity.WARNING)
def untold_record(context: Context) -> Iterator[Offence]:
    """A record is told nowhere in the report.

    Why: an office that sent the facts expects to find them; a record that no entry of the outline reaches is most often
    forgotten.

    Source: our own rule.
    """
    told = set(_told(context))
    for id_ in context.dataset.activities:
        if id_ not in told:
            place = context.dataset.place(id_)
            yield Offence(
                f"the record “{id_}” is told nowhere", place, "name it in the outline of report.yaml, or delete it", id_
            )


def _told(context: Context) -> Iterator[str]:
    """Yield the ids of the records that the documents tell, or whose values their own texts print."""
    for document in context.documents.values():
        yield from chain.from_iterable(paragraph.records for paragraph in paragraphs(document))
    for leaf in chain.from_iterable(context.leaves.values()):
        if leaf.origin:
            yield from (origin.record for origin in leaf.origin.fields)
