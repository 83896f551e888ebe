"""Records to validated activities; what does not fit becomes findings with a place and a hint, never an exception."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, TypeVar

from pydantic import BaseModel, ValidationError

from ctoc_report.activities import Activity, activity_types
from ctoc_report.entities import Entity, Glossary
from ctoc_report.errors import CtocError
from ctoc_report.findings import Finding, Place, Severity, did_you_mean
from ctoc_report.report import CHOICE_TAGS, ENTRY_TAGS, Report
from ctoc_report.source import Map, Seq, Value, place_of, read
from ctoc_report.values.known import Known

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from ctoc_report.shipped import Shipped
    from ctoc_report.source import Project, Source

Data = TypeVar("Data", bound=BaseModel)

FORMAT = "1"
"""The version of the project files that this tool reads."""

EMPTY: Final[tuple[object, ...]] = (None, "", [], {})
"""What a field holds that has been left empty."""


@dataclass(frozen=True)
class Dataset:
    """What a project says: its plan, its records by id, its entities; and what was wrong with them.

    `raw` keeps the values as they were read, by record id, so that any field leads back to its line.
    """

    report: Report | None
    activities: Mapping[str, Activity]
    entities: Mapping[str, Entity]
    glossary: Glossary
    findings: tuple[Finding, ...]
    raw: Mapping[str, Value] = field(default_factory=dict)
    files: Mapping[str, str] = field(default_factory=dict)

    @property
    def plan(self) -> Report:
        """The report's plan. Raises CtocError when report.yaml could not be understood; why is among the findings."""
        if self.report is None:
            raise CtocError("report.yaml cannot be used", "correct what `ctoc-report validate` finds in it")
        return self.report

    def place(self, record: str, path: str = "") -> Place:
        """Return where a field of a record stands in the project's files; the record itself when it has no such field."""
        steps = tuple(int(step) if step.isdigit() else step for step in path.split(".") if step)
        return place_of(self.raw.get(record), steps) or Place(self.files.get(record, record))


def read_project(project: Project, shipped: Shipped) -> Dataset:
    """Return the dataset of a project; everything that is wrong with it is among its findings."""
    found: list[Finding] = []
    raw: dict[str, Value] = {}
    glossary = _glossary(project.glossary, found, raw)
    entities = _entities(glossary, shipped)
    names = Known(shipped.countries.rows.keys(), entities.keys(), _resolution_forms(shipped))
    report = _report(project.report, names, found, raw)
    activities = _activities(project.activities, names, found, raw)
    files = {"report": project.report.path, "glossary": project.glossary.path if project.glossary else "glossary.yaml"}
    return Dataset(report, activities, entities, glossary, tuple(found), raw, files)


def _resolution_forms(shipped: Shipped) -> Mapping[str, re.Pattern[str]]:
    return {key: re.compile(body.resolutions) for key, body in shipped.bodies.items() if body.resolutions}


def _entities(glossary: Glossary, shipped: Shipped) -> Mapping[str, Entity]:
    """Return all that has a name: the bodies, and over them what the glossary says."""
    bodies = {key: Entity(names=body.names) for key, body in shipped.bodies.items()}
    return bodies | {key: Entity(names=names) for key, names in glossary.entities.items()}


def _glossary(source: Source | None, found: list[Finding], raw: dict[str, Value]) -> Glossary:
    value = _value(source, found) if source else None
    raw["glossary"] = value
    return (_validated(Glossary, value, found, source.path, None) if source and value else None) or Glossary()


def _report(source: Source, names: Known, found: list[Finding], raw: dict[str, Value]) -> Report | None:
    value = _value(source, found)
    raw["report"] = value
    if isinstance(value, Map) and value.get("format") != FORMAT:
        place = value.values_at.get("format", value.place)
        found.append(
            Finding(
                "REC010",
                f"this file is not of format {FORMAT}",
                place,
                f"write `format: {FORMAT}` at its top, and look in the changelog for what has changed since",
            )
        )
        return None
    return _validated(Report, value, found, source.path, names)


def _value(source: Source, found: list[Finding]) -> Value:
    value, unreadable = read(source)
    found += unreadable
    if value is None and not unreadable:
        found.append(
            Finding("REC004", "the file is empty", Place(source.path, 1, 1), "describe something in it, or delete it")
        )
    return value


def _activities(
    sources: Iterable[Source], names: Known, found: list[Finding], raw: dict[str, Value]
) -> Mapping[str, Activity]:
    activities: dict[str, Activity] = {}
    for source in sources:
        for record in _records(source, found):
            activity = _activity(record, names, found)
            if activity is None:
                continue
            if activity.id in activities:
                first = place_of(raw[activity.id], ("id",))
                found.append(
                    Finding(
                        "REC006",
                        f"the id “{activity.id}” is taken",
                        record.values_at["id"],
                        f"give this record another id; the first is at {first}",
                        subject=activity.id,
                    )
                )
                continue
            activities[activity.id] = activity
            raw[activity.id] = record
    return activities


