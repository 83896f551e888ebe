"""Spell numbers out in words by rules, after the model of CLDR's rule-based number formats.

A rule belongs to a base; the rule with the largest base not above the number is taken. In its text `<` stands for the
number divided by the base's power of ten and `>` for what remains, both spelt out in turn; `[a|b]` is `a` when something
remains and `b` when nothing does. A base written `60/20` divides by 20 instead of a power of ten.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

BRACKET = re.compile(r"\[([^|\]]*)(?:\|([^\]]*))?\]")


class Spellout:
    """The rules of one series of number words (cardinals, ordinals), with the words of exceptions before them."""

    def __init__(
        self, rules: Mapping[str, str], within: Spellout | None = None, exceptions: Mapping[str, str] | None = None
    ) -> None:
        self._rules = sorted(self._rule(base, text) for base, text in rules.items())
        self._bases = [base for base, _, _ in self._rules]
        self._multiples = within or self
        self._exceptions = {int(number): word for number, word in (exceptions or {}).items()}

    @staticmethod
    def _rule(base: str, text: str) -> tuple[int, int, str]:
        value, _, radix = base.partition("/")
        divisor = int(radix) if radix else 10 ** max(len(value) - 1, 0)
        return int(value), divisor, text

    def words(self, number: int) -> str | None:
        """Return `number` in words, or None when no rule covers it (negative, or a million and more)."""
        if not 0 <= number < 1_000_000:  # noqa: PLR2004  (larger numbers are written with figures)
            return None
        if number in self._exceptions:
            return self._exceptions[number]
        at = bisect_right(self._bases, number) - 1
        if at < 0:
            return None
        _, divisor, text = self._rules[at]
        times, remains = divmod(number, divisor)
        text = BRACKET.sub(lambda found: (found[1] if remains else found[2]) or "", text)
        if "<" in text:
            text = text.replace("<", self._multiples.words(times) or "")
        return text.replace(">", self.words(remains) or "") if ">" in text else text
