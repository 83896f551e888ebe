"""A line that says what long work is at, shown on a terminal only, and only when the work takes a while."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from ctoc_report.console import is_watched, terminal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

PATIENCE = 0.5
"""Seconds that pass before the line is shown; quicker work needs none."""


@contextmanager
def progress() -> Iterator[Callable[[str], None]]:
    """Give a function that is told each stage of the work; the line of the last one told is gone when the work ends."""
    console = terminal(stderr=True)
    if not is_watched(console) or console.is_dumb_terminal:
        yield lambda _stage: None
        return
    from threading import Timer  # noqa: PLC0415  (needed on a terminal only)

    from rich.text import Text  # noqa: PLC0415

    status = console.status("")
    timer = Timer(PATIENCE, status.start)
    timer.start()
    try:
        yield lambda stage: status.update(Text(stage, style="dim", no_wrap=True, overflow="ellipsis"))
    finally:
        timer.cancel()
        timer.join()
        status.stop()
