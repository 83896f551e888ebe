"""Where words come from, as people read it: a paragraph with its facts set off from the wording, or a record's fields."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from ctoc_report.console import terminal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from rich.console import Console
    from rich.text import Text

    from ctoc_report.trace.paragraph import Line, ParagraphTrace, Piece, Spot
    from ctoc_report.trace.provenance import Provenance
    from ctoc_report.trace.record import FieldTrace, RecordTrace

WORDS: Final = 44
FIELD: Final = 40
FIELD_WORDS: Final = 36
"""Columns of what stands in the lists, so that a line fits into a hundred: words of a paragraph; fields and their words."""

EDGES: Final = re.compile(r"^( *)(.+?)( *)$")
"""Words between their outer spaces."""

FACT: Final = "bold cyan"
LOOKS: Final = {"own_words": "", "wording": "dim", "missing": "bold red", "figure": "bold green", "date": "bold green"}
"""The looks of words by their kind; of other kinds they are facts."""


# --- a paragraph ---


def show_paragraph(trace: ParagraphTrace) -> None:
    """Print a paragraph with its facts in brackets, then for each record and file what it prints of them."""
    console = terminal()
    pieces = [piece for line in trace.lines for piece in line.pieces]
    console.print(_text((f"Paragraph {trace.at.paragraph} ({trace.at.language})", "bold"), _under(trace.at)))
    for line in trace.lines:
        console.print()
        console.print(_running(line), soft_wrap=not console.is_terminal)
    console.print()
    console.print(_text(("[ ] is a fact or a name that comes from the files; the rest is wording.", "dim")))
    for record in trace.records:
        mine = [piece for piece in pieces if _one(piece) and piece.origins[0].record == record.record]
        if not mine and not record.wording:
            continue
        told = ("wording", str(record.wording)) if record.wording else ("", "not told here, but printed")
        _show_head(
            console, f"{record.record} ({record.type})", ("at", str(record.place)), ("source", record.source), told
        )
        _show_rows(console, _rows(mine, record.source, str(record.wording)))
    _show_files(console, pieces, {record.record for record in trace.records})
    _show_computed(console, [piece for piece in pieces if piece.computed])


def _running(line: Line) -> Text:
    """Return the text of a paragraph or sub-paragraph with its facts in brackets."""
    text = _text((f"{line.mark} ", "dim"))
    for piece in line.pieces:
        fact = piece.kind not in ("own_words", "wording")
        text.append(EDGES.sub(r"\1[\2]\3", piece.words) if fact else piece.words, LOOKS.get(piece.kind, FACT))
    return text


def _one(piece: Piece) -> bool:
    return bool(piece.origins) and not piece.computed


def _show_files(console: Console, pieces: Sequence[Piece], records: set[str]) -> None:
    """Print what comes from no record: from report.yaml, the glossary and the bodies."""
    others = [piece for piece in pieces if _one(piece) and piece.origins[0].record not in records]
    for path in dict.fromkeys(piece.origins[0].place.path for piece in others):
        _show_head(console, path)
        _show_rows(console, _rows((piece for piece in others if piece.origins[0].place.path == path), "", ""))


def _rows(pieces: Iterable[Piece], source: str, wording: str) -> Iterator[tuple[Text, ...]]:
    """Yield what is printed of one record or file, each thing once; its own text is in the head already."""
    things: dict[tuple[str, str], list[Piece]] = {}
    for piece in pieces:
        own = piece.kind == "own_words"
        if not (own and str(piece.origins[0].place) == wording):
            things.setdefault(("" if own else piece.words, piece.origins[0].field), []).append(piece)
    for (whole, _), (piece, *more) in things.items():
        origin = piece.origins[0]
        words = piece.words.strip() if whole or not more else f"{piece.words.strip()} …"
        yield (
            _cut(_text((words, LOOKS.get(piece.kind, FACT))), WORDS),
            _what(piece),
            _spot(origin),
            _note(origin, source),
        )


def _what(piece: Piece) -> Text:
    """Return the field that words come from, with what it holds if that reads otherwise."""
    origin = piece.origins[0]
    said = {"own_words": "own words", "missing": "missing"}.get(piece.kind, origin.value)
    plain = piece.kind in ("phrase", "title") or said in ("", piece.words)
    return _text(origin.field or "the record", ("" if plain else f": {said}", "dim"))


def _show_computed(console: Console, pieces: Sequence[Piece]) -> None:
    """Print what was added up or counted, with everything that went into it."""
    for piece in pieces:
        kind = "values" if any(origin.field for origin in piece.origins) else "records"
        parts = f"computed from {len(piece.origins)} {kind}" if piece.origins else "counted by the text itself"
        _show_head(console, f"{piece.words}, {parts}")
        for origin in piece.origins:
            console.print(_text(f"  {origin.record}  ", _field(origin), "  ", _note(origin, "")))
            console.print(_text((f"    {origin.place}", "dim")))


# --- a record ---


def show_record(trace: RecordTrace) -> None:
    """Print a record, the paragraphs that it is in, where each of its fields is printed, and what is printed nowhere."""
    console = terminal()
    _show_head(console, f"{trace.record} ({trace.type})", ("at", str(trace.place)), ("source", trace.source), top=True)
    _show_head(console, "Paragraphs" if trace.paragraphs else "No paragraph tells it")
    _show_rows(
        console,
        (
            (
                _text((str(mention.at.paragraph), "bold")),
                _text(mention.at.language),
                _text("tells it" if mention.tells else "prints of it"),
                _text(mention.at.section),
                _text((mention.at.heading, "dim")),
            )
            for mention in trace.paragraphs
        ),
    )
    if trace.fields:
        _show_head(console, "Printed")
        _show_rows(console, (row for field in trace.fields for row in _occurrences(field, trace.source)))
    _show_head(console, "Printed nowhere" if trace.unprinted else "Every field is printed")
    _show_rows(console, ((_field(origin), _spot(origin)) for origin in trace.unprinted))


def _occurrences(field: FieldTrace, source: str) -> Iterator[tuple[Text, ...]]:
    """Yield a row for each of the words that a field makes; the field itself stands in the first."""
    head = (_field(field.origin), _spot(field.origin))
    for at, each in enumerate(field.printed):
        where = _text((str(each.paragraph), "bold"), f"  {each.language}")
        words = _text(
            (each.words.strip(), LOOKS.get(each.kind, FACT)), (" (of several)" if each.computed else "", "dim")
        )
        note = _text() if at or each.computed else _note(field.origin, source)
        yield *(head if at == 0 else (_text(), _text())), where, _cut(words, FIELD_WORDS), note


# --- lines ---


def _under(at: Spot) -> str:
    section = f" ({at.section})" if at.section else ""
    return f", under “{at.heading}”{section}" if at.heading else ""


def _field(origin: Provenance) -> Text:
    """Return a field with what it holds."""
    return _cut(_text(origin.field or "the record", (f": {origin.value}" if origin.value else "", "dim")), FIELD)


def _spot(origin: Provenance) -> Text:
    """Return the place of a field in a file that has been named."""
    at = ":".join(str(part) for part in (origin.place.line, origin.place.column) if part)
    return _text((f"…:{at}" if at else "", "dim"))


def _note(origin: Provenance, source: str) -> Text:
    """Return what a figure says of itself: its date, its time, and its source if that is not the record's."""
    own = origin.source if origin.source != source else ""
    parts = (("as of", origin.as_of), ("period", origin.period), ("source:", own))
    return _text(("; ".join(f"{name} {value}" for name, value in parts if value), "yellow"))


def _show_head(console: Console, title: str, *facts: tuple[str, str], top: bool = False) -> None:
    if not top:
        console.print()
    console.print(_text((title, "bold")))
    for name, value in facts:
        console.print(_text((f"  {name:9}", "dim"), value))


def _show_rows(console: Console, rows: Iterable[tuple[Text, ...]]) -> None:
    """Print rows in columns that are as wide as they need; a long last column runs on."""
    made = list(rows)
    widths = [max(cell.cell_len for cell in column) for column in zip(*made, strict=True)]
    for row in made:
        line = _text("  ")
        for cell, width in zip(row, widths, strict=True):
            line.append_text(cell)
            line.append(" " * (width - cell.cell_len + 2) if width else "")
        line.rstrip()
        console.print(line)


def _cut(text: Text, width: int) -> Text:
    text.truncate(width, overflow="ellipsis")
    return text


def _text(*parts: str | Text | tuple[str, str]) -> Text:
    from rich.text import Text  # noqa: PLC0415  (loaded when something is printed)

    return Text.assemble(*parts)
