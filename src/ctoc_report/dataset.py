"""Records to validated activities; what does not fit becomes findings with a place and a hint, never an exception."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from pydantic import BaseModel, ValidationError

from ctoc_report.activities import Activity, activity_types
from ctoc_report.entities import Entity, Glossary
from ctoc_report.errors import CtocError
from ctoc_report.findings import Finding, Place, Severity, did_you_mean
from ctoc_report.misfits import misfits
from ctoc_report.report import Report
from ctoc_report.source import Map, Seq, Value, place_of, read
from ctoc_report.values.countries import CountryWords
from ctoc_report.values.known import Known

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ctoc_report.shipped import Shipped
    from ctoc_report.source import Project, Source

Data = TypeVar("Data", bound=BaseModel)

FORMAT = "1"
"""The version of the project files that this tool reads."""

ID = re.compile(r"^[- \t]*id: *[\"']?([\w-]+)", re.MULTILINE)
"""An id in a file that cannot be read as YAML: enough to tell that there is such a record."""


@dataclass(frozen=True)
class Dataset:
    """What a project says: its plan, its records by id, its entities; and what was wrong with them.

    `raw` keeps the values as they were read, by record id, so that any field leads back to its line. `refused` has the
    records that are there but could not be used, by id, with their type ("" when it could not be read): whatever refers
    to one of them is not at fault. `glossary` is None when there is one that could not be used.
    """

    report: Report | None
    activities: Mapping[str, Activity]
    entities: Mapping[str, Entity]
    glossary: Glossary | None
    findings: tuple[Finding, ...]
    raw: Mapping[str, Value] = field(default_factory=dict)
    files: Mapping[str, str] = field(default_factory=dict)
    refused: Mapping[str, str] = field(default_factory=dict)

    @property
    def plan(self) -> Report:
        """The report's plan. Raises CtocError when report.yaml could not be understood; why is among the findings."""
        if self.report is None:
            raise CtocError("report.yaml cannot be used", "correct what `ctoc-report validate` finds in it")
        return self.report

    @cached_property
    def ids(self) -> frozenset[str]:
        """The ids of all records that are there, whether or not they could be used."""
        return frozenset((*self.activities, *self.refused))

    @property
    def usable(self) -> bool:
        """Whether a report can be told at all: without a plan, or without the names of things, it cannot."""
        return self.report is not None and self.glossary is not None

    def place(self, record: str, path: str = "", *, key: bool = False) -> Place:
        """Return where a field of a record stands in the project's files; the record itself when it has no such field.

        With `key` it is the place of the field's name rather than that of its value.
        """
        steps = tuple(int(step) if step.isdigit() else step for step in path.split(".") if step)
        return place_of(self.raw.get(record), steps, key=key) or Place(self.files.get(record, record))


def read_project(project: Project, shipped: Shipped) -> Dataset:
    """Return the dataset of a project; everything that is wrong with it is among its findings."""
    reader = _Reader()
    reader.found += [
        Finding("REC016", "this is not read", Place(unread.path), unread.hint, Severity.WARNING)
        for unread in project.unread
    ]
    glossary = reader.glossary(project.glossary)
    entities = _entities(glossary, shipped)
    names = _names(shipped, entities if glossary else None)
    report = reader.report(project.report, names)
    for source in project.activities:
        reader.records(source, names)
    files = {"report": project.report.path, "glossary": project.glossary.path if project.glossary else "glossary.yaml"}
    refused = {id_: kind for id_, kind in reader.refused.items() if id_ not in reader.activities}
    return Dataset(report, reader.activities, entities, glossary, tuple(reader.found), reader.raw, files, refused)


def _names(shipped: Shipped, entities: Mapping[str, Entity] | None) -> Known:
    """Return what values may name; without a glossary that could be used, any entity."""
    return Known(
        countries=CountryWords({code: _called(row) for code, row in shipped.countries.rows.items()}),
        entities=None if entities is None else entities.keys(),
        bodies=shipped.bodies.keys(),
        types=activity_types().keys(),
        resolutions={key: re.compile(body.resolutions) for key, body in shipped.bodies.items() if body.resolutions},
    )


