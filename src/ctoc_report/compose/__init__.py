"""Tell the records of a project in one language: outline, templates and data become a document tree.

This is the only door to Jinja. Every value that a template prints carries its origin into the tree.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctoc_report.compose.cover import CoverWriter
from ctoc_report.compose.outline import OutlineWriter
from ctoc_report.compose.renderer import Renderer
from ctoc_report.document import Document
from ctoc_report.findings import in_order

if TYPE_CHECKING:
    from collections.abc import Callable

    from ctoc_report.compose.codes import Store
    from ctoc_report.dataset import Dataset
    from ctoc_report.findings import Finding
    from ctoc_report.language import Language
    from ctoc_report.shipped import Shipped
    from ctoc_report.source import Source


def compose(
    dataset: Dataset,
    shipped: Shipped,
    language: Language,
    template: Callable[[str], Source | None],
    store: Store | None = None,
    *,
    draft: bool = False,
) -> tuple[Document, tuple[Finding, ...]]:
    """Return the report in one language, not yet numbered, and what was found wrong while it was told.

    `dataset.plan` must be there. `template` finds a template by its path below `templates/`; `store` keeps compiled
    templates from run to run. What is wrong stands in the document as a visible blank; `draft` marks the document as
    one that may hold such blanks.
    """
    renderer = Renderer(dataset, shipped, language, template, store)
    cover_writer = CoverWriter(dataset.plan, renderer.printer)
    cover = cover_writer.write()
    blocks = OutlineWriter(dataset, renderer).write(dataset.plan.outline)
    renderer.codes.keep()
    document = Document(
        language=language.tag,
        locale=language.data.word_locale,
        direction=language.data.direction,
        paper=shipped.bodies[dataset.plan.body].paper,
        cover=cover,
        properties=cover_writer.properties(cover),
        blocks=blocks,
        draft=draft,
    )
    return document, in_order(renderer.findings)
