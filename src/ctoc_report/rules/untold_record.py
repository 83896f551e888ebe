"""COV005."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctoc_report.document import Paragraph, block_leaves
from ctoc_report.findings import Severity
from ctoc_report.rules import Context, Offence, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ctoc_report.document import Document


@rule("COV005", Severity.WARNING)
def untold_record(context: Context) -> Iterator[Offence]:
    """A record is told nowhere in the report.

    Why: an office that sent the facts expects to find them; a record that no entry of the outline reaches is most often
    forgotten.

    Source: our own rule.
    """
    told = {id_ for document in context.documents.values() for id_ in _told(document)}
    for id_ in context.dataset.activities:
        if id_ not in told:
            place = context.dataset.place(id_)
            yield Offence(
                f"the record “{id_}” is told nowhere", place, "name it in the outline of report.yaml, or delete it", id_
            )


def _told(document: Document) -> Iterator[str]:
    """Yield the ids of the records that a document tells, or whose values its own texts print."""
    for block in document.blocks:
        if isinstance(block, Paragraph):
            yield from block.records
        for leaf in block_leaves(block):
            if leaf.origin:
                yield from (origin.record for origin in leaf.origin.fields)
