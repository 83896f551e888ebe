"""HYG004."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

from ctoc_report.document import Origin, Text
from ctoc_report.findings import Severity
from ctoc_report.rules import Context, Offence, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ctoc_report.report import Report

RESIDUE = re.compile(
    r"\[(?!(?:sic|\w|…|\.{3})\])[^\[\]]*\]"  # words in brackets; but not “[sic]”, “[…]” or the “[t]he” of a quotation
    r"|\b(?:TBC|TBD|TODO|X{2,}|x{3,})\b|\?{3,}|\{\{|\}\}|\(\s*\)|\b(?i:lorem ipsum)\b"
)
NO_NUMBER = 0
NO_YEAR = 9999


@rule("HYG004", Severity.WARNING)
def placeholder_or_editing_residue(context: Context) -> Iterator[Offence]:
    """A placeholder still stands where a fact belongs, or something was left over from editing.

    Why: a new folder holds the place of what only the officer knows with words in square brackets, the number 0 and the
    year 9999, and drafts have “TBC”, “XX” or “???” in them. The report is built with them, so that it can be read
    while it grows; it must not be submitted with them.

    Source: our own rule.
    """
    for field in _not_given(context.report):
        yield _offence(context, Origin("report", field), f"{field} still holds a placeholder")
    for origin, tag, words in chain(_masthead(context.report), _texts(context)):
        for found in dict.fromkeys(RESIDUE.findall(words)):
            place = Origin(origin.record, f"{origin.field}.{tag}")
            yield _offence(context, place, f"“{found}” is a placeholder, or left over from editing")


def _offence(context: Context, origin: Origin, message: str) -> Offence:
    return Offence(message, context.place(origin), "write what is meant in its place", origin.record)


def _not_given(report: Report) -> Iterator[str]:
    """Yield the numbers and dates of the masthead that a new folder has and no report can have."""
    numbers = {"session": report.session, "agenda.item": report.agenda.item}
    yield from (field for field, number in numbers.items() if number == NO_NUMBER)
    dates = {"venue.dates": report.venue.dates, "period": report.period}
    yield from (field for field, span in dates.items() if span.end.year == NO_YEAR)


def _masthead(report: Report) -> Iterator[tuple[Origin, str, str]]:
    """Yield the texts of the masthead: where each comes from, its language and its words."""
    texts = {"title": report.title, "venue.city": report.venue.city, "agenda.title": report.agenda.title}
    for field, text in texts.items():
        for tag, words in text.root.items():
            yield Origin("report", field), tag, words


def _texts(context: Context) -> Iterator[tuple[Origin, str, str]]:
    """Yield the texts of the report in the same way."""
    nowhere = Origin("report")
    for tag, leaves in context.leaves.items():
        yield from ((leaf.origin or nowhere, tag, leaf.text) for leaf in leaves if isinstance(leaf, Text))
