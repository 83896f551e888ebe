"""`ctoc-report validate`: everything that is wrong with a folder, in one run."""

from __future__ import annotations

from datetime import date

import typer

from ctoc_report import files
from ctoc_report.cli.build import Folder
from ctoc_report.console.findings import show_findings
from ctoc_report.console.progress import progress


def validate(folder: Folder = ".") -> None:
    """Say what is wrong, each with the line to edit.

    The records are checked, and the report that they make in each of its languages. Nothing is written.

    Example: ctoc-report validate sample_data/cop12-trafficking-in-persons

    Ends with 0 when nothing is wrong, 1 when something is, 2 when the folder cannot be read.
    """
    from ctoc_report.build import build  # noqa: PLC0415  (a command pays for what it uses)

    with progress() as stage:
        built = build(files.project(folder), files.Templates(folder), date.today(), stage=stage)  # noqa: DTZ011, TID251  (names of countries are dated)
    show_findings(built.findings, files.Lines())
    raise typer.Exit(1 if built.findings else 0)
