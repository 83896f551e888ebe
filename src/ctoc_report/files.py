"""The disk: the only module that reads and writes files. Outputs are written whole or not at all."""

from __future__ import annotations

import os
import re
from contextlib import suppress
from functools import cache
from pathlib import Path
from sys import implementation
from typing import TYPE_CHECKING

from ctoc_report import __version__
from ctoc_report.errors import CtocError
from ctoc_report.source import Project, Source

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ctoc_report.findings import Place

LARGEST = 64 * 1024 * 1024
"""Bytes of the largest project file that is read: some hundred times the records of a long report."""

BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
"""What ends a line of YAML."""


@cache
def shipped_folder() -> Path:
    """Return the folder of the shipped templates: inside the installed package, or beside `src` in a checkout."""
    here = Path(__file__).resolve().parent
    inside = here / "templates"
    return inside if inside.is_dir() else here.parents[1] / "templates"


def project(folder: str) -> Project:
    """Return the files of a project folder, read. Raises CtocError when it is not one, or a file cannot be read."""
    top = Path(folder)
    if not top.exists():
        raise CtocError(
            f"there is no folder {folder}", "give the path of a project folder, one that holds a report.yaml"
        )
    if not top.is_dir():
        raise CtocError(f"{folder} is a file, not a folder", "give the path of the folder that holds report.yaml")
    report = top / "report.yaml"
    if not report.is_file():
        raise CtocError(
            f"{folder} holds no report.yaml", "give the path of a project folder; sample_data has one to look at"
        )
    glossary = top / "glossary.yaml"
    return Project(
        report=_source(report, top),
        activities=tuple(_source(path, top) for path in sorted((top / "activities").glob("**/*.yaml"))),
        glossary=_source(glossary, top) if glossary.is_file() else None,
    )


def _source(path: Path, top: Path) -> Source:
    """Return a text file of a project; it must be UTF-8, of a sensible size, and really lie inside the folder."""
    if not path.resolve().is_relative_to(top.resolve()):
        raise CtocError(
            f"{path} leads out of the project folder", "put the file itself in the folder, not a link to elsewhere"
        )
    try:
        if path.stat().st_size > LARGEST:
            raise CtocError(
                f"{path} is larger than {LARGEST // 2**20} MiB",
                "split it into several files, or look whether it is the right one",
            )
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise CtocError(
            f"{path} is not UTF-8 text (byte {error.start + 1})", "save it as UTF-8 in your editor"
        ) from None
    except OSError as error:
        raise CtocError(
            f"{path} cannot be read: {error.strerror}", "check that the file is there and that you may read it"
        ) from None
    return Source(str(path), text.replace("\r\n", "\n"))


class Templates:
    """The templates of a project: its own come first, the shipped ones after them."""

    def __init__(self, folder: str | None = None) -> None:
        self._folders = [shipped_folder()]
        own = Path(folder) / "templates" if folder else None
        if own is not None and own.is_dir():
            self._folders.insert(0, own)

    def source(self, name: str) -> Source | None:
        """Return a template by its path below `templates/`, or None when there is none."""
        if ".." in Path(name).parts or Path(name).is_absolute():
            return None
        for folder in self._folders:
            if (folder / name).is_file():
                return _source(folder / name, folder)
        return None

    def asset(self, name: str) -> str:
        """Return the text of a shipped file that a writer needs. Raises CtocError when it is missing."""
        source = self.source(name)
        if source is None:
            raise CtocError(f"the file templates/{name} is missing", "install ctoc-report again")
        return source.text

    def bodies(self) -> Iterator[Source]:
        """Yield the files of the bodies, the shipped ones first."""
        for folder in reversed(self._folders):
            for path in sorted((folder / "bodies").glob("*.yaml")):
                yield _source(path, folder)

    def languages(self) -> list[str]:
        """Return the tags of the languages there are."""
        return sorted({path.parent.name for folder in self._folders for path in folder.glob("*/language.yaml")})

    def store(self, tag: str) -> Cached:
        """Return where the compiled templates of a language stay between runs."""
        return Cached(f"templates-{tag}-{implementation.cache_tag}-{__version__}")


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
            return BREAK.split(path.read_text(encoding="utf-8-sig", errors="replace")) if path.is_file() else []
        except OSError:
            return []


def write(path: str, data: bytes) -> None:
    """Write a file whole or not at all: into a temporary file beside it, then renamed.

    Raises CtocError when it cannot be written; what stood there before is then untouched.
    """
    import tempfile  # noqa: PLC0415  (loaded when something is written)

    target = Path(path)
    temporary = ""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(temporary, 0o644)  # noqa: PTH101  (mkstemp makes files that only their owner may read)
        Path(temporary).replace(target)
    except OSError as error:
        with suppress(OSError):
            Path(temporary).unlink(missing_ok=True) if temporary else None
        raise CtocError(
            f"{path} cannot be written: {error.strerror}", "choose another folder with --out, or make room"
        ) from None


def new_folder(folder: str, texts: Mapping[str, str]) -> list[str]:
    """Write the files of a new folder, and return their paths. `texts` are by the path in the folder.

    Raises CtocError when there is something in the folder already; nothing is written then.
    """
    top = Path(folder)
    if top.exists() and not top.is_dir():
        raise CtocError(f"{folder} is a file, not a folder", "give the name of a new folder")
    if top.is_dir() and any(top.iterdir()):
        raise CtocError(
            f"{folder} is not empty; nothing was written",
            "give the name of a new folder, or add to this one with `ctoc-report add`",
        )
    paths = [str(top / path) for path in texts]
    for path, text in zip(paths, texts.values(), strict=True):
        write(path, text.encode())
    return paths


def activity_file(folder: str, name: str) -> str:
    """Return the path of a file of records, there or not yet, by its `name` in the project folder.

    Raises CtocError when a file of that name would not be read as one of the project's.
    """
    top = Path(folder)
    path = top / name
    inside = all(path.resolve().is_relative_to(each.resolve()) for each in (top, top / "activities"))
    if not inside or path.suffix != ".yaml":
        raise CtocError(
            f"{name} is not a file of the activities folder",
            "name one in it that ends in .yaml, for instance --to activities/training.yaml",
        )
    return str(path)


def depth(folder: str, path: str) -> int:
    """Return how many folders down in a folder a file lies."""
    return len(Path(path).resolve().relative_to(Path(folder).resolve()).parts) - 1


def content(path: str) -> bytes:
    """Return the bytes of a file, none when it is not there yet. Raises CtocError when it cannot be read."""
    try:
        return Path(path).read_bytes()
    except FileNotFoundError:
        return b""
    except OSError as error:
        raise CtocError(f"{path} cannot be read: {error.strerror}", "check that it is a file you may read") from None


def name_of(folder: str) -> str:
    """Return the name of a folder, by which its outputs are called."""
    return Path(folder).resolve().name


def identity(folder: str) -> tuple[int, int] | None:
    """Return what tells a folder from another one that was put in its place; None when there is no folder."""
    try:
        status = Path(folder).stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino


def stamps(folder: str, out: str) -> dict[str, tuple[int, int]]:
    """Return when each file that a build of a folder reads was last saved, and its size; what lies in `out` is left out."""
    top, written = Path(folder), Path(out).resolve()
    own = (path for path in (top / "templates").rglob("*") if not path.resolve().is_relative_to(written))
    found: dict[str, tuple[int, int]] = {}
    for path in (top / "report.yaml", top / "glossary.yaml", *(top / "activities").glob("**/*.yaml"), *own):
        with suppress(OSError):
            status = path.stat()
            found[str(path)] = (status.st_mtime_ns, status.st_size)
    return found
