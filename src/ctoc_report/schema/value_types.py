"""The value types in a schema: each is said once, and what it is about stands wherever it is used."""

from __future__ import annotations

import json
from typing import Any

from ctoc_report.schema.definitions import reference

ABOUT = ("description", "examples")
"""What a field may say better than the type of its value. Editors show that of the type first, so it is kept out of it."""


class ValueTypes:
    """Gathers value types in `shared`. They are the schemas with a title, and the definitions that have no fields."""

    def __init__(self, defs: dict[str, Any]) -> None:
        self.shared: dict[str, Any] = {}
        values = {name: definition for name, definition in defs.items() if "properties" not in definition}
        self._about = {
            reference(name)["$ref"]: {word: definition.pop(word) for word in ABOUT if word in definition}
            for name, definition in values.items()
        }

    def settled(self, node: Any) -> Any:
        """Return a schema in which value types are references that say what they are about, and defaults are words."""
        if isinstance(node, list):
            return [self.settled(each) for each in node]
        if not isinstance(node, dict):
            return node
        node = {word: value if word == "examples" else self.settled(value) for word, value in node.items()}
        if isinstance(node.get("title"), str):
            return self._referring(node)
        if isinstance(node.get("$ref"), str):
            node |= {word: value for word, value in self._about.get(node["$ref"], {}).items() if word not in node}
        return _without_default(node)

    def _referring(self, node: dict[str, Any]) -> dict[str, Any]:
        title = node.pop("title")
        about = {word: node.pop(word) for word in (*ABOUT, "default") if word in node}
        self.shared[title] = node
        return _without_default(reference(title) | about)


def _without_default(node: dict[str, Any]) -> dict[str, Any]:
    """Tell a default in words: an editor that completes a field would write it into the file, where it goes without saying."""
    default = node.get("default")
    if isinstance(default, dict):  # the schema of a field of that name
        return node
    node.pop("default", None)
    if default:
        words = ", ".join(default) if isinstance(default, list) else json.dumps(default).strip('"')
        node["description"] += f"; if left out: {words}"
    return node
