"""The words of a new folder in one language, from `templates/<language>/new.yaml`."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict

from ctoc_report.entities import EntityName
from ctoc_report.errors import CtocError
from ctoc_report.shipped import load

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ctoc_report.source import Source

PLAIN = re.compile(r"\w(?:[\w’ ./-]*[\w’])?")
"""What YAML reads as it stands, also inside braces."""

YAML_WORDS = frozenset({"true", "false", "null", "yes", "no", "on", "off", "y", "n"})


class Words(BaseModel):
    """What a new folder says in one language; `purpose` keeps its line breaks, `office` is the office that reports."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    title: str
    city: str
    item: str
    introduction: str
    purpose: str
    activities: str
    conclusions: str
    example_city: str
    office: EntityName


def read_words(tag: str, template: Callable[[str], Source | None]) -> Words:
    """Return the words of a language. Raises CtocError when it has none, or not those that are needed."""
    source = template(f"{tag}/new.yaml")
    if source is None:
        raise CtocError(f"the language “{tag}” has no words for a new folder", f"write templates/{tag}/new.yaml")
    return load(Words, source)


def flow(fields: Mapping[str, object]) -> str:
    """Return a mapping on one line of YAML, as in `{en: Vienna, fr: Vienne}`."""
    return "{" + ", ".join(f"{name}: {scalar(value)}" for name, value in fields.items()) + "}"


def scalar(value: object) -> str:
    """Return a value as YAML: nothing for None, bare where that is safe, otherwise in quotation marks."""
    if value is None:
        return ""
    if isinstance(value, dict):
        return flow(value)
    if isinstance(value, bool):
        return str(value).lower()
    text = str(value)
    bare = PLAIN.fullmatch(text) and text.lower() not in YAML_WORDS
    return text if bare else json.dumps(text, ensure_ascii=False)
