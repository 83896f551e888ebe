"""CommonMark to read, to paste and to compare: the report with its numbers, marks and links.

Words come back from CommonMark exactly as they stand in the tree, and none of them becomes structure. A paragraph is
an item of an ordered list, with the tree's number; its sub-paragraphs are paragraphs inside it and keep their marks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from ctoc_report.document import (
    Blank,
    Block,
    CoverPage,
    Document,
    Emphasis,
    Heading,
    Inline,
    Item,
    Link,
    Paragraph,
    Strong,
    Symbol,
    Text,
    Unnumbered,
)
from ctoc_report.writers.markdown.inlines import line, span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SUFFIX = ".md"

_DEEPEST_HEADING = 6
_DEEPEST_INDENT = 3  # four spaces would make the text code


def write(document: Document, asset: Callable[[str], str]) -> bytes:
    """Return `document` as CommonMark in UTF-8; no `asset` is needed."""
    del asset
    blocks = [*_cover(document.cover), "---", *map(_block, document.blocks)]
    return "".join(f"{block}\n\n" for block in blocks if block).strip("\n").encode() + b"\n"


def _cover(cover: CoverPage) -> Iterator[str]:
    yield _lines(_plain(cover.publisher))
    yield _lines(_bold(_symbol(cover)))
    yield _lines(_plain(cover.organ))
    yield _lines(_plain(cover.distribution), (cover.date,), _plain(cover.language), _plain(cover.original))
    item = _plain(cover.item + cover.note_mark)
    yield _lines(_plain(cover.body), _bold(_plain(cover.session)), cover.venue, item)
    yield _lines(_bold(_plain(cover.item_title)))
    yield f"# {span(_plain(cover.title))}"
    yield _lines(_bold(_plain(cover.author)))
    yield _lines((Text(f"{cover.note_mark} "), *cover.note) if cover.note else ())


def _symbol(cover: CoverPage) -> tuple[Inline, ...]:
    series = Text(cover.symbol_series)
    match cover.symbol_rest:
        case Symbol(text, href):
            return (Link((series, Text(text)), href),)
        case Blank():
            return (series, cover.symbol_rest)
        case _:
            assert_never(cover.symbol_rest)


def _plain(words: str) -> tuple[Inline, ...]:
    return (Text(words),)


def _bold(content: tuple[Inline, ...]) -> tuple[Inline, ...]:
    return (Strong(content),)


def _lines(*contents: tuple[Inline, ...]) -> str:
    """Return one paragraph with each of `contents` on a line of its own."""
    return "\\\n".join(filter(None, map(line, contents)))


def _block(block: Block) -> str:
    match block:
        case Heading(level, content, number=number):
            words = (Emphasis(content),) if block.scheme == "none" else content
            return f"{'#' * min(level + 1, _DEEPEST_HEADING)} {span((Text(f'{number} '), *words))}"
        case Paragraph(content, number=number, items=items):
            return _numbered(f"{number}. ", [line(content), *_items(items, 0)])
        case Unnumbered(content):
            return line(content)
        case _:
            assert_never(block)


def _numbered(number: str, lines: list[str]) -> str:
    below = f"\n\n{' ' * len(number)}"
    return (number + below.join(filter(str.strip, lines)).lstrip()).rstrip()


def _items(items: tuple[Item, ...], indent: int) -> Iterator[str]:
    for item in items:
        yield " " * indent + line((Text(f"{item.mark} "), *item.content))
        yield from _items(item.items, _DEEPEST_INDENT)
