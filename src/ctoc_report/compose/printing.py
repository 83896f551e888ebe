"""Turn values into tree nodes, and carry the nodes through a template's text as single characters.

When a template prints a value, its nodes are put aside and one private-use character stands for them in the text; after
the text has been parsed, `lift` puts the nodes back. The characters are refused in project files, so none can be forged.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from jinja2 import pass_eval_context

from ctoc_report.compose.facts import Fact, View, origin_of
from ctoc_report.compose.names import Namer
from ctoc_report.compose.problems import TemplateProblem
from ctoc_report.document import Blank, Date, Inline, Origin, Quantity, Resolution, Symbol, Text, Title
from ctoc_report.values.dates import DateSpan
from ctoc_report.values.figures import Figure, Money
from ctoc_report.values.names import CountryRef, EntityRef, ResolutionNumber, SymbolRef
from ctoc_report.values.text import Localized, Prose, WorkTitle

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from jinja2.nodes import EvalContext

    from ctoc_report.countries import CountryTable
    from ctoc_report.entities import Body, Entity
    from ctoc_report.language import Language

FIRST: Final = 0xF0000
LAST: Final = 0xFFFFD
MARK: Final = re.compile(f"([{chr(FIRST)}-{chr(LAST)}])")


class Printed:
    """Nodes on their way into a template's text; printed or joined, they become their one character."""

    __slots__ = ("_aside", "nodes")

    def __init__(self, nodes: tuple[Inline, ...], aside: Callable[[tuple[Inline, ...]], str]) -> None:
        self.nodes = nodes
        self._aside = aside

    def __str__(self) -> str:
        return self._aside(self.nodes)

    def __bool__(self) -> bool:
        return bool(self.nodes)


