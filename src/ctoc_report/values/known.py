"""What a project and the shipped data know by name: countries, bodies, entities and types of activity.

A value that names one of these is checked against it while it is validated; the names travel in pydantic's validation
context.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pydantic_core import PydanticCustomError

from ctoc_report.findings import did_you_mean

if TYPE_CHECKING:
    import re
    from collections.abc import Collection, Mapping

    from pydantic import ValidationInfo

    from ctoc_report.values.countries import CountryWords


@dataclass(frozen=True, slots=True)
class Known:
    """The names that data may use.

    `entities` is None when the glossary could not be read, so that nothing can be said of them. `resolutions` maps the
    key of a body to the form that its numbers must have.
    """

    countries: CountryWords
    entities: Collection[str] | None = None
    bodies: Collection[str] = ()
    types: Collection[str] = ()
    resolutions: Mapping[str, re.Pattern[str]] = field(default_factory=dict)


def known(info: ValidationInfo) -> Known | None:
    """Return the names that go with a validation, or None when a value is made without a project."""
    return info.context if isinstance(info.context, Known) else None


def unfit(error: str, message: str, hint: str = "", **context: object) -> PydanticCustomError:
    """Return the error that tells an officer what does not fit, in words of ours instead of pydantic's.

    `hint` says what to do, unless the message does so already. What is wrong with several fields of a model is shown
    at one of them when the context names it as `at`.
    """
    return PydanticCustomError(error, message, {**context, "hint": hint})


def require(word: str, names: Collection[str], kind: str, hint: str) -> str:
    """Return `word` if it is one of `names`; otherwise raise an error that proposes the nearest name, or gives `hint`."""
    if word in names:
        return word
    raise unfit("unknown_name", "there is no {kind} “{word}”", did_you_mean(word, names) or hint, kind=kind, word=word)
