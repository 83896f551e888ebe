"""The document tree: a closed set of frozen nodes, and how to walk them.

The tree is what every stage after composition works on. Blocks are what stands in the text column; inlines carry
meaning, not looks. A node remembers its `origin`, the record field that its words come from, so that any word of the
report can be followed back to a line that somebody can edit.

After numbering, every word that a reader will see is in the tree: writers neither count nor translate.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from decimal import Decimal

Direction = Literal["ltr", "rtl"]
Scheme = Literal["roman", "letter", "arabic", "none"]


@dataclass(frozen=True, slots=True)
class Origin:
    """Where printed words come from: a record and the path of one of its fields.

    `record` is a record's id, or the name of a project file without its ending (`report`, `glossary`).
    `field` is a dotted path, for instance `documents.0.symbol`; empty for a record as a whole.
    A total, count or share has neither: `parts` are the origins of what it was computed from.
    """

    record: str = ""
    field: str = ""
    parts: tuple[Origin, ...] = ()

    @property
    def fields(self) -> tuple[Origin, ...]:
        """The fields that the words come from: itself, or the parts of a computed value."""
        return self.parts if self.parts or not self.record else (self,)

    def __str__(self) -> str:
        if self.parts:
            return "+".join(dict.fromkeys(map(str, self.parts)))
        return f"{self.record}:{self.field}" if self.field else self.record


def computed(origins: Iterable[Origin]) -> Origin:
    """Return the origin of a value computed from values of these origins, each told once."""
    return Origin(parts=tuple(dict.fromkeys(part for origin in origins for part in origin.fields)))


# --- inlines -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Text:
    """Plain words."""

    text: str
    origin: Origin | None = None


@dataclass(frozen=True, slots=True)
class Date:
    """A date or span of dates; `iso` is its ISO 8601 form (`2023-10-02`, `2023-10-02/2023-10-03`, `2024-05`, `2023`)."""

    text: str
    iso: str
    origin: Origin | None = None


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its bound as printed ("more than 9,000"); `words` is its spelt-out form, for the start of a sentence.

    `ordinal` tells "fourteenth" from "fourteen"; `percent` tells a share from a count.
    """

    text: str
    value: Decimal
    origin: Origin | None = None
    words: str = ""
    ordinal: bool = False
    percent: bool = False


@dataclass(frozen=True, slots=True)
class Symbol:
    """A document symbol, with the address of the document."""

    text: str
    href: str
    origin: Origin | None = None


@dataclass(frozen=True, slots=True)
class Resolution:
    """The number of a resolution, without the words round it; `organ` is the key of a body (`GA`, `SC`)."""

    text: str
    organ: str
    href: str = ""
    origin: Origin | None = None


@dataclass(frozen=True, slots=True)
class Country:
    """A country or territory with its article or preposition as printed; `code` is ISO 3166-1 alpha-3."""

    text: str
    code: str
    origin: Origin | None = None


