"""A declaration, memorandum or agreement that the Office signed with others."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from ctoc_report.activities import Activity
from ctoc_report.values.text import Prose


class Partnership(Activity):
    """A partnership: the instrument, with whom and when it was signed, what it rests on, what is to be done."""

    kind: Literal["joint-declaration", "memorandum", "agreement"] = "agreement"
    renewed: bool = Field(default=False, description="whether it renews an earlier one")
    basis: Prose | None = Field(None, description="what it is based on, to follow “based on”")
    aims: tuple[Prose, ...] = Field((), description="what the partners intend, each to follow “to”")
