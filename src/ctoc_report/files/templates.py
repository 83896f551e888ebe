"""Templates and the data beside them: a project's own, and those that come with the tool."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path
from sys import implementation
from typing import TYPE_CHECKING

from ctoc_report import __version__
from ctoc_report.errors import CtocError
from ctoc_report.files.cache import Cached
from ctoc_report.files.reading import text_file

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ctoc_report.source import Source


@cache
def shipped_folder() -> Path:
    """Return the folder of the shipped templates: inside the installed package, or beside `src` in a checkout."""
    here = Path(__file__).resolve().parents[1]
    inside = here / "templates"
    return inside if inside.is_dir() else here.parents[1] / "templates"


class Templates:
    """The templates of a project: its own come first, the shipped ones after them."""

    def __init__(self, folder: str | None = None) -> None:
        self._folders = [shipped_folder()]
        own = Path(folder) / "templates" if folder else None
        if own is not None and os.path.isdir(own):  # noqa: PTH112  (false for a name that is too long, as well)
            if not own.resolve().is_relative_to(Path(own.parent).resolve()):
                raise CtocError(f"{own} leads out of the project folder", "put the templates themselves in the folder")
            self._folders.insert(0, own)

    def source(self, name: str) -> Source | None:
        """Return a template by its path below `templates/`, or None when there is none."""
        if ".." in Path(name).parts or Path(name).is_absolute():
            return None
        for folder in self._folders:
            if os.path.lexists(folder / name):
                return text_file(folder / name, folder)
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
                yield text_file(path, folder)

    def languages(self) -> list[str]:
        """Return the tags of the languages there are."""
        return sorted({path.parent.name for folder in self._folders for path in folder.glob("*/language.yaml")})

    def store(self, tag: str) -> Cached:
        """Return where the compiled templates of a language stay between runs."""
        return Cached(f"templates-{tag}-{implementation.cache_tag}-{__version__}")
