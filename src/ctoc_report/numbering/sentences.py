"""Begin sentences with a capital, spell out a figure that begins one, and set the language's spaces and apostrophes."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from ctoc_report.document import Block, Leaf, Quantity, Resolution, Symbol, Text, Title
from ctoc_report.rewrite import in_contents

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ctoc_report.language import Language

END: Final = re.compile(r"[.?!][”’»\u00a0)]*\s+$")
"""What a sentence ends with; an abbreviation such as "para." would too, and is written with a no-break space after it."""


def write_sentences(blocks: Sequence[Block], language: Language) -> tuple[Block, ...]:
    """Return the blocks with their running text as it is printed."""
    return tuple(in_contents(block, lambda: Sentences(language)) for block in blocks)


class Sentences:
    """Changes the leaves of one paragraph in order, remembering what came before."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.before = ""

    def __call__(self, leaf: Leaf) -> Leaf:
        """Return a leaf as it is printed after the leaves before it."""
        leaf = self._typeset(leaf)
        if not self.before.strip() or END.search(self.before):
            leaf = self._beginning(leaf)
        self.before = (self.before + leaf.text)[-12:] if leaf.text else self.before
        return leaf

    def _typeset(self, leaf: Leaf) -> Leaf:
        if isinstance(leaf, Symbol | Resolution | Title):
            return leaf
        return replace(leaf, text=self.language.typeset(leaf.text))

    def _beginning(self, leaf: Leaf) -> Leaf:
        """Return the leaf as it stands at the start of a sentence (Editorial Manual, numbers)."""
        if isinstance(leaf, Symbol | Title):
            return leaf
        text = leaf.words if isinstance(leaf, Quantity) and leaf.words else leaf.text
        if isinstance(leaf, Text) and not text.strip():
            return leaf
        return replace(leaf, text=text[:1].upper() + text[1:])
