"""`ctoc-report build`: the reports of folders, in their languages and in the formats asked for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from ctoc_report import files
from ctoc_report.cli.lists import formats, languages, split
from ctoc_report.console import failure, note
from ctoc_report.console.findings import show_findings
from ctoc_report.console.progress import progress
from ctoc_report.console.results import Written, show_written
from ctoc_report.errors import CtocError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from ctoc_report.build import Built, Writer

Folder = Annotated[str, typer.Argument(help="The project folder: the one that holds report.yaml.", metavar="FOLDER")]


def build(
    folders: Annotated[
        list[str] | None,
        typer.Argument(
            help="The project folders: those that hold report.yaml. Default: the current folder.",
            metavar="FOLDER",
            show_default=False,
        ),
    ] = None,
    *,
    lang: Annotated[
        list[str] | None,
        typer.Option(
            help="A language of the report; several with commas. Default: all.",
            metavar="TAG",
            autocompletion=languages,
        ),
    ] = None,
    to: Annotated[
        list[str] | None,
        typer.Option(
            help="A format: docx, html, markdown, native; several with commas. Default: docx.",
            metavar="FORMAT",
            autocompletion=formats,
        ),
    ] = None,
    out: Annotated[str, typer.Option(help="The folder to write into.", metavar="DIR")] = "out",
    draft: Annotated[
        bool, typer.Option("--draft", help="Build in spite of errors, with a visible mark in place of what is wrong.")
    ] = False,
    watch: Annotated[
        bool, typer.Option("--watch", help="Build again whenever a file is saved, until Ctrl-C is pressed.")
    ] = False,
) -> None:
    """Build reports: a file for each language and format.

    Errors refuse the report of their folder: nothing of it is written. The other folders are built all the same.

    Example: ctoc-report build sample_data/cop12-trafficking-in-persons --lang fr --to docx,html

    Ends with 0 when every report was written, 1 when errors refused one, 2 when something cannot be read or written.
    """
    from ctoc_report.build import writer  # noqa: PLC0415  (a command pays for what it uses)

    writers = [writer(name) for name in split(to) or ["docx"]]
    order = Order(tuple(folders or ["."]), split(lang), writers, out, draft=draft)
    _refuse_clashes(order.folders)
    if watch:
        _watch(order)
    else:
        raise typer.Exit(_build_all(order))


@dataclass(frozen=True, slots=True)
class Order:
    """What a call of the command asks for."""

    folders: tuple[str, ...]
    languages: Sequence[str]
    writers: Sequence[Writer]
    out: str
    draft: bool


def _refuse_clashes(folders: Sequence[str]) -> None:
    """Refuse folders whose reports would be written over each other."""
    first: dict[str, str] = {}
    for folder in folders:
        name = files.name_of(folder)
        if name in first:
            raise CtocError(
                f"{first[name]} and {folder} would both be written as {name}",
                "build them one after the other, each with an --out of its own",
            )
        first[name] = folder


def _watch(order: Order) -> None:
    from ctoc_report.watch import changes  # noqa: PLC0415  (a command pays for what it uses)

    try:
        for _ in changes(order.folders):
            _build_all(order)
            note("Waiting for files to be saved; Ctrl-C ends.")
    except KeyboardInterrupt:
        note("Ended.")


def _build_all(order: Order) -> int:
    """Build every folder, say what came of it, and return the code that the command ends with."""
    written: list[Written] = []
    codes = [_build(order, folder, written) for folder in order.folders]
    if written:
        show_written(written)
    return max(codes)


def _build(order: Order, folder: str, written: list[Written]) -> int:
    """Build one folder, add to `written` what was written of it, and return 0, or 1 for errors, or 2 when it cannot be."""
    from ctoc_report.build import build as run  # noqa: PLC0415  (a command pays for what it uses)

    templates = files.Templates(folder)
    try:
        with progress() as stage:
            built = run(files.project(folder), templates, date.today(), order.languages, draft=order.draft, stage=stage)  # noqa: DTZ011, TID251  (only commands ask the clock)
            refused = not built.documents or bool(built.errors and not order.draft)
            if not refused:
                written += _write(built, order, folder, templates.asset, stage)
    except CtocError as error:
        failure(error)
        return 2
    if built.findings:
        show_findings(built.findings, files.Lines(), stderr=True)
    if refused:
        note(f"Nothing was written of {folder}. {_way_out(built)}")
    return int(refused)


def _way_out(built: Built) -> str:
    return "Correct the errors" + (", or build with --draft to see them in place." if built.documents else ".")


def _write(
    built: Built, order: Order, folder: str, asset: Callable[[str], str], stage: Callable[[str], None]
) -> Iterator[Written]:
    """Make every file of a report before the first is written, then write them."""
    from ctoc_report.document import paragraphs, word_count  # noqa: PLC0415  (a command pays for what it uses)

    made: list[tuple[str, str, bytes]] = []
    for tag, document in built.documents.items():
        for each in order.writers:
            path = f"{order.out}/{files.name_of(folder)}.{tag}{each.SUFFIX}"
            stage(f"writing {path}")
            made.append((path, tag, each.write(document, asset)))
    plan = built.dataset.plan
    files.write_all({path: data for path, _, data in made}, folder)
    for path, tag, _ in made:
        document = built.documents[tag]
        limit = plan.words if tag == plan.original else None
        yield Written(path, tag, sum(1 for _ in paragraphs(document)), word_count(document), limit)
