"""Settle every computed thing before a writer runs: numbers, marks, references, abbreviations, starts of sentences.

After it every word that a reader will see is in the tree.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ctoc_report.numbering.abbreviations import write_abbreviations
from ctoc_report.numbering.marks import write_marks
from ctoc_report.numbering.references import write_references
from ctoc_report.numbering.sentences import write_sentences

if TYPE_CHECKING:
    from ctoc_report.document import Document
    from ctoc_report.language import Language


def number(document: Document, language: Language) -> Document:
    """Return the document with everything settled; its language must be `language`."""
    blocks = write_marks(document.blocks, language.data.marks)
    blocks = write_references(blocks)
    blocks = write_abbreviations(blocks)
    blocks = write_sentences(blocks, language)
    return replace(document, blocks=blocks)
