"""What a project has already that a new record has to fit: its languages, the ids that are taken, its schemas."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pydantic import TypeAdapter, ValidationError

from ctoc_report.errors import CtocError
from ctoc_report.findings import did_you_mean
from ctoc_report.source import Map, Seq, read
from ctoc_report.values.text import Identifier

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from ctoc_report.findings import Place
    from ctoc_report.source import Source, Value

SCHEMA: Final = "# yaml-language-server: $schema="
"""How the first line of a file tells editors where its schema is."""


def chosen(word: str, there: Collection[str], one: str, several: str) -> str:
    """Return `word` when it is `there`. Raises CtocError that proposes the nearest and names all when it is not."""
    if word in there:
        return word
    near = did_you_mean(word, there)
    names = f"he {several} are: {', '.join(sorted(there))}"
    raise CtocError(f"there is no {one} “{word}”", f"{near} T{names}" if near else f"t{names}")


def readable(source: Source) -> Value:
    """Return the value of a file. Raises CtocError with what the reader found when it is not YAML that we read."""
    value, found = read(source)
    if found:
        raise CtocError(f"{found[0].place}: {found[0].message}", found[0].hint)
    return value


def languages(report: Source) -> tuple[str, ...]:
    """Return the languages that a report is to be in. Raises CtocError when report.yaml does not say them."""
    value = readable(report)
    tags = value.get("languages") if isinstance(value, Map) else None
    words = tuple(tag for tag in tags if isinstance(tag, str)) if isinstance(tags, Seq) else ()
    if not words:
        raise CtocError(f"{report.path} names no languages", "write them there, for instance `languages: [en, fr]`")
    return words


def taken(sources: Iterable[Source]) -> Mapping[str, Place]:
    """Return the ids in files of records, each with its place, also those of records that are not filled in yet.

    Raises CtocError when a file cannot be read.
    """
    found: dict[str, Place] = {}
    for source in sources:
        value = readable(source)
        for record in value if isinstance(value, Seq) else ():
            if isinstance(record, Map) and isinstance(record.get("id"), str):
                found.setdefault(str(record["id"]), record.place_of("id"))
    return found


def new_id(kind: str, wanted: str | None, ids: Mapping[str, Place]) -> str:
    """Return the id of a new record: the one `wanted`, or its type with the first number that is free.

    Raises CtocError when the one wanted is not an id, or is taken.
    """
    free = next(f"{kind}-{at}" for at in range(1, len(ids) + 2) if f"{kind}-{at}" not in ids)
    if wanted is None:
        return free
    if wanted in ids:
        raise CtocError(f"the id “{wanted}” is taken, at {ids[wanted]}", f"choose another one; “{free}” is free")
    try:
        return TypeAdapter(Identifier).validate_python(wanted)
    except ValidationError:
        raise CtocError(
            f"“{wanted}” is not an id", f"write small letters, digits and single hyphens, for instance {free}"
        ) from None


def schema_line(report: Source, depth: int) -> str:
    """Return the first line of a new file of records that lies `depth` folders down in the project.

    It is empty when report.yaml does not name its schema either.
    """
    named = report.text.startswith(SCHEMA)
    return f"{SCHEMA}{'../' * depth}.schema/records.schema.json\n" if named else ""
