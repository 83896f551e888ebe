"""What is wrong with the data or the text, as values: a finding has a code, a place and a way to mend it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


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


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return "did you mean …?" with the known word nearest to `word`, or an empty string when none is near."""
    from difflib import get_close_matches  # noqa: PLC0415  (loaded when something is wrong)

    choices = list(known)
    near = get_close_matches(word, choices, n=1, cutoff=0.6)
    if not near:
        folded = {choice.casefold(): choice for choice in choices}
        near = [folded[word.casefold()]] if word.casefold() in folded else []
    return f"did you mean “{near[0]}”?" if near else ""
