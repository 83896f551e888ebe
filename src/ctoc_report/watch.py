"""Wait for files to be saved; the only door to watchfiles, which is loaded when somebody waits."""

from __future__ import annotations

from time import sleep
from typing import TYPE_CHECKING

from ctoc_report import files

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

TICK = 1.0
"""Seconds after which folders are looked at even when nothing was heard of them: one may have been put in place anew."""


def changes(folders: Sequence[str]) -> Iterator[None]:
    """Yield at once, and then each time that a file which a build of `folders` reads was saved, made or deleted.

    What is written elsewhere in them is not heard. Ends by KeyboardInterrupt only.
    """
    before = None
    for _ in _ticks(folders):
        now = [files.stamps(folder) for folder in folders]
        if now != before:
            before = now
            yield


def _ticks(folders: Sequence[str]) -> Iterator[None]:
    """Yield when something has happened in folders, and now and then when nothing has."""
    from watchfiles import watch  # noqa: PLC0415  (loaded when somebody waits)

    yield
    while True:
        there = [folder for folder in folders if files.identity(folder)]
        if not there:
            sleep(TICK)
            yield
            continue
        watched = list(map(files.identity, folders))
        for _ in watch(*there, rust_timeout=int(TICK * 1000), yield_on_timeout=True, debounce=200):
            yield
            if list(map(files.identity, folders)) != watched:
                break
