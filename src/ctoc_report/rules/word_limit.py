"""LIM001."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctoc_report.document import word_count
from ctoc_report.findings import Severity
from ctoc_report.rules import Context, Offence, rule

if TYPE_CHECKING:
    from collections.abc import Iterator


@rule("LIM001", Severity.ERROR)
def word_limit(context: Context) -> Iterator[Offence]:
    """The report is longer than the limit of words for its kind.

    Why: documents that originate in the Secretariat have at most 8,500 words, headings and notes included; a waiver has
    to be asked for beforehand. The limit applies to the language in which the report was drafted.

    Source: Editorial Manual, instructions for the preparation of official documents.
    """
    document = context.documents.get(context.report.original)
    words = word_count(document) if document else 0
    if words > context.report.words:
        place = context.dataset.place("report")
        yield Offence(
            f"the report has {words} words, {words - context.report.words} more than allowed",
            place,
            "shorten it, or record the waiver",
            "report",
        )