@dataclass(frozen=True, slots=True)
class Title:
    """The title of a publication or other work, in its own language (BCP 47 tag); printed in italics."""

    text: str
    language: str
    origin: Origin | None = None


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """An organization, programme or term that has a short form.

    `first` is the name with the abbreviation in brackets, `full` the name alone, `later` the abbreviation alone, each
    with the article or preposition that the place asks for. `text` is the one that the reader sees, chosen when the
    document is numbered; until then it is empty.
    """

    key: str
    first: str
    full: str
    later: str
    text: str = ""
    origin: Origin | None = None


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference to a section or paragraph of the same document; `text` is filled in when the document is numbered.

    `target` is the id of a heading, or of the record whose (first) paragraph is meant.
    """

    target: str
    kind: Literal["section", "paragraph"]
    text: str = ""
    origin: Origin | None = None


@dataclass(frozen=True, slots=True)
class Blank:
    """Something that is not known, or wrong, and that the reader must see to be missing; for instance a symbol."""

    text: str
    origin: Origin | None = None


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Italics asked for by an author (foreign words, titles in narrative text)."""

    content: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Strong:
    """Bold asked for by an author."""

    content: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to an address."""

    content: tuple[Inline, ...]
    href: str


Leaf = Text | Date | Quantity | Symbol | Resolution | Country | Title | Abbreviation | Reference | Blank
Container = Emphasis | Strong | Link
Inline = Leaf | Container


# --- blocks --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading. `level` is its depth, 1 for a chapter; `scheme` how it is numbered; `number` its mark ("I.", "A.").

    A heading of scheme `none` has no mark and is printed in italics. `path` is how references name it ("II.B.2").
    """

    level: int
    content: tuple[Inline, ...]
    id: str
    scheme: Scheme
    number: str = ""
    path: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A numbered paragraph of the text; `number` is 0 until the document is numbered.

    `records` are the ids of the records it tells, in order. `items` are its sub-paragraphs.
    """

    content: tuple[Inline, ...]
    records: tuple[str, ...] = ()
    id: str = ""
    number: int = 0
    mark: str = ""
    items: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True)
class Item:
    """A sub-paragraph, with its mark ("(a)"; "a)" in French) and the sub-paragraphs below it."""

    content: tuple[Inline, ...]
    mark: str = ""
    items: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True)
class Unnumbered:
    """Text that stands outside the paragraph numbers, for instance a summary."""

    content: tuple[Inline, ...]
    records: tuple[str, ...] = ()


Block = Heading | Paragraph | Unnumbered


# --- the whole -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class CoverPage:
    """What stands on the first page above the text, each line as the reader sees it.

    `symbol` is cut into its series letters ("CTOC") and the rest ("/COP/2024/5"), which are printed in two sizes; when
    the symbol is not known yet `symbol_series` is empty and `symbol_rest` is a `Blank`. `note_mark` ("*") follows the
    item line, and `note` is what stands after it at the foot of the page.
    """

    publisher: str
    symbol_series: str
    symbol_rest: Symbol | Blank
    organ: str
    distribution: str
    date: Date | Blank
    language: str
    original: str
    body: str
    session: str
    venue: tuple[Inline, ...]
    item: str
    note_mark: str
    note: tuple[Inline, ...]
    item_title: str
    title: str
    author: str
    job_number: str = ""


@dataclass(frozen=True, slots=True)
class Properties:
    """What a file says of itself: for document properties and the head of a web page."""

    title: str
    subject: str
    author: str
    keywords: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """One report in one language.

    `language` is a BCP 47 tag for the whole text (`en`, `fr`), `locale` has its region too, as Word wants it (`en-GB`,
    `fr-FR`); `paper` is the page size of the body's duty station.
    """

    language: str
    locale: str
    direction: Direction
    paper: Literal["letter", "a4"]
    cover: CoverPage
    properties: Properties
    blocks: tuple[Block, ...]
    draft: bool = False


# --- changing ------------------------------------------------------------------------------------------------------


def with_text(leaf: Leaf, text: str) -> Leaf:
    """Return `leaf` with other words; itself when they are the same."""
    if leaf.text == text:
        return leaf
    kind: type = type(leaf)
    values, at = _fields(kind)
    found = list(values(leaf))
    found[at] = text
    changed: Leaf = kind(*found)
    return changed


@cache
def _fields(kind: type) -> tuple[Callable[[Leaf], tuple[Any, ...]], int]:
    """Return what reads all fields of a leaf, and the place of `text` among them: many times as fast as `replace`."""
    names = [field.name for field in fields(kind)]
    return attrgetter(*names), names.index("text")


# --- walking -------------------------------------------------------------------------------------------------------


def leaves(content: tuple[Inline, ...]) -> Iterator[Leaf]:
    """Yield the leaves of `content` from left to right."""
    for inline in content:
        if isinstance(inline, Container):
            yield from leaves(inline.content)
        else:
            yield inline


def plain(content: tuple[Inline, ...]) -> str:
    """Return the words of `content` as a reader sees them, without any markup."""
    return "".join(leaf.text for leaf in leaves(content))


def paragraphs(document: Document) -> Iterator[Paragraph]:
    """Yield the numbered paragraphs of `document` in order."""
    for block in document.blocks:
        if isinstance(block, Paragraph):
            yield block


def contents(block: Block | Item) -> Iterator[tuple[Inline, ...]]:
    """Yield the inline contents of `block` and of its sub-paragraphs, in reading order."""
    yield block.content
    if isinstance(block, Paragraph | Item):
        for item in block.items:
            yield from contents(item)


def block_leaves(block: Block) -> Iterator[Leaf]:
    """Yield the leaves of a block and of its sub-paragraphs, in reading order."""
    for content in contents(block):
        yield from leaves(content)


def word_count(document: Document) -> int:
    """Return the words of `document` as the United Nations counts them: text, headings, sub-paragraphs, notes."""
    return sum(len(plain(content).split()) for block in document.blocks for content in contents(block))
