"""Settle every computed thing before a writer runs: numbers, marks, references, abbreviations, starts of sentences.

After it every word that a reader will see is in the tree.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ctoc_report.document import Heading
from ctoc_report.numbering.abbreviations import Abbreviations
from ctoc_report.numbering.marks import write_marks
from ctoc_report.numbering.references import References
from ctoc_report.numbering.sentences import Sentences
from ctoc_report.rewrite import in_contents

if TYPE_CHECKING:
    from ctoc_report.document import Block, Document, Leaf
    from ctoc_report.language import Language
    from ctoc_report.rewrite import Change


def number(document: Document, language: Language) -> Document:
    """Return the document with everything settled; its language must be `language`."""
    blocks = write_marks(document.blocks, language.data.marks)
    settler = Settler(blocks, language)
    return replace(document, blocks=tuple(settler.settled(block) for block in blocks))


class Settler:
    """Writes the words of leaves that depend on what stands elsewhere, in one walk through the numbered blocks."""

    def __init__(self, blocks: tuple[Block, ...], language: Language) -> None:
        self._language = language
        self._references = References(blocks)
        self._abbreviations = Abbreviations(blocks)

    def settled(self, block: Block) -> Block:
        """Return the next block with its words settled; blocks are given in reading order."""
        named = self._abbreviations.in_heading if isinstance(block, Heading) else self._abbreviations.in_text
        return in_contents(block, lambda: self._change(named))

    def _change(self, named: Change) -> Change:
        """Return what settles the leaves of one paragraph: names first, for a sentence may begin with one."""
        refer, write = self._references.written, Sentences(self._language)

        def change(leaf: Leaf) -> Leaf:
            return write(named(refer(leaf)))

        return change
