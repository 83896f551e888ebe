"""The characters of a file: those that no report may hold, and those that nobody can see."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from ctoc_report.findings import Finding, Place, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ctoc_report.source import Source

UNPRINTABLE: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ue000-\uf8ff\ufffe\uffff"
    "\U000f0000-\U0010ffff]"
)
"""Characters that no report may hold: control characters, unpaired surrogates and private-use characters.

Line and paragraph separators are among them, for YAML counts lines by them and editors do not; and so are the marks
that turn the direction of writing about, for with them a text reads otherwise than it is: direction is the language's.
"""

INVISIBLE: Final = re.compile(
    "[\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2060-\u2064\u206a-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0"
    "\ufff9-\ufffb\U000e0000-\U000e0fff]"
)
"""Characters that are printed as nothing (Unicode, Default_Ignorable_Code_Point); some scripts need some of them."""


def invisible(source: Source) -> Iterator[Finding]:
    """Yield a finding for each kind of invisible character, where it is first met."""
    if source.text.isascii():
        return
    for character, times in Counter(INVISIBLE.findall(source.text)).items():
        yield Finding(
            "REC017",
            f"the character U+{ord(character):04X} cannot be seen" + (f" ({times} times in this file)" * (times > 1)),
            spot(source, source.text.find(character)),
            "delete it, or retype the word, unless its language needs it",
            Severity.WARNING,
        )


def spot(source: Source, at: int) -> Place:
    """Return the place of a character of a text, by its position."""
    text = source.text
    return Place(source.path, text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at))
