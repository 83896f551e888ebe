"""Number the paragraphs through the whole text, the headings by their depth, and the sub-paragraphs within each."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ctoc_report.document import Block, Heading, Item, Paragraph

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ctoc_report.language.schema import Marks

ROMAN = ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


def write_marks(blocks: Sequence[Block], marks: Marks) -> tuple[Block, ...]:
    """Return the blocks with their numbers. Paragraph numbers never restart (Editorial Manual, paragraphs)."""
    return tuple(_numbered(blocks, marks))


def _numbered(blocks: Iterable[Block], marks: Marks) -> Iterator[Block]:
    paragraph = 0
    counters: list[int] = []
    path: list[str] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            paragraph += 1
            yield replace(
                block,
                number=paragraph,
                mark=marks.paragraph.format(paragraph),
                items=_items(block.items, marks.items, 0),
            )
        elif isinstance(block, Heading) and block.scheme != "none":
            depth = block.level - 1
            counters[depth:] = [(counters[depth] if depth < len(counters) else 0) + 1]
            path[depth:] = [written(counters[depth], block.scheme)]
            yield replace(block, number=marks.heading.format(path[depth]), path=".".join(path))
        elif isinstance(block, Heading):
            yield replace(block, path=".".join(path[: block.level - 1]))
        else:
            yield block


def _items(items: Sequence[Item], patterns: Sequence[str], depth: int) -> tuple[Item, ...]:
    pattern = patterns[min(depth, len(patterns) - 1)]
    return tuple(
        replace(
            item,
            mark=pattern.format(letter=letter(at), roman=roman(at).lower()),
            items=_items(item.items, patterns, depth + 1),
        )
        for at, item in enumerate(items, start=1)
    )


def written(number: int, scheme: str) -> str:
    """Return a heading's number in its scheme: `roman` II, `letter` B, `arabic` 2."""
    match scheme:
        case "roman":
            return roman(number)
        case "letter":
            return letter(number).upper()
        case _:
            return str(number)


def roman(number: int) -> str:
    """Return a number from 1 in capital Roman figures."""
    text = ""
    for value, sign in ROMAN:
        times, number = divmod(number, value)
        text += sign * times
    return text


def letter(number: int) -> str:
    """Return a number from 1 as small letters: a to z, then aa, bb and so on."""
    times, at = divmod(number - 1, 26)
    return chr(ord("a") + at) * (times + 1)
