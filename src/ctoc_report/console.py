"""The terminal: findings, results and errors as people read them. Plain when the output is not a terminal."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ctoc_report.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rich.console import Console

    from ctoc_report.errors import CtocError
    from ctoc_report.findings import Finding

COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}


@dataclass(frozen=True, slots=True)
class Written:
    """A file that was written, with what it holds."""

    path: str
    language: str
    paragraphs: int
    words: int


def _console(*, stderr: bool = False) -> Console:
    from rich.console import Console  # noqa: PLC0415  (loaded when something is printed)

    return Console(stderr=stderr, highlight=False, soft_wrap=True)


def findings(found: Sequence[Finding], *, stderr: bool = False) -> None:
    """Print findings, one to a line as `file:line:column  CODE  message`, with what to do below each, and their number."""
    from rich.text import Text  # noqa: PLC0415  (loaded when something is printed)

    console = _console(stderr=stderr)
    for finding in found:
        colour = COLOURS[finding.severity]
        line = Text.assemble((str(finding.place), "bold"), "  ", (finding.code, colour), "  ", finding.message)
        console.print(line)
        if finding.hint:
            console.print(Text(f"    {finding.hint}", style="dim"))
    console.print(Text(summary(found)))


def summary(found: Sequence[Finding]) -> str:
    """Return how many findings there are of each severity, in words."""
    if not found:
        return "Nothing is wrong."
    counts = ((severity, sum(finding.severity is severity for finding in found)) for severity in Severity)
    return ", ".join(f"{count} {severity}{'s' if count > 1 else ''}" for severity, count in counts if count)


def written(files: Iterable[Written], limit: int, original: str) -> None:
    """Print a table of the files that were written; the limit of words applies to the original language."""
    from rich.table import Table  # noqa: PLC0415  (loaded when something is printed)

    table = Table(box=None, pad_edge=False)
    table.add_column("file", overflow="fold")
    table.add_column("language")
    for name in ("paragraphs", "words", "limit"):
        table.add_column(name, justify="right")
    for file in files:
        colour = "red" if file.language == original and file.words > limit else None
        table.add_row(
            file.path,
            file.language,
            str(file.paragraphs),
            str(file.words),
            str(limit) if file.language == original else "",
            style=colour,
        )
    _console().print(table)


def note(text: str) -> None:
    """Print a line for the user beside the results."""
    _console(stderr=True).print(text, style="dim", markup=False)


def failure(error: CtocError) -> None:
    """Print why the work cannot go on, and what to do about it."""
    from rich.text import Text  # noqa: PLC0415  (loaded when something is printed)

    console = _console(stderr=True)
    console.print(Text.assemble(("error: ", "bold red"), error.message))
    console.print(Text(f"    {error.hint}", style="dim"))
