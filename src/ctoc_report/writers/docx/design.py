"""The measures and styles of `templates/docx/styles.toml`, with the look-ups that the writer needs."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from ctoc_report.writers.docx.formats import KEYS, Format, Formats

Table = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Design:
    """What `styles.toml` says. Lengths are twips, sizes points, rules eighths of a point."""

    tables: Table
    formats: Formats

    def styles(self, kind: str) -> Mapping[str, Format]:
        """Return the styles of `kind` (`paragraph`, `character`) by their ids, in the order of the file."""
        found: Mapping[str, Format] = self.tables[kind]
        return found

    def place(self, name: str) -> Format:
        """Return how the part of the document called `name` is set: a style and what differs from it."""
        found: Format = self.tables["place"][name]
        return found

    def run(self, name: str) -> Format:
        """Return how the words called `name` are set inside a paragraph."""
        found: Format = self.tables["run"][name]
        return found

    def level(self, kind: str, depth: int) -> Format:
        """Return where the marks of `depth` (0 for the outermost) stand in the list `kind` (`heading`, `paragraph`)."""
        levels: list[Format] = self.tables["list"][kind]
        return levels[min(depth, len(levels) - 1)]

    def table(self, name: str) -> Table:
        """Return a table of measures: `default`, `settings`, `masthead`, `running`."""
        found: Table = self.tables[name]
        return found

    def page(self, paper: str) -> Mapping[str, int]:
        """Return the measures of a page of `paper` (`letter`, `a4`)."""
        pages = self.tables["page"]
        return {**{key: value for key, value in pages.items() if isinstance(value, int)}, **pages[paper]}


@cache
def read_design(source: str) -> Design:
    """Read the text of `styles.toml`. Raises `ValueError` when it is not TOML, or names what no style has."""
    tables = tomllib.loads(source)
    for kind in ("paragraph", "character", "place", "run", "typed"):
        for name, wanted in tables[kind].items():
            _check(f"{kind}.{name}", wanted)
    return Design(tables, Formats(tabs=tables["tabs"], frames=tables["frame"]))


def _check(name: str, wanted: Format) -> None:
    for key in sorted(wanted.keys() - KEYS):
        message = f"styles.toml: [{name}] cannot say {key!r}; use one of {', '.join(sorted(KEYS))}"
        raise ValueError(message)
