"""The types of activity that records describe: one module to a type, found by discovery.

A module holds one subclass of `Activity` whose `type` is the module's name with hyphens. The prose for it lies in
`templates/<language>/activities/<module>.j2`.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from ctoc_report.values.dates import Span
from ctoc_report.values.figures import Figure, Indicator
from ctoc_report.values.names import CountryCode, DocumentSymbol, EntityKey
from ctoc_report.values.text import Identifier, Localized, Prose, WorkTitle

if TYPE_CHECKING:
    from collections.abc import Iterator

FieldName = Annotated[str, StringConstraints(pattern="^[a-z][a-z0-9_]*$")]


class Part(BaseModel):
    """A part of a record; fields that it does not have are refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Activity(Part):
    """What every record has in common. A type adds its own fields."""

    model_config = ConfigDict(defer_build=True)  # a project pays for the types that it uses

    id: Identifier = Field(
        description="the name by which outline and text refer to the record; unique in the project",
        examples=["working-group-13"],
    )
    type: str = Field(description="the type of activity", examples=["meeting"])
    source: str = Field(
        min_length=1,
        description="where the facts come from: a document, a mail, a sheet and its cell",
        examples=["note to the file of 5 October 2099"],
    )
    date: Span | None = Field(None, description="when it took place")
    background: bool = Field(
        default=False, description="whether it lies outside the reporting period and is told as context"
    )
    countries: tuple[CountryCode, ...] = Field(
        (), description="the countries and territories concerned", examples=[["KEN", "PRT"]]
    )
    organizations: tuple[EntityKey, ...] = Field((), description="the organizations concerned", examples=[["IOM"]])
    programme: EntityKey | None = Field(
        None,
        description="the programme or project it belongs to, by its key in the glossary",
        examples=["Ports_Programme"],
    )
    partners: tuple[EntityKey, ...] = Field(
        (), description="who it was done with, by their keys in the glossary", examples=[["IOM", "INTERPOL"]]
    )
    themes: tuple[Identifier, ...] = Field(
        (), description="what it is about, for queries", examples=[["ports", "online-fraud"]]
    )
    results: tuple[Indicator, ...] = Field(
        (), description="what came of it, counted", examples=[[{"indicator": "arrests", "value": 72}]]
    )
    figures: dict[FieldName, Figure] = Field(
        default_factory=dict, description="further figures, for texts of one's own", examples=[{"offers": 45}]
    )
    dates: dict[FieldName, Span] = Field(
        default_factory=dict, description="further dates, for texts of one's own", examples=[{"opening": "2099-03-01"}]
    )
    titles: dict[FieldName, WorkTitle] = Field(
        default_factory=dict,
        description="titles of works named in texts of one's own",
        examples=[{"handbook": {"en": "Handbook on Floating Cities"}}],
    )
    symbols: dict[FieldName, DocumentSymbol] = Field(
        default_factory=dict,
        description="documents named in texts of one's own",
        examples=[{"summary": "CTOC/COP/WG.4/2099/3"}],
    )
    places: dict[FieldName, Localized] = Field(
        default_factory=dict,
        description="cities, regions and places named in texts of one's own",
        examples=[{"port": {"en": "the old port", "fr": "le vieux port"}}],
    )
    text: Prose | None = Field(
        None,
        description="words of one's own, in place of the template's, in full sentences",
        examples=[{"en": "{{ UNODC | the }} continued its work.", "fr": "{{ UNODC | the }} a poursuivi ses travaux."}],
    )


@cache
def activity_types() -> Mapping[str, type[Activity]]:
    """Return the activity types by the word that names them in records (`constructive-dialogue`)."""
    from ctoc_report import activities, discovery  # noqa: PLC0415  (the package looks for its own modules)

    return _Types({name.replace("_", "-"): name for name in discovery.names(activities)})


class _Types(Mapping[str, type[Activity]]):
    """The types by their names; the module of a type is imported when the type is asked for, and not before."""

    def __init__(self, modules: Mapping[str, str]) -> None:
        self._modules = modules

    def __getitem__(self, kind: str) -> type[Activity]:
        return _activity_type(self._modules[kind])

    def __iter__(self) -> Iterator[str]:
        return iter(self._modules)

    def __len__(self) -> int:
        return len(self._modules)


@cache
def _activity_type(name: str) -> type[Activity]:
    """Return the subclass of `Activity` that a module holds."""
    module = import_module(f"{__name__}.{name}")
    things = (thing for thing in vars(module).values() if isinstance(thing, type) and issubclass(thing, Activity))
    return next(thing for thing in things if thing.__module__ == module.__name__)
