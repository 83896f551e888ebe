"""What is wrong with the data or the text, as values: a finding has a code, a place and a way to mend it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from string import ascii_letters, digits
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

MANY: Final = 300
"""So many words can be compared one by one with a word that is not among them."""

LETTERS: Final = ascii_letters + digits + "-_"
"""What the words are made of that data may use: ids, keys, types."""


class Severity(IntEnum):
    """How grave a finding is: an error refuses the build, a warning asks for a look, an info may be passed over."""

    ERROR = 0
    WARNING = 1
    INFO = 2

    def __str__(self) -> str:
        return self.name.lower()


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A spot in a file: its path as the user wrote it, line and column counted from 1 (0 when there is none)."""

    path: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return ":".join(str(part) for part in (self.path, self.line, self.column) if part)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong.

    `code` is for ever (`REC003`), `message` says what is wrong, `hint` what to do; `subject` names the record or
    paragraph concerned, if there is one.
    """

    code: str
    message: str
    place: Place
    hint: str = ""
    severity: Severity = Severity.ERROR
    subject: str = ""

    @property
    def order(self) -> tuple[Place, str, str]:
        """The key by which findings are sorted: by place, then code, then message."""
        return (self.place, self.code, self.message)


def in_order(found: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings without repetitions, in the order of their places."""
    return tuple(sorted(dict.fromkeys(found), key=lambda finding: finding.order))


def nearest(word: str, known: Collection[str]) -> str | None:
    """Return the known word nearest to `word`, whatever their case, or None when none is near.

    Among very many words only those are found that are one slip away, so that many questions are answered quickly.
    """
    if len(known) > MANY:
        return next((slip for slip in _slips(word) if slip in known), None)
    return _like(word.casefold(), frozenset(known))


@lru_cache
def _like(word: str, known: frozenset[str]) -> str | None:
    from difflib import get_close_matches  # noqa: PLC0415  (loaded when something is wrong)

    choices = {choice.casefold(): choice for choice in known}
    near = get_close_matches(word, choices, n=1, cutoff=0.6)
    return choices[near[0]] if near else None


def _slips(word: str) -> Iterator[str]:
    """Yield the words that differ from `word` in case, or in one letter that was left out, added, mistaken or swapped."""
    yield from (word.lower(), word.upper())
    halves = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    for before, after in halves:
        yield before + after[1:]
        yield before + after[1:2] + after[:1] + after[2:]
    for before, after in halves:
        for letter in LETTERS:
            yield before + letter + after[1:]
            yield before + letter + after


def did_you_mean(word: str, known: Collection[str]) -> str:
    """Return "did you mean …?" with the known word nearest to `word`, or an empty string when none is near."""
    near = nearest(word, known)
    return f"did you mean “{near}”?" if near else ""