def _called(row: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(row.get(name, "") for name in ("en", "alpha2", "fr", "es", "ru", "zh", "ar", "en_prose", "fr_prose"))


def _entities(glossary: Glossary | None, shipped: Shipped) -> Mapping[str, Entity]:
    """Return all that has a name: the bodies, and over them what the glossary says."""
    bodies = {key: Entity(names=body.names) for key, body in shipped.bodies.items()}
    return bodies | {key: Entity(names=names) for key, names in (glossary.entities if glossary else {}).items()}


class _Reader:
    """Reads the files of one project, and gathers what is wrong with them."""

    def __init__(self) -> None:
        self.found: list[Finding] = []
        self.raw: dict[str, Value] = {}
        self.activities: dict[str, Activity] = {}
        self.refused: dict[str, str] = {}

    def value(self, source: Source) -> Value:
        value, unreadable = read(source)
        self.found += unreadable
        if value is None and not unreadable:
            self.found.append(
                Finding(
                    "REC004", "the file is empty", Place(source.path, 1, 1), "describe something in it, or delete it"
                )
            )
        return value

    def validated(self, model: type[Data], value: Value, path: str, names: Known | None) -> Data | None:
        if value is None:
            return None
        try:
            return model.model_validate(value, context=names)
        except ValidationError as error:
            self.found.extend(misfits(model, value, error, path))
            return None

    def glossary(self, source: Source | None) -> Glossary | None:
        if source is None:
            self.raw["glossary"] = None
            return Glossary()
        value = self.raw["glossary"] = self.value(source)
        return self.validated(Glossary, value, source.path, None)

    def report(self, source: Source, names: Known) -> Report | None:
        value = self.raw["report"] = self.value(source)
        if isinstance(value, Map) and value.get("format") != FORMAT:
            place = place_of(value, ("format",)) or value.place
            hint = f"write `format: {FORMAT}` at its top, and look in the changelog for what has changed since"
            self.found.append(Finding("REC010", f"this file is not of format {FORMAT}", place, hint))
            return None
        return self.validated(Report, value, source.path, names)

    # --- records ---

    def records(self, source: Source, names: Known) -> None:
        """Take in the records of a file; those that do not fit are noted as refused."""
        for record in self.maps(source):
            activity = self.activity(record, names)
            if activity is None:
                self.refused[str(record.get("id"))] = str(record.get("type") or "")
            elif activity.id in self.raw:
                self.found.append(self.taken(activity.id, record))
                self.refused.setdefault(activity.id, activity.type)
            else:
                self.activities[activity.id] = activity
                self.raw[activity.id] = record

    def maps(self, source: Source) -> Iterator[Map]:
        value, unreadable = read(source)
        self.found += unreadable
        if isinstance(value, Seq):
            for at, item in enumerate(value):
                if isinstance(item, Map):
                    yield item
                else:
                    self.found.append(self.no_record(value.place_of(at)))
            return
        self.refused |= dict.fromkeys(ID.findall(source.text), "")
        if not unreadable:
            start = Place(source.path, 1, 1)
            self.found.append(self.waiting(start) if value is None else self.no_record(start))

    def waiting(self, place: Place) -> Finding:
        """Return the finding of a file that waits for its first record; nothing is wrong in the report for it."""
        hint = "add one, for instance with `ctoc-report add meeting`, or delete the file"
        return Finding("REC004", "the file holds no record yet", place, hint, Severity.WARNING)

    def no_record(self, place: Place) -> Finding:
        hint = "start each record with “- id: …” and indent its fields"
        return Finding("REC005", "this is not a list of records", place, hint)

    def taken(self, id_: str, record: Map) -> Finding:
        first = place_of(self.raw[id_], ("id",))
        hint = f"give this record another id; the first is at {first}" if first else "give this record another id"
        return Finding("REC006", f"the id “{id_}” is taken", record.place_of("id"), hint, subject=id_)

    def activity(self, record: Map, names: Known) -> Activity | None:
        types = activity_types()
        kind = record.get("type")
        if isinstance(kind, str) and kind in types:
            return self.validated(types[kind], record, record.place.path, names)
        place = place_of(record, ("type",)) or record.place
        message = f"there is no type of activity “{kind}”" if kind else "the record has no type"
        hint = did_you_mean(str(kind), types) or f"the types are: {', '.join(types)}"
        self.found.append(Finding("REC007", message, place, hint, subject=str(record.get("id") or "")))
        return None
