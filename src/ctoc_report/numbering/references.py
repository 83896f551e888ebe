"""Write the numbers of sections and paragraphs where the text refers to them by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctoc_report.document import Block, Heading, Leaf, Paragraph, Reference, with_text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


class References:
    """Writes every reference out; one whose target does not exist stays empty."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._numbers = targets(blocks)

    def written(self, leaf: Leaf) -> Leaf:
        """Return a leaf; if it is a reference, with the number that it stands for."""
        if not isinstance(leaf, Reference):
            return leaf
        return with_text(leaf, self._numbers.get((leaf.kind, leaf.target), ""))


def targets(blocks: Sequence[Block]) -> Mapping[tuple[str, str], str]:
    """Return what can be referred to: (kind, id) to the number that stands in the text.

    A paragraph answers to its own id and to the ids of its records; the first paragraph of a record counts.
    """
    found: dict[tuple[str, str], str] = {}
    for block in blocks:
        if isinstance(block, Heading):
            found.setdefault(("section", block.id), block.path)
        elif isinstance(block, Paragraph):
            for id_ in (block.id, *block.records):
                if id_:
                    found.setdefault(("paragraph", id_), str(block.number))
    return found
