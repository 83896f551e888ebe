"""Trees for the tests of writers: a short report in two languages, and any report at all."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import strategies as st

from ctoc_report.document import (
    Abbreviation,
    Blank,
    Block,
    Country,
    CoverPage,
    Date,
    Document,
    Emphasis,
    Heading,
    Inline,
    Item,
    Link,
    Origin,
    Paragraph,
    Properties,
    Quantity,
    Reference,
    Resolution,
    Strong,
    Symbol,
    Text,
    Title,
    Unnumbered,
)

if TYPE_CHECKING:
    from collections.abc import Callable

TEMPLATES = Path(__file__).parents[2] / "templates"


@pytest.fixture(scope="session")
def asset() -> Callable[[str], str]:
    """Return what gives a writer the text of a template."""
    return lambda name: (TEMPLATES / name).read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def english() -> Document:
    """Return a report in its original language, whose symbol is not known yet."""
    cover = CoverPage(
        publisher="United Nations",
        symbol_series="",
        symbol_rest=Blank("[symbol]", Origin("report", "symbol")),
        organ="Conference of the Parties to the United Nations Convention against Transnational Organized Crime",
        distribution="Distr.: General",
        date=Date("23 July 2099", "2099-07-23", Origin("report", "date")),
        language="",
        original="Original: English",
        body="",
        session="Twelfth session",
        venue=(Text("Vienna, "), Date("14–18 October 2099", "2099-10-14/2099-10-18")),
        item="Item 2 (b) of the provisional agenda",
        note_mark="*",
        note=(Symbol("CTOC/COP/2099/1", "https://docs.un.org/en/CTOC/COP/2099/1"), Text(".")),
        item_title="Review of the implementation of the Convention and the Protocols thereto",
        title="Activities to promote and support the implementation of the Protocol",
        author="Report of the Secretariat",
    )
    blocks: tuple[Block, ...] = (
        Heading(1, (Text("Introduction"),), "introduction", "roman", "I.", "I"),
        Paragraph(
            (
                Text("In "),
                Date("May 2098", "2098-05", Origin("ccpcj-32", "date")),
                Text(", "),
                Abbreviation(
                    "unodc",
                    "the United Nations Office on Drugs and Crime (UNODC)",
                    "the United Nations Office on Drugs and Crime",
                    "UNODC",
                    "the United Nations Office on Drugs and Crime (UNODC)",
                    Origin("glossary", "unodc"),
                ),
                Text(" supported "),
                Country("Kenya", "KEN", Origin("ken-1", "country")),
                Text(" & published "),
                Title("Informe mundial", "es", Origin("pub-1", "title")),
                Text(" (see "),
                Reference("cooperation", "section", "section I.A"),
                Text(" and "),
                Reference("wg-13", "paragraph", "paragraph 2"),
                Text(")."),
            ),
            ("ccpcj-32", "ken-1"),
            "intro",
            1,
            "1.",
        ),
        Heading(2, (Text("Cooperation"),), "cooperation", "letter", "A.", "I.A"),
        Heading(3, (Text("Working Group on Trafficking in Persons"),), "wg", "none"),
        Paragraph(
            (
                Quantity("453", Decimal(453), Origin("wg-13", "participants"), words="four hundred and fifty-three"),
                Text(" participants recalled resolution "),
                Resolution("77/236", "GA", "https://docs.un.org/en/A/RES/77/236", Origin("wg-13", "mandate")),
                Text("; "),
                Abbreviation(
                    "unodc",
                    "the United Nations Office on Drugs and Crime (UNODC)",
                    "the United Nations Office on Drugs and Crime",
                    "UNODC",
                    "UNODC",
                ),
                Text(":"),
            ),
            ("wg-13",),
            "",
            2,
            "2.",
            (
                Item((Strong((Text("Took note of "), Emphasis((Text("ad hoc"),)), Text(" work;"))),), "(a)"),
                Item(
                    (Text("Invited:"),),
                    "(b)",
                    (
                        Item((Link((Text("States"),), "https://example.org/states?a=1&b=2"), Text(";")), "(i)"),
                        Item((Blank("[missing: organization]"), Text(".")), "(ii)"),
                    ),
                ),
            ),
        ),
        Unnumbered((Text("A closing word."),), ("closing",)),
    )
    properties = Properties("Activities (CTOC/COP/2099/5)", "Twelfth session", "UNODC", ("Protocol", "trafficking"))
    return Document("en", "en-GB", "ltr", "letter", cover, properties, blocks)


@pytest.fixture(scope="session")
def french() -> Document:
    """Return a translated draft, whose symbol is known."""
    cover = CoverPage(
        publisher="Nations Unies",
        symbol_series="CTOC",
        symbol_rest=Symbol("/COP/2099/5", "https://docs.un.org/fr/CTOC/COP/2099/5", Origin("report", "symbol")),
        organ="Conférence des Parties à la Convention des Nations Unies contre la criminalité transnationale organisée",
        distribution="Distr. générale",
        date=Date("23\u00a0juillet 2099", "2099-07-23"),
        language="Français",
        original="Original\u00a0: anglais",
        body="",
        session="Douzième session",
        venue=(Text("Vienne, "), Date("14-18\u00a0octobre 2099", "2099-10-14/2099-10-18")),
        item="Point 2 b) de l’ordre du jour provisoire",
        note_mark="*",
        note=(Symbol("CTOC/COP/2099/1", "https://docs.un.org/fr/CTOC/COP/2099/1"), Text(".")),
        item_title="Examen de l’application de la Convention et des Protocoles s’y rapportant",
        title="Activités menées pour promouvoir et appuyer l’application du Protocole",
        author="Rapport du Secrétariat",
        job_number="V.99-00001 (F)",
    )
    blocks: tuple[Block, ...] = (
        Heading(1, (Text("Introduction"),), "introduction", "roman", "I.", "I"),
        Paragraph(
            (
                Text("Le groupe s’est réuni les "),
                Date("2 et 3\u00a0octobre 2098", "2098-10-02/2098-10-03", Origin("wg-13", "dates")),
                Text(" et a publié "),
                Title("Global Report", "en"),
                Text(" et "),
                Title("Rapport annuel", "fr"),
                Text("\u00a0:"),
            ),
            ("wg-13",),
            "",
            1,
            "1.",
            (Item((Text("De la France\u00a0;"),), "a)"), Item((Text("De l’Italie."),), "b)")),
        ),
    )
    properties = Properties("Activités menées", "Douzième session", "ONUDC")
    return Document("fr", "fr-FR", "ltr", "a4", cover, properties, blocks, draft=True)


# --- any report at all -----------------------------------------------------------------------------------------------

_WORDS = st.text(
    st.sampled_from("*_`#[]()!<>&;\\~-+=.:/'\"1ax é«»’\u00a0\u3010\n\t中") | st.characters(exclude_categories=["C"]),
    max_size=10,
)
_ADDRESSES = _WORDS | st.builds("https://example.org/{}".format, _WORDS) | st.just("javascript:alert(1)")
_NUMBERS = st.decimals(allow_nan=False, allow_infinity=False, places=2)
_LEAVES = st.one_of(
    st.builds(Text, _WORDS),
    st.builds(Date, _WORDS, _WORDS | st.just("2099-10")),
    st.builds(Quantity, _WORDS, _NUMBERS),
    st.builds(Symbol, _WORDS, _ADDRESSES),
    st.builds(Resolution, _WORDS, _WORDS, _ADDRESSES),
    st.builds(Country, _WORDS, _WORDS),
    st.builds(Title, _WORDS, _WORDS | st.just("en")),
    st.builds(Abbreviation, _WORDS, _WORDS, _WORDS, st.just("UN"), _WORDS | st.just("UN")),
    st.builds(Reference, st.sampled_from("ab"), st.sampled_from(["section", "paragraph"]), _WORDS),
    st.builds(Blank, _WORDS),
)


def _several(inlines: st.SearchStrategy[Inline]) -> st.SearchStrategy[tuple[Inline, ...]]:
    return st.lists(inlines, max_size=4).map(tuple)


_INLINES: st.SearchStrategy[Inline] = st.recursive(
    _LEAVES,
    lambda inner: st.one_of(
        st.builds(Emphasis, _several(inner)),
        st.builds(Strong, _several(inner)),
        st.builds(Link, _several(inner), _ADDRESSES),
    ),
    max_leaves=6,
)
_CONTENT = _several(_INLINES)
_RECORDS = st.lists(st.sampled_from("ab"), max_size=2).map(tuple)
_ITEMS = st.recursive(
    st.just(()),
    lambda below: st.lists(st.builds(Item, _CONTENT, _WORDS, below), max_size=2).map(tuple),
    max_leaves=4,
)
_SCHEMES = st.sampled_from(["roman", "letter", "arabic", "none"])
_BLOCKS = st.one_of(
    st.builds(Heading, st.integers(1, 8), _CONTENT, st.sampled_from("ab") | _WORDS, _SCHEMES, _WORDS, _WORDS),
    st.builds(Paragraph, _CONTENT, _RECORDS, st.just(""), st.just(0), st.just(""), _ITEMS),
    st.builds(Unnumbered, _CONTENT, _RECORDS),
)
_COVERS = st.builds(
    CoverPage,
    *[_WORDS] * 2,
    st.builds(Symbol, _WORDS, _ADDRESSES) | st.builds(Blank, _WORDS),
    *[_WORDS] * 2,
    st.builds(Date, _WORDS, _WORDS) | st.builds(Blank, _WORDS),
    *[_WORDS] * 4,
    _CONTENT,
    *[_WORDS] * 2,
    _CONTENT,
    *[_WORDS] * 4,
)


def _numbered(blocks: list[Block], first: int) -> tuple[Block, ...]:
    numbers = iter(range(first, first + len(blocks)))
    return tuple(
        replace(block, number=(number := next(numbers)), mark=f"{number}.") if isinstance(block, Paragraph) else block
        for block in blocks
    )


@pytest.fixture(scope="session")
def documents() -> st.SearchStrategy[Document]:
    """Return a strategy for documents whose words are full of markup; only their paragraph numbers are in order."""
    return st.builds(
        Document,
        language=st.sampled_from(["en", "fr"]),
        locale=_WORDS,
        direction=st.sampled_from(["ltr", "rtl"]),
        paper=st.sampled_from(["letter", "a4"]),
        cover=_COVERS,
        properties=st.builds(Properties, _WORDS, _WORDS, _WORDS, st.lists(_WORDS, max_size=2).map(tuple)),
        blocks=st.builds(_numbered, st.lists(_BLOCKS, max_size=5), st.integers(0, 120)),
        draft=st.booleans(),
    )


@pytest.fixture(scope="session")
def contents() -> st.SearchStrategy[tuple[Inline, ...]]:
    """Return a strategy for running text whose words are full of markup."""
    return _CONTENT
