"""The names of countries and territories at a date, from the one table in `templates/countries.csv`."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ctoc_report.language import Name

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date


@dataclass(frozen=True, slots=True)
class CountryTable:
    """The rows of the table in force at one date, by ISO 3166-1 alpha-3 code."""

    rows: Mapping[str, Mapping[str, str]]

    def name(self, code: str, language: str, *, prose: bool = True) -> Name | None:
        """Return the name of `code` in `language` with its article, or None when the table has no name in it.

        In running text (`prose`) inverted names are turned round: "the Plurinational State of Bolivia"; in lists they
        stay as they are: "Bolivia (Plurinational State of)".
        """
        row = self.rows[code]
        turned, turned_article = row.get(f"{language}_prose", ""), row.get(f"{language}_prose_article", "")
        article, within = row.get(f"{language}_article", ""), row.get(f"{language}_in", "")
        if not row.get(language):
            return None
        if not turned:
            return Name(row[language], article, within)
        if prose:
            return Name(turned, turned_article or article, within)
        # A list form takes the article only where the table gives the running form one of its own.
        return Name(row[language], article if turned_article else "")


def read_countries(text: str, on: date) -> CountryTable:
    """Return the table with the names in force on a date; `text` is the CSV, whose lines in `#` are comments."""
    day = on.isoformat()
    return CountryTable({row["code"]: row for row in _rows(text) if _in_force(row, day)})


def _rows(text: str) -> Iterator[dict[str, str]]:
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return iter(csv.DictReader(lines))


def _in_force(row: Mapping[str, str], day: str) -> bool:
    return row["valid_from"] <= day and (not row["valid_to"] or day <= row["valid_to"])
