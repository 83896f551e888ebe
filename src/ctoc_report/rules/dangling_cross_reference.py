"""XRF003."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctoc_report.document import Reference, block_leaves
from ctoc_report.findings import Severity
from ctoc_report.rules import Context, Offence, rule

if TYPE_CHECKING:
    from collections.abc import Iterator


@rule("XRF003", Severity.ERROR)
def dangling_cross_reference(context: Context) -> Iterator[Offence]:
    """The text refers to a section or paragraph that does not exist.

    Why: references are written by name and numbered by the tool, because paragraph numbers move; a name that nothing
    bears leaves a hole in the text.

    Source: Editorial Manual, instructions for the preparation of official documents.
    """
    for document in context.documents.values():
        for block in document.blocks:
            for leaf in block_leaves(block):
                if isinstance(leaf, Reference) and not leaf.text and leaf.target not in context.dataset.refused:
                    what = "heading has the id" if leaf.kind == "section" else "paragraph tells a record of the id"
                    yield Offence(
                        f"no {what} “{leaf.target}”",
                        context.place(leaf.origin),
                        "refer to an id that stands in the outline",
                        leaf.target,
                    )
