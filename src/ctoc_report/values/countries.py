"""Which country an officer meant who did not write its code: by other codes, by names in any language, by slips."""

from __future__ import annotations

import unicodedata
from difflib import get_close_matches
from functools import cached_property
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

LETTERS: Final = 3
"""How long a code is; shorter words are too short to be looked for within names."""

MOST: Final = 3
"""So many countries are proposed at most; more would be no help."""

NEAR: Final = 0.75
"""How like a name a word with the same first letter must be to be taken for a slip of it: “Turkey” for “Türkiye”."""


class CountryWords:
    """The codes of countries, and the words by which officers may call them: the name to be shown comes first."""

    def __init__(self, words: Mapping[str, Sequence[str]]) -> None:
        self._words = words
        self._proposals: dict[str, str] = {}

    def __contains__(self, code: object) -> bool:
        return code in self._words

    @cached_property
    def _called(self) -> Mapping[str, str]:
        return {_folded(word): code for code, words in self._words.items() for word in (code, *words) if word}

    def proposal(self, word: str) -> str:
        """Return "did you mean “KEN” (Kenya)?" for what an officer wrote in place of a code; "" when nothing is near."""
        if word not in self._proposals:
            shown = [f"“{code}” ({self._words[code][0]})" for code in self.meant(word)]
            self._proposals[word] = f"did you mean {' or '.join(shown)}?" if shown else ""
        return self._proposals[word]

    def meant(self, word: str) -> tuple[str, ...]:
        """Return the codes of the countries that a word may mean, by the first way of looking that finds a few."""
        ways: tuple[Callable[[str], Iterable[str]], ...] = (self._named, self._begun, self._misspelt, self._slipped)
        found = (tuple(dict.fromkeys(way(_folded(word)))) for way in ways)
        return next((codes for codes in found if 0 < len(codes) <= MOST), ())

    def _named(self, word: str) -> Iterable[str]:
        return [self._called[word]] if word in self._called else []

    def _begun(self, word: str) -> Iterable[str]:
        """Return the countries one of whose names has a word that begins so: “Tanzania”, “Ger”."""
        return [code for name, code in self._called.items() if len(word) >= LETTERS and f" {word}" in f" {name}"]

    def _misspelt(self, word: str) -> Iterable[str]:
        names = [name for name in self._called if name[0] == word[:1] and len(name) > LETTERS]
        return [self._called[name] for name in get_close_matches(word, names, 1, NEAR)]

    def _slipped(self, word: str) -> Iterable[str]:
        """Return the codes that differ from a code in the order of their letters, or else in one letter but the first."""
        code = word.upper()
        turned = [known for known in self._words if sorted(known) == sorted(code)]
        return turned or [known for known in self._words if known[0] == code[:1] and _differing(known, code) == 1]


def _differing(one: str, other: str) -> int:
    return sum(a != b for a, b in zip(one, other, strict=True)) if len(one) == len(other) else LETTERS


def _folded(text: str) -> str:
    """Return a text without accents, case and punctuation."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in plain if letter.isalnum() or letter == " ").strip()
