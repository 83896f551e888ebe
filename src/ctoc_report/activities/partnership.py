"""A declaration, memorandum or agreement that the Office signed with others."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import Field, model_validator

from ctoc_report.activities import Activity
from ctoc_report.values.known import unfit
from ctoc_report.values.text import Prose


class Partnership(Activity):
    """A partnership: the instrument, with whom and when it was signed, what it rests on, what is to be done."""

    kind: Literal["joint-declaration", "memorandum", "agreement"] = Field("agreement", description="what was signed")
    renewed: bool = Field(default=False, description="whether it renews an earlier one")
    basis: Prose | None = Field(
        None,
        description="what it is based on, to follow “based on” (French “fondé sur”)",
        examples=[{"en": "mutual trust", "fr": "la confiance mutuelle"}],
    )
    aims: tuple[Prose, ...] = Field(
        (),
        description="what the partners intend, each to follow “to” (French “entendent”)",
        examples=[
            [{"en": "share data", "fr": "partager des données"}, {"en": "train staff", "fr": "former du personnel"}]
        ],
    )

    @model_validator(mode="after")
    def _says_when_and_with_whom(self) -> Self:
        if self.date is None:
            raise unfit("partnership_date", "say when it was signed: give its `date:`")
        if not self.partners:
            raise unfit("partnership_partners", "say with whom it was signed: give its `partners:`")
        return self
