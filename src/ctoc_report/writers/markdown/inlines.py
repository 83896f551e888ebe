"""Running text in CommonMark: words that come back exactly as they are, with their emphasis and links.

Emphasis does not nest here: a text is a row of runs, each with its own marks. CommonMark decides by the characters on
both sides whether a mark opens or closes; where a letter would stop it, the letter is written as a number (`&#97;`).
"""

from __future__ import annotations

import re
import string
import unicodedata
from dataclasses import dataclass
from functools import reduce
from itertools import groupby
from typing import TYPE_CHECKING, assert_never
from urllib.parse import quote

from ctoc_report.document import (
    Abbreviation,
    Blank,
    Country,
    Date,
    Emphasis,
    Inline,
    Link,
    Quantity,
    Reference,
    Resolution,
    Strong,
    Symbol,
    Text,
    Title,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_ITALIC, _BOLD = 1, 2  # as many asterisks; together three

_SPECIAL = re.compile(r"[\\`*_\[\]<~#]|!\Z|&(?=[0-9A-Za-z]+;)")
_START = re.compile(r"^(?:(?=[+\-=>])|([0-9]{1,9})(?=[.)](?:\s|$)))")
_SPACES = re.compile(r"[ \t\n\r\f\v]+")
_WEB = re.compile(r"https?://\S+", re.IGNORECASE)
# At most four characters long: only so many are searched, whatever stands before them.
_ENDS_AFTER_SIGN = re.compile(r"(?:_|(?:[^\w*]|_)\*{1,3})$")
_STARTS_BEFORE_SIGN = re.compile(r"_|\*{1,3}(?:[^\w*]|_)")


@dataclass(frozen=True, slots=True)
class _Run:
    """Words with one look; `marks` is how many asterisks stand on each side."""

    text: str
    marks: int
    href: str


def line(content: tuple[Inline, ...]) -> str:
    """Return `content` as one line that may stand at the start of a block."""
    return _START.sub(r"\1\\", span(content))


def span(content: tuple[Inline, ...]) -> str:
    """Return `content` as one line that stands after something else, for instance a number."""
    runs = _merged(run for inline in content for run in _runs(inline, 0, ""))
    text = "".join(_linked(href, list(group)) for href, group in groupby(runs, key=lambda run: run.href))
    return _SPACES.sub(" ", text).strip()


def _runs(inline: Inline, marks: int, href: str) -> Iterator[_Run]:
    match inline:
        case Text(text) | Date(text) | Quantity(text) | Country(text):
            yield _Run(text, marks, href)
        case Abbreviation(text=text) | Reference(text=text):
            yield _Run(text, marks, href)
        case Symbol(text) | Resolution(text):
            yield _Run(text, marks, href or _address(inline.href))
        case Title(text):
            yield _Run(text, marks | _ITALIC, href)
        case Blank(text):
            yield _Run(f"[{text.strip('[]')}]", marks | _BOLD, href)
        case Emphasis(content):
            yield from _inside(content, marks | _ITALIC, href)
        case Strong(content):
            yield from _inside(content, marks | _BOLD, href)
        case Link(content):
            yield from _inside(content, marks, href or _address(inline.href))
        case _:
            assert_never(inline)


def _inside(content: tuple[Inline, ...], marks: int, href: str) -> Iterator[_Run]:
    for inline in content:
        yield from _runs(inline, marks, href)


def _merged(runs: Iterable[_Run]) -> Iterator[_Run]:
    for (marks, href), group in groupby(filter(lambda run: run.text, runs), key=lambda run: (run.marks, run.href)):
        yield _Run("".join(run.text for run in group), marks, href)


def _address(href: str) -> str:
    """Return `href` as a link destination, or nothing when it does not lead to the web."""
    return quote(href, safe=":/?#[]@!$&'*+,=%") if _WEB.fullmatch(href) else ""


def _linked(href: str, runs: list[_Run]) -> str:
    text = reduce(_marked, runs, "")
    return f"[{text}]({href})" if href and text.strip() else text


def _marked(before: str, run: _Run) -> str:
    """Return `before` with `run` after it; the marks go round the words, not round the space beside them."""
    words = run.text.strip() if run.marks else ""
    if not words:
        return _beside(before, _escaped(run.text))
    left, _, right = run.text.partition(words)
    marks = ("_" if (before + left).endswith("*") else "*") * run.marks
    return _beside(before + left, f"{marks}{_escaped(words)}{marks}{right}")


def _beside(left: str, right: str) -> str:
    if _ENDS_AFTER_SIGN.search(left, max(len(left) - 4, 0)) and _is_letter(right[0]):
        right = f"&#{ord(right[0])};{right[1:]}"
    elif _STARTS_BEFORE_SIGN.match(right) and left and _is_letter(left[-1]):
        left = f"{left[:-1]}&#{ord(left[-1])};"
    return left + right


def _is_letter(char: str) -> bool:
    """Tell whether `char` is, to CommonMark, neither space nor punctuation."""
    kind = unicodedata.category(char)
    return not (char in string.punctuation or char in string.whitespace or kind == "Zs" or kind.startswith("P"))


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\g<0>", text)
