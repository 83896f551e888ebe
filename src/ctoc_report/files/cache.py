"""What is kept from one run to the next, in the cache folder of the user."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING

from ctoc_report.errors import CtocError
from ctoc_report.files.writing import write

if TYPE_CHECKING:
    from pathlib import Path


class Cached:
    """A file in the cache folder of this user; without such a folder nothing is kept, and nothing is lost."""

    def __init__(self, name: str) -> None:
        self._name = name

    @property
    def _path(self) -> Path:
        from platformdirs import user_cache_path  # noqa: PLC0415  (loaded when the cache is used)

        return user_cache_path("ctoc-report", appauthor=False) / self._name

    def load(self) -> bytes:
        """Return what was saved last; nothing when there is no such file, or when others may have written it."""
        try:
            with self._path.open("rb") as file:
                return file.read() if _is_ours(os.fstat(file.fileno())) else b""
        except OSError:
            return b""

    def save(self, data: bytes) -> None:
        """Keep `data` for the next run, if the disk lets us."""
        with suppress(CtocError):
            write(str(self._path), data)


def _is_ours(status: os.stat_result) -> bool:
    """Tell whether a file belongs to this user and nobody else may write it (Windows keeps such folders private)."""
    return os.name == "nt" or (status.st_uid == os.getuid() and not status.st_mode & 0o022)
