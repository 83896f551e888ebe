"""Print names with the article or preposition that their place asks for: countries, entities, cities."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctoc_report.compose.problems import TemplateProblem
from ctoc_report.document import Abbreviation, Blank, Country, Inline, Origin, Text
from ctoc_report.language import Name
from ctoc_report.values.names import CountryRef

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ctoc_report.compose.facts import Fact
    from ctoc_report.countries import CountryTable
    from ctoc_report.entities import Entity, EntityName
    from ctoc_report.language import Language


class Namer:
    """The names of one language, as nodes."""

    def __init__(
        self,
        language: Language,
        entities: Mapping[str, Entity],
        countries: CountryTable,
        blank: Callable[[str, Origin | None], Blank],
    ) -> None:
        self._language = language
        self._entities = entities
        self._countries = countries
        self._blank = blank

    def write(self, fact: Fact, case: str, *, listed: bool = False) -> tuple[Inline, ...]:
        """Return a country or entity in a case ("" for the bare name); `listed` for the form that lists have."""
        if isinstance(fact.value, CountryRef):
            return (self._country(fact, case, listed=listed),)
        name = self.entity(fact.value)
        if name is None:
            return (self._blank(fact.value, fact.origin),)
        return (self._entity(name, case, fact),)

    def brief(self, fact: Fact, case: str) -> tuple[Inline, ...]:
        """Return the ordinary word that stands for an entity ("the Conference")."""
        name = self.entity(fact.value)
        if name is None:
            return (self._blank(fact.value, fact.origin),)
        return (
            Text(
                self.decline(Name(name.brief or name.name, name.brief_article if name.brief else name.article), case),
                fact.origin,
            ),
        )

    def entity(self, key: str) -> EntityName | None:
        """Return how an entity is called in the language, or None."""
        return self._entities[key].names.get(self._language.tag)

    def decline(self, name: Name, case: str) -> str:
        """Return a name in a case. Raises TemplateProblem for a case or article that the language does not have."""
        try:
            return self._language.names.write(name, case)
        except KeyError:
            raise TemplateProblem(
                f"{self._language.data.name} has no “{case}” for the article “{name.article}”",
                f"the cases are: {', '.join(self._language.names.cases)}",
            ) from None

    def prefixed(self, nodes: tuple[Inline, ...], words: str, case: str) -> tuple[Inline, ...]:
        """Return nodes with a preposition before them; `words` is how they start."""
        declined = self.decline(Name(words), case)
        return (Text(declined.removesuffix(words)), *nodes) if words else nodes

    def sorting(self, fact: Fact) -> str:
        """Return the name by which a country or entity is sorted."""
        if isinstance(fact.value, CountryRef):
            name = self._countries.name(fact.value, self._language.tag, prose=False)
            return name.text if name else fact.value
        entity = self.entity(fact.value)
        return entity.name if entity else fact.value

    def _country(self, fact: Fact, case: str, *, listed: bool) -> Country | Blank:
        name = self._countries.name(fact.value, self._language.tag, prose=not listed)
        if name is None:
            return self._blank(fact.value, fact.origin)
        return Country(self.decline(name, case), fact.value, fact.origin)

    def _entity(self, name: EntityName, case: str, fact: Fact) -> Inline:
        full = self.decline(Name(name.name, name.article, name.within), case)
        if not name.short:
            return Text(full, fact.origin)
        later = self.decline(Name(name.short, name.short_article), case)
        data = self._language.data
        first = (
            data.apposition.format(short=later, name=name.name)
            if name.well_known
            else data.abbreviation.format(name=full, short=name.short)
        )
        return Abbreviation(fact.value, first, first if name.well_known else full, later, origin=fact.origin)
