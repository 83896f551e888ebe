"""`ctoc-report new`: a folder to begin a report in."""

from __future__ import annotations

from typing import Annotated

import typer

from ctoc_report import files
from ctoc_report.cli.lists import languages, split
from ctoc_report.console.steps import command, show_steps


def new(
    folder: Annotated[str, typer.Argument(help="The folder to make; one that is there must be empty.")],
    *,
    body: Annotated[
        str, typer.Option(help="The body that the report goes to: COP, COP_WG4, CCPCJ, ECOSOC, GA …", metavar="KEY")
    ] = "COP",
    lang: Annotated[
        list[str] | None,
        typer.Option(
            help="A language of the report; several with commas, the original first. Default: all.",
            metavar="TAG",
            autocompletion=languages,
        ),
    ] = None,
) -> None:
    """Begin a report in a new folder.

    The files in it explain themselves, and build at once. Placeholders stand for what only you know. The schemas in
    its folder .schema let an editor propose and check what you write.

    Example: ctoc-report new my-report --body CCPCJ --lang en,fr
    """
    from ctoc_report.scaffold.inventory import chosen  # noqa: PLC0415  (a command pays for what it uses)
    from ctoc_report.scaffold.project import skeleton  # noqa: PLC0415
    from ctoc_report.schema import schemas  # noqa: PLC0415
    from ctoc_report.shipped import read_bodies  # noqa: PLC0415

    templates = files.Templates()
    known = templates.languages()
    tags = [chosen(tag, known, "language", "languages") for tag in split(lang) or known]
    key = chosen(body, read_bodies(templates.bodies()), "body", "bodies")
    for_editors = {f".schema/{name}": text for name, text in schemas(templates.asset("countries.csv")).items()}
    written = files.new_folder(folder, {**skeleton(key, tags, templates.source), **for_editors})
    show_steps(
        (f"Wrote {path}" for path in written),
        {
            command("validate", folder): "names the placeholders that are left, each with its line",
            command("add meeting", folder): "adds a record to fill in; `ctoc-report add` lists the types",
            command("build", folder): "writes the report, at any time",
        },
    )
