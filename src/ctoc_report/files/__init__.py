"""The disk: the only room that reads and writes files. Outputs are written whole or not at all."""

from __future__ import annotations

from ctoc_report.files.folder import activity_file, depth, identity, name_of, project, stamps
from ctoc_report.files.reading import Lines, content
from ctoc_report.files.templates import Templates, shipped_folder
from ctoc_report.files.writing import new_folder, write, write_all

__all__ = [
    "Lines",
    "Templates",
    "activity_file",
    "content",
    "depth",
    "identity",
    "name_of",
    "new_folder",
    "project",
    "shipped_folder",
    "stamps",
    "write",
    "write_all",
]
