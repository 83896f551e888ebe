"""A record to fill in: what its type asks for, left empty, and what it may have besides, as comments."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

from ctoc_report.activities import Activity, activity_types
from ctoc_report.scaffold.fields import Line, item, optional_lines, required_lines, text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

COMMON: Final = frozenset(Activity.model_fields) - {"date"}
"""The fields that every type has, told of after those of its own; all but the date, which most records need."""

MAY_FOLLOW: Final = "# What follows may be left out. To give a field, take the “# ” off its lines."


def descriptions() -> Mapping[str, str]:
    """Return the types of record, each with what it is for."""
    return {
        kind: " ".join((sys.modules[model.__module__].__doc__ or "").partition("\n\n")[0].split())
        for kind, model in activity_types().items()
    }


def record(kind: str, id_: str, languages: Sequence[str]) -> str:
    """Return a record of a type, as an item of a list; `languages` are those its words are to be given in."""
    model = activity_types()[kind]
    lines = [
        Line(f"id: {id_}"),
        Line(f"type: {kind}"),
        *required_lines(model, languages, skip=("id", "type")),
        Line(MAY_FOLLOW),
        *optional_lines(model, languages, last=COMMON),
    ]
    return "".join(f"{text(line)}\n" for line in (Line(f"# {descriptions()[kind]}"), *item(lines)))
