"""Rebuild blocks with their leaves replaced, in reading order."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ctoc_report.document import Block, Container, Inline, Item, Leaf, Paragraph

if TYPE_CHECKING:
    from collections.abc import Callable

    Change = Callable[[Leaf], Leaf]


def in_block(block: Block, change: Change) -> Block:
    """Return a block with every leaf changed, from the first word to the last."""
    content = in_content(block.content, change)
    if isinstance(block, Paragraph):
        return replace(block, content=content, items=tuple(_in_item(item, change) for item in block.items))
    return replace(block, content=content)


def in_content(content: tuple[Inline, ...], change: Change) -> tuple[Inline, ...]:
    """Return inline content with every leaf changed."""
    return tuple(
        replace(inline, content=in_content(inline.content, change)) if isinstance(inline, Container) else change(inline)
        for inline in content
    )


def _in_item(item: Item, change: Change) -> Item:
    return replace(
        item, content=in_content(item.content, change), items=tuple(_in_item(below, change) for below in item.items)
    )
