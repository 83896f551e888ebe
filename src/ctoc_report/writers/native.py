"""The tree itself as text, one node to a line, for goldens, diffs and curious eyes.

A line holds the kind of a node, its words as a JSON string, its attributes, and between angle brackets the record
field that the words come from. What is empty is left out. Characters that cannot be seen, such as the no-break spaces
of French, are spelt out, so that a difference between two dumps can be read.
"""

from __future__ import annotations

import json
import re
from dataclasses import fields
from itertools import chain
from typing import TYPE_CHECKING, assert_never

from ctoc_report.document import (
    Abbreviation,
    Blank,
    Block,
    Country,
    CoverPage,
    Date,
    Document,
    Emphasis,
    Heading,
    Inline,
    Item,
    Leaf,
    Link,
    Paragraph,
    Properties,
    Quantity,
    Reference,
    Resolution,
    Strong,
    Symbol,
    Text,
    Title,
    Unnumbered,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SUFFIX = ".native"

_BARE = re.compile(r'[^\s"<>=,]+')


def write(document: Document, asset: Callable[[str], str]) -> bytes:
    """Return the dump of `document` as UTF-8 text; no `asset` is needed."""
    del asset
    front = (_front("properties", document.properties), _front("cover", document.cover))
    lines = chain([_head(document)], *front, *map(_block, document.blocks))
    return "".join(f"{line}\n" for line in lines).encode()


def _head(document: Document) -> str:
    languages = _attributes(language=document.language, locale=document.locale)
    page = _attributes(direction=document.direction, paper=document.paper)
    return _line("document", languages, page, _flags(draft=document.draft))


def _front(kind: str, record: CoverPage | Properties) -> Iterator[str]:
    yield kind
    for field in fields(record):
        yield from _indented(_field(field.name, getattr(record, field.name)))


def _field(name: str, value: str | Inline | tuple[str | Inline, ...]) -> Iterator[str]:
    match value:
        case "" | ():
            return
        case str():
            yield _line(name, _quoted(value))
        case tuple():
            yield name
            yield from _indented(chain.from_iterable([_quoted(v)] if isinstance(v, str) else _inline(v) for v in value))
        case _:
            yield from _field(name, (value,))


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading(level=level, scheme=scheme, number=number):
            mark = _quoted(number) if number else ""
            yield _line("heading", str(level), mark, scheme, _attributes(id=block.id, path=block.path))
            yield from _inlines(block.content)
        case Paragraph(id=name, number=number, mark=mark):
            told = _attributes(id=name, mark=mark, records=block.records)
            yield _line("paragraph", str(number), told)
            yield from _inlines(block.content)
            yield from _items(block.items)
        case Unnumbered():
            yield _line("unnumbered", _attributes(records=block.records))
            yield from _inlines(block.content)
        case _:
            assert_never(block)


def _items(items: tuple[Item, ...]) -> Iterator[str]:
    for item in items:
        below = chain(_inlines(item.content), _items(item.items))
        yield from _indented(chain([_line("item", _quoted(item.mark))], below))


def _inlines(content: tuple[Inline, ...]) -> Iterator[str]:
    return _indented(chain.from_iterable(map(_inline, content)))


def _inline(inline: Inline) -> Iterator[str]:
    match inline:
        case Emphasis() | Strong():
            yield _kind(inline)
            yield from _inlines(inline.content)
        case Link(href=href):
            yield _line("link", _attributes(href=href))
            yield from _inlines(inline.content)
        case _:
            origin = f"<{_value(str(inline.origin))}>" if inline.origin else ""
            yield _line(_kind(inline), _quoted(inline.text), _details(inline), origin)


def _details(leaf: Leaf) -> str:
    match leaf:
        case Text() | Blank():
            details = ""
        case Date(iso=iso):
            details = _attributes(iso=iso)
        case Quantity(value=value, words=words):
            flags = _flags(ordinal=leaf.ordinal, percent=leaf.percent)
            details = _line(_attributes(value=format(value, "f"), words=words), flags)
        case Symbol(href=href):
            details = _attributes(href=href)
        case Resolution(organ=organ, href=href):
            details = _attributes(organ=organ, href=href)
        case Country(code=code):
            details = _attributes(code=code)
        case Title(language=language):
            details = _attributes(language=language)
        case Abbreviation(key=key, first=first, full=full, later=later):
            details = _attributes(key=key, first=first, full=full, later=later)
        case Reference(target=target, kind=kind):
            details = _line(kind, _attributes(target=target))
        case _:
            assert_never(leaf)
    return details


def _kind(node: Inline) -> str:
    return type(node).__name__.lower()


def _line(*parts: str) -> str:
    return " ".join(part for part in parts if part)


def _indented(lines: Iterator[str]) -> Iterator[str]:
    return (f"  {line}" for line in lines)


def _attributes(**values: str | tuple[str, ...]) -> str:
    many = {name: (value,) if isinstance(value, str) else value for name, value in values.items()}
    return _line(*(f"{name}={','.join(map(_value, each))}" for name, each in many.items() if any(each)))


def _flags(**flags: bool) -> str:
    return _line(*(name for name, up in flags.items() if up))


def _value(text: str) -> str:
    return text if _BARE.fullmatch(text) and text.isprintable() else _quoted(text)


def _quoted(text: str) -> str:
    """Write `text` as a JSON string in which every character can be seen."""
    return "".join(c if c.isprintable() else json.dumps(c)[1:-1] for c in json.dumps(text, ensure_ascii=False))
