"""The terminal: findings, results and errors as people read them. Plain when the output is not a terminal."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Final

from ctoc_report.console.excerpts import sentence

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.console import Console

    from ctoc_report.errors import CtocError

    Span = tuple[str, str]  # a text, and the style it is printed in

FORCED: Final = ("FORCE_COLOR", "TTY_COMPATIBLE")
"""Variables by which somebody asks for colours where there is no terminal."""


def terminal(*, stderr: bool = False) -> Console:
    """Return the terminal to print on: the output, or with `stderr` the place of messages beside it."""
    from rich.console import Console  # noqa: PLC0415  (loaded when something is printed)

    return Console(stderr=stderr, highlight=False, soft_wrap=True)


def is_watched(console: Console) -> bool:
    """Tell whether somebody sits before `console`: colours may be wanted in a file too, but lines that move never are."""
    return console.is_terminal and console.file.isatty()


def put(spans: Iterable[Span], *, stderr: bool = False) -> None:
    """Print texts, each in its style; plainly, and without loading what knows of styles, where nobody asks for them."""
    stream = sys.stderr if stderr else sys.stdout
    if not (stream.isatty() or any(map(os.environ.get, FORCED))):
        stream.write("".join(text for text, _ in spans))
        return
    from rich.segment import Segment, Segments  # noqa: PLC0415  (loaded when something is printed)

    console = terminal(stderr=stderr)
    console.print(Segments([Segment(text, console.get_style(style)) for text, style in spans]), end="")


def note(text: str) -> None:
    """Print a line for the user beside the results."""
    put([(f"{sentence(text)}\n", "dim")], stderr=True)


def failure(error: CtocError) -> None:
    """Print why the work cannot go on, and what to do about it."""
    said = (("error: ", "bold red"), (f"{sentence(error.message)}\n", ""))
    put((*said, ("  help", "bold cyan"), (f": {sentence(error.hint)}\n", "")), stderr=True)
