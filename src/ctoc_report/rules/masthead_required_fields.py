"""STR001."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctoc_report.findings import Place, Severity
from ctoc_report.rules import Context, Offence, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

GIVEN_LATER = {
    "symbol": "the symbol is given by documents management; add it when the report has its slot",
    "date": "the date is that of submission; add it when the report is submitted",
}


@rule("STR001", Severity.WARNING)
def masthead_required_fields(context: Context) -> Iterator[Offence]:
    """The masthead lacks its symbol or its date.

    Why: every document has a masthead with its symbol and the date of its submission. They are not known while a report
    is being drafted, so the report shows a visible blank, and this is a warning.

    Source: Editorial Manual, mastheads and cover pages.
    """
    beside = context.dataset.place("report", "title", key=True)
    place = Place(beside.path, beside.line)  # nothing is wrong with the title: the field goes on a line near it
    for field, hint in GIVEN_LATER.items():
        if getattr(context.report, field) is None:
            yield Offence(f"the masthead has no {field}", place, hint, "report")
