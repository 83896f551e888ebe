"""DAT006."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctoc_report.findings import Severity
from ctoc_report.rules import Context, Offence, rule

if TYPE_CHECKING:
    from collections.abc import Iterator


@rule("DAT006", Severity.WARNING)
def outside_reporting_period(context: Context) -> Iterator[Offence]:
    """An activity took place before the reporting period began or after it ended.

    Why: a report tells what was done since the last session that it covers. What lies outside may be told as context;
    its record then says `background: true`.

    Source: our own rule; published reports break it now and then.
    """
    period = context.report.period
    for activity in context.dataset.activities.values():
        date = activity.date
        if date is None or activity.background:
            continue
        if date.end.last < period.start.first or date.start.first > period.end.last:
            place = context.dataset.place(activity.id, "date")
            yield Offence(
                f"{date} lies outside the reporting period {period}",
                place,
                "correct the date, or mark the record `background: true`",
                activity.id,
            )
