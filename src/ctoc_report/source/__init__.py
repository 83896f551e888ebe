"""Read YAML text into plain values that know their place.

Scalars stay text, so that `2025-02-30`, the country code `NO` or a code `010` reach the schema as they were written and
the schema decides. Values are built straight from the events of libyaml, which is many times faster than any loader.
"""

from __future__ import annotations

from dataclasses import dataclass

from ctoc_report.source.characters import UNPRINTABLE
from ctoc_report.source.reader import read
from ctoc_report.source.values import Map, Seq, Value, place_of

__all__ = ["UNPRINTABLE", "Map", "Project", "Seq", "Source", "Unread", "Value", "place_of", "read"]


@dataclass(frozen=True, slots=True)
class Source:
    """The text of one file, with its path as the user knows it."""

    path: str
    text: str


@dataclass(frozen=True, slots=True)
class Unread:
    """A file or folder that looks like a part of the project but is not read; `hint` says what to do about it."""

    path: str
    hint: str


@dataclass(frozen=True, slots=True)
class Project:
    """The files of a project, read but not yet understood."""

    report: Source
    activities: tuple[Source, ...]
    glossary: Source | None = None
    unread: tuple[Unread, ...] = ()
