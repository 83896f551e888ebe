"""Write dates and spans in words, by the patterns of a language."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ctoc_report.language.schema import DateForms, DateRange
    from ctoc_report.values.dates import DateSpan, Day


class DateWords:
    """Dates of one language; `months` maps 1 to 12 to their names, `of` puts "of" before a word, eliding it."""

    def __init__(self, forms: DateForms, months: Mapping[int, str], of: Callable[[str], str]) -> None:
        self._forms = forms
        self._months = months
        self._of = of

    def write(self, span: DateSpan, form: str = "plain", *, year: bool = True) -> str:
        """Return `span` in words: `form` is `plain`, `the`, `of` or `when`; without `year` the year is left out."""
        pattern = self._one(span.start, form) if span.single else self._span(span, form)
        if not year:
            pattern = pattern.replace(" {y2}", "").replace(" {y}", "")
        return pattern.format_map(self._parts(span, pattern))

    def _one(self, day: Day, form: str) -> str:
        forms = self._forms.one[form]
        return forms.day if day.day else forms.month if day.month else forms.year

    def _span(self, span: DateSpan, form: str) -> str:
        name = kind(span)
        forms: DateRange = self._forms.span[form]
        pattern: str = getattr(forms, name)
        return pattern

    def _parts(self, span: DateSpan, pattern: str) -> dict[str, object]:
        start, end = span.start, span.end
        first = start.month or end.month
        parts: dict[str, object] = {
            "d": self._day(start), "m": self._months.get(start.month, ""), "y": start.year,
            "d1": self._day(start), "m1": self._months.get(start.month, ""), "y1": start.year,
            "d2": self._day(end), "m2": self._months.get(end.month, ""), "y2": end.year,
        }  # fmt: skip
        if "{de}" in pattern:
            name = self._months[first]
            parts["de"] = self._of(name).removesuffix(name)
        return parts

    def _day(self, day: Day) -> str:
        return self._forms.first_day if day.day == 1 and self._forms.first_day else str(day.day)


def kind(span: DateSpan) -> str:
    """Return the name of the pattern for a span of two ends, by what the ends have in common."""
    start, end = span.start, span.end
    if not (start.month and end.month):
        return "years"
    if not (start.day and end.day):
        if start.year != end.year:
            return "months_of_two_years"
        return "two_months" if end.month - start.month == 1 else "months"
    if start.year != end.year:
        return "days_of_two_years"
    if start.month != end.month:
        return "days_of_two_months"
    return "two_days" if end.day - start.day == 1 else "days"
