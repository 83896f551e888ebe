"""What a schema refuses, in an officer's words: validation errors become findings with a place and a way to mend them."""

from __future__ import annotations

from types import UnionType
from typing import TYPE_CHECKING, Annotated, Any, Final, Union, get_args, get_origin

from pydantic import BaseModel, RootModel, Tag

from ctoc_report.findings import Finding, Place, did_you_mean, nearest
from ctoc_report.report import CHOICE_TAGS, ENTRY_TAGS
from ctoc_report.source import Map, place_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pydantic import ValidationError

    from ctoc_report.source import Value

Steps = tuple[str | int, ...]

KEY: Final = "[key]"
"""The last step of an error's path when it is the name in a mapping that is wrong, not the value under it."""

EMPTY: Final[tuple[object, ...]] = (None, "", [], {})
"""What a field holds that has been left empty."""

WORDS: Final = {
    "bool_parsing": ("“{input}” is neither true nor false", "write true or false"),
    "dict_type": ("these are not words by language", "write `{en: …, fr: …}` or a plain text"),
    "model_type": ("this is not a group of fields", "write the fields of this part, one to a line"),
    "string_type": ("this is not a text", "write a word or a text here; quote it if it looks like a list or a mapping"),
    "tuple_type": ("this is not a list", "write `[one, two]`, or each item on a line of its own after “- ”"),
}
"""What to say, and what to do, for the kinds of error that pydantic words for programmers."""


FORMS: Final = {
    r"^[a-z0-9]+(?:-[a-z0-9]+)*$": "write small letters, digits and single hyphens, for instance working-group-13",
    r"^[a-z][a-z0-9_]*$": "write small letters, digits and underscores, for instance people_trained",
    r"^[A-Z]\w*$": "write letters and digits, with a capital at the start, for instance UNODC",
    r"^[a-z]{2,3}$": "write the ISO 639 code of a language, for instance en",
}
"""What to do, for the patterns of words that the data has."""


def misfits(model: type[BaseModel], value: Value, error: ValidationError, path: str) -> Iterator[Finding]:
    """Yield a finding for each thing that is wrong with a value of the file `path` that is no `model`.

    A required field whose name was mistyped is one mistake, and one finding.
    """
    problems = error.errors()
    unknown = {problem["loc"]: fields(model, problem["loc"]) for problem in problems if _is_extra(problem)}
    meant = {(*loc[:-1], nearest(str(loc[-1]), names)) for loc, names in unknown.items()}
    subject = str(value.get("id") or "") if isinstance(value, Map) else ""
    above = {problem["loc"][:depth] for problem in problems for depth in range(len(problem["loc"]))}
    for problem in problems:
        loc = problem["loc"]
        if problem["type"] == "too_short" and loc in above:  # only because its items do not fit, which is said of each
            continue
        at = problem.get("ctx", {}).get("at")
        place = place_of(
            value, without_tags((*loc, at) if at else loc), key=_is_extra(problem) or loc[-1:] == (KEY,)
        ) or Place(path)
        if _is_extra(problem):
            yield _extra(loc, unknown[loc], place, subject)
        elif problem["type"] != "missing" and problem["input"] in EMPTY:
            hint = "write its value after the colon, or delete it if it may be left out"
            yield Finding(
                "REC009", f"the field “{_name(loc)}” is empty" if loc else "this is empty", place, hint, subject=subject
            )
        elif problem["type"] != "missing":
            message, hint = _said(problem)
            name = _name(loc)
            yield Finding("REC011", f"{name}: {message}" if name else message, place, hint, subject=subject)
        elif loc not in meant:
            yield Finding("REC009", f"the field “{_name(loc)}” is missing", place, "add it", subject=subject)


def _is_extra(problem: Any) -> bool:
    return bool(problem["type"] == "extra_forbidden")


def _extra(loc: Steps, names: Sequence[str], place: Place, subject: str) -> Finding:
    hint = did_you_mean(str(loc[-1]), names) or f"delete it; the fields are: {', '.join(names)}"
    return Finding("REC008", f"there is no field “{_name(loc)}” here", place, hint, subject=subject)


def _name(loc: Steps) -> str:
    """Return the path of an error as an officer counts: `acts.2.verb` is the verb of the second act."""
    return ".".join(str(step + 1) if isinstance(step, int) else step for step in without_tags(loc))


def _said(problem: Any) -> tuple[str, str]:
    """Return what a validation error says, in an officer's words, and what to do."""
    kind, context, word = problem["type"], problem.get("ctx", {}), str(problem["input"])
    if kind == "literal_error":
        choices = [choice.strip("'") for choice in context["expected"].replace(" or ", ", ").split(", ")]
        return f"“{word}” is not one of the choices", did_you_mean(
            word, choices
        ) or f"write one of: {', '.join(choices)}"
    if kind == "outline_entry":
        return problem["msg"], _entry_hint(problem["input"])
    if kind == "string_pattern_mismatch":
        pattern = context["pattern"]
        return f"“{word}” does not have the form that is asked for here", FORMS.get(pattern, f"the form is {pattern}")
    message, hint = WORDS.get(kind, (problem["msg"].removeprefix("Value error, "), context.get("hint", "")))
    return message.replace("{input}", word), hint or "correct the value"


def _entry_hint(entry: Any) -> str:
    """Return what to do about an entry of the outline of which nobody knows what it is."""
    near = (did_you_mean(str(name), ENTRY_TAGS) for name in entry) if isinstance(entry, dict) else iter(())
    return next(filter(None, near), "write it as one of these, each with what belongs to it")


def without_tags(loc: Steps) -> Steps:
    """Return the path of an error without the steps that only name a choice among several models."""
    pairs = zip((None, *loc), loc, strict=False)
    return tuple(
        step
        for before, step in pairs
        if not (
            (isinstance(before, int) and step in ENTRY_TAGS)
            or (before == "paragraph" and step in CHOICE_TAGS)
            or step == KEY
        )
    )


# --- the fields that a model has at some depth ---


def fields(model: type[BaseModel], loc: Steps) -> tuple[str, ...]:
    """Return the names that the last step of an error's path may have: the fields of the part that it stands in."""
    return tuple(dict.fromkeys(_fields(model, loc[:-1])))


def _fields(kind: Any, steps: Steps) -> Iterator[str]:
    """Yield the fields of what `steps` lead to below a type, through models, lists, mappings and choices."""
    origin, arguments = get_origin(kind), get_args(kind)
    if origin is Annotated:
        yield from _fields(arguments[0], steps)
    elif origin in (Union, UnionType):
        for member in arguments:
            yield from _fields_of_choice(member, steps)
    elif isinstance(kind, type) and issubclass(kind, BaseModel):
        yield from _fields_of_model(kind, steps)
    elif arguments and steps:
        yield from _fields(arguments[1 if origin is dict else 0], steps[1:])


def _fields_of_choice(member: Any, steps: Steps) -> Iterator[str]:
    """Yield the fields below one of several models; when it has a tag, the path names it."""
    tags = [note.tag for note in get_args(member)[1:] if isinstance(note, Tag)]
    if not tags:
        yield from _fields(member, steps)
    elif steps[:1] == (tags[0],):
        yield from _fields(member, steps[1:])


def _fields_of_model(model: type[BaseModel], steps: Steps) -> Iterator[str]:
    if issubclass(model, RootModel):
        yield from _fields(model.model_fields["root"].annotation, steps)
    elif not steps:
        yield from model.model_fields
    elif steps[0] in model.model_fields:
        yield from _fields(model.model_fields[str(steps[0])].annotation, steps[1:])
