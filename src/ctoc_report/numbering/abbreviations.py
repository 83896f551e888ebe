"""Write names out at their first use with the abbreviation in brackets, and short from then on.

A name that occurs once or twice is not abbreviated at all (Editorial Manual, abbreviations and acronyms); headings keep
the full name and do not count as a first use.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from ctoc_report.document import Abbreviation, Block, Heading, Leaf, block_leaves
from ctoc_report.rewrite import in_block

if TYPE_CHECKING:
    from collections.abc import Sequence

FEWEST: Final = 3
"""How often a name must occur for its abbreviation to be worth the reader's while."""


def write_abbreviations(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return the blocks with the form of every abbreviation chosen."""
    uses = Counter(
        leaf.key
        for block in blocks
        if not isinstance(block, Heading)
        for leaf in block_leaves(block)
        if isinstance(leaf, Abbreviation)
    )
    seen: set[str] = set()

    def in_text(leaf: Leaf) -> Leaf:
        if not isinstance(leaf, Abbreviation):
            return leaf
        if leaf.key in seen:
            return replace(leaf, text=leaf.later)
        if uses[leaf.key] < FEWEST:
            return replace(leaf, text=leaf.full)
        seen.add(leaf.key)
        return replace(leaf, text=leaf.first)

    return tuple(in_block(block, _in_heading if isinstance(block, Heading) else in_text) for block in blocks)


def _in_heading(leaf: Leaf) -> Leaf:
    return replace(leaf, text=leaf.full) if isinstance(leaf, Abbreviation) else leaf
