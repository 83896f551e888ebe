"""The files of a new folder: commented, in the languages chosen, with placeholders for what only the officer knows."""

from __future__ import annotations

from string import Template
from textwrap import indent
from typing import TYPE_CHECKING, Final

from ctoc_report.errors import CtocError
from ctoc_report.scaffold.words import Words, flow, read_words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from ctoc_report.source import Source

FILES: Final = ("report.yaml", "glossary.yaml", "activities/records.yaml")
"""The files of a new folder, as they lie in it and in `templates/new/`."""

BY_LANGUAGE: Final = ("title", "city", "item", "introduction", "activities", "conclusions", "example_city")


def skeleton(body: str, languages: Sequence[str], template: Callable[[str], Source | None]) -> Mapping[str, str]:
    """Return the text of each file of a new folder, by its path in it.

    `body` is the key of a body; the first of `languages` is the one that the report is drafted in. Raises CtocError when
    a file is missing from the installation.
    """
    words = {tag: read_words(tag, template) for tag in languages}
    values = {
        "body": body,
        "original": languages[0],
        "languages": ", ".join(languages),
        "purpose": _purpose(words, body),
        "office": _lines(words, lambda each: flow(each.office.model_dump(exclude_defaults=True)), "    "),
        "entity": _lines(words, lambda _: "{name: , article: }", "  #   "),
        "example_words": flow(dict.fromkeys(languages, "…")),
        **{field: flow({tag: getattr(each, field) for tag, each in words.items()}) for field in BY_LANGUAGE},
    }
    return {path: Template(_text(path, template)).substitute(values) for path in FILES}


def _text(path: str, template: Callable[[str], Source | None]) -> str:
    source = template(f"new/{path}")
    if source is None:
        raise CtocError(f"the file templates/new/{path} is missing", "install ctoc-report again")
    return source.text


def _lines(words: Mapping[str, Words], say: Callable[[Words], str], margin: str) -> str:
    return "\n".join(f"{margin}{tag}: {say(each)}" for tag, each in words.items())


def _purpose(words: Mapping[str, Words], body: str) -> str:
    """Return the first paragraph in each language, its lines as they are broken in the data."""
    texts = {tag: Template(each.purpose).substitute(body=body) for tag, each in words.items()}
    return "\n".join(f"          {tag}: >-\n{indent(text, ' ' * 12)}" for tag, text in texts.items())
