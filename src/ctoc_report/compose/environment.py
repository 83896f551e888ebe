"""The environment of one language: where templates are found, and the filters, tests and names that they may use."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from jinja2 import FunctionLoader, Undefined, pass_eval_context

from ctoc_report.compose.budget import READING, Budget
from ctoc_report.compose.dialect import JOINED, LOOP, SPENT, THROUGH
from ctoc_report.compose.facts import Fact, View
from ctoc_report.compose.printing import Printed
from ctoc_report.compose.problems import TemplateProblem
from ctoc_report.compose.sandbox import Sandbox

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from jinja2.nodes import EvalContext

    from ctoc_report.source import Source

PRINTABLE: Final = (View, int, float, Decimal, Undefined)
"""What can be printed besides facts and words; of these, records and what is not known say by themselves why they cannot."""


def environment(
    template: Callable[[str], Source | None],
    finalize: Callable[..., str],
    filters: Mapping[str, Callable[..., Any]],
    names: Mapping[str, Any],
    budget: Budget,
) -> Sandbox:
    """Return the environment of one language: `template` finds the files, `filters` and `names` are what they may use."""

    def load(name: str) -> tuple[str, str, Callable[[], bool]] | None:
        budget.spend(READING)
        source = template(name)
        return (source.text, source.path, lambda: True) if source else None

    @pass_eval_context
    def shown(when: EvalContext, thing: Any) -> str:
        if isinstance(thing, Fact | Printed):
            return finalize(when, thing)
        if isinstance(thing, str):
            budget.spend_on(thing)
        elif not isinstance(thing, PRINTABLE) or isinstance(thing, bool):
            raise TemplateProblem(
                "only single values can be printed: no list, no mapping, no yes or no, nothing that is missing",
                "print a list with `| list`, and what may be missing between {% if %} and {% endif %}",
            )
        return finalize(when, thing)

    made = Sandbox(budget, loader=FunctionLoader(load), finalize=shown)
    tests: dict[str, Any] = made.tests
    made.tests = {name: budget.priced(test) for name, test in tests.items()}
    made.filters = {name: budget.priced(call) for name, call in {**_kept(made.filters), **filters}.items()}
    made.filters |= {LOOP: budget.loop, SPENT: budget.spend, THROUGH: budget.through, JOINED: budget.joined}
    made.globals = dict(names)
    return made


def _kept(filters: Mapping[str, Callable[..., Any]]) -> dict[str, Callable[..., Any]]:
    """Return the built-in filters that keep a value's origin: those that choose among values and leave them whole."""
    return {
        name: filters[name]
        for name in ("first", "last", "selectattr", "rejectattr", "select", "reject", "length", "default")
    }
