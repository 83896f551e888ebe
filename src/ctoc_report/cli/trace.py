"""`ctoc-report trace`: where the words and figures of a paragraph come from, and where those of a record go."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from ctoc_report import files
from ctoc_report.cli.build import Folder
from ctoc_report.cli.lists import languages
from ctoc_report.console import note
from ctoc_report.console.trace import show_paragraph, show_record

if TYPE_CHECKING:
    from ctoc_report.trace.paragraph import ParagraphTrace
    from ctoc_report.trace.record import RecordTrace


def trace(
    folder: Folder,
    subject: Annotated[
        str, typer.Argument(help="The number of a paragraph, or the id of a record.", metavar="PARAGRAPH|RECORD")
    ],
    *,
    lang: Annotated[
        str | None,
        typer.Option(
            help="The language of the words. Default: the original one for a paragraph, all for a record.",
            metavar="TAG",
            autocompletion=languages,
        ),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Print the same as JSON.")] = False,
) -> None:
    """Say where the words and figures of a paragraph come from, or where a record is told.

    Of a paragraph: its text with the facts in brackets, the records it tells, and for each thing that it prints the
    field, the line and the source; for what was computed, every record that went into it. Of a record: the paragraphs
    it is in, the words that each of its fields makes there, and the fields that are printed nowhere.

    A paragraph may also be called by the id it has in the outline. What could be several of these is first the number
    of a paragraph, then the id of a record, then the id of a paragraph.

    A folder with errors is traced as `build --draft` builds it.

    Example: ctoc-report trace sample_data/cop12-trafficking-in-persons 8 --lang fr

    Example: ctoc-report trace sample_data/cop12-trafficking-in-persons working-group-13

    Example: ctoc-report trace sample_data/cop12-trafficking-in-persons 8 --json
    """
    from ctoc_report.build import build  # noqa: PLC0415  (a command pays for what it uses)
    from ctoc_report.trace import trace as run  # noqa: PLC0415
    from ctoc_report.trace.record import RecordTrace  # noqa: PLC0415

    templates = files.Templates(folder)
    built = build(files.project(folder), templates, date.today(), [lang] if lang else (), draft=True)  # noqa: DTZ011, TID251  (names of countries are dated)
    if built.errors:
        note(f"The folder has errors ({len(built.errors)}): `ctoc-report validate` says what they are.")
    found = run(subject, built.dataset, built.documents, templates.source, templates.bodies())
    if json:
        typer.echo(_json(found))
    elif isinstance(found, RecordTrace):
        show_record(found)
    else:
        show_paragraph(found)


def _json(found: ParagraphTrace | RecordTrace) -> str:
    """Return a trace as JSON: an object with the fields of its class, places as path, line and column."""
    from dataclasses import asdict  # noqa: PLC0415  (a command pays for what it uses)
    from json import dumps  # noqa: PLC0415

    return dumps(asdict(found), ensure_ascii=False, indent=2)
