"""The filters that templates use to say how a value is to be printed; each hands the value's origin on.

A method whose name starts with `filter_` is the filter of the rest of its name; its docstring is the manual's line.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from ctoc_report.compose.facts import Fact, Several, View, below
from ctoc_report.compose.printing import Printed, Printer
from ctoc_report.compose.problems import TemplateProblem
from ctoc_report.document import Blank, Inline, Origin, Quantity, Text, plain
from ctoc_report.language import Name, collation
from ctoc_report.values.dates import DateSpan, Day
from ctoc_report.values.names import CountryRef, EntityRef
from ctoc_report.values.text import Localized

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from ctoc_report.values.figures import IndicatorNoun

PAIR = 2
"""So many items need no semicolon between them, whatever commas they have."""

DATE_FORMS = frozenset({"the", "of", "when"})


class Filters:
    """The filters of one language."""

    def __init__(self, printer: Printer, indicators: Mapping[str, IndicatorNoun]) -> None:
        self.printer = printer
        self.language = printer.language
        self.indicators = indicators

    def table(self) -> dict[str, Callable[..., Any]]:
        """Return the filters by name: those below, and one for each case of the language's names."""
        found = {name.removeprefix("filter_"): getattr(self, name) for name in dir(self) if name.startswith("filter_")}
        return self._cases() | found

    def _cases(self) -> dict[str, Callable[[Any], Printed]]:
        def in_case(case: str) -> Callable[[Any], Printed]:
            return lambda thing: self.printer.printed(*self.case(thing, case))

        return {case: in_case(case) for case in self.language.names.cases}

    def case(self, thing: Any, case: str, *, listed: bool = False) -> tuple[Inline, ...]:
        """Return anything with an article or preposition before it."""
        value = thing.value if isinstance(thing, Fact) else None
        if isinstance(value, CountryRef | EntityRef):
            return self.printer.namer.write(thing, case, listed=listed)
        if isinstance(value, DateSpan):
            form = "when" if case == "in" else case
            return self.printer.date(thing, form if form in DATE_FORMS else "plain")
        nodes = self.printer.nodes(thing)
        return self.printer.namer.prefixed(nodes, plain(nodes), case) if case and case != "the" else nodes

    def filter_when(self, thing: Fact, *, year: bool = True) -> Printed:
        """`date | when`: a date with its preposition: "on 2 July 2024"; `when(year=false)` leaves the year out."""
        return self.printer.printed(*self.printer.date(thing, "when", year=year))

    def filter_date(self, thing: Fact, form: str = "plain", *, year: bool = True) -> Printed:
        """`date | date("of", year=false)`: a date in a form (`plain`, `the`, `of`, `when`), with or without its year."""
        return self.printer.printed(*self.printer.date(thing, form, year=year))

    def filter_year_of(self, thing: Fact) -> Printed:
        """`date | year_of`: only the year of a date."""
        year = Day(thing.value.start.year)
        return self.printer.printed(*self.printer.date(Fact(DateSpan(year, year), thing.origin, thing.show)))

    def filter_years(self, thing: Fact) -> Printed:
        """`dates | years`: the first and the last year of a span: "2023 and 2024"; one year when they are the same."""
        ends = dict.fromkeys(Day(end.year) for end in (thing.value.start, thing.value.end))
        facts = [Fact(DateSpan(year, year), thing.origin, thing.show) for year in ends]
        return self.filter_list(facts, order="given")

    def filter_nth(self, several: Several, at: int) -> Printed:
        """`items | nth(loop.index)`: the ordinal of an item of a list: "third"."""
        text = self.language.ordinal(at)
        origin = below(several.origin, at - 1)
        return self.printer.printed(Quantity(text, Decimal(at), origin, words=text, ordinal=True))

    def filter_times(self, thing: Fact) -> Printed:
        """`number | times`: how often: "twice", "deux fois"."""
        number = thing.number or Decimal(0)
        times = self.language.data.numbers.times
        word = times.get(str(number)) or times["other"].format(self.language.number(number, feminine=True))
        return self.printer.printed(Quantity(word, number, thing.origin))

    def filter_organ(self, thing: Fact) -> Fact:
        """`resolution | organ`: the organ that adopted a resolution, as an entity."""
        return Fact(EntityRef(thing.value.organ), thing.origin, thing.show)

    def filter_feminine(self, thing: Fact) -> bool:
        """`body | feminine`: whether the name of an entity is feminine, for pronouns and agreement."""
        name = self.printer.namer.entity(thing.value)
        return name is not None and name.gender == "f"

    def filter_brief(self, thing: Fact, case: str = "the") -> Printed:
        """`body | brief("of")`: the ordinary word for an entity, with its article: "of the Conference"."""
        return self.printer.printed(*self.printer.namer.brief(thing, case))

    def filter_count(
        self, thing: Any, one: str = "", other: str = "", *, f: bool = False, figures: bool = False, **forms: str
    ) -> Printed:
        """`figure | count("meeting", "meetings")`: a number and what it counts.

        `f` is for a feminine noun; with `figures` the number is never in words.
        """
        nodes = self.printer.quantity(
            thing, thing.origin if isinstance(thing, Fact) else None, feminine=f, figures=figures
        )
        noun = self._noun(nodes[0], {"one": one, "other": other, **forms})
        return self.printer.printed(*nodes, *(self.printer.lift(self._space(nodes) + noun) if noun else ()))

    def _noun(self, quantity: Inline, forms: Mapping[str, str]) -> str:
        category = self.language.plural(quantity.value) if isinstance(quantity, Quantity) else "other"
        return forms.get(category) or forms["other"]

    def _space(self, nodes: tuple[Inline, ...]) -> str:
        return self.language.data.numbers.noun_space if plain(nodes)[-1:].isdigit() else " "

    def filter_plural(self, thing: Any, one: str, other: str, **forms: str) -> str:
        """`figure | plural("was", "were")`: the word that goes with a number, without the number."""
        number = thing.number if isinstance(thing, Fact) else thing
        return {"one": one, "other": other, **forms}.get(self.language.plural(number or 0), other)

    def filter_number(self, several: Several) -> Fact:
        """`records | number`: how many items there are, as a figure."""
        origin = several.origin if isinstance(several, Several) else Origin()
        return Fact(len(several), origin, self.printer.show)

    def filter_ordinal(self, thing: Fact, *, f: bool = False) -> Printed:
        """`number | ordinal`: "thirteenth"; `f` for a feminine noun."""
        number = thing.number or Decimal(0)
        text = self.language.ordinal(int(number), feminine=f)
        return self.printer.printed(Quantity(text, number, thing.origin, words=text, ordinal=True))

    def filter_percent(self, thing: Fact) -> Printed:
        """`figure | percent`: "55 per cent"."""
        return self.printer.printed(
            Quantity(self.language.percent(thing.value), thing.value.value, thing.origin, percent=True)
        )

    def filter_quoted(self, thing: Any) -> Printed:
        """`title | quoted`: words between the language's quotation marks."""
        quotes = self.language.data.quotes
        return self.printer.printed(Text(quotes.open), *self.printer.nodes(thing), Text(quotes.close))

    def filter_cite(self, thing: Fact, case: str = "") -> Printed:
        """`resolution | cite`: a resolution with its organ: "General Assembly resolution 77/236"."""
        organ = self.filter_organ(thing)
        before, _, after = self.language.data.citation.partition("{number}")
        nodes = (*self._organ(before, organ), *self.printer.resolution(thing), *self._organ(after, organ))
        return self.printer.printed(*(self.printer.namer.prefixed(nodes, plain(nodes), case) if case else nodes))

    def _organ(self, pattern: str, organ: Fact) -> tuple[Inline, ...]:
        name = plain(self.printer.namer.write(organ, ""))
        return (Text(pattern.format(name=name, of=plain(self.case(organ, "of"))), organ.origin),) if pattern else ()

    def filter_list(
        self, several: Iterable[Any], case: str = "", *, complex: bool = False, order: str = "alphabet"
    ) -> Printed:
        """`items | list("of")`: "of a, of b and of c".

        Countries come in the order of the language's alphabet unless `order="given"`; `complex` is for items that have
        commas of their own.
        """
        items = self._ordered(list(several), order)
        separators = self.language.separators(len(items), complex_items=complex and len(items) > PAIR)
        nodes: list[Inline] = []
        for separator, item in zip(separators, items, strict=True):
            nodes += (Text(separator),) if separator else ()
            nodes += self.case(item, case, listed=len(items) > 1)
        return self.printer.printed(*nodes)

    def _ordered(self, items: list[Any], order: str) -> list[Any]:
        named = [item for item in items if isinstance(item, Fact) and isinstance(item.value, CountryRef)]
        if order == "given" or len(named) != len(items):
            return items
        return sorted(items, key=lambda item: collation(self.printer.namer.sorting(item)))

    def filter_place(self, thing: Fact, case: str = "in") -> Printed:
        """`city | place`: a city with its preposition: "in Vienna", "à Vienne"."""
        nodes = self.printer.words(thing) if isinstance(thing.value, Localized) else (Text(str(thing.value)),)
        if any(isinstance(node, Blank) for node in nodes):
            return self.printer.printed(*nodes)
        text = plain(nodes)
        return self.printer.printed(Text(self.printer.namer.decline(Name(text), case), thing.origin))

    def filter_languages(self, several: Iterable[Fact]) -> Printed:
        """`languages | languages`: the names of languages: "Spanish and Portuguese"."""
        names = self.language.data.languages
        facts = [Fact(names.get(tag.value, tag.value), tag.origin, tag.show) for tag in several]
        return self.filter_list(facts)

    def filter_result(self, view: View) -> Printed:
        """`result | result`: an indicator with its figure: "the opening of more than 450 investigations"."""
        key, figure = view.indicator.value, view.value
        forms = self.indicators.get(key)
        if forms is None:
            raise TemplateProblem(
                f"no noun is known for the indicator “{key}” in {self.language.data.name}",
                "add it to indicators: in glossary.yaml",
            )
        quantity = self.printer.quantity(figure, figure.origin, feminine=forms.feminine)
        pattern = getattr(forms, self.language.plural(figure.number)) or forms.other
        return self.printer.printed(*self._filled(pattern, quantity))

    def _filled(self, pattern: str, quantity: tuple[Inline, ...]) -> tuple[Inline, ...]:
        mark, case = ("{of}", "of") if "{of}" in pattern else ("{}", "")
        before, _, after = pattern.partition(mark)
        middle = self.printer.namer.prefixed(quantity, plain(quantity), case) if case else quantity
        space = self._space(quantity) if after.startswith(" ") else ""
        return (*((Text(before),) if before else ()), *middle, *((Text(space + after.lstrip(" ")),) if after else ()))
