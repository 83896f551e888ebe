"""Import every module of a package, so that adding a file is enough to add a rule, a type or a format."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType


def modules(package: ModuleType) -> Iterator[ModuleType]:
    """Yield the modules directly inside `package`, imported, in the order of their names."""
    for name in names(package):
        yield import_module(f"{package.__name__}.{name}")


def names(package: ModuleType) -> list[str]:
    """Return the names of the modules directly inside `package`, sorted, without importing them."""
    return sorted(info.name for info in iter_modules(package.__path__) if not info.name.startswith("_"))
