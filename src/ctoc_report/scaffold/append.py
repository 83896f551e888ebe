"""Put a record at the end of a file of records, leaving every byte that is there as it is."""

from __future__ import annotations

from dataclasses import dataclass
from textwrap import indent
from typing import TYPE_CHECKING

from ctoc_report.errors import CtocError
from ctoc_report.scaffold.inventory import readable
from ctoc_report.source import Seq, Source, read

if TYPE_CHECKING:
    from ctoc_report.findings import Place
    from ctoc_report.source import Value


@dataclass(frozen=True, slots=True)
class Appended:
    """The new bytes of a file, and the place of the record at its end."""

    data: bytes
    place: Place


def appended(old: bytes, record: str, path: str) -> Appended:
    """Return a file with a record after what it holds, with its own line ends and at its own indentation.

    `path` is how the user knows the file. Raises CtocError when the file cannot be read, or when a record at its end
    would not be one more record of its list.
    """
    text = old.decode("utf-8-sig")
    there = readable(Source(path, text))
    for end in _ends(text, record, there.place.column - 1 if isinstance(there, Seq) else 0):
        place = _one_more(there, Source(path, text + end))
        if place:
            return Appended(old + end.encode(), place)
    raise CtocError(
        f"a record cannot be added at the end of {path}",
        "write its records one below the other, each beginning with “- id: …”, and end it with a line break and "
        "without `...`; or name another file with --to",
    )


def _ends(text: str, record: str, margin: int) -> tuple[str, str]:
    """Return the two ways to go on after `text`: with an empty line before the record, and without.

    A text of the last record that keeps its line breaks (`|+`) would take an empty line for its own.
    """
    break_ = "\r\n" if "\r\n" in text else "\n"
    lines = indent(record, " " * margin).replace("\n", break_)
    ended = "" if not text or text.endswith("\n") else break_
    between = break_ if text else ""
    return ended + between + lines, ended + lines


def _one_more(there: Value, source: Source) -> Place | None:
    """Return the place of the last record, if a file holds what was there before and this one record more."""
    value, found = read(source)
    before = there if isinstance(there, Seq) else []
    if found or not isinstance(value, Seq) or len(value) != len(before) + 1:
        return None
    return value.place_of(len(before)) if value[:-1] == before else None
