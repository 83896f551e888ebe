"""Plain values that know their place: mappings and sequences of texts, each with its line and column."""

from __future__ import annotations

from array import array
from typing import TypeAlias

from ctoc_report.findings import Place

Value: TypeAlias = "str | Map | Seq | None"


class Map(dict[str, "Value"]):
    """A mapping that remembers where it starts and where each of its keys and values stands."""

    __slots__ = ("_order", "marks", "path", "waiting")

    def __init__(self, path: str, line: int, column: int) -> None:
        super().__init__()
        self.path = path
        self.marks = array("I", (line, column))
        self.waiting: str | None = None
        """The key whose value comes next, while the mapping is being read."""
        self._order: dict[str, int] = {}

    @property
    def place(self) -> Place:
        """Where the mapping starts."""
        return Place(self.path, *self.marks[:2])

    def place_of(self, key: str, *, name: bool = False) -> Place:
        """Return where the value of a key stands, or with `name` the key itself; fast however many keys there are."""
        if len(self._order) != len(self):
            self._order = {key: at for at, key in enumerate(self)}
        at = 4 * self._order[key] + (2 if name else 4)
        return Place(self.path, *self.marks[at : at + 2])


class Seq(list["Value"]):
    """A sequence that remembers where it starts and where each of its items stands."""

    __slots__ = ("marks", "path")

    def __init__(self, path: str, line: int, column: int) -> None:
        super().__init__()
        self.path = path
        self.marks = array("I", (line, column))

    @property
    def place(self) -> Place:
        """Where the sequence starts."""
        return Place(self.path, *self.marks[:2])

    def place_of(self, at: int) -> Place:
        """Return where an item stands."""
        return Place(self.path, *self.marks[2 * at + 2 : 2 * at + 4])


def place_of(value: Value, path: tuple[str | int, ...], *, key: bool = False) -> Place | None:
    """Return the place of what `path` leads to below `value`; of the nearest thing above it when there is no such thing.

    With `key` the place of the last key is returned instead of that of its value.
    """
    place = value.place if isinstance(value, Map | Seq) else None
    for step in path:
        if isinstance(value, Map) and isinstance(step, str) and step in value:
            place = value.place_of(step, name=key and step == path[-1])
            value = value[step]
        elif isinstance(value, Seq) and isinstance(step, int) and step < len(value):
            place, value = value.place_of(step), value[step]
    return place
