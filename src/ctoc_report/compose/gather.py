"""Find records and add them up: the totals, distinct countries and shares that narrative text may print."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING, Any

from ctoc_report.activities import activity_types
from ctoc_report.compose.facts import Fact, Several, View, model_of, origin_of
from ctoc_report.compose.problems import RefusedRecord, TemplateProblem
from ctoc_report.document import Origin, computed
from ctoc_report.findings import did_you_mean
from ctoc_report.values.figures import Figure

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from ctoc_report.activities import Activity
    from ctoc_report.dataset import Dataset
    from ctoc_report.report import Query


class Gatherer:
    """The records of a project, as templates may ask for them."""

    def __init__(self, dataset: Dataset, show: Callable[[Fact], str]) -> None:
        self._activities = dataset.activities
        self._ids = dataset.ids
        self._show = show

    def record(self, id_: str) -> View:
        """Return the record of an id. Raises TemplateProblem when there is none, RefusedRecord when it was refused."""
        activity = self._activities.get(id_)
        if activity is None:
            raise (RefusedRecord if id_ in self._ids else TemplateProblem)(
                f"there is no record “{id_}”",
                did_you_mean(id_, self._ids) or "give its id as in the activities files",
            )
        return View(activity, Origin(id_), self._show)

    def records(self, type: str = "", theme: str = "", country: str = "", programme: str = "") -> Several:
        """Return the records for which all the given conditions hold, in the order of their dates.

        Raises TemplateProblem for a type that there is not.
        """
        types = activity_types()
        if type and type not in types:
            raise TemplateProblem(
                f"there is no type of activity “{type}”",
                did_you_mean(type, types) or f"the types are: {', '.join(types)}",
            )
        wanted = {"type": type, "theme": theme, "country": country, "programme": programme}
        views = [self.record(activity.id) for activity in self._chosen({k: v for k, v in wanted.items() if v})]
        return Several.of(views, computed(map(origin_of, views)))

    def _chosen(self, wanted: Mapping[str, str]) -> Iterable[Activity]:
        found = [self._index[condition] for condition in wanted.items()] or [self._in_order]
        fewest, *others = sorted(found, key=len)
        return (activity for id_, activity in fewest.items() if all(id_ in other for other in others))

    @cached_property
    def _in_order(self) -> dict[str, Activity]:
        return {activity.id: activity for activity in sorted(self._activities.values(), key=_when)}

    @cached_property
    def _index(self) -> Mapping[tuple[str, str], dict[str, Activity]]:
        """The records, in the order of their dates, by each condition that they fulfil."""
        index: defaultdict[tuple[str, str], dict[str, Activity]] = defaultdict(dict)
        for id_, activity in self._in_order.items():
            for condition in _conditions(activity):
                index[condition][id_] = activity
        return index

    def found(self, query: Query) -> Several:
        """Return the records that a query of the outline finds."""
        return self.records(query.type or "", query.theme or "", query.country or "", query.programme or "")

    def total(self, views: Iterable[View], field: str) -> Fact:
        """Return the sum of a figure over records; the records that do not have it add nothing."""
        facts = [fact for fact in (_fact(view, field) for view in views) if fact is not None]
        value = Figure(value=sum((fact.number or Decimal(0) for fact in facts), Decimal(0)))
        return Fact(value, computed(fact.origin for fact in facts), self._show)

    def distinct(self, views: Iterable[View], field: str = "countries") -> Several:
        """Return the different values of a field over records, each once, for instance the countries."""
        facts: dict[Any, Fact] = {}
        for view in views:
            for fact in getattr(view, field):
                facts.setdefault(fact.value, fact)
        return Several.of(facts.values(), computed(fact.origin for fact in facts.values()))

    def share(self, part: Fact, whole: Fact) -> Fact:
        """Return how many per cent `part` is of `whole`, rounded to a whole number."""
        if not whole.number:
            raise TemplateProblem("a share of nothing was asked for", "check the figure that is the whole")
        value = ((part.number or Decimal(0)) * 100 / whole.number).quantize(Decimal(1))
        return Fact(Figure(value=value), computed([part.origin, whole.origin]), self._show)


def _conditions(activity: Activity) -> Iterator[tuple[str, str]]:
    yield "type", activity.type
    yield from (("theme", theme) for theme in activity.themes)
    yield from (("country", country) for country in activity.countries)
    if activity.programme:
        yield "programme", activity.programme


def _when(activity: Activity) -> tuple[bool, Any]:
    return (activity.date is None, activity.date.start.first if activity.date else None)


def _fact(view: View, field: str) -> Fact | None:
    fact = getattr(view, field, None)
    if fact is None:
        message = f"the record “{origin_of(view).record}” has no field “{field}”"
        near = did_you_mean(field, type(model_of(view)).model_fields)
        raise TemplateProblem(message, near or "total a field that all of them have")
    return fact if isinstance(fact, Fact) and fact.value is not None else None