def _records(source: Source, found: list[Finding]) -> Iterator[Map]:
    value, unreadable = read(source)
    found += unreadable
    if value is None:
        found += [] if unreadable else [_no_record(source)]
        return
    for item, place in (
        zip(value, value.values_at, strict=True) if isinstance(value, Seq) else [(value, Place(source.path, 1, 1))]
    ):
        if isinstance(value, Seq) and isinstance(item, Map):
            yield item
        else:
            found.append(
                Finding(
                    "REC005",
                    "this is not a list of records",
                    place,
                    "start each record with “- id: …” and indent its fields",
                )
            )


def _no_record(source: Source) -> Finding:
    """Return the finding of a file that waits for its first record; nothing is wrong in the report for it."""
    return Finding(
        "REC004",
        "the file holds no record yet",
        Place(source.path, 1, 1),
        "add one, for instance with `ctoc-report add meeting`, or delete the file",
        Severity.WARNING,
    )


def _activity(record: Map, names: Known, found: list[Finding]) -> Activity | None:
    types = activity_types()
    kind = record.get("type")
    if not isinstance(kind, str) or kind not in types:
        place = record.values_at.get("type", record.place)
        message = f"there is no type of activity “{kind}”" if kind else "the record has no type"
        hint = did_you_mean(str(kind), types) or f"the types are: {', '.join(types)}"
        found.append(Finding("REC007", message, place, hint, subject=str(record.get("id") or "")))
        return None
    return _validated(types[kind], record, found, record.place.path, names)


def _validated(model: type[Data], value: Value, found: list[Finding], path: str, names: Known | None) -> Data | None:
    if value is None:
        return None
    try:
        return model.model_validate(value, context=names)
    except ValidationError as error:
        problems = error.errors()
        found.extend(_misfit(model, value, problem, path) for problem in problems if not _said_below(problem, problems))
        return None


def _said_below(problem: Any, problems: Iterable[Any]) -> bool:
    """Return whether a list is too short only because its items do not fit, which is said of each of them."""
    loc = problem["loc"]
    below = (other["loc"] for other in problems if len(other["loc"]) > len(loc))
    return problem["type"] == "too_short" and any(other[: len(loc)] == loc for other in below)


def _misfit(model: type[BaseModel], value: Value, problem: Any, path: str) -> Finding:
    """Turn one validation error into a finding that says where, what and what to do."""
    steps = without_tags(problem["loc"])
    kind = problem["type"]
    name = ".".join(str(step + 1) if isinstance(step, int) else step for step in steps)
    subject = str(value.get("id") or "") if isinstance(value, Map) else ""
    if kind == "extra_forbidden":
        place = place_of(value, steps, key=True) or Place(path)
        return Finding(
            "REC008",
            f"there is no field “{name}” here",
            place,
            did_you_mean(str(steps[-1]), _fields(model, steps)) or "delete it, or see the schema of this type",
            subject=subject,
        )
    place = place_of(value, steps) or Place(path)
    if kind == "missing":
        return Finding("REC009", f"the field “{name}” is missing", place, "add it", subject=subject)
    if problem["input"] in EMPTY:
        return Finding(
            "REC009",
            f"the field “{name}” is empty",
            place,
            "write its value after the colon, or delete it if it may be left out",
            subject=subject,
        )
    message, hint = _said(problem)
    return Finding("REC011", f"{name}: {message}" if name else message, place, hint, subject=subject)


def _said(problem: Any) -> tuple[str, str]:
    """Return what a validation error says, in an officer's words, and what to do."""
    if problem["type"] == "literal_error":
        choices = [choice.strip("'") for choice in problem["ctx"]["expected"].replace(" or ", ", ").split(", ")]
        word = str(problem["input"])
        hint = did_you_mean(word, choices) or f"write one of: {', '.join(choices)}"
        return f"“{word}” is not one of the choices", hint
    return problem["msg"].removeprefix("Value error, "), _advice(problem["type"])


def without_tags(loc: tuple[str | int, ...]) -> tuple[str | int, ...]:
    """Return the path of an error without the steps that only name a choice among several models."""
    pairs = zip((None, *loc), loc, strict=False)
    return tuple(
        step
        for before, step in pairs
        if not ((isinstance(before, int) and step in ENTRY_TAGS) or (before == "paragraph" and step in CHOICE_TAGS))
    )


def _fields(model: type[BaseModel], steps: tuple[str | int, ...]) -> tuple[str, ...]:
    return tuple(model.model_fields) if len(steps) == 1 else ()


def _advice(kind: str) -> str:
    return {
        "string_type": "write a word or a text here; quote it if it looks like a list or a mapping",
        "dict_type": "write `{en: …, fr: …}` or a plain text",
        "model_type": "write the fields of this part, one to a line",
    }.get(kind, "correct the value")
