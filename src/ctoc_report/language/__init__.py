"""The words, dates, numbers, plurals and lists of one language, from closed data."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING

from ctoc_report.language.dates import DateWords
from ctoc_report.language.names import Name, NameCases, collation
from ctoc_report.language.spellout import Spellout

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ctoc_report.language.schema import LanguageData
    from ctoc_report.values.dates import DateSpan
    from ctoc_report.values.figures import Figure, Money

__all__ = ["Language", "Name", "collation"]


class Language:
    """One language; `data` is what its file says. Every method takes values and gives words."""

    def __init__(self, data: LanguageData) -> None:
        self.data = data
        self.names = NameCases(data.names)
        self._typography = tuple((re.compile(pattern), by) for pattern, by in data.typography)
        self._needs_typesetting = re.compile("|".join(["'", *(f"(?:{pattern})" for pattern, _ in data.typography)]))

    @property
    def tag(self) -> str:
        """The BCP 47 tag of the language."""
        return self.data.tag

    @cached_property
    def cardinals(self) -> Spellout:
        """The words of cardinal numbers."""
        multiples = Spellout(self.data.cardinals, exceptions=self.data.multiples)
        return Spellout(self.data.cardinals, within=multiples)

    @cached_property
    def ordinals(self) -> Spellout:
        """The words of ordinal numbers."""
        return Spellout(self.data.ordinals, within=self.cardinals)

    @cached_property
    def dates(self) -> DateWords:
        """The words of dates."""
        from babel.dates import get_month_names  # noqa: PLC0415  (loaded when a date is written)

        months = get_month_names("wide", "format", self.data.locale)
        return DateWords(self.data.dates, dict(months), lambda word: self.names.write(Name(word), "of"))

    @cached_property
    def _plural_form(self):  # type: ignore[no-untyped-def]  # noqa: ANN202  (babel's own callable)
        from babel import Locale  # noqa: PLC0415  (loaded when something is counted)

        return Locale.parse(self.data.locale).plural_form

    def plural(self, number: Decimal | int) -> str:
        """Return the CLDR plural category of `number`: one, two, few, many or other."""
        return str(self._plural_form(number))

    def figures(self, number: Decimal | int) -> str:
        """Return `number` in figures, with the marks of the language: 1,591; 1 591."""
        whole, _, decimals = f"{Decimal(number):,f}".partition(".")
        text = whole.replace(",", self.data.numbers.group)
        return text + self.data.numbers.decimal + decimals if decimals.strip("0") else text

    def cardinal(self, number: Decimal | int, *, feminine: bool = False) -> str | None:
        """Return `number` in words, or None when it is too large or not whole."""
        if number != int(number):
            return None
        if feminine and str(number) in self.data.feminine:
            return self.data.feminine[str(number)]
        return self.cardinals.words(int(number))

    def ordinal(self, number: int, *, feminine: bool = False) -> str:
        """Return the ordinal of `number` in words, or in figures when there are no words for it."""
        if feminine and str(number) in self.data.feminine_ordinals:
            return self.data.feminine_ordinals[str(number)]
        return self.ordinals.words(number) or str(number)

    def number(self, value: Decimal | int, *, feminine: bool = False, figures: bool = False) -> str:
        """Return `value` as running text has it: in words below the language's limit, in figures from there on."""
        words = None if figures or value >= self.data.numbers.words_below else self.cardinal(value, feminine=feminine)
        return words or self.figures(value)

    def bounded(self, words: str, figure: Figure) -> str:
        """Return `words` with the bound of `figure` round them: "more than 9,000"."""
        return self.data.numbers.bounds[figure.bound].format(words) if figure.bound else words

    def percent(self, figure: Figure) -> str:
        """Return a share as running text has it: "55 per cent"; "55 %"."""
        return self.bounded(self.data.numbers.percent.format(self.figures(figure.value)), figure)

    def money(self, sum_: Money) -> str:
        """Return a sum of money: "$2 million"."""
        amount = self.figures(sum_.amount)
        for unit, forms in sorted(self.data.numbers.large.items()):
            if sum_.amount >= unit and sum_.amount % (unit // 100) == 0:
                units = (sum_.amount / unit).normalize()
                amount = forms.get(self.plural(units), forms["other"]).format(self.figures(units))
        form = self.data.numbers.currencies.get(sum_.currency, self.data.numbers.money)
        return form.format(amount=amount, currency=sum_.currency)

    def date(self, span: DateSpan, form: str = "plain", *, year: bool = True) -> str:
        """Return a date or span in words; `form` is `plain`, `the`, `of` or `when`."""
        return self.dates.write(span, form, year=year)

    def separators(self, count: int, *, complex_items: bool = False) -> Sequence[str]:
        """Return what stands before each of `count` items of a list ("" before the first)."""
        lists = self.data.lists
        between, last = (
            (lists.complex_separator, lists.complex_last) if complex_items else (lists.separator, lists.last)
        )
        return ["", *[between] * (count - 2), last][:count] if count else []

    def typeset(self, text: str) -> str:
        """Return running text with the apostrophes and no-break spaces that the language asks for."""
        if not self._needs_typesetting.search(text):  # one look spares most texts the whole list
            return text
        text = text.replace("'", "’")
        for pattern, replacement in self._typography:
            text = pattern.sub(replacement, text)
        return text
