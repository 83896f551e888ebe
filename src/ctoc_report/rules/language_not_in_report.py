"""REC020."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ctoc_report.findings import Severity, did_you_mean
from ctoc_report.rules import Context, Offence, rule
from ctoc_report.values.parts import parts
from ctoc_report.values.text import ORIGINAL, Localized, WorkTitle

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from ctoc_report.report import Report


@rule("REC020", Severity.WARNING)
def language_not_in_report(context: Context) -> Iterator[Offence]:
    """A text is given in a language that the report does not have, so nobody will read it.

    Why: `{eng: …}` in place of `{en: …}` is a slip of the pen, and words that were typed should not vanish silently. The
    title of a work may be in any language; it is only pointed out when its language looks like a slip for one of the
    report's. An office that keeps its records in more languages than one report needs waives the rule.

    Source: our own rule.
    """
    languages = context.report.languages
    for record, field in _unread(context):
        name, _, tag = field.rpartition(".")
        yield Offence(
            f"{name}: the report has no language “{tag}”",
            context.dataset.place(record, field, key=True),
            _hint(tag, languages),
            record,
        )


def _hint(tag: str, languages: Collection[str]) -> str:
    return did_you_mean(_slip(tag, languages) or tag, languages) or (
        f"its languages are: {', '.join(languages)}; add the language to `languages:` in report.yaml, or delete the text"
    )


def _slip(tag: str, languages: Collection[str]) -> str:
    """Return the language of the report for which `tag` stands by mistake: `eng` or `EN` for `en`."""
    short = tag[:2].casefold()
    return short if tag not in languages and short in languages else ""


def _unread(context: Context) -> Iterator[tuple[str, str]]:
    """Yield the record and the field of each text that no language of the report prints."""
    data, report = context.dataset, context.report
    for id_, thing in [("report", report), *data.activities.items()]:
        yield from ((id_, f"{path}.{tag}") for path, held in parts(thing) for tag in _tags(held, report))
    if data.glossary:
        for group in ("entities", "indicators"):
            for key, names in getattr(data.glossary, group).items():
                yield from (("glossary", f"{group}.{key}.{tag}") for tag in names if tag not in report.languages)


def _tags(held: Any, report: Report) -> Iterator[str]:
    """Yield the languages of a text that nobody will read."""
    if isinstance(held, Localized):
        yield from (tag for tag in held.root if tag not in (*report.languages, ORIGINAL))
    elif isinstance(held, WorkTitle):
        yield from (tag for tag in held.root if _slip(tag, report.languages))
