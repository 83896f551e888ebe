"""Findings as people read them: where, which rule, what is wrong, the line itself, and what to do."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ctoc_report.console import is_watched, put, terminal
from ctoc_report.console.excerpts import excerpt, sentence, shown
from ctoc_report.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from ctoc_report.console import Span
    from ctoc_report.findings import Finding, Place

    Lines = Callable[[Place], str | None]

COLOURS: Final = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.INFO: "bold cyan"}

GUTTER: Final = 5
"""The width of the gutter in which the numbers of lines stand."""

INDENT: Final = GUTTER + 3
"""Where the text of an excerpt starts, and with it what to do."""

WIDTH: Final = 120
"""How wide lines may be when they are not printed on a terminal."""


def show_findings(found: Sequence[Finding], lines: Lines, *, stderr: bool = False) -> None:
    """Print findings, and how many there are.

    Each starts with a line `file:line:column  CODE  message`, which programs may read too; below it stand the line of
    the file that `lines` gives, if it gives one, and what to do.
    """
    page = _page(stderr=stderr)
    put((span for finding in found for span in page.finding(finding, lines(finding.place))), stderr=stderr)
    put([(f"{summary(found)}\n", "")], stderr=stderr)


def _page(*, stderr: bool) -> Page:
    if not (sys.stderr if stderr else sys.stdout).isatty():
        return Page(WIDTH, wraps=False)
    console = terminal(stderr=stderr)
    return Page(console.width, wraps=is_watched(console))


@dataclass(frozen=True, slots=True)
class Page:
    """Where findings are laid out: `width` cells wide; long sentences go on in a new line if it `wraps` them."""

    width: int
    wraps: bool

    def finding(self, finding: Finding, line: str | None) -> Iterator[Span]:
        """Yield what tells of one finding, with the line of its place if there is one, and an empty line after it."""
        colour = COLOURS[finding.severity]
        grave = "" if finding.severity is Severity.ERROR else f"{finding.severity}: "
        place = shown(str(finding.place))
        yield from ((place, "bold"), ("  ", ""), (finding.code, colour), ("  ", ""))
        yield (self._sentence(grave + finding.message, len(f"{place}  {finding.code}  ")), "")
        if line is not None:
            yield from self._quoted(finding.place, line, colour)
        if finding.hint:
            yield from ((f"{'help':>{GUTTER + 1}}", "bold cyan"), (": ", ""))
            yield (self._sentence(finding.hint, INDENT), "")
        yield ("\n", "")

    def _sentence(self, text: str, before: int) -> str:
        """Return a sentence that starts after `before` cells, with the end of its line."""
        text = sentence(text)
        if not self.wraps or before + len(text) <= self.width:
            return text + "\n"
        import textwrap  # noqa: PLC0415  (loaded when a sentence is long)

        first, rest = " " * before, " " * INDENT
        return textwrap.fill(text, self.width, initial_indent=first, subsequent_indent=rest)[before:] + "\n"

    def _quoted(self, place: Place, line: str, colour: str) -> Iterator[Span]:
        """Yield the line at a place with its number, and the marks under the value."""
        number = f"{place.line:>{GUTTER}}"
        quoted = excerpt(line, place.column, self.width - len(f"{number} | "))
        yield from ((f"{number} |", "blue"), (f" {quoted.text}\n", ""))
        if quoted.marks:
            gutter = " " * len(number) + " |"
            yield from ((gutter, "blue"), (" " * (quoted.shift + 1), ""), ("^" * quoted.marks, colour), ("\n", ""))


def summary(found: Sequence[Finding]) -> str:
    """Return how many findings there are of each severity, in words."""
    if not found:
        return "Nothing is wrong."
    counts = ((severity, sum(finding.severity is severity for finding in found)) for severity in Severity)
    return ", ".join(f"{count} {severity}{'s' if count > 1 else ''}" for severity, count in counts if count)