@dataclass
class Printer:
    """Prints the values of one report in one language.

    `missing` is told of every text that has no version in the language; `prose` renders an officer's own words.
    """

    language: Language
    original: str
    bodies: Mapping[str, Body]
    entities: Mapping[str, Entity]
    countries: CountryTable
    missing: Callable[[Origin, str], None]
    prose: Callable[[Fact], tuple[Inline, ...]]
    aside: list[tuple[Inline, ...]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.namer = Namer(self.language, self.entities, self.countries, self.blank)

    # --- into the text and out of it ---

    def put(self, nodes: tuple[Inline, ...]) -> str:
        """Put nodes aside and return the character that stands for them."""
        if FIRST + len(self.aside) > LAST:
            raise TemplateProblem(
                "one paragraph prints too many values", "print fewer of them, or make several paragraphs"
            )
        self.aside.append(nodes)
        return chr(FIRST + len(self.aside) - 1)

    def printed(self, *nodes: Inline) -> Printed:
        """Return nodes as a filter gives them to a template."""
        return Printed(nodes, self.put)

    def lift(self, text: str) -> tuple[Inline, ...]:
        """Return the nodes of a text: plain words, and in place of each mark the nodes that were put aside for it."""
        nodes: list[Inline] = []
        for part in MARK.split(text):
            if MARK.match(part):
                nodes += self.aside[ord(part) - FIRST]
            elif part:
                nodes.append(_wording(part))
        return tuple(nodes)

    @pass_eval_context
    def finalize(self, _when: EvalContext, thing: Any) -> str:
        """Return what stands in the text for anything that a template prints.

        Asking for the context of evaluation keeps Jinja from printing constants while it compiles.
        """
        if isinstance(thing, Fact):
            return self.put(self.nodes(thing))
        if isinstance(thing, int | float):
            return self.put(self.quantity(thing, None))
        return str(thing)

    def show(self, fact: Fact) -> str:
        """Return what stands in the text for a fact that is joined to other words."""
        return self.put(self.nodes(fact))

    # --- values to nodes ---

    def nodes(self, thing: Any) -> tuple[Inline, ...]:
        """Return the nodes of a value in its plainest form. Raises TemplateProblem for what cannot be printed."""
        if isinstance(thing, Printed):
            return thing.nodes
        if not isinstance(thing, Fact):
            return self._other(thing)
        kind: type = type(thing.value)
        if method := _method(kind):
            return method(self, thing)
        origin = thing.origin
        if thing.value is None:
            raise TemplateProblem(
                f"the record “{origin.record}” has no {origin.field}",
                "fill the field in, or print it only `{% if %}` it is there",
            )
        raise TemplateProblem(f"{origin.field or origin.record} is a group of fields", "print one of its fields")

    def _other(self, thing: Any) -> tuple[Inline, ...]:
        if isinstance(thing, View):
            raise TemplateProblem(
                f"“{origin_of(thing)}” is a record, not a value", "print one of its fields, for instance {{ it.title }}"
            )
        if isinstance(thing, int | float):
            return self.quantity(thing, None)
        return self.lift(str(thing))

    def words(self, fact: Fact) -> tuple[Inline, ...]:
        """Return localized words, or a visible blank where the language has none."""
        text = fact.value.in_language(self.language.tag, self.original)
        return (Text(text, fact.origin),) if text is not None else self.absent(fact.origin)

    def own(self, fact: Fact) -> tuple[Inline, ...]:
        """Return an officer's own words, rendered, or a visible blank where the language has none."""
        if fact.value.in_language(self.language.tag, self.original) is None:
            return self.absent(fact.origin)
        return self.prose(fact)

    def absent(self, origin: Origin) -> tuple[Inline, ...]:
        """Return the blank for a text that the language lacks, and tell of it."""
        self.missing(origin, self.language.tag)
        return (self.blank(str(origin), origin),)

    def blank(self, what: str, origin: Origin | None) -> Blank:
        """Return the visible blank for something that is missing."""
        return Blank(self.language.data.cover.missing.format(what), origin)

    def title(self, fact: Fact) -> tuple[Inline, ...]:
        """Return the title of a work, in its own language."""
        text, language = fact.value.best(self.language.tag)
        return (Title(text, language, fact.origin),)

    def date(self, fact: Fact, form: str = "plain", *, year: bool = True) -> tuple[Inline, ...]:
        """Return a date in words."""
        return (Date(self.language.date(fact.value, form, year=year), str(fact.value), fact.origin),)

    def symbol(self, fact: Fact) -> tuple[Inline, ...]:
        """Return a document symbol with its address."""
        return (Symbol(fact.value, self.address(fact.value), fact.origin),)

    def resolution(self, fact: Fact) -> tuple[Inline, ...]:
        """Return the number of a resolution, with the address of its document if it has one of its own."""
        number: ResolutionNumber = fact.value
        symbol = self.bodies[number.organ].resolution_symbol
        address = self.address(symbol.format(number=number.number)) if symbol else ""
        return (Resolution(number.number, number.organ, address, fact.origin),)

    def figure(self, fact: Fact) -> tuple[Inline, ...]:
        """Return a count with its bound."""
        return self.quantity(fact, fact.origin)

    def quantity(
        self, number: Any, origin: Origin | None, *, feminine: bool = False, figures: bool = False
    ) -> tuple[Inline, ...]:
        """Return a number as running text has it; `number` is a fact, a figure or a Python number."""
        value = number.value if isinstance(number, Fact) else number
        figure = value if isinstance(value, Figure) else Figure(value=value)
        text = self.language.number(figure.value, feminine=feminine, figures=figures)
        words = "" if figure.bound else self.language.cardinal(figure.value, feminine=feminine) or ""
        return (Quantity(self.language.bounded(text, figure), figure.value, origin, words=words),)

    def money(self, fact: Fact) -> tuple[Inline, ...]:
        """Return a sum of money."""
        return (Quantity(self.language.money(fact.value), fact.value.amount, fact.origin),)

    def entity(self, fact: Fact) -> tuple[Inline, ...]:
        """Return an entity by its bare name."""
        return self.namer.write(fact, "")

    def text(self, fact: Fact) -> tuple[Inline, ...]:
        """Return a word that is the same in every language."""
        return (Text(fact.value, fact.origin),)

    def address(self, symbol: str) -> str:
        """Return the address of a document of the United Nations: its symbol without spaces."""
        return self.language.data.address + symbol.replace(" ", "")


Method: TypeAlias = "Callable[[Printer, Fact], tuple[Inline, ...]]"

_PLAIN: Final[Mapping[type, Method]] = {
    Prose: Printer.own,
    Localized: Printer.words,
    WorkTitle: Printer.title,
    DateSpan: Printer.date,
    ResolutionNumber: Printer.resolution,
    Figure: Printer.figure,
    Money: Printer.money,
    SymbolRef: Printer.symbol,
    CountryRef: Printer.entity,
    EntityRef: Printer.entity,
    str: Printer.text,
    int: Printer.figure,
}


@lru_cache(maxsize=10_000)
def _wording(text: str) -> Text:
    """Return words of a template or text; the same words come again with every record, and are then the same node."""
    return Text(text)


@cache
def _method(kind: type) -> Method | None:
    """Return how a value of a kind is printed in its plainest form, or None when it cannot be."""
    return next((_PLAIN[base] for base in kind.__mro__ if base in _PLAIN), None)
