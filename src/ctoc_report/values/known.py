"""What a project and the shipped data know by name: countries, bodies and entities.

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


@dataclass(frozen=True, slots=True)
class Known:
    """The names that data may use. `resolutions` maps the key of a body to the form that its numbers must have."""

    countries: Collection[str] = ()
    entities: Collection[str] = ()
    resolutions: Mapping[str, re.Pattern[str]] = field(default_factory=dict)


def known(info: ValidationInfo) -> Known | None:
    """Return the names that go with a validation, or None when a value is made without a project."""
    return info.context if isinstance(info.context, Known) else None


def unfit(error: str, message: str, **context: object) -> PydanticCustomError:
    """Return the error that tells an officer what does not fit, in words of ours instead of pydantic's."""
    return PydanticCustomError(error, message, context)


def require(word: str, names: Collection[str], kind: str) -> str:
    """Return `word` if it is one of `names`; otherwise raise an error that proposes the nearest name."""
    if word in names:
        return word
    hint = did_you_mean(word, names)
    raise unfit("unknown_name", "there is no {kind} “{word}”" + (f": {hint}" if hint else ""), kind=kind, word=word)
