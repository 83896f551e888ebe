"""Write the numbers of sections and paragraphs where the text refers to them by name."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from ctoc_report.document import Block, Heading, Leaf, Paragraph, Reference
from ctoc_report.rewrite import in_block

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


def write_references(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return the blocks with every reference written out; one whose target does not exist stays empty."""
    change = partial(_written, numbers=targets(blocks))
    return tuple(in_block(block, change) for block in blocks)


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


def _written(leaf: Leaf, numbers: Mapping[tuple[str, str], str]) -> Leaf:
    if isinstance(leaf, Reference):
        return replace(leaf, text=numbers.get((leaf.kind, leaf.target), ""))
    return leaf
