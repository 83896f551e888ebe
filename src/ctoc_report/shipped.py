"""The data that comes with the tool, read once: languages, bodies, countries."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from pydantic import BaseModel, ValidationError

from ctoc_report.countries import CountryTable, read_countries
from ctoc_report.entities import Body
from ctoc_report.errors import CtocError
from ctoc_report.language import Language
from ctoc_report.language.schema import LanguageData
from ctoc_report.source import Source, place_of, read

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import date


Data = TypeVar("Data", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Shipped:
    """What the tool knows before it reads a project."""

    bodies: Mapping[str, Body]
    countries: CountryTable


def read_bodies(sources: Iterable[Source]) -> Mapping[str, Body]:
    """Return the bodies that the files describe, by their keys."""
    bodies = (load(Body, source) for source in sources)
    return {body.key: body for body in bodies}


def read_shipped(sources: Iterable[Source], countries: str, on: date) -> Shipped:
    """Return the shipped data with the names in force on a date."""
    return Shipped(read_bodies(sources), read_countries(countries, on))


def read_language(tag: str, template: Callable[[str], Source | None], known: Iterable[str]) -> Language:
    """Return the language that `<tag>/language.yaml` describes.

    Raises CtocError when there is no such file, or when it does not say what it has to.
    """
    source = template(f"{tag}/language.yaml")
    if source is None:
        raise CtocError(f"there is no language “{tag}”", f"the languages are: {', '.join(known)}")
    return Language(load(LanguageData, source))


def load(model: type[Data], source: Source) -> Data:
    """Return the data of a shipped file as a `model`; raise CtocError with the place when it does not fit."""
    value, found = read(source)
    if value is None and found:
        raise CtocError(f"{found[0].place}: {found[0].message}", found[0].hint)
    try:
        return model.model_validate(value)
    except ValidationError as error:
        first = error.errors()[0]
        place = place_of(value, first["loc"]) or source.path
        raise CtocError(
            f"{place}: {first['msg']}", "correct the file; the other languages and bodies show the form"
        ) from None
