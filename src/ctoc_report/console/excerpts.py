"""Excerpts: the line of a file that a finding is about, with marks under the value, made fit for a terminal."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

TAB: Final = "    "
"""What a tab is shown as."""

CUT: Final = "…"
"""What stands for a part of the line that has no room."""

CONTROL: Final = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""Characters that would move the cursor, colour the terminal or turn a line round, and those that cannot be encoded."""

LONGEST: Final = 400
"""Characters of a sentence that are shown: a value that is quoted in it may be as long as a file."""

QUOTED: Final = re.compile(r'"(?:[^"\\]|\\.)*"?' + r"|'(?:[^']|'')*'?")
"""A text between quotation marks, or as much of it as stands in the line."""

PLAIN_END: Final = re.compile(r":(?= |$)| #|$")
"""What ends a plain scalar of YAML."""

FLOW_END: Final = re.compile(r":(?= |$)| #|[,\]}]|$")
"""What ends a plain scalar of YAML between brackets or braces."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A line as it is shown; `marks` cells of it, after the first `shift`, are what the finding is about."""

    text: str
    shift: int = 0
    marks: int = 0


def excerpt(line: str, column: int, width: int) -> Excerpt:
    """Return what of a line fits into `width` cells, round the value that starts at `column`.

    Columns are counted from 1, in characters; 0 when nothing is to be marked.
    """
    from rich.cells import cell_len  # noqa: PLC0415  (loaded when something is printed)

    at = min(max(0, column - 1), len(line))
    start, stop = max(0, at - width), at + 2 * width
    end = start + _end(line[start:stop], at - start, flow=start > 0)
    before, value, after = shown(line[start:at]), shown(line[at:end]), shown(line[end:stop].rstrip())
    if start or (cell_len(before + value) > width and cell_len(before) > width // 3):
        before = _tail(before, width // 3)
    shift = cell_len(before)
    room = width - shift
    fits = cell_len(value + after) <= room and stop >= len(line)
    rest = value + after if fits else _head(value + after, room)
    return Excerpt(before + rest, shift, max(1, min(cell_len(value), room)) if column else 0)


def shown(text: str) -> str:
    """Return a text with nothing in it that a terminal obeys: tabs as spaces, controls as pictures of themselves."""
    return CONTROL.sub(lambda found: _picture(found[0]), text)


def sentence(text: str) -> str:
    """Return a sentence as `shown`, of moderate length: the middle of a long one is cut out."""
    return shown(text if len(text) <= LONGEST else f"{text[: LONGEST // 2]} {CUT} {text[-LONGEST // 2 :]}")


def _picture(character: str) -> str:
    if character == "\t":
        return TAB
    return chr(0x2400 + ord(character)) if character < " " else "\N{REPLACEMENT CHARACTER}"


def _head(text: str, room: int) -> str:
    from rich.cells import set_cell_size  # noqa: PLC0415  (loaded when something is printed)

    return set_cell_size(text, room - 1).rstrip() + CUT


def _tail(text: str, room: int) -> str:
    from rich.cells import cell_len  # noqa: PLC0415  (loaded when something is printed)

    while cell_len(text) >= room:
        text = text[1:]
    return CUT + text


# --- where the value ends ---


def _end(text: str, at: int, *, flow: bool) -> int:
    """Return where the key or value that starts at `at` ends; one of several lines ends with its first.

    With `flow` the value stands between brackets or braces, even if the text does not show where they open.
    """
    if text[at : at + 1] in ("[", "{"):
        return _closing(text, at)
    quoted = QUOTED.match(text, at)
    if quoted:
        return quoted.end()
    before = text[:at]
    flow = flow or before.count("[") + before.count("{") > before.count("]") + before.count("}")
    found = (FLOW_END if flow else PLAIN_END).search(text, at)
    return at + len(text[at : found.start() if found else None].rstrip())


def _closing(text: str, at: int) -> int:
    """Return the end of the list or mapping that starts at `at`."""
    depth = 0
    for here in range(at, len(text)):
        depth += (text[here] in "[{") - (text[here] in "]}")
        if not depth:
            return here + 1
    return len(text.rstrip())
