"""`ctoc-report add`: a record to fill in, at the end of a file of records."""

from __future__ import annotations

from typing import Annotated

import typer

from ctoc_report import files
from ctoc_report.cli.build import Folder
from ctoc_report.console.steps import command, show_choices, show_steps


def add(
    kind: Annotated[
        str | None, typer.Argument(help="The type of the record; without one, the types are listed.", metavar="TYPE")
    ] = None,
    folder: Folder = ".",
    *,
    to: Annotated[
        str, typer.Option(help="The file of the project to add it to; it may be a new one.", metavar="FILE")
    ] = "activities/records.yaml",
    name: Annotated[
        str | None, typer.Option("--id", help="The id of the record. Default: its type and a number.", metavar="ID")
    ] = None,
) -> None:
    """Add a record to fill in.

    Its required fields are left empty; the others stand there as comments, each with what it is for.

    Example: ctoc-report add training my-report --to activities/training.yaml
    """
    from ctoc_report.scaffold.append import appended  # noqa: PLC0415  (a command pays for what it uses)
    from ctoc_report.scaffold.inventory import chosen, languages, new_id, schema_line, taken  # noqa: PLC0415
    from ctoc_report.scaffold.record import descriptions, record  # noqa: PLC0415

    types = descriptions()
    if kind is None:
        show_choices(types)
        return
    chosen(kind, types, "type of record", "types")
    project = files.project(folder)
    id_ = new_id(kind, name, taken(project.activities))
    path = files.activity_file(folder, to)
    old = files.content(path) or schema_line(project.report, files.depth(folder, path)).encode()
    grown = appended(old, record(kind, id_, languages(project.report)), path)
    files.write(path, grown.data)
    show_steps(
        [f"Added the record {id_} at {grown.place}"],
        {
            "fill it in": f"`{command('validate', folder)}` names its fields that are still empty",
            f"- paragraph: {id_}": "tells it: put this line under a heading of the outline in report.yaml",
            command("build", folder): "needs --draft for as long as a required field is empty",
        },
    )
