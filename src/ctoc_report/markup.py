r"""Read the small inline dialect of templates and officers' texts: CommonMark's emphasis, links and lists, no more.

    *italics*  **bold**  [words](https://address)  \\* a star that means itself
    - an item of a sub-paragraph list, on a line of its own; indented below another, a sub-item

Values printed by templates are not in the text at all: each is one private-use character, which `lift` turns into tree
nodes after the text has been parsed. So nothing that data holds can become structure.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from ctoc_report.document import Emphasis, Inline, Item, Link, Strong, Text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from markdown_it import MarkdownIt
    from markdown_it.token import Token

    Lift = Callable[[str], tuple[Inline, ...]]

ACTIVE: Final = re.compile(r"[*_\[\\]")
"""Characters without which a text has no inline markup, so that it need not be parsed."""

SPACES: Final = re.compile(r"[ \t\r\n]{2,}|[\t\r\n]")
"""White space that is not one space already."""

BEFORE_STOP: Final = re.compile(r" +(?=[,.;:)\]])")

ITEM: Final = re.compile(r"^ *- ", re.MULTILINE)


DEEPEST: Final = 6
"""How many spans of markup, or lists, may stand one within another: the Editorial Manual knows three levels of lists."""


class Unfit(Exception):  # noqa: N818  (it becomes a finding)
    """A text has markup that a paragraph cannot have; `hint` says what to do."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


@dataclass(frozen=True, slots=True)
class Parsed:
    """The words of one paragraph, and its sub-paragraphs."""

    content: tuple[Inline, ...]
    items: tuple[Item, ...] = ()


def plain_text(text: str) -> tuple[Inline, ...]:
    """Lift a text that holds no values."""
    return (Text(text),) if text else ()


def parse(text: str, lift: Lift = plain_text) -> Parsed:
    """Return the tree of one paragraph; `lift` turns runs of plain words into nodes.

    Raises Unfit for what is nested too deeply, and for words that have no place in a paragraph and its list.
    """
    lead, *rest = _split(text)
    return Parsed(inlines(lead, lift), items("\n".join(rest), lift) if rest else ())


def inlines(text: str, lift: Lift = plain_text) -> tuple[Inline, ...]:
    """Return the inline nodes of `text`, its white space folded."""
    text = fold(text)
    if not ACTIVE.search(text):
        return lift(text)
    tokens = _reader().parseInline(text)[0].children or []
    return _nodes(iter(tokens), lift, None)


def items(text: str, lift: Lift = plain_text) -> tuple[Item, ...]:
    """Return the items of a list, with their sub-items."""
    tokens = iter(_reader().parse(text))
    found = _items(tokens, lift)
    if next(tokens, None):
        raise Unfit("something stands after the list of sub-paragraphs", "make it a paragraph of its own")
    return found


def fold(text: str) -> str:
    """Fold white space as running text has it: one space between words, none before a comma, stop or bracket."""
    return BEFORE_STOP.sub("", SPACES.sub(" ", text).strip(" "))


def _split(text: str) -> list[str]:
    found = ITEM.search(text)
    return [text[: found.start()], text[found.start() :]] if found else [text]


@cache
def _reader() -> MarkdownIt:
    from markdown_it import MarkdownIt  # noqa: PLC0415  (loaded when a text has markup)

    return MarkdownIt("zero").enable(["emphasis", "link", "escape", "list", "newline"])


def _nodes(tokens: Iterator[Token], lift: Lift, until: str | None, depth: int = 0) -> tuple[Inline, ...]:
    """Return the nodes up to the token that closes the span they are in."""
    if depth > DEEPEST:
        raise Unfit(f"italics, bold and links are nested more than {DEEPEST} deep", "write it with fewer * and [ ]")
    nodes: list[Inline] = []
    words: list[str] = []
    for token in tokens:
        if token.type in ("text", "softbreak", "text_special", "hardbreak"):
            words.append(token.content or " ")
            continue
        nodes += lift("".join(words)) if words else ()
        words.clear()
        if token.type == until:
            return tuple(nodes)
        nodes += _span(token, tokens, lift, depth)
    return (*nodes, *(lift("".join(words)) if words else ()))


def _span(token: Token, tokens: Iterator[Token], lift: Lift, depth: int) -> Sequence[Inline]:
    inner = _nodes(tokens, lift, token.type.replace("_open", "_close"), depth + 1)
    if token.type == "em_open":
        return (Emphasis(inner),)
    if token.type == "strong_open":
        return (Strong(inner),)
    address = str(token.attrGet("href") or "")
    return (Link(inner, address),) if address.startswith(("https://", "http://")) else inner


def _items(tokens: Iterator[Any], lift: Lift) -> tuple[Item, ...]:
    found: list[Item] = []
    content: tuple[Inline, ...] = ()
    below: tuple[Item, ...] = ()
    for token in tokens:
        if token.type == "bullet_list_open":
            if token.level > 2 * DEEPEST:  # a list is one level, its item another
                raise Unfit(f"lists are nested more than {DEEPEST} deep", "write the deepest as running text")
            below = _items(tokens, lift)
            if token.level == 0:
                return below
        elif token.type == "inline":
            if content:
                raise Unfit("a sub-paragraph has two paragraphs", "make two sub-paragraphs of it, or one text")
            content = inlines(token.content, lift)
        elif token.type == "list_item_close":
            found.append(Item(content, items=below))
            content, below = (), ()
        elif token.type == "bullet_list_close":
            return tuple(found)
    return tuple(found)
