"""HYG003."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ctoc_report.document import Quantity, Text
from ctoc_report.findings import Severity
from ctoc_report.rules import Context, Offence, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ctoc_report.document import Leaf

DIGITS = re.compile(r"\d[\d\u00a0\u202f.,]*")


@rule("HYG003", Severity.ERROR)
def unsourced_figure(context: Context) -> Iterator[Offence]:
    """A figure stands in the text that comes from no field of a record.

    Why: a figure that was typed into prose cannot be traced, summed or corrected in one place. Put it into a field, for
    instance under the record's `figures:` or `dates:`, and print it with `{{ }}`.

    Source: Editorial Manual, footnotes (statements are substantiated); our own rule for the means.
    """
    for tag, leaves in context.leaves.items():
        for leaf in leaves:
            typed = _typed(leaf)
            if typed:
                hint = "put it into a field of the record, and print it with {{ }}"
                yield Offence(
                    f"the figure {typed} ({tag}) comes from no field",
                    context.place(leaf.origin),
                    hint,
                    leaf.origin.record if leaf.origin else "",
                )


def _typed(leaf: Leaf) -> str:
    if isinstance(leaf, Quantity) and not (leaf.origin and leaf.origin.fields):
        return leaf.text
    named = leaf.origin is not None and leaf.origin.record == "glossary"
    found = DIGITS.search(leaf.text) if isinstance(leaf, Text) and not named else None
    return found[0].rstrip(".,\u00a0") if found else ""
