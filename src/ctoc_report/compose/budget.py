"""What a template may cost. Steps are counted, never seconds, so that the same input always comes to the same end."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Any, Final

from ctoc_report.compose.problems import TemplateProblem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

STEPS: Final = 200_000
"""What one text may take: fifty times what the longest paragraph of the sample takes, and a fraction of a second's work."""

STEPS_A_RECORD: Final = 100
"""What every record of the project adds, so that a text may look at all of them a hundred times over."""

CHARACTERS_A_STEP: Final = 5
"""So many characters cost as much as one step; a text may thus make a million of them."""

LONGEST: Final = 50_000
"""Characters of the longest template or text: about as many as a whole report of 8,500 words has."""

READING: Final = 200
"""What looking for a template on the disk costs."""

COLLECTIONS: Final = (str, list, tuple, dict)
"""What takes time to go through; everything else that templates see is a single value."""


class Exhausted(TemplateProblem):
    """A template takes more steps, or makes more text, than any report needs."""

    code = "TPL002"


class Budget:
    """The steps that are left to the text that is being rendered; texts printed within it share them."""

    __slots__ = ("_whole", "left")

    def __init__(self, records: int) -> None:
        self._whole = STEPS + STEPS_A_RECORD * records
        self.left = self._whole

    def renew(self) -> None:
        """Begin another text."""
        self.left = self._whole

    def spend(self, steps: int) -> None:
        """Take steps off. Raises Exhausted when none are left."""
        self.left -= steps
        if self.left < 0:
            raise Exhausted(
                "it takes too many steps, or makes too much text",
                "look for a loop or a macro that repeats itself, or make several paragraphs of it",
            )

    def spend_on(self, *things: Any) -> None:
        """Take off one step, and what going once through all that each of the things holds takes."""
        self.spend(1)
        for thing in things:
            if isinstance(thing, COLLECTIONS):
                self._go_through(thing)

    def _go_through(self, thing: Any) -> None:
        """Take off a step for each thing in a collection, also for what is in it several times over."""
        if isinstance(thing, str):
            self.spend(len(thing) // CHARACTERS_A_STEP)
            return
        self.spend(len(thing))
        for below in thing.values() if isinstance(thing, dict) else thing:
            if isinstance(below, COLLECTIONS):
                self._go_through(below)

    def priced(self, call: Callable[..., Any]) -> Callable[..., Any]:
        """Return a filter, test or helper that takes off what going through its arguments takes."""

        @wraps(call)
        def counted(*args: Any, **named: Any) -> Any:
            self.spend_on(*args, *named.values())
            return call(*args, **named)

        return counted

    # --- what `dialect` puts into templates ---

    def loop(self, things: Any, steps: int) -> Any:
        """Return what a loop goes through, each item costing the steps of the loop's body."""
        if not hasattr(things, "__len__"):
            return self._each(things, steps)
        self.spend(len(things) * steps)
        return things

    def _each(self, things: Any, steps: int) -> Iterator[Any]:
        for thing in things:
            self.spend(steps)
            yield thing

    def through(self, things: Any) -> Any:
        """Return a thing that is made, compared, searched or cut, having paid for going through it."""
        self.spend_on(things)
        return things

    def joined(self, *things: Any) -> str:
        """Return `a ~ b` as one text."""
        text = "".join(map(str, things))
        self.spend_on(text)
        return text
