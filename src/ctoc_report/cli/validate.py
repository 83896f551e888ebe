"""`ctoc-report validate`: everything that is wrong with a folder, in one run."""

from __future__ import annotations

from datetime import date

import typer

from ctoc_report import files
from ctoc_report.cli.build import Folder
from ctoc_report.console.findings import show_findings


def validate(folder: Folder = ".") -> None:
    """Say what is wrong with the records and with the report that they make, each with the line to edit.

    Ends with 0 when nothing is wrong, 1 when something is, 2 when the folder cannot be read.

    Example: ctoc-report validate sample_data/cop12-trafficking-in-persons
    """
    from ctoc_report.build import build  # noqa: PLC0415  (a command pays for what it uses)

    built = build(files.project(folder), files.Templates(folder), date.today())  # noqa: DTZ011, TID251  (names of countries are dated)
    show_findings(built.findings)
    raise typer.Exit(1 if built.findings else 0)
