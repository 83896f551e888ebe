"""`ctoc-report build`: the report of a folder, in its languages and in the formats asked for."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from ctoc_report import files
from ctoc_report.console import note
from ctoc_report.console.findings import show_findings
from ctoc_report.console.results import Written, show_written

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ctoc_report.build import Built, Templates, Writer

Folder = Annotated[str, typer.Argument(help="The project folder: the one that holds report.yaml.", metavar="[FOLDER]")]


def build(
    folder: Folder = ".",
    *,
    lang: Annotated[
        list[str] | None,
        typer.Option(help="A language of the report; several with commas. Default: all.", metavar="TAG"),
    ] = None,
    to: Annotated[
        list[str] | None,
        typer.Option(help="A format: docx, html, markdown, native; several with commas.", metavar="FORMAT"),
    ] = None,
    out: Annotated[str, typer.Option(help="The folder to write into.", metavar="DIR")] = "out",
    draft: Annotated[
        bool, typer.Option(help="Build in spite of errors, with a visible mark in place of what is wrong.")
    ] = False,
) -> None:
    """Build the report: records in, a file for each language and format out.

    Example: ctoc-report build sample_data/cop12-trafficking-in-persons --lang fr --to docx,html
    """
    from ctoc_report.build import build as run  # noqa: PLC0415  (a command pays for what it uses)
    from ctoc_report.build import writer  # noqa: PLC0415

    writers = [writer(name) for name in split(to) or ["docx"]]
    templates = files.Templates(folder)
    built = run(files.project(folder), templates, date.today(), split(lang), draft=draft)  # noqa: DTZ011, TID251  (the one place that asks the clock)
    if not built.documents or (built.errors and not draft):
        show_findings(built.findings, stderr=True)
        note("Nothing was written. Correct the errors, or build with --draft to see them in place.")
        raise typer.Exit(1)
    written = list(_write(built, writers, templates, f"{out}/{files.name_of(folder)}"))
    if built.findings:
        show_findings(built.findings, stderr=True)
    plan = built.dataset.plan
    show_written(written, plan.words, plan.original)


def split(values: Sequence[str] | None) -> list[str]:
    """Return the words of an option that may be given several times, or have several words with commas."""
    return list(dict.fromkeys(part.strip() for value in values or () for part in value.split(",") if part.strip()))


def _write(built: Built, writers: Sequence[Writer], templates: Templates, stem: str) -> Iterator[Written]:
    """Make every file before the first is written, then write them."""
    from ctoc_report.document import paragraphs, word_count  # noqa: PLC0415

    made = [
        (tag, each.SUFFIX, each.write(document, templates.asset))
        for tag, document in built.documents.items()
        for each in writers
    ]
    for tag, suffix, data in made:
        path = f"{stem}.{tag}{suffix}"
        files.write(path, data)
        document = built.documents[tag]
        yield Written(path, tag, sum(1 for _ in paragraphs(document)), word_count(document))
