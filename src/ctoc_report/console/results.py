"""What a build has written, as a table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ctoc_report.console import terminal

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class Written:
    """A file that was written, with what it holds."""

    path: str
    language: str
    paragraphs: int
    words: int


def show_written(files: Iterable[Written], limit: int, original: str) -> None:
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
    terminal().print(table)
