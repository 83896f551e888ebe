"""Lines of YAML for the fields of a type: the required ones left empty, the optional ones as comments."""

from __future__ import annotations

from dataclasses import dataclass
from textwrap import wrap
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, Final, Literal, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel

from ctoc_report.scaffold.words import flow, scalar
from ctoc_report.values.dates import Span
from ctoc_report.values.figures import Count, Figure, Percentage, Whole
from ctoc_report.values.names import CountryCode, DocumentSymbol, EntityKey, ResolutionOf
from ctoc_report.values.text import Localized, Prose, WorkTitle

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from pydantic.fields import FieldInfo

COLUMN: Final = 33
"""Where comments begin, if the line leaves room."""

WIDTH: Final = 120

FORMS: Final[tuple[tuple[Any, str], ...]] = (
    (Span, "2099-10-05, or 2099-10-05/2099-10-06"),
    (Count, "453"),
    (Figure, "453"),
    (Percentage, "55 %"),
    (Whole, "13"),
    (CountryCode, "KEN"),
    (EntityKey, "UNODC"),
    (DocumentSymbol, "CTOC/COP/WG.4/2099/2"),
    (ResolutionOf, "GA 153/42"),
)
"""How the values are written whose fields give no example of their own."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of YAML, and the comment on it, without its “# ”."""

    code: str
    says: str = ""


def required_lines(model: type[BaseModel], languages: Sequence[str], skip: Collection[str] = ()) -> Iterator[Line]:
    """Yield the lines of the fields that a model must have, without values; those in `skip` are not among them."""
    for name, field in model.model_fields.items():
        if field.is_required() and name not in skip:
            yield from _field(name, _hints(model)[name], field, languages)


def optional_lines(model: type[BaseModel], languages: Sequence[str], last: Collection[str] = ()) -> Iterator[Line]:
    """Yield as comments the lines of the fields that may be left out; those in `last` come after the others."""
    names = [name for name, field in model.model_fields.items() if not field.is_required()]
    for name in sorted(names, key=lambda one: one in last):
        yield from commented(_field(name, _hints(model)[name], model.model_fields[name], languages))


def commented(lines: Iterable[Line]) -> Iterator[Line]:
    """Yield lines as comments; what is taken out of them by its first “# ” is YAML again."""
    return (Line(f"# {line.code}", line.says) for line in lines)


def item(lines: Iterable[Line]) -> Iterator[Line]:
    """Yield lines as an item of a list."""
    return (Line(f"{'  ' if at else '- '}{line.code}", line.says) for at, line in enumerate(lines))


def indented(lines: Iterable[Line]) -> Iterator[Line]:
    """Yield lines one step further in."""
    return (Line(f"  {line.code}", line.says) for line in lines)


def text(line: Line) -> str:
    """Return a line with its comment, which goes on below it when it is long."""
    if not line.says:
        return line.code
    start = max(COLUMN, len(line.code) + 2)
    first, *rest = wrap(line.says, WIDTH - start - len("# "), break_on_hyphens=False)
    margin = line.code[: line.code.find("#") + 1]  # of a comment, so that what goes on below it stays one
    return "\n".join([f"{line.code:{start}}# {first}", *(f"{margin:{start}}# {more}" for more in rest)])


def _hints(model: type[BaseModel]) -> dict[str, Any]:
    return get_type_hints(model, include_extras=True)


def _field(name: str, hint: Any, field: FieldInfo, languages: Sequence[str]) -> Iterator[Line]:
    kind = _given(hint)
    many = get_origin(kind) is tuple
    inside = get_args(kind)[0] if many else kind
    inner = list(_inner(inside, _first(field.examples, many=many), languages))
    if inner:
        yield Line(f"{name}:", field.description or "")
        yield from indented(item(inner) if many else inner)
    else:
        says = "; ".join(filter(None, (field.description, _form(kind, field, languages))))
        yield Line(f"{name}: {_stub(kind, field, languages)}".rstrip(), says)


def _given(hint: Any) -> Any:
    """Return the type of a value that is there, for a field that may have none."""
    if get_origin(hint) in (Union, UnionType):
        return next(kind for kind in get_args(hint) if kind is not NoneType)
    return hint


def _first(examples: Sequence[Any] | None, *, many: bool = False) -> Any:
    """Return the first of a field's examples; of a list the first that is in it."""
    first = examples[0] if examples else None
    return first[0] if many and isinstance(first, list | tuple) and first else first


def _inner(kind: Any, example: Any, languages: Sequence[str]) -> Iterator[Line]:
    """Yield the lines below a field whose value has parts: the fields of a model, or prose by language.

    Prose does not stand on one line, as names do, because a comma would break it off in the middle there.
    """
    if not isinstance(kind, type) or not issubclass(kind, BaseModel) or kind in (Figure, WorkTitle):
        return
    if issubclass(kind, Localized):
        words = example if isinstance(example, dict) else {}
        yield from (Line(f"{tag}:", _instance(words.get(tag))) for tag in languages if issubclass(kind, Prose))
        return
    yield from required_lines(kind, languages)
    yield from optional_lines(kind, languages)


def _stub(kind: Any, field: FieldInfo, languages: Sequence[str]) -> str:
    """Return what stands after the colon: the form of the value where its bare name would not show it."""
    by_language = flow(dict.fromkeys(languages, None))
    if kind is bool:
        return scalar(not field.default)
    if get_origin(kind) is dict:
        below = get_args(kind)[1]
        return by_language if below is str else f"{{a_name: {_stub(below, field, languages)}}}"
    if get_origin(kind) is tuple:
        return "" if field.is_required() else f"[{_stub(get_args(kind)[0], field, languages)}]"
    if isinstance(kind, type) and issubclass(kind, Localized):
        return by_language
    return flow({languages[0]: None}) if kind is WorkTitle else ""


def _form(kind: Any, field: FieldInfo, languages: Sequence[str]) -> str:
    """Return how the value is written: the choices there are, or an example."""
    many = get_origin(kind) is tuple
    inside = get_args(kind)[0] if many else kind
    if get_origin(inside) is Literal:
        form = f"{'a list of' if many else 'one of'}: {', '.join(map(str, get_args(inside)))}"
        return f"{form}; without it, {field.default}" if isinstance(field.default, str) else form
    if inside is bool:
        return ""
    example = _first(field.examples)
    return _instance(_of_kind(inside, many=many) if example is None else example, languages)


def _of_kind(kind: Any, *, many: bool) -> Any:
    form = next((form for known, form in FORMS if known == kind), None)
    return [form] if form and many else form


def _instance(example: Any, languages: Sequence[str] = ()) -> str:
    """Return an example as a comment gives it; of words by language, those of the first language."""
    if isinstance(example, dict):
        words = next((example[tag] for tag in languages[:1] if tag in example), None)
        return _instance(words or flow({name: _in_use(value, languages) for name, value in example.items()}))
    if isinstance(example, list | tuple):
        return _instance(f"[{', '.join(map(str, example))}]")
    return "" if example is None else f"for instance {example}"


def _in_use(value: Any, languages: Sequence[str]) -> Any:
    """Return words by language without those of languages that the report is not in, if any are left then."""
    return {tag: value[tag] for tag in languages if tag in value} or value if isinstance(value, dict) else value
