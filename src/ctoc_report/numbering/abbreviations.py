"""Write names out at their first use with the abbreviation in brackets, and short from then on.

A name that occurs once or twice is not abbreviated at all (Editorial Manual, abbreviations and acronyms); headings keep
the full name and do not count as a first use.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from ctoc_report.document import Abbreviation, Block, Heading, Leaf, block_leaves, with_text

if TYPE_CHECKING:
    from collections.abc import Sequence

FEWEST: Final = 3
"""How often a name must occur for its abbreviation to be worth the reader's while."""


class Abbreviations:
    """Chooses the form of each abbreviation; leaves are given in reading order."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._uses = Counter(
            leaf.key
            for block in blocks
            if not isinstance(block, Heading)
            for leaf in block_leaves(block)
            if isinstance(leaf, Abbreviation)
        )
        self._seen: set[str] = set()

    def in_text(self, leaf: Leaf) -> Leaf:
        """Return a leaf of running text with its form chosen."""
        if not isinstance(leaf, Abbreviation):
            return leaf
        if leaf.key in self._seen:
            return with_text(leaf, leaf.later)
        if self._uses[leaf.key] < FEWEST:
            return with_text(leaf, leaf.full)
        self._seen.add(leaf.key)
        return with_text(leaf, leaf.first)

    def in_heading(self, leaf: Leaf) -> Leaf:
        """Return a leaf of a heading with its form chosen."""
        return with_text(leaf, leaf.full) if isinstance(leaf, Abbreviation) else leaf
