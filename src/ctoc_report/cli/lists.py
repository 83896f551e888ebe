"""Options that take several words with commas between them: how they are read, and how a shell completes the last one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctoc_report import discovery, files

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def split(values: Sequence[str] | None) -> list[str]:
    """Return the words of an option that may be given several times, each of them once."""
    return list(dict.fromkeys(part.strip() for value in values or () for part in value.split(",") if part.strip()))


def languages(incomplete: str) -> list[str]:
    """Return what a shell proposes for `--lang`."""
    return _completed(incomplete, files.Templates().languages())


def formats(incomplete: str) -> list[str]:
    """Return what a shell proposes for `--to`."""
    from ctoc_report import writers  # noqa: PLC0415  (needed for completion only)

    return _completed(incomplete, discovery.names(writers))


def _completed(incomplete: str, choices: Iterable[str]) -> list[str]:
    before, comma, last = incomplete.rpartition(",")
    taken = before.split(",")
    return [before + comma + choice for choice in choices if choice.startswith(last) and choice not in taken]
