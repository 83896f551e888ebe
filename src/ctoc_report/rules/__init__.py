"""The rules that a report is held to: one module to a rule, named after the offence; its docstring is the manual.

A rule is a generator under the decorator `rule`: it is given a `Context` and yields an `Offence` for each thing that is
wrong. Modules are found by discovery.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property
from itertools import chain
from typing import TYPE_CHECKING

from ctoc_report.document import block_leaves
from ctoc_report.findings import Place, Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from ctoc_report.dataset import Dataset
    from ctoc_report.document import Document, Leaf, Origin
    from ctoc_report.report import Report

    Check = Callable[["Context"], Iterator["Offence"]]


@dataclass(frozen=True)
class Context:
    """What rules read: the data, and the numbered document of each language by its tag."""

    dataset: Dataset
    report: Report
    documents: Mapping[str, Document]

    @cached_property
    def leaves(self) -> Mapping[str, tuple[Leaf, ...]]:
        """All leaves of each document in reading order, by its tag: walked once for all rules."""
        return {
            tag: tuple(chain.from_iterable(map(block_leaves, document.blocks)))
            for tag, document in self.documents.items()
        }

    def place(self, origin: Origin | None) -> Place:
        """Return the line of the project's files that an origin names; for a computed value, that of its first record."""
        first = next(iter(origin.fields), None) if origin else None
        return self.dataset.place(first.record, first.field) if first else self.dataset.place("report")


@dataclass(frozen=True, slots=True)
class Offence:
    """One breach of a rule: what is wrong, where, what to do, and the record concerned if there is one."""

    message: str
    place: Place
    hint: str
    subject: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule with its code, its human name, how grave a breach of it is, and its manual."""

    code: str
    name: str
    severity: Severity
    manual: str
    check: Check


def rule(code: str, severity: Severity) -> Callable[[Check], Rule]:
    """Make a rule of a generator; its name is the generator's, with hyphens."""

    def make(check: Check) -> Rule:
        return Rule(code, check.__name__.replace("_", "-"), severity, check.__doc__ or "", check)

    return make


@cache
def all_rules() -> tuple[Rule, ...]:
    """Return every rule there is, by code."""
    from ctoc_report import discovery, rules  # noqa: PLC0415  (the package looks for its own modules)

    found = (thing for module in discovery.modules(rules) for thing in vars(module).values() if isinstance(thing, Rule))
    return tuple(sorted(found, key=lambda one: one.code))
