"""Read one file, whatever it may be: only text of a sensible size, and only from within its folder."""

from __future__ import annotations

import codecs
import os
import re
import stat
from pathlib import Path
from typing import TYPE_CHECKING, Final

from ctoc_report.errors import CtocError
from ctoc_report.source import Source

if TYPE_CHECKING:
    from ctoc_report.findings import Place

LARGEST: Final = 32 * 1024 * 1024
"""Bytes of the largest project file that is read: some hundred times the records of a long report."""

_WITHOUT_WAITING: Final = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


def text_file(path: Path, top: Path) -> Source:
    """Return a text file of a project; it must be UTF-8, of a sensible size, and really lie inside the folder."""
    try:
        inside = path.resolve().is_relative_to(top.resolve())
        data = _bytes(path) if inside else b""
    except (OSError, RuntimeError) as error:  # a RuntimeError is a circle of links, to Python before 3.13
        why = (isinstance(error, OSError) and error.strerror) or "its links lead in a circle"
        raise CtocError(
            f"{path} cannot be read: {why}", "check that the file is there and that you may read it"
        ) from None
    if not inside:
        raise CtocError(
            f"{path} leads out of the project folder", "put the file itself in the folder, not a link to elsewhere"
        )
    return Source(str(path), _text(path, data))


def _bytes(path: Path) -> bytes:
    """Return what a file holds. A pipe or a device is refused, for it may never end; so is what is too large."""
    if not stat.S_ISREG(path.stat().st_mode):
        raise CtocError(f"{path} is not a file of text", "put a file there, and no folder, pipe or device")
    with os.fdopen(os.open(path, _WITHOUT_WAITING), "rb") as file:
        data = file.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise CtocError(
            f"{path} is larger than {LARGEST // 2**20} MiB",
            "split it into several files, or look whether it is the right one",
        )
    return data


def _text(path: Path, data: bytes) -> str:
    """Return the text that bytes are, with the line ends of Unix."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise CtocError(f"{path} is not UTF-8 text but UTF-16", "save it as UTF-8 in your editor")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise CtocError(
            f"{path} is not UTF-8 text (byte {error.start + 1})", "save it as UTF-8 in your editor"
        ) from None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def content(path: str) -> bytes:
    """Return the bytes of a file, none when it is not there yet. Raises CtocError when it cannot be read."""
    try:
        return _bytes(Path(path))
    except FileNotFoundError:
        return b""
    except OSError as error:
        raise CtocError(f"{path} cannot be read: {error.strerror}", "check that it is a file you may read") from None


BREAK: Final = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
"""What ends a line of YAML."""


class Lines:
    """The lines of files, to be shown beside what is wrong with them; each file is read and split once."""

    def __init__(self) -> None:
        self._files: dict[str, list[str]] = {}

    def __call__(self, place: Place) -> str | None:
        """Return the line at a place, or None when there is no such file or line."""
        if not place.line:
            return None
        if place.path not in self._files:
            self._files[place.path] = self._split(Path(place.path))
        lines = self._files[place.path]
        return lines[place.line - 1] if place.line <= len(lines) else None

    def _split(self, path: Path) -> list[str]:
        try:
            return BREAK.split(_bytes(path).decode("utf-8-sig", errors="replace"))
        except (OSError, CtocError):
            return []
