"""What templates see of records: every value with its origin, so that whatever is printed can be traced."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any, Self

from pydantic import BaseModel

from ctoc_report.document import Origin
from ctoc_report.values.figures import Figure
from ctoc_report.values.parts import ATOMS

if TYPE_CHECKING:
    from collections.abc import Callable

    Show = Callable[["Fact"], str]


class Fact:
    """A value of a record with its origin; it compares and tests like the value.

    `show` gives the words that stand for it in a template's text, so that it can be joined to other words.
    """

    __slots__ = ("origin", "show", "value")

    def __init__(self, value: Any, origin: Origin, show: Show) -> None:
        self.value = value
        self.origin = origin
        self.show = show

    def __str__(self) -> str:
        return self.show(self)

    def __bool__(self) -> bool:
        return self.value is not None and (bool(self.number) if self.number is not None else bool(self.value))

    @property
    def number(self) -> Decimal | None:
        """The number behind a figure or whole number, otherwise None."""
        if isinstance(self.value, Figure):
            return self.value.value
        return (
            Decimal(self.value) if isinstance(self.value, int | Decimal) and not isinstance(self.value, bool) else None
        )

    @property
    def bound(self) -> str | None:
        """The bound of a figure ("more than"), otherwise None."""
        return self.value.bound if isinstance(self.value, Figure) else None

    def _other(self, other: object) -> Any:
        if isinstance(other, Fact):
            return other.number if other.number is not None else other.value
        return other

    def _mine(self) -> Any:
        return self.number if self.number is not None else self.value

    def __eq__(self, other: object) -> bool:
        return bool(self._mine() == self._other(other))

    def __lt__(self, other: object) -> bool:
        return bool(self._mine() < self._other(other))

    def __gt__(self, other: object) -> bool:
        return bool(self._mine() > self._other(other))

    def __le__(self, other: object) -> bool:
        return not self > other

    def __ge__(self, other: object) -> bool:
        return not self < other

    def __hash__(self) -> int:
        return hash(self._mine())


class Several(tuple[Any, ...]):
    """The items of a field that holds several, with the origin of the field."""

    origin: Origin  # set by `of`; a subclass of tuple cannot have slots of its own

    @classmethod
    def of(cls, items: Any, origin: Origin) -> Self:
        """Return the items with the origin of the field that holds them."""
        several = cls(items)
        several.origin = origin
        return several


class View:
    """A record, or a part of one, whose fields are read as facts; each is made once."""

    __slots__ = ("_facts", "_model", "_origin", "_show")

    def __init__(self, model: BaseModel, origin: Origin, show: Show) -> None:
        self._model = model
        self._origin = origin
        self._show = show
        self._facts: dict[str, Any] = {}

    def __getattr__(self, name: str) -> Any:
        found = self._facts.get(name)
        if found is None:
            model = self._model
            if name not in fields_of(type(model)):
                raise AttributeError(name)
            found = self._facts[name] = wrap(getattr(model, name), below(self._origin, name), self._show)
        return found

    def __str__(self) -> str:
        return self._show(Fact(self._model, self._origin, self._show))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, View) and self._origin == other._origin

    def __hash__(self) -> int:
        return hash(self._origin)


@cache
def fields_of(model: type[BaseModel]) -> frozenset[str]:
    """Return the names of the fields that templates may read of a kind of record."""
    return frozenset(model.model_fields)


def model_of(view: View) -> BaseModel:
    """Return the record that a view shows; templates cannot reach it."""
    return view._model  # noqa: SLF001  (hidden from templates, not from this room)


def origin_of(view: View) -> Origin:
    """Return the origin of what a view shows."""
    return view._origin  # noqa: SLF001  (hidden from templates, not from this room)


def below(origin: Origin, step: str | int) -> Origin:
    """Return the origin of a field or item below `origin`; what is computed has no fields of its own."""
    if origin.parts:
        return origin
    return Origin(origin.record, f"{origin.field}.{step}" if origin.field else str(step))


def wrap(value: Any, origin: Origin, show: Show) -> Any:
    """Return `value` as templates see it: a view, several, a mapping of facts, or a fact."""
    kind: type = type(value)
    return _wrapper(kind)(value, origin, show)


@cache
def _wrapper(kind: type) -> Callable[[Any, Origin, Show], Any]:
    """Return what makes of a value of a kind the thing that templates see."""
    if issubclass(kind, BaseModel) and not issubclass(kind, ATOMS):
        return View
    if issubclass(kind, tuple):
        return _several
    if issubclass(kind, dict):
        return _mapping
    return _itself if kind is bool else Fact


def _several(items: tuple[Any, ...], origin: Origin, show: Show) -> Several:
    return Several.of((wrap(item, below(origin, at), show) for at, item in enumerate(items)), origin)


def _mapping(items: dict[str, Any], origin: Origin, show: Show) -> dict[str, Any]:
    return {key: wrap(item, below(origin, key), show) for key, item in items.items()}


def _itself(value: bool, _origin: Origin, _show: Show) -> bool:  # noqa: FBT001  (a wrapper takes what it wraps)
    return value
