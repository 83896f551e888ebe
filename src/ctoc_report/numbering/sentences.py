"""Begin sentences with a capital, spell out a figure that begins one, and set the language's spaces and apostrophes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from ctoc_report.document import Leaf, Quantity, Resolution, Symbol, Text, Title, with_text

if TYPE_CHECKING:
    from ctoc_report.language import Language

END: Final = re.compile(r"[.?!][”’»\u00a0)]*\s+$")
"""What a sentence ends with; an abbreviation such as "para." would too, and is written with a no-break space after it."""

LOOK_BACK: Final = 12
"""So many characters before a leaf are enough to see the end of a sentence."""


class Sentences:
    """Changes the leaves of one paragraph in order, remembering what came before."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.before = ""

    def __call__(self, leaf: Leaf) -> Leaf:
        """Return a leaf as it is printed after the leaves before it."""
        if not isinstance(leaf, Symbol | Resolution | Title):
            leaf = with_text(leaf, self.language.typeset(leaf.text))
        if not self.before.strip() or END.search(self.before):
            leaf = self._beginning(leaf)
        if leaf.text:
            self.before = (self.before + leaf.text)[-LOOK_BACK:]
        return leaf

    def _beginning(self, leaf: Leaf) -> Leaf:
        """Return the leaf as it stands at the start of a sentence (Editorial Manual, numbers)."""
        if isinstance(leaf, Symbol | Title):
            return leaf
        text = leaf.words if isinstance(leaf, Quantity) and leaf.words else leaf.text
        if isinstance(leaf, Text) and not text.strip():
            return leaf
        return with_text(leaf, text[:1].upper() + text[1:])
