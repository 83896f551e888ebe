"""Marks: which of Word's number formats prints the numbers that the tree already has.

The tree says "II.", "B.", "14." or "c)"; Word counts for itself. A level of a list can be left to Word only when
Word's counters come to the same words, mark by mark.
"""

from __future__ import annotations

from dataclasses import dataclass
from string import ascii_lowercase
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Marked:
    """A mark as printed, with its depth in the list (0 for the outermost)."""

    depth: int
    mark: str


@dataclass(frozen=True, slots=True)
class Pattern:
    """How Word prints a counter: a number format (`w:numFmt`) and what stands round it (`("(", ")")`)."""

    number_format: str
    before: str
    after: str

    def printed(self, count: int) -> str:
        """Return the mark that Word prints for `count`."""
        return f"{self.before}{NUMBER_FORMATS[self.number_format](count)}{self.after}"


def roman(count: int) -> str:
    """Return `count` in small roman numerals."""
    words = ""
    for value, letters in _ROMAN:
        times, count = divmod(count, value)
        words += letters * times
    return words


def letter(count: int) -> str:
    """Return `count` as Word's small letters: a … z, aa, bb … zz, aaa."""
    turns, place = divmod(count - 1, len(ascii_lowercase))
    return ascii_lowercase[place] * (turns + 1)


NUMBER_FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "upperRoman": lambda count: roman(count).upper(),
    "upperLetter": lambda count: letter(count).upper(),
    "lowerLetter": letter,
    "lowerRoman": roman,
}


def patterns(marks: Sequence[Marked]) -> list[Pattern]:
    """Return the pattern of each level, from the outermost on, down to the last that Word can count as the tree does.

    A level below one that Word cannot count is left out too, because nothing would make it start again.
    """
    found: list[Pattern] = []
    counted = list(_counted(marks))
    for depth in range(1 + max((marked.depth for marked in marks), default=-1)):
        pattern = _pattern([(count, marked.mark) for count, marked in counted if marked.depth == depth])
        if pattern is None:
            break
        found.append(pattern)
    return found


def _counted(marks: Iterable[Marked]) -> Iterator[tuple[int, Marked]]:
    """Yield each of `marks` with the count that Word comes to: a level starts again after a level above it."""
    counters: list[int] = []
    for marked in marks:
        counters = (counters + [0] * (marked.depth + 1))[: marked.depth + 1]
        counters[marked.depth] += 1
        yield counters[marked.depth], marked


def _pattern(level: list[tuple[int, str]]) -> Pattern | None:
    """Return the pattern that prints every mark of `level` for its count, None when there is none.

    A percent sign would be read by Word as the beginning of a counter.
    """
    if not level or "%" in level[0][1]:
        return None
    count, mark = level[0]
    for name, number in NUMBER_FORMATS.items():
        before, found, after = mark.partition(number(count))
        pattern = Pattern(name, before, after)
        if found and all(pattern.printed(other) == words for other, words in level):
            return pattern
    return None
