"""Values that have a short form beside their parts, as an editor is to see them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

PARTS = ("properties", "required", "additionalProperties")


def short_form(kinds: tuple[str, ...], **keywords: Any) -> Callable[[dict[str, Any]], None]:
    """Return what turns the JSON schema of a model into that of a short form of one of `kinds`, or the model's parts.

    `keywords` say the rest of the short form. The parts stand under a condition: so an editor proposes the short form
    where the field is begun and the parts where a mapping is, and says of each what is wrong with it.
    """

    def extend(schema: dict[str, Any]) -> None:
        parts = {keyword: schema.pop(keyword) for keyword in PARTS if keyword in schema}
        schema |= {**keywords, "type": [*kinds, "object"], "if": {"type": "object"}, "then": parts}

    return extend
