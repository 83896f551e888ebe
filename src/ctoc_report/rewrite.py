"""Rebuild blocks with their leaves replaced, in reading order."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ctoc_report.document import Block, Container, Inline, Item, Leaf, Paragraph

if TYPE_CHECKING:
    from collections.abc import Callable

    Change = Callable[[Leaf], Leaf]


def in_contents(block: Block, start: Callable[[], Change]) -> Block:
    """Return a block with every leaf changed; `start` gives a new change for its text and for each sub-paragraph."""
    content = in_content(block.content, start())
    if isinstance(block, Paragraph):
        return replace(block, content=content, items=tuple(_in_item(item, start) for item in block.items))
    return replace(block, content=content)


def in_content(content: tuple[Inline, ...], change: Change) -> tuple[Inline, ...]:
    """Return inline content with every leaf changed."""
    return tuple(
        replace(inline, content=in_content(inline.content, change)) if isinstance(inline, Container) else change(inline)
        for inline in content
    )


def _in_item(item: Item, start: Callable[[], Change]) -> Item:
    items = tuple(_in_item(below, start) for below in item.items)
    return replace(item, content=in_content(item.content, start()), items=items)
