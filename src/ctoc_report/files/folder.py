"""A project folder: which of its files are read, and what lies in it unread."""

from __future__ import annotations

import os
import re
import stat
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

from ctoc_report.errors import CtocError
from ctoc_report.files.reading import text_file
from ctoc_report.findings import did_you_mean
from ctoc_report.source import Project, Unread

if TYPE_CHECKING:
    from collections.abc import Iterator

FILES: Final = ("report.yaml", "glossary.yaml")
FOLDERS: Final = ("activities", "templates")

ELSEWHERE: Final = "put records into activities/, or take it out of the folder"

YAML: Final = (".yaml", ".yml", ".yaml.txt", ".yml.txt")
"""How the names of files end that somebody may take for a part of the project; only the first is read."""


def project(folder: str) -> Project:
    """Return the files of a project folder, read. Raises CtocError when it is not one, or a file cannot be read.

    Files whose names begin with a dot belong to programs, not to officers, and are passed over.
    """
    top = Path(folder)
    _refuse_other(top)
    report, glossary = (top / name for name in FILES)
    if not os.path.lexists(report):
        raise CtocError(f"{folder} holds no report.yaml", _instead_of_report(top))
    records, unread = _records(top)
    return Project(
        report=text_file(report, top),
        activities=tuple(text_file(path, top) for path in records),
        glossary=text_file(glossary, top) if os.path.lexists(glossary) else None,
        unread=(*_unread_beside_report(top), *unread),
    )


def _refuse_other(top: Path) -> None:
    """Raise CtocError for what is not a folder."""
    try:
        mode = top.stat().st_mode
    except FileNotFoundError:
        raise CtocError(
            f"there is no folder {top}", "give the path of a project folder, one that holds a report.yaml"
        ) from None
    except OSError as error:
        raise CtocError(f"{top} cannot be read: {error.strerror}", "check the path of the folder") from None
    if not stat.S_ISDIR(mode):
        raise CtocError(f"{top} is a file, not a folder", "give the path of the folder that holds report.yaml")


def _instead_of_report(top: Path) -> str:
    for suffix in YAML[1:]:
        if os.path.lexists(top / f"report{suffix}"):
            return f"rename report{suffix} to report.yaml"
    return "give the path of a project folder; sample_data has one to look at"


def _records(top: Path) -> tuple[list[Path], list[Unread]]:
    """Return the files of records in their order, and what lies beside them unread."""
    found: list[Path] = []
    unread: list[Unread] = []
    for parent, folders, names in os.walk(top / "activities", onerror=_refuse_unread):
        for name in filter(_looks_read, [*names, *folders]):
            path = Path(parent, name)
            if name.endswith(YAML[0]):
                found.append(path)
            else:
                unread.append(Unread(str(path), f"rename it to {_stem(name)}.yaml"))
        links = (Path(parent, name) for name in folders)
        unread += [
            Unread(str(path), "put the folder itself here, not a link to it") for path in links if path.is_symlink()
        ]
    return sorted(found), unread


def _refuse_unread(error: OSError) -> None:
    if not isinstance(error, FileNotFoundError):
        raise CtocError(f"{error.filename} cannot be read: {error.strerror}", "check that you may read the folder")


def _unread_beside_report(top: Path) -> Iterator[Unread]:
    """Yield what lies beside report.yaml and looks like a part of the project, but has another name."""
    for path in sorted(top.iterdir()):
        if path.name in FILES or path.name in FOLDERS:
            continue
        if path.is_dir():
            hint = did_you_mean(path.name, FOLDERS)
        elif _looks_read(path.name):
            hint = "did you mean “glossary.yaml”?" if did_you_mean(_stem(path.name), ["glossary"]) else ELSEWHERE
        else:
            continue
        if hint:
            yield Unread(str(path), hint)


def _looks_read(name: str) -> bool:
    """Tell whether a file looks like a part of a project by its name."""
    return name.casefold().endswith(YAML) and not name.startswith(".")


def _stem(name: str) -> str:
    return re.sub(r"\.ya?ml(\.txt)?$", "", name, flags=re.IGNORECASE)


def name_of(folder: str) -> str:
    """Return the name of a folder, by which its outputs are called."""
    try:
        return Path(folder).resolve().name
    except (OSError, RuntimeError):  # a circle of links, which is refused when the folder is read
        return Path(folder).name


def identity(folder: str) -> tuple[int, int] | None:
    """Return what tells a folder from another one that was put in its place; None when there is no folder."""
    try:
        status = Path(folder).stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino


def stamps(folder: str) -> dict[str, tuple[int, int]]:
    """Return when each file that a build of a folder reads was last saved, and its size."""
    top = Path(folder)
    found: dict[str, tuple[int, int]] = {}
    for path in (*(top / name for name in FILES), *(path for name in FOLDERS for path in (top / name).rglob("*"))):
        with suppress(OSError):
            status = path.stat()
            found[str(path)] = (status.st_mtime_ns, status.st_size)
    return found


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
