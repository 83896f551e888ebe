"""What a language's data file may say: a closed vocabulary, so that a misspelt key does not load."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from ctoc_report.values.figures import IndicatorNoun


def _plain_places(words: str) -> str:
    """Refuse what Python reads into braces besides a name: widths of a thousand million, and ways into its objects."""
    if re.search(r"[{}]", re.sub(r"\{[a-z0-9]*\}", "", words)):
        raise ValueError("a place for a value is a name in braces, and nothing else: {name}")
    return words


Pattern = Annotated[str, Field(min_length=1), AfterValidator(_plain_places)]
"""Words with places in braces for the values."""


class Closed(BaseModel):
    """A part of the data in which an unknown key is refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class NumberForms(Closed):
    """How numbers are written: marks of groups and decimals, bounds, percentages, money."""

    group: str
    decimal: str
    noun_space: str
    times: dict[str, Pattern]
    words_below: int
    percent: Pattern
    bounds: dict[str, Pattern]
    money: Pattern
    currencies: dict[str, Pattern]
    large: dict[int, dict[str, Pattern]]


class OneDate(Closed):
    """How a single day, month or year is written."""

    day: Pattern
    month: Pattern
    year: Pattern


class DateRange(Closed):
    """How a span is written, by what its ends have in common."""

    two_days: Pattern
    days: Pattern
    days_of_two_months: Pattern
    days_of_two_years: Pattern
    two_months: Pattern
    months: Pattern
    months_of_two_years: Pattern
    years: Pattern


class DateForms(Closed):
    """How dates are written, by the place they take in a sentence (`plain`, `the`, `of`, `when`)."""

    first_day: str
    one: dict[str, OneDate]
    span: dict[str, DateRange]


class NameForms(Closed):
    """How names take articles and prepositions, by article, and which names elide."""

    cases: dict[str, dict[str, Pattern]]
    elided_cases: dict[str, Pattern]
    elision: frozenset[str]


class ListForms(Closed):
    """What stands between the items of a list, and between items that have commas of their own."""

    separator: str
    last: str
    complex_separator: str
    complex_last: str


class Quotes(Closed):
    """The marks round a quotation."""

    open: str
    close: str


class Marks(Closed):
    """The marks of paragraphs, headings and sub-paragraphs."""

    paragraph: Pattern
    heading: Pattern
    items: tuple[Pattern, ...]


class CoverForms(Closed):
    """The fixed words of the first page."""

    publisher: str
    distribution: dict[str, str]
    original: Pattern
    version: Pattern
    item: dict[str, Pattern]
    subitem: Pattern
    session: Pattern
    authors: dict[str, str]
    symbol_blank: str
    date_blank: str
    missing: Pattern


class LanguageData(Closed):
    """Everything that the tool knows of one language."""

    tag: str
    locale: str
    word_locale: str
    direction: Literal["ltr", "rtl"]
    name: str
    numbers: NumberForms
    cardinals: dict[str, str]
    multiples: dict[str, str]
    feminine: dict[str, str]
    ordinals: dict[str, str]
    feminine_ordinals: dict[str, str]
    dates: DateForms
    names: NameForms
    citation: Pattern
    lists: ListForms
    quotes: Quotes
    abbreviation: Pattern
    apposition: Pattern
    typography: tuple[tuple[str, str], ...]
    marks: Marks
    address: str
    cover: CoverForms
    languages: dict[str, str]
    indicators: dict[str, IndicatorNoun]
