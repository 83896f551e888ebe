"""What a command has done, and what the user may do next; and the choices that there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctoc_report.console import put
from ctoc_report.console.excerpts import shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


def command(name: str, folder: str) -> str:
    """Return the command that does something with a folder, as the user is to type it."""
    quoted = f'"{folder}"' if " " in folder else folder
    return f"ctoc-report {name}" if folder == "." else f"ctoc-report {name} {quoted}"


def show_steps(done: Iterable[str], following: Mapping[str, str]) -> None:
    """Print what was done, one thing to a line; and below it what may be done next, each with what it is for."""
    put((f"{shown(line)}\n", "") for line in done)
    put([("\nNext:\n", "")])
    show_choices(following, margin="  ")


def show_choices(choices: Mapping[str, str], *, margin: str = "") -> None:
    """Print what can be chosen, one thing to a line, each with what it is."""
    width = max(map(len, choices), default=0)
    for name, meaning in choices.items():
        put([(margin + name.ljust(width), "bold"), (f"  {meaning}\n", "dim")])
