"""XRF003."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from ctoc_report.document import Reference
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
    for leaf in chain.from_iterable(context.leaves.values()):
        if isinstance(leaf, Reference) and not leaf.text and leaf.target not in context.dataset.refused:
            what = "heading has the id" if leaf.kind == "section" else "paragraph tells a record of the id"
            yield Offence(
                f"no {what} “{leaf.target}”",
                context.place(leaf.origin),
                "refer to an id that stands in the outline",
                leaf.target,
            )
