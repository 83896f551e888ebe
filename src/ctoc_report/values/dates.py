"""Dates and spans of dates, as exact as the officer knows them: a day, a month or a year."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any

from pydantic import WithJsonSchema

from ctoc_report.values.known import unfit
from ctoc_report.values.made import MadeBy

DAY = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")

WRITTEN = r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?"
"""What an editor can tell of a date: its form, not whether the month has that day."""


@dataclass(frozen=True, slots=True, order=True)
class Day:
    """A day, or a month (`day` is 0), or a year (`month` is 0 too)."""

    year: int
    month: int = 0
    day: int = 0

    @property
    def first(self) -> date:
        """The first day it covers."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        """The last day it covers."""
        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])

    def __str__(self) -> str:
        return f"{self.year:04}" + "".join(f"-{part:02}" for part in (self.month, self.day) if part)


@dataclass(frozen=True, slots=True, order=True)
class DateSpan:
    """A span from `start` to `end`, both included; a single day, month or year when they are equal."""

    start: Day
    end: Day

    @property
    def single(self) -> bool:
        """Whether it is one day, one month or one year."""
        return self.start == self.end

    def __str__(self) -> str:
        return str(self.start) if self.single else f"{self.start}/{self.end}"


def day(text: str) -> Day:
    """Return the day, month or year written as ISO 8601 (`2023-10-02`, `2023-10`, `2023`).

    Raises a validation error for anything else, and for a day that the calendar does not have.
    """
    found = DAY.fullmatch(text)
    if not found:
        raise unfit(
            "date_form",
            "“{text}” is not a date",
            "write 2023-10-02, 2023-10 or 2023; join a span with a slash",
            text=text,
        )
    year, month, number = (int(part or 0) for part in found.groups())
    if year == 0:
        raise unfit("date_calendar", "“{text}” is not in the calendar: there is no year 0", text=text)
    if month > 12 or (found[2] and month == 0):  # noqa: PLR2004  (months of a year)
        raise unfit(
            "date_calendar", "“{text}” is not in the calendar: there is no month {month}", text=text, month=found[2]
        )
    if found[3] and not 1 <= number <= monthrange(year, month)[1]:
        raise unfit(
            "date_calendar",
            "“{text}” is not in the calendar: that month has {days} days",
            text=text,
            days=monthrange(year, month)[1],
        )
    return Day(year, month, number)


def date_span(value: Any) -> DateSpan:
    """Return the date or span written as ISO 8601; the ends of a span are joined by a slash and must not be reversed."""
    if isinstance(value, DateSpan):
        return value
    if not isinstance(value, str):
        raise unfit(
            "date_form", "this is not a date", "write 2023-10-02, 2023-10 or 2023, a span 2023-10-02/2023-10-03"
        )
    start, slash, end = value.partition("/")
    span = DateSpan(day(start), day(end if slash else start))
    if span.end.last < span.start.first:
        raise unfit(
            "date_reversed",
            "the end ({end}) comes before the start ({start})",
            start=str(span.start),
            end=str(span.end),
        )
    return span


Span = Annotated[
    DateSpan,
    MadeBy(date_span),
    WithJsonSchema(
        {
            "title": "Span",
            "type": ["string", "integer"],  # a year alone is a number to an editor
            "pattern": f"^{WRITTEN}(/{WRITTEN})?$",
            "minimum": 1000,
            "maximum": 9999,
            "errorMessage": "write a date as 2099-10-02, 2099-10 or 2099, and a span as 2099-10-02/2099-10-03",
            "description": "ISO 8601: a day, a month or a year; a span joins two with a slash",
            "examples": ["2099-10-02", "2099-10-02/2099-10-03", "2099-10", 2099],
        }
    ),
]
"""A date or a span of dates in a record."""
