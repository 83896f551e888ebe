"""The parts of a record, down to its values: the one walk through what models, lists and mappings hold."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from pydantic import BaseModel, RootModel

from ctoc_report.values.figures import Figure, Money

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

ATOMS: Final = (Figure, Money, RootModel)
"""Models that are values of their own rather than groups of fields."""


def parts(held: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Yield the values below `held` in the order of its fields, each with its dotted path; what is left out is not there."""
    inner: Iterable[tuple[str | int, Any]]
    if isinstance(held, tuple):
        inner = enumerate(held)
    elif isinstance(held, dict):
        inner = held.items()
    elif isinstance(held, BaseModel) and not isinstance(held, ATOMS):
        inner = held.__dict__.items()
    else:
        yield path, held
        return
    for step, value in inner:
        if value is not None:
            yield from parts(value, f"{path}.{step}" if path else str(step))
