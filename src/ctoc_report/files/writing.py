"""Write files whole or not at all, and never over what a project is read from."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from stat import S_IMODE
from typing import TYPE_CHECKING, Final

from ctoc_report.errors import CtocError

if TYPE_CHECKING:
    from collections.abc import Mapping

OTHER_PLACE: Final = "choose another place: with --out, or with --to where a record is added"


def write(path: str, data: bytes) -> None:
    """Write one file as `write_all` writes several."""
    write_all({path: data})


def write_all(outputs: Mapping[str, bytes], project: str = "") -> None:
    """Write files, all or none: into temporary files beside their places, then renamed.

    With the folder of a `project`, a file that would stand in the way of what the project is read from is refused.
    Raises CtocError when one cannot be written; what stood in the places before is then untouched, and whatever ends the
    work, no temporary file stays.
    """
    ready: dict[Path, Path] = {}
    target = Path()
    try:
        for path, data in outputs.items():
            target = Path(path)
            _refuse_place(target)
            if project:
                _refuse_input(target, Path(project))
            # Known before it is there, so that it is removed at whatever moment the work is ended.
            ready[target] = target.with_name(f".ctoc-report.{os.urandom(8).hex()}")
            _fill(ready[target], data)
            if target.exists():
                ready[target].chmod(S_IMODE(target.stat().st_mode))  # who may read a file stays as it was
        for target, temporary in ready.items():
            temporary.replace(target)
    except OSError as error:
        raise CtocError(f"{target} cannot be written: {error.strerror}", f"{OTHER_PLACE}, or make room") from None
    finally:
        for temporary in ready.values():
            with suppress(OSError):
                temporary.unlink()


def new_folder(folder: str, texts: Mapping[str, str]) -> list[str]:
    """Write the files of a new folder, and return their paths. `texts` are by the path in the folder.

    Raises CtocError when there is something in the folder already; nothing is written then.
    """
    top = Path(folder)
    if os.path.lexists(top) and not os.path.isdir(top):  # noqa: PTH112  (false for a name that is too long, as well)
        raise CtocError(f"{folder} is a file, not a folder", "give the name of a new folder")
    if os.path.isdir(top) and any(top.iterdir()):  # noqa: PTH112
        raise CtocError(
            f"{folder} is not empty; nothing was written",
            "give the name of a new folder, or add to this one with `ctoc-report add`",
        )
    files = {str(top / path): text.encode() for path, text in texts.items()}
    write_all(files)
    return list(files)


def _fill(temporary: Path, data: bytes) -> None:
    temporary.parent.mkdir(parents=True, exist_ok=True)
    with temporary.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _refuse_place(target: Path) -> None:
    """Raise CtocError for a place that is taken by a folder, or that lies below a file."""
    if os.path.isdir(target):  # noqa: PTH112  (false for a name that is too long, as well)
        raise CtocError(f"{target} cannot be written: there is a folder of that name", OTHER_PLACE)
    for parent in target.parents:
        if os.path.lexists(parent) and not parent.is_dir():
            raise CtocError(f"{target} cannot be written: {parent} is a file", OTHER_PLACE)


def _refuse_input(target: Path, folder: Path) -> None:
    """Raise CtocError for a place among the files that a project is read from."""
    for name in ("activities", "templates", "report.yaml", "glossary.yaml"):
        if target.resolve().is_relative_to((folder / name).resolve()):
            raise CtocError(f"{target} cannot be written: the project is read from there", OTHER_PLACE)
