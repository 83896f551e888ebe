"""Run the rules over dataset and documents, and apply the report's waivers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctoc_report.findings import Finding, Severity, did_you_mean
from ctoc_report.rules import Context, all_rules

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from ctoc_report.dataset import Dataset
    from ctoc_report.document import Document
    from ctoc_report.report import Waiver
    from ctoc_report.rules import Rule


def lint(dataset: Dataset, documents: Mapping[str, Document]) -> tuple[Finding, ...]:
    """Return what breaks the rules, less what the report waives; a waiver that nothing needs is a finding too."""
    if dataset.report is None:
        return ()
    context = Context(dataset, dataset.report, documents)
    names = {rule.code: rule.name for rule in all_rules()}
    kept: list[Finding] = []
    used: set[Waiver] = set()
    for finding in (finding for rule in all_rules() for finding in _run(rule, context)):
        covering = {waiver for waiver in dataset.report.waivers if _covers(waiver, finding, names)}
        used |= covering
        kept += [] if covering else [finding]
    return (*kept, *_unused(dataset, used, {*names, *names.values()}))


def _run(rule: Rule, context: Context) -> Iterator[Finding]:
    """Yield the findings of one rule; a rule that fails is a finding that names it, and the others still run."""
    try:
        for offence in rule.check(context):
            yield Finding(rule.code, offence.message, offence.place, offence.hint, rule.severity, offence.subject)
    except Exception as error:  # noqa: BLE001  (one broken rule must not silence the rest)
        place = context.dataset.place("report")
        yield Finding(
            "REC090",
            f"the rule {rule.code} failed: {error}",
            place,
            "report this with the file that shows it",
            Severity.WARNING,
        )


def _covers(waiver: Waiver, finding: Finding, names: Mapping[str, str]) -> bool:
    return waiver.rule in (finding.code, names.get(finding.code)) and waiver.record in (None, finding.subject)


def _unused(dataset: Dataset, used: Iterable[Waiver], rules: Collection[str]) -> Iterator[Finding]:
    waivers = dataset.report.waivers if dataset.report else ()
    for at, waiver in enumerate(waivers):
        if waiver in used or waiver.record in dataset.refused:
            continue
        place = dataset.place("report", f"waivers.{at}")
        hint = did_you_mean(waiver.rule, rules) if waiver.rule not in rules else ""
        message = f"the waiver of {waiver.rule} is not needed"
        yield Finding("REC015", message, place, hint or "delete it", Severity.WARNING)
