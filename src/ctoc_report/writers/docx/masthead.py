"""The masthead: the table in the header of the first page, and the lines that stand under it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctoc_report.document import Blank, CoverPage, Symbol, Text, plain
from ctoc_report.writers.docx.oxml import Element, element
from ctoc_report.writers.docx.tables import Cell, Row, table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ctoc_report.writers.docx.typesetter import Content, Typesetter


def masthead(cover: CoverPage, typesetter: Typesetter) -> Element:
    """Return the header of the first page. The first cell of the lower row is the place of an office's own emblem."""
    measures = typesetter.design.table("masthead")
    thin, thick = measures["thin_rule"], measures["thick_rule"]
    upper = Row(_upper(cover, typesetter), measures["upper_height"], below=thin, at_bottom=True)
    lower = Row(_lower(cover, typesetter), measures["lower_height"], above=thin, below=thick)
    header = element("hdr")
    header.append(table(measures["columns"], (upper, lower), rtl=typesetter.rtl))
    header.append(typesetter.paragraph("nothing"))
    return header


def title_block(cover: CoverPage, typesetter: Typesetter) -> Iterator[Element]:
    """Yield the paragraphs between the masthead and the text: session, agenda item, title, author."""
    yield from _lines(typesetter, body=cover.body, session=cover.session, venue=cover.venue)
    if cover.note:
        yield from _note(cover, typesetter)
    item = cover.item + cover.note_mark
    yield from _lines(typesetter, item=item, item_title=cover.item_title, title=cover.title, author=cover.author)


def unlinked(symbol: Symbol | Blank) -> Text | Blank:
    """Return `symbol` as plain words: in its own masthead and headers the symbol of a document leads nowhere."""
    return Text(symbol.text) if isinstance(symbol, Symbol) else symbol


def _upper(cover: CoverPage, typesetter: Typesetter) -> tuple[Cell, ...]:
    publisher = typesetter.paragraph("publisher", (Text(cover.publisher),))
    return (_empty(typesetter), Cell((publisher,)), Cell((_symbol(cover, typesetter),), columns=3))


def _lower(cover: CoverPage, typesetter: Typesetter) -> tuple[Cell, ...]:
    organ = Cell((typesetter.paragraph("organ", (Text(cover.organ),)),), columns=2)
    distribution = _lines(
        typesetter,
        distribution=cover.distribution,
        date=(cover.date,),
        language=cover.language,
        original=cover.original,
    )
    return (_empty(typesetter), organ, _empty(typesetter), Cell(tuple(distribution)))


def _symbol(cover: CoverPage, typesetter: Typesetter) -> Element:
    """Return the symbol: the letters of the series large, the rest as the text; a missing one as a blank."""
    wanted = typesetter.design.place("symbol")
    line = typesetter.paragraph("symbol")
    typesetter.write(line, (Text(cover.symbol_series),), {**wanted, **typesetter.design.run("series")})
    typesetter.write(line, (unlinked(cover.symbol_rest),), wanted)
    return line


def _note(cover: CoverPage, typesetter: Typesetter) -> Iterator[Element]:
    """Yield the rule and the note at the foot of the first page, in one frame."""
    rule, line = typesetter.paragraph("note_rule"), typesetter.paragraph("note")
    typesetter.tab(rule, typesetter.design.place("note_rule"))
    wanted = typesetter.design.place("note")
    typesetter.tab(line, wanted)
    typesetter.write(line, (Text(cover.note_mark),), wanted)
    typesetter.tab(line, wanted)
    typesetter.write(line, cover.note, wanted)
    yield from (rule, line)


def _empty(typesetter: Typesetter) -> Cell:
    return Cell((typesetter.paragraph("empty_cell"),))


def _lines(typesetter: Typesetter, **lines: str | Content) -> Iterator[Element]:
    """Yield a paragraph for each of `lines`, named by its place, that says something."""
    for place, words in lines.items():
        content = (Text(words),) if isinstance(words, str) else words
        if plain(content):
            yield typesetter.paragraph(place, content)
