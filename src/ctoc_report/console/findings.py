"""Findings as people read them: where, which rule, what is wrong and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctoc_report.console import terminal
from ctoc_report.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ctoc_report.findings import Finding

COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}


def show_findings(found: Sequence[Finding], *, stderr: bool = False) -> None:
    """Print findings, one to a line as `file:line:column  CODE  message`, with what to do below each, and their number."""
    from rich.text import Text  # noqa: PLC0415  (loaded when something is printed)

    console = terminal(stderr=stderr)
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
