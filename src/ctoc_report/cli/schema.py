"""`ctoc-report schema`: the JSON Schemas of a project's files, for editors."""

from __future__ import annotations

from typing import Annotated

import typer

from ctoc_report import files
from ctoc_report.console import note
from ctoc_report.errors import CtocError


def schema(
    name: Annotated[
        str | None,
        typer.Argument(help="report, glossary or records; with --out, all of them when left out.", metavar="NAME"),
    ] = None,
    *,
    out: Annotated[str | None, typer.Option(help="Write into this folder instead of printing.", metavar="DIR")] = None,
) -> None:
    """Print a JSON Schema of a project's files, for editors.

    By it an editor proposes fields, shows what they mean and marks mistakes.

    Example: ctoc-report schema --out my-report/.schema
    """
    from ctoc_report.schema import schema_text, schemas  # noqa: PLC0415  (a command pays for what it uses)

    countries = files.Templates().asset("countries.csv")
    if out is None and name is None:
        raise CtocError("say which schema to print", "name report, glossary or records, or write all with --out DIR")
    texts = {f"{name}.schema.json": schema_text(name, countries)} if name else schemas(countries)
    if out is None:
        typer.echo("".join(texts.values()).encode(), nl=False)  # UTF-8, whatever the terminal's own encoding
        return
    for file, text in texts.items():
        files.write(f"{out}/{file}", text.encode())
        note(f"{out}/{file}")
    note("A file finds its schema by its first line: # yaml-language-server: $schema=.schema/report.schema.json")
