"""What a build has written, as a table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ctoc_report.console import put
from ctoc_report.console.excerpts import shown

if TYPE_CHECKING:
    from collections.abc import Sequence

HEADS = ("file", "language", "paragraphs", "words", "limit")
FIRST_NUMBER = HEADS.index("paragraphs")
"""Where the columns of numbers begin, which are set to the right."""


@dataclass(frozen=True, slots=True)
class Written:
    """A file that was written, with what it holds; `limit` is the limit of its words, None when none applies to it."""

    path: str
    language: str
    paragraphs: int
    words: int
    limit: int | None = None

    @property
    def cells(self) -> tuple[str, ...]:
        """What the table says of the file."""
        limit = "" if self.limit is None else str(self.limit)
        return shown(self.path), self.language, str(self.paragraphs), str(self.words), limit

    @property
    def too_long(self) -> bool:
        """Whether it has more words than it may have."""
        return self.limit is not None and self.words > self.limit


def show_written(files: Sequence[Written]) -> None:
    """Print a table of the files that were written; those longer than their limit stand out."""
    from rich.cells import cell_len  # noqa: PLC0415  (loaded when something is printed)

    rows = [(HEADS, "bold"), *((file.cells, "red" if file.too_long else "") for file in files)]
    widths = [max(map(cell_len, column)) for column in zip(*(cells for cells, _ in rows), strict=True)]

    def line(cells: Sequence[str]) -> str:
        room = [" " * (width - cell_len(cell)) for cell, width in zip(cells, widths, strict=True)]
        set_ = [cell + room[at] if at < FIRST_NUMBER else room[at] + cell for at, cell in enumerate(cells)]
        return "  ".join(set_).rstrip() + "\n"

    put((line(cells), style) for cells, style in rows)
