"""Render templates and officers' own words into tree nodes, and turn every failure into a finding with a place."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from jinja2 import Template, TemplateNotFound

from ctoc_report import markup
from ctoc_report.compose.budget import LONGEST, Budget, Exhausted
from ctoc_report.compose.codes import Codes
from ctoc_report.compose.environment import environment
from ctoc_report.compose.facts import Fact, Several, View
from ctoc_report.compose.failures import problem
from ctoc_report.compose.filters import Filters
from ctoc_report.compose.gather import Gatherer
from ctoc_report.compose.printing import Printer
from ctoc_report.compose.problems import RefusedRecord, TemplateProblem
from ctoc_report.document import Inline, Leaf, Origin, Reference, Text
from ctoc_report.findings import Finding, Place
from ctoc_report.rewrite import in_content
from ctoc_report.values.names import EntityRef

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from jinja2.runtime import Context

    from ctoc_report.compose.codes import Store
    from ctoc_report.dataset import Dataset
    from ctoc_report.language import Language
    from ctoc_report.shipped import Shipped
    from ctoc_report.source import Source

DEEPEST = 8
"""How deep own words may print own words; deeper is a circle."""


class Renderer:
    """Renders the texts of one project in one language, and gathers what goes wrong."""

    def __init__(
        self,
        dataset: Dataset,
        shipped: Shipped,
        language: Language,
        template: Callable[[str], Source | None],
        store: Store | None = None,
    ) -> None:
        self.dataset = dataset
        self.language = language
        self.findings: list[Finding] = []
        self.depth = 0
        self.rendered = 0
        self.context: dict[str, Any] = {}
        self.printer = Printer(
            language,
            dataset.plan.original,
            shipped.bodies,
            dataset.entities,
            shipped.countries,
            self.lacking,
            self.own,
        )
        self.gatherer = Gatherer(dataset, self.printer.show)
        named = {
            key: names[language.tag]
            for key, names in (dataset.glossary.indicators if dataset.glossary else {}).items()
            if language.tag in names
        }
        filters = Filters(self.printer, {**language.data.indicators, **named}).table()
        self._find = template
        self._templates: dict[str, Template] = {}
        self.budget = Budget(len(dataset.activities))
        self.codes = Codes(environment(self._source, self.printer.finalize, filters, self._names(), self.budget), store)

    def _source(self, name: str) -> Source | None:
        return self._find(f"{self.language.tag}/{name}")

    def _template(self, name: str) -> Template:
        if name not in self._templates:
            source = self._source(name)
            if source is None:
                raise TemplateNotFound(name)
            self._templates[name] = self.codes.template(source.text, source.path)
        return self._templates[name]

    def _names(self) -> Mapping[str, Any]:
        """Return what every template and text may use besides its own record."""
        entities = {
            key: Fact(EntityRef(key), Origin("glossary", f"entities.{key}"), self.printer.show)
            for key in self.dataset.entities
        }
        gather = self.gatherer
        helpers = {
            "record": gather.record, "records": self.records, "total": gather.total, "distinct": gather.distinct,
            "share": gather.share, "ref": self.section, "para": self.paragraph, "vary": self.vary,
        }  # fmt: skip
        report = (
            {"report": View(self.dataset.report, Origin("report"), self.printer.show)} if self.dataset.report else {}
        )
        return {**entities, **helpers, **report}

    # --- what templates may call ---

    def records(self, type: str = "", theme: str = "", country: str = "", programme: str = "") -> Several:
        """`records(type="meeting")`: the records that fit, at the price of looking at every one."""
        self.budget.spend(len(self.dataset.activities))
        return self.gatherer.records(type, theme, country, programme)

    def section(self, target: str) -> Any:
        """`ref("id")`: the number of a section ("II.B.2"), by the id of its heading."""
        return self.printer.printed(Reference(_id(target), "section", origin=Origin("report", "outline")))

    def paragraph(self, target: str) -> Any:
        """`para("id")`: the number of the first paragraph that tells a record."""
        return self.printer.printed(Reference(_id(target), "paragraph", origin=Origin(target)))

    def vary(self, *phrases: str) -> str:
        """`vary("a", "b")`: one of several ways to say the same, taken in turn, so that prose does not repeat itself."""
        return phrases[self.rendered % len(phrases)]

    # --- rendering ---

    def template(self, name: str, context: Mapping[str, Any], origin: Origin) -> markup.Parsed:
        """Return a record as its type's template tells it."""
        return self._parsed(lambda: self._template(name).render(context), name, context, origin)

    def text(self, words: str, origin: Origin, context: Mapping[str, Any]) -> markup.Parsed:
        """Return an officer's own words; the values between `{{` and `}}` are printed as in a template."""
        return _with_origin(self._parsed(lambda: self._filled(words, context), f"{origin}", context, origin), origin)

    def _filled(self, words: str, context: Mapping[str, Any]) -> str:
        """Return own words with the values that they print in their places."""
        if len(words) > LONGEST:
            raise Exhausted(f"the text is longer than {LONGEST:,} characters", "make several paragraphs of it")
        self.budget.spend_on(words)
        if "{" not in words:
            return words
        seen: Context | None = None
        texts: list[str] = []
        for piece in self.codes.pieces(words):
            if isinstance(piece, str):
                texts.append(piece)
            else:
                seen = seen or piece.new_context(dict(context))
                texts += piece.root_render_func(seen)
        return "".join(texts)

    def own(self, fact: Fact) -> tuple[Inline, ...]:
        """Return own words printed in the middle of a text; they see the same record as the text."""
        if self.depth >= DEEPEST:
            raise TemplateProblem(f"“{fact.origin}” prints itself", "break the circle of texts that print one another")
        words = fact.value.in_language(self.language.tag, self.printer.original)
        self.depth += 1
        try:
            return self.text(words, fact.origin, self.context | self._seen(fact.origin)).content
        finally:
            self.depth -= 1

    def _seen(self, origin: Origin) -> dict[str, Any]:
        """Return what own words see as `it`: the record whose field they stand in."""
        known = origin.record in self.dataset.activities
        return {"it": self.gatherer.record(origin.record)} if known else {}

    def _parsed(
        self, render: Callable[[], str], name: str, context: Mapping[str, Any], origin: Origin
    ) -> markup.Parsed:
        before = self.context
        self.context = dict(context)
        if not self.depth:
            self.budget.renew()
        try:
            return markup.parse(render(), self.printer.lift)
        except Exception as error:  # noqa: BLE001  (templates are data: whatever they raise is a finding)
            return self._failed(error, name, origin)
        finally:
            self.context = before
            if not self.depth:
                self.printer.aside.clear()

    def _failed(self, error: Exception, name: str, origin: Origin) -> markup.Parsed:
        if self.depth and isinstance(error, TemplateProblem):
            raise error
        blank = markup.Parsed((self.printer.blank(str(origin), origin),))
        if isinstance(error, RefusedRecord):
            return blank
        wrong, path, line = problem(error, name)
        own = path == str(origin) or path == name == str(origin)
        place = self.dataset.place(origin.record, origin.field) if own else Place(path, line)
        subject = "" if own else f" (record “{origin.record}”, {self.dataset.place(origin.record)})"
        self.findings.append(Finding(wrong.code, wrong.message + subject, place, wrong.hint, subject=origin.record))
        return blank

    def lacking(self, origin: Origin, tag: str) -> None:
        """Note that a text has no version in the language."""
        place = self.dataset.place(origin.record, origin.field)
        self.findings.append(
            Finding(
                "REC012",
                f"{origin.field} is not given in {self.language.data.name} ({tag})",
                place,
                f"add `{tag}:` to it",
                subject=origin.record,
            )
        )


def _id(target: object) -> str:
    """Return an id that a reference names. Raises TemplateProblem for anything else than a word."""
    if not isinstance(target, str):
        raise TemplateProblem(
            "a reference names what it refers to", 'write its id between quotation marks: ref("aims")'
        )
    return target


def _with_origin(parsed: markup.Parsed, origin: Origin) -> markup.Parsed:
    """Return the nodes of own words with their origin on the plain words among them."""
    return replace(parsed, content=in_content(parsed.content, lambda leaf: _marked(leaf, origin)))


def _marked(leaf: Leaf, origin: Origin) -> Leaf:
    return Text(leaf.text, origin) if isinstance(leaf, Text) and leaf.origin is None else leaf
