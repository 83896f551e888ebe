"""Put articles and prepositions before names, join lists, and sort by the alphabet of a language."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ctoc_report.language.schema import NameForms

VOWELS = frozenset("aeiouyàâäéèêëîïôöùûüœæ")


@dataclass(frozen=True, slots=True)
class Name:
    """A name with the article it takes in its language ("" for none); `within` replaces "in" and its article."""

    text: str
    article: str = ""
    within: str = ""


class NameCases:
    """The articles and prepositions of one language."""

    def __init__(self, forms: NameForms) -> None:
        self._forms = forms

    def write(self, name: Name, case: str) -> str:
        """Return `name` in a `case` (`the`, `of`, `in`, `to`, `by` …); the bare name when `case` is empty.

        Raises KeyError for a case or an article that the language does not have.
        """
        if not case:
            return name.text
        if case == "in" and name.within:
            return name.within + name.text
        if not name.article and case in self._forms.elided_cases and self.elides(name.text):
            return self._forms.elided_cases[case].format(name.text)
        return self._forms.cases[case][name.article].format(name.text)

    def elides(self, word: str) -> bool:
        """Tell whether a word before `word` loses its vowel: `word` starts with a vowel or a mute h."""
        if any(word.startswith(known) for known in self._forms.elision):
            return True
        first = word.lstrip("«“\u00a0 ")[:1].casefold()
        return first in VOWELS and not word.startswith(("onz", "oui", "y"))

    @property
    def cases(self) -> tuple[str, ...]:
        """The cases that the language has."""
        return tuple(self._forms.cases)


def collation(text: str) -> str:
    """Return the key by which `text` is sorted: without accents, case and punctuation (Editorial Manual, lists)."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in plain if letter.isalnum() or letter == " ")
