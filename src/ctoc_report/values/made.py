"""Values that a function makes whole: pydantic is told of the function alone."""

from __future__ import annotations

from inspect import signature
from typing import TYPE_CHECKING, Any

from pydantic_core import core_schema

if TYPE_CHECKING:
    from collections.abc import Callable

    from pydantic_core import CoreSchema

    Make = Callable[..., Any]


class MadeBy:
    """Mark a type in `Annotated` as made by a function of the value, or of the value and its `ValidationInfo`.

    Pydantic's own validators would look into the type as well, for every field of every model that has one; that took a
    third of the time in which the models are built.
    """

    def __init__(self, make: Make) -> None:
        self._make = make

    def __get_pydantic_core_schema__(self, _source: Any, _handler: Any) -> CoreSchema:
        """Return the schema that calls the function."""
        if len(signature(self._make).parameters) > 1:
            return core_schema.with_info_plain_validator_function(self._make)
        return core_schema.no_info_plain_validator_function(self._make)
