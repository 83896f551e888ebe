"""Write the first page: each line in the language of the report, from the masthead's data and the body's names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctoc_report.compose.facts import Fact
from ctoc_report.document import Blank, CoverPage, Date, Inline, Origin, Properties, Symbol, Text, plain

if TYPE_CHECKING:
    from ctoc_report.compose.printing import Printer
    from ctoc_report.masthead import Masthead
    from ctoc_report.values.text import Localized


class CoverWriter:
    """Writes the cover page of one report in one language."""

    def __init__(self, masthead: Masthead, printer: Printer) -> None:
        self.masthead = masthead
        self.printer = printer
        self.language = printer.language
        self.forms = printer.language.data.cover

    def write(self) -> CoverPage:
        """Return the cover page."""
        masthead, note = self.masthead, self._note()
        series, rest = self._symbol()
        body = self.printer.bodies[masthead.body]
        return CoverPage(
            publisher=self.forms.publisher,
            symbol_series=series,
            symbol_rest=rest,
            organ=self._name(body.organ or masthead.body),
            distribution=self.forms.distribution[masthead.distribution],
            date=self._date(),
            language=""
            if self.language.tag == masthead.original
            else self.forms.version.format(self.language.data.name),
            original=self.forms.original.format(self.language.data.languages.get(masthead.original, masthead.original)),
            body=self._name(masthead.body) if body.organ else "",
            session=self._session(),
            venue=self._venue(),
            item=self._item(),
            note_mark="*" if note else "",
            note=note,
            item_title=self._words(masthead.agenda.title, "agenda.title"),
            title=self._words(masthead.title, "title"),
            author=self.forms.authors.get(masthead.author, masthead.author),
            job_number=masthead.job_number or "",
        )

    def properties(self, cover: CoverPage) -> Properties:
        """Return what the file says of itself."""
        keywords = (cover.symbol_series + cover.symbol_rest.text,) if isinstance(cover.symbol_rest, Symbol) else ()
        return Properties(title=cover.title, subject=cover.item_title, author=cover.publisher, keywords=keywords)

    def _fact(self, value: object, field: str) -> Fact:
        return Fact(value, Origin("report", field), self.printer.show)

    def _words(self, text: Localized, field: str) -> str:
        return self.language.typeset(plain(self.printer.words(self._fact(text, field))))

    def _name(self, key: str) -> str:
        name = self.printer.entities[key].names.get(self.language.tag)
        return name.name if name else self.forms.missing.format(key)

    def _symbol(self) -> tuple[str, Symbol | Blank]:
        if self.masthead.symbol is None:
            return "", Blank(self.forms.symbol_blank, Origin("report", "symbol"))
        series, slash, rest = self.masthead.symbol.partition("/")
        address = self.printer.address(self.masthead.symbol)
        return series, Symbol(slash + rest, address, Origin("report", "symbol"))

    def _date(self) -> Date | Blank:
        if self.masthead.date is None:
            return Blank(self.forms.date_blank, Origin("report", "date"))
        return Date(self.language.date(self.masthead.date), str(self.masthead.date), Origin("report", "date"))

    def _session(self) -> str:
        ordinal = self.language.ordinal(self.masthead.session, feminine=True)
        text = self.forms.session.format(ordinal)
        return text[:1].upper() + text[1:]

    def _venue(self) -> tuple[Inline, ...]:
        venue = self.masthead.venue
        city = self.printer.words(self._fact(venue.city, "venue.city"))
        return (*city, Text(", "), *self.printer.date(self._fact(venue.dates, "venue.dates")))

    def _item(self) -> str:
        agenda = self.masthead.agenda
        number = str(agenda.item) + (self.forms.subitem.format(agenda.subitem) if agenda.subitem else "")
        return self.forms.item[agenda.status].format(number)

    def _note(self) -> tuple[Inline, ...]:
        document = self.masthead.agenda.document
        return (*self.printer.symbol(self._fact(document, "agenda.document")), Text(".")) if document else ()
