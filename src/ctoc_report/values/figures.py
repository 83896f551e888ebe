"""Figures: counts and percentages with a bound, a date and a source; indicators; sums of money."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Annotated, Any, Literal, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    field_validator,
    model_validator,
)

from ctoc_report.values.dates import Span
from ctoc_report.values.known import unfit
from ctoc_report.values.short import short_form

Bound = Literal["more than", "at least", "about", "nearly", "up to", "less than"]

FIGURE = re.compile(
    r"^(?:(?P<bound>more than|at least|about|nearly|up to|less than) )?(?P<value>(?:0|[1-9][0-9 ]*)(?:\.[0-9]+)?)(?P<percent> ?%)?$"
)


NUMBER = re.compile(r"(?:0|[1-9][0-9]{0,14})(?P<part>\.[0-9]{1,6})?")
"""A number as it is written, with at most 15 digits: no count and no sum of money needs more, and totals stay exact."""


def number(value: Any) -> Any:
    """Refuse what looks like a number but may mean something else, or is of no use: `010`, `1_591`, `1,591`, `1e999`."""
    if isinstance(value, str) and not NUMBER.fullmatch(value):
        raise unfit(
            "number", "“{value}” is not a number", "write digits only, at most 15, for instance 1591", value=value
        )
    return value


def whole_number(value: Any) -> Any:
    """Refuse what `number` refuses, and a number with decimals."""
    found = NUMBER.fullmatch(value) if isinstance(value, str) else None
    if isinstance(value, str) and (found is None or found["part"]):
        hint = "write digits only, at most 15, for instance 1591"
        raise unfit("whole_number", "“{value}” is not a whole number", hint, value=value)
    return value


Whole = Annotated[int, BeforeValidator(whole_number), Field(ge=0, examples=[12])]
"""A whole number without a bound, for instance the number of a session."""


WRITTEN = short_form(
    ("number", "string"),
    minimum=0,
    pattern=re.sub(r"\?P<\w+>", "?:", FIGURE.pattern),
    errorMessage="write a figure: 453, more than 9000, about 60 or 55 %",
    examples=[453, "more than 9000", {"value": 453, "as_of": "2099-07-01"}],
)


class Figure(BaseModel):
    """A number as a report prints it.

    A short form is allowed where only the number and its bound matter: `453`, `more than 9000`, `about 60`, `55 %`.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, json_schema_extra=WRITTEN)

    value: Decimal = Field(ge=0, description="the number itself", examples=[453])
    bound: Bound | None = Field(None, description="how the number bounds the truth")
    as_of: Span | None = Field(None, description="the date at which it was true")
    period: Span | None = Field(None, description="the time over which it was counted")
    source: str | None = Field(
        None,
        description="where it comes from, if not from the record's source",
        examples=["list of participants, sheet 2"],
    )

    @model_validator(mode="before")
    @classmethod
    def _short_form(cls, value: Any) -> Any:
        if not isinstance(value, str):
            return value
        found = FIGURE.fullmatch(value)
        if not found:
            raise unfit(
                "figure_form", "“{value}” is not a figure", "write 453, more than 9000, about 60 or 55 %", value=value
            )
        return {"value": found["value"].replace(" ", ""), "bound": found["bound"]}

    _written_plainly = field_validator("value", mode="before")(number)


def _counts_whole(figure: Figure) -> Figure:
    if figure.value != figure.value.to_integral_value():
        raise unfit("count_whole", "{value} is not a whole number, and one cannot count parts", value=str(figure.value))
    return figure


def _is_a_share(figure: Figure) -> Figure:
    if figure.value > 100:  # noqa: PLR2004  (per cent)
        raise unfit("percentage_range", "{value} per cent is more than the whole", value=str(figure.value))
    return figure


COUNTED = {"type": ["integer", "string", "object"], "errorMessage": "write a whole number: 453 or more than 9000"}

Count = Annotated[
    Figure,
    AfterValidator(_counts_whole),
    Field(examples=[453, "more than 9000"], json_schema_extra=COUNTED),
]
"""How many of something there are."""

Percentage = Annotated[
    Figure, AfterValidator(_is_a_share), Field(examples=["55 %", "about 55 %"], json_schema_extra={"maximum": 100})
]
"""A share of a whole, from 0 to 100."""


def not_more(model: BaseModel, part: str, whole: str, names: tuple[str, str]) -> None:
    """Raise a validation error if the figure in the field `part` is larger than that in `whole`.

    `names` are what the two count.
    """
    few, many = getattr(model, part), getattr(model, whole)
    if few is not None and many is not None and few.value > many.value:
        raise unfit(
            "subset_exceeds_total",
            "{few} {few_name} cannot be more than {many} {many_name}",
            "correct the one of them that is wrong",
            few=str(few.value), few_name=names[0], many=str(many.value), many_name=names[1], at=part,
        )  # fmt: skip


Phrase = Annotated[str, Field(min_length=1)]
"""Words with a place in braces for the figure."""


class IndicatorNoun(BaseModel):
    """How what was counted is called in one language, by plural category.

    `{}` is the figure, `{of}` the figure after "of"; `feminine` is for figures that agree with the noun.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    one: Phrase = Field(description="with one of them", examples=["{} arrest"])
    two: Phrase | None = Field(None, description="with two, in languages that have a dual", examples=["{} arrests"])
    few: Phrase | None = Field(
        None, description="with a few, in languages that tell these apart", examples=["{} arrests"]
    )
    many: Phrase | None = Field(
        None, description="with many, in languages that tell these apart", examples=["{} d’arrestations"]
    )
    other: Phrase = Field(description="with any other number", examples=["{} arrests"])
    feminine: bool = Field(default=False, description="whether the noun is feminine, so that figures agree with it")


class Indicator(BaseModel):
    """A result that was counted: what, how many, and how many of them were women."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    indicator: str = Field(
        description="the name of what was counted, from the languages' or the glossary's indicators",
        examples=["arrests"],
    )
    value: Count = Field(description="how many there were", examples=[72])
    women: Count | None = Field(None, description="how many of them were women or girls", examples=[21])
    share_of_women: Percentage | None = Field(None, description="the share of women among them")

    @model_validator(mode="after")
    def _women_are_a_part(self) -> Self:
        not_more(self, "women", "value", ("women", self.indicator))
        return self


class Money(BaseModel):
    """A sum of money with its currency (ISO 4217), for instance `{amount: 2000000, currency: USD}`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    amount: Decimal = Field(gt=0, description="the sum, in digits only", examples=[2000000])
    currency: str = Field(pattern="^[A-Z]{3}$", description="ISO 4217 code", examples=["USD", "EUR"])

    _written_plainly = field_validator("amount", mode="before")(number)
