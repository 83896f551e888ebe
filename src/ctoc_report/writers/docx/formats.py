"""Formats: the keys of `styles.toml` as paragraph and run properties of Word."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ctoc_report.writers.docx.oxml import Element, Properties, append, element

Format = Mapping[str, Any]
"""One table of `styles.toml`: lengths in twips, sizes in points, scale in per cent, rules in eighths of a point."""

_RUN = {
    "font": ("rFonts/ascii", "rFonts/hAnsi", "rFonts/eastAsia", "rFonts/cs"),
    "bold": ("b/val", "bCs/val"),
    "italic": ("i/val", "iCs/val"),
    "color": ("color/val",),
    "spacing": ("spacing/val",),
    "scale": ("w/val",),
    "kerning": ("kern/val",),
    "raise": ("position/val",),
    "size": ("sz/val", "szCs/val"),
    "highlight": ("highlight/val",),
    "underline": ("u/val",),
}
_PARAGRAPH = {
    "keep_next": ("keepNext/val",),
    "keep_lines": ("keepLines/val",),
    "no_hyphens": ("suppressAutoHyphens/val",),
    "before": ("spacing/before",),
    "after": ("spacing/after",),
    "line": ("spacing/line",),
    "left": ("ind/left",),
    "right": ("ind/right",),
    "first": ("ind/firstLine",),
    "hanging": ("ind/hanging",),
    "align": ("jc/val",),
}
KEYS = {
    *_RUN,
    *_PARAGRAPH,
    "superscript",
    "outline",
    "tabs",
    "frame",
    "rule_above",
    "style",
    "name",
    "based_on",
    "next",
}
"""Everything that a format may say."""

_POINTS = {"kerning", "raise", "size"}
_SINGLE_LINE = 240
_BODY_TEXT = 9


@dataclass(frozen=True, slots=True)
class Formats:
    """Turns formats into properties; `tabs` are the named sets of tab stops, `frames` the named frames."""

    tabs: Mapping[str, list[str]]
    frames: Mapping[str, Mapping[str, str | int]]

    def run(self, wanted: Format) -> Properties:
        """Return the run properties that `wanted` asks for."""
        found: Properties = dict(_attributes(wanted, _RUN))
        if wanted.get("superscript"):
            found["vertAlign"] = {"val": "superscript"}
        return found

    def paragraph(self, wanted: Format) -> Properties:
        """Return the paragraph properties that `wanted` asks for, without its style."""
        found: Properties = dict(_attributes(wanted, _PARAGRAPH))
        if "outline" in wanted:
            found["outlineLvl"] = {"val": wanted["outline"] - 1 if wanted["outline"] else _BODY_TEXT}
        if "tabs" in wanted:
            found["tabs"] = _tab_stops(self.tabs[wanted["tabs"]])
        if "frame" in wanted:
            found["framePr"] = self.frames[wanted["frame"]]
        if "rule_above" in wanted:
            found["pBdr"] = _rule_above(wanted["rule_above"])
        return found


def rule(size: int) -> dict[str, str | int]:
    """Return the attributes of a single black rule, `size` eighths of a point thick."""
    return {"val": "single", "sz": size, "space": 0, "color": "000000"}


def _attributes(wanted: Format, table: Mapping[str, tuple[str, ...]]) -> dict[str, dict[str, str | int]]:
    found: dict[str, dict[str, str | int]] = {}
    for key in wanted:
        for path in table.get(key, ()):
            name, _, attribute = path.partition("/")
            found.setdefault(name, {})[attribute] = _value(key, wanted[key])
            if key == "line":
                found[name]["lineRule"] = "auto" if wanted[key] == "auto" else "exact"
    return found


def _value(key: str, value: Any) -> str | int:
    if isinstance(value, bool):
        return int(value)
    if value == "auto":
        return _SINGLE_LINE
    found: str | int = int(value * 2) if key in _POINTS else value
    return found


def _tab_stops(stops: list[str]) -> Element:
    tabs = element("tabs")
    for kind, position in (stop.split() for stop in stops):
        append(tabs, "tab", val=kind, pos=position)
    return tabs


def _rule_above(size: int) -> Element:
    borders = element("pBdr")
    append(borders, "top", rule(size))
    return borders
