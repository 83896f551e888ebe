"""The terminal: findings, results and errors as people read them. Plain when the output is not a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctoc_report.console.excerpts import sentence

if TYPE_CHECKING:
    from rich.console import Console

    from ctoc_report.errors import CtocError


def terminal(*, stderr: bool = False) -> Console:
    """Return the terminal to print on: the output, or with `stderr` the place of messages beside it."""
    from rich.console import Console  # noqa: PLC0415  (loaded when something is printed)

    return Console(stderr=stderr, highlight=False, soft_wrap=True)


def is_watched(console: Console) -> bool:
    """Tell whether somebody sits before `console`: colours may be wanted in a file too, but lines that move never are."""
    return console.is_terminal and console.file.isatty()


def note(text: str) -> None:
    """Print a line for the user beside the results."""
    terminal(stderr=True).print(sentence(text), style="dim", markup=False)


def failure(error: CtocError) -> None:
    """Print why the work cannot go on, and what to do about it."""
    from rich.text import Text  # noqa: PLC0415  (loaded when something is printed)

    console = terminal(stderr=True)
    console.print(Text.assemble(("error: ", "bold red"), sentence(error.message)))
    console.print(Text.assemble(("  help", "bold cyan"), f": {sentence(error.hint)}"))
