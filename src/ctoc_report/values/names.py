"""Values that name something: a country, an entity, a document symbol, a resolution of an organ."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import AfterValidator, ValidationInfo, WithJsonSchema

from ctoc_report.values.known import known, require, unfit
from ctoc_report.values.made import MadeBy

SYMBOL = re.compile(r"^[A-Z][A-Z0-9]*(?:/[A-Z0-9][A-Za-z0-9.\-]*)+(?: \([A-Za-z0-9. ]+\))?(?:/(?:Add|Corr|Rev)\.\d+)*$")
"""The grammar of document symbols: series letters, then parts between slashes (Editorial Manual, mastheads)."""

KEY = re.compile(r"^[A-Z]\w*$")
"""The form of the keys of entities: they start with a capital letter."""

ENTITY_KEY = r"^[A-Z][0-9A-Za-z_\u00aa-\uffff]*$"
"""The form of an entity's key for editors, whose `\\w` knows no accents."""


class CountryRef(str):
    """The code of a country, told apart from other words."""

    __slots__ = ()


class EntityRef(str):
    """The key of an entity, told apart from other words."""

    __slots__ = ()


class SymbolRef(str):
    """A document symbol, told apart from other words."""

    __slots__ = ()


def _country(code: str, info: ValidationInfo) -> CountryRef:
    names = known(info)
    if re.fullmatch("[A-Z]{3}", code) and (names is None or code in names.countries):
        return CountryRef(code)
    proposal = names.countries.proposal(code) if names else ""
    hint = proposal or "write the ISO 3166-1 code of three letters, for instance KEN"
    raise unfit("country_code", "“{code}” is not among the codes of countries and territories", hint, code=code)


def _entity(key: str, info: ValidationInfo) -> EntityRef:
    names = known(info)
    if names and names.entities is not None:
        require(key, names.entities, "entity", "describe it in glossary.yaml, under a key with a capital letter")
    elif not KEY.fullmatch(key):
        raise unfit("entity_key", "“{key}” is not the key of an entity", "it starts with a capital letter", key=key)
    return EntityRef(key)


def _body(key: str, info: ValidationInfo) -> EntityRef:
    names = known(info)
    hint = f"the bodies are: {', '.join(names.bodies)}; CONTRIBUTING.md says how to add one" if names else ""
    return EntityRef(require(key, names.bodies, "body", hint) if names else key)


def _type(word: str, info: ValidationInfo) -> str:
    names = known(info)
    return require(word, names.types, "type of activity", f"the types are: {', '.join(names.types)}") if names else word


def _symbol(text: str) -> SymbolRef:
    if not SYMBOL.fullmatch(text):
        raise unfit(
            "symbol_form",
            "“{text}” is not a document symbol",
            "write it as on the document, for instance CTOC/COP/WG.4/2023/2",
            text=text,
        )
    return SymbolRef(text)


@dataclass(frozen=True, slots=True)
class ResolutionNumber:
    """A resolution or decision: the key of the organ that adopted it, and its number as that organ writes it."""

    organ: str
    number: str

    def __str__(self) -> str:
        return f"{self.organ} {self.number}"


def resolution(value: Any, info: ValidationInfo) -> ResolutionNumber:
    """Return the resolution written as organ and number (`GA 77/236`, `SC 2652 (2022)`).

    Raises a validation error when the organ is not known or numbers its resolutions otherwise.
    """
    if isinstance(value, ResolutionNumber):
        return value
    organ, _, number = value.partition(" ") if isinstance(value, str) else ("", "", "")
    if not number:
        raise unfit(
            "resolution_form",
            "this is not a resolution",
            "write its organ and number, for instance GA 77/236 or SC 2652 (2022)",
        )
    names = known(info)
    if names:
        hint = f"these have resolutions: {', '.join(names.resolutions)}"
        require(organ, names.resolutions, "body with resolutions", hint)
        if not names.resolutions[organ].fullmatch(number):
            raise unfit(
                "resolution_number", "“{number}” is not how {organ} numbers its resolutions", number=number, organ=organ
            )
    return ResolutionNumber(organ, number)


CountryCode = Annotated[
    str,
    AfterValidator(_country),
    WithJsonSchema(
        {
            "title": "CountryCode",
            "type": "string",
            "pattern": "^[A-Z]{3}$",
            "errorMessage": "write the ISO 3166-1 code of a country, three letters, for instance KEN",
            "examples": ["KEN", "PRT"],
        }
    ),
]
"""A country or territory by its ISO 3166-1 alpha-3 code."""

EntityKey = Annotated[
    str,
    AfterValidator(_entity),
    WithJsonSchema(
        {
            "title": "EntityKey",
            "type": "string",
            "pattern": ENTITY_KEY,
            "errorMessage": "write a key of the glossary or of a body: it starts with a capital, for instance UNODC",
            "examples": ["UNODC", "IOM"],
        }
    ),
]
"""An organization, programme, network or instrument by its key in the glossary or among the bodies."""

BodyKey = Annotated[
    str,
    AfterValidator(_body),
    WithJsonSchema(
        {
            "title": "BodyKey",
            "type": "string",
            "pattern": ENTITY_KEY,
            "errorMessage": "write the key of a body, for instance COP",
            "examples": ["COP", "GA"],
        }
    ),
]
"""An organ of the United Nations by its key in `templates/bodies`."""

ActivityType = Annotated[str, AfterValidator(_type)]
"""A type of activity by its name in records."""

DocumentSymbol = Annotated[
    str,
    AfterValidator(_symbol),
    WithJsonSchema(
        {
            "title": "DocumentSymbol",
            "type": "string",
            "pattern": SYMBOL.pattern,
            "errorMessage": "write a symbol as on the document, for instance CTOC/COP/WG.4/2099/2",
            "examples": ["CTOC/COP/WG.4/2099/2", "A/154/150"],
        }
    ),
]
"""The symbol of a document, for instance `CTOC/COP/WG.4/2023/2`."""

ResolutionOf = Annotated[
    ResolutionNumber,
    MadeBy(resolution),
    WithJsonSchema(
        {
            "title": "ResolutionOf",
            "type": "string",
            "pattern": ENTITY_KEY.replace("$", " .+$"),
            "errorMessage": "write a resolution with its organ and number, for instance GA 154/42",
            "examples": ["GA 154/42", "SC 9001 (2099)"],
        }
    ),
]
"""A resolution by its organ and number."""
