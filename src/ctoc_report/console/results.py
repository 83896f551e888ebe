"""What a build has written, as a table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ctoc_report.console import terminal
from ctoc_report.console.excerpts import shown

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class Written:
    """A file that was written, with what it holds; `limit` is the limit of its words, None when none applies to it."""

    path: str
    language: str
    paragraphs: int
    words: int
    limit: int | None = None


def show_written(files: Iterable[Written]) -> None:
    """Print a table of the files that were written; those longer than their limit stand out."""
    from rich.table import Table  # noqa: PLC0415  (loaded when something is printed)
    from rich.text import Text  # noqa: PLC0415

    table = Table(box=None, pad_edge=False)
    table.add_column("file", no_wrap=True)
    table.add_column("language")
    for name in ("paragraphs", "words", "limit"):
        table.add_column(name, justify="right")
    for file in files:
        limit = "" if file.limit is None else str(file.limit)
        table.add_row(
            Text(shown(file.path)),
            file.language,
            str(file.paragraphs),
            str(file.words),
            limit,
            style="red" if file.limit is not None and file.words > file.limit else None,
        )
    terminal().print(table)
