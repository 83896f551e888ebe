"""The sandbox in which templates run: it reads values and text, reaches nothing else, and says where it failed."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from jinja2 import (
    FunctionLoader,
    StrictUndefined,
    TemplateError,
    TemplateSyntaxError,
    Undefined,
    pass_eval_context,
)
from jinja2.environment import TemplateModule
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context, LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment

from ctoc_report.compose.budget import LONGEST, READING, Budget, Exhausted
from ctoc_report.compose.dialect import JOINED, LOOP, SPENT, THROUGH, in_dialect, refuse_unprintable
from ctoc_report.compose.facts import Fact, Several, View, model_of
from ctoc_report.compose.printing import Printed
from ctoc_report.compose.problems import TemplateProblem
from ctoc_report.errors import CtocError
from ctoc_report.findings import did_you_mean
from ctoc_report.markup import Unfit
from ctoc_report.values.dates import DateSpan, Day

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from types import TracebackType

    from jinja2 import nodes
    from jinja2.nodes import EvalContext

    from ctoc_report.source import Source


class Unknown(StrictUndefined):
    """A name or field that a template asks for and that does not exist; using it says so in an officer's words."""

    def _fail_with_undefined_error(self, *_args: Any, **_kwargs: Any) -> Any:
        name = self._undefined_name or ""
        if isinstance(self._undefined_obj, View):
            fields = list(type(model_of(self._undefined_obj)).model_fields)
            raise TemplateProblem(
                f"the record has no field “{name}”",
                did_you_mean(name, fields) or f"the fields are: {', '.join(fields)}",
            )
        raise TemplateProblem(
            f"“{name}” is not known here", "check the spelling; entities are named by their key in the glossary"
        )

    __add__ = __radd__ = __str__ = __iter__ = __len__ = __bool__ = __eq__ = __ne__ = __hash__ = __call__ = (
        __getitem__
    ) = _fail_with_undefined_error
    __lt__ = __gt__ = __le__ = __ge__ = __contains__ = __int__ = __float__ = _fail_with_undefined_error  # fmt: skip

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return self._fail_with_undefined_error()


class Sandbox(ImmutableSandboxedEnvironment):
    """An environment in which everything that a template does is counted, and only what `budget` allows is done."""

    intercepted_binops = frozenset({"+", "*", "**", "%"})

    def __init__(self, budget: Budget, **options: Any) -> None:
        # Nothing is computed while a template is compiled: neither values nor bombs.
        super().__init__(optimized=False, undefined=Unknown, autoescape=False, **options)
        self.budget = budget

    def compile(self, source: Any, name: str | None = None, filename: str | None = None, *options: Any) -> Any:
        """Return the program of a template. Raises TemplateProblem, with the path, for what must not be in it."""
        try:
            return super().compile(source, name, filename, *options)
        except TemplateSyntaxError:
            raise
        except Exception as error:  # noqa: BLE001  (whatever the text of a template raises is a finding)
            refused = problem_of(error)
        refused.path = filename or ""
        raise refused

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        if len(source) > LONGEST:
            raise Exhausted(f"it is longer than {LONGEST:,} characters", "divide it into several")
        refuse_unprintable(source)
        return in_dialect(super()._parse(source, name, filename))

    def call(self, context: Context, thing: Any, /, *args: Any, **named: Any) -> Any:
        """Call a macro or helper."""
        self.budget.spend_on(*args, *named.values())
        return super().call(context, thing, *args, **named)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Reckon with small numbers; `+` also joins."""
        if operator == "+":
            self.budget.spend_on(left, right)
        elif operator == "**" or not (_is_small(left) and _is_small(right)):
            raise TemplateProblem(f"templates do not reckon so far with {operator}", "give the figure in the record")
        return super().call_binop(context, operator, left, right)

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Return a field, or what a mapping has under a key."""
        if type(obj) is not View or attribute.startswith("_"):
            return self.getitem(obj, attribute) if isinstance(obj, dict) else super().getattr(obj, attribute)
        try:  # the fields of records are most of what templates ask for
            value = View.__getattr__(obj, attribute)
        except AttributeError:
            return self.undefined(obj=obj, name=attribute)
        if type(value) is Several or type(value) is dict:
            self.budget.spend(len(value))
        return value

    def getitem(self, obj: Any, argument: Any) -> Any:
        """Return an item of a list, or what a mapping has under a key."""
        if isinstance(argument, tuple):
            self.budget.spend_on(argument)
        return super().getitem(obj, argument)

    def wrap_str_format(self, value: Any) -> None:
        """Leave `str.format` to `is_safe_attribute`, which refuses it like every method of a text."""

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Tell whether a template may read an attribute: a field of a record, or one of those listed."""
        allowed = next((names for kind, names in READABLE.items() if isinstance(obj, kind)), frozenset())
        return attr in allowed if allowed is not None else super().is_safe_attribute(obj, attr, value)


READABLE: Final[Mapping[type, frozenset[str] | None]] = {
    View: None,
    TemplateModule: None,
    Fact: frozenset({"value", "number", "bound"}),
    LoopContext: frozenset({"index", "index0", "revindex", "revindex0", "first", "last", "length"})
    | {"depth", "depth0", "previtem", "nextitem", "cycle", "changed"},
    DateSpan: frozenset({"start", "end", "single"}),
    Day: frozenset({"year", "month", "day"}),
}
"""What templates may read of the things they see, by kind; None stands for all that has no underscore."""

PRINTABLE: Final = (View, int, float, Decimal, Undefined)
"""What can be printed besides facts and words; of these, records and what is not known say by themselves why they cannot."""

LARGEST: Final = 10**15
"""The largest number that templates reckon with."""


def _is_small(thing: Any) -> bool:
    return isinstance(thing, int | float | Decimal) and -LARGEST <= thing <= LARGEST


def environment(
    template: Callable[[str], Source | None],
    finalize: Callable[..., str],
    filters: Mapping[str, Callable[..., Any]],
    names: Mapping[str, Any],
    budget: Budget,
) -> Sandbox:
    """Return the environment of one language: `template` finds the files, `filters` and `names` are what they may use."""

    def load(name: str) -> tuple[str, str, Callable[[], bool]] | None:
        budget.spend(READING)
        source = template(name)
        return (source.text, source.path, lambda: True) if source else None

    @pass_eval_context
    def shown(when: EvalContext, thing: Any) -> str:
        if isinstance(thing, Fact | Printed):
            return finalize(when, thing)
        if isinstance(thing, str):
            budget.spend_on(thing)
        elif not isinstance(thing, PRINTABLE) or isinstance(thing, bool):
            raise TemplateProblem(
                "only single values can be printed: no list, no mapping, no yes or no, nothing that is missing",
                "print a list with `| list`, and what may be missing between {% if %} and {% endif %}",
            )
        return finalize(when, thing)

    made = Sandbox(budget, loader=FunctionLoader(load), finalize=shown)
    tests: dict[str, Any] = made.tests
    made.tests = {name: budget.priced(test) for name, test in tests.items()}
    made.filters = {name: budget.priced(call) for name, call in {**_kept(made.filters), **filters}.items()}
    made.filters |= {LOOP: budget.loop, SPENT: budget.spend, THROUGH: budget.through, JOINED: budget.joined}
    made.globals = dict(names)
    return made


def _kept(filters: Mapping[str, Callable[..., Any]]) -> dict[str, Callable[..., Any]]:
    """Return the built-in filters that keep a value's origin: those that choose among values and leave them whole."""
    return {
        name: filters[name]
        for name in ("first", "last", "selectattr", "rejectattr", "select", "reject", "length", "default")
    }


def problem(error: Exception, called: str) -> tuple[TemplateProblem, str, int]:
    """Return what went wrong in a template, the path of the file and its line (0 if not known)."""
    if isinstance(error, TemplateSyntaxError):
        unread = TemplateProblem(
            f"the template cannot be read: {error.message}", "check the braces and the words between them"
        )
        return unread, error.filename or called, error.lineno
    path, line = _spot(error.__traceback__, called)
    wrong = problem_of(error)
    return wrong, wrong.path or path, wrong.line or line


def problem_of(error: Exception) -> TemplateProblem:
    """Return what went wrong, in an officer's words."""
    match error:
        case TemplateProblem():
            return error
        case Unfit() | CtocError():
            return TemplateProblem(error.message, error.hint)
        case RecursionError() | SyntaxError() | MemoryError():
            return Exhausted(
                "it is nested too deeply, or calls itself", "write it flatter, with fewer brackets within brackets"
            )
        case SecurityError():
            return TemplateProblem(
                f"the template tries what it must not: {error}", "templates may only print values of records"
            )
        case TemplateError():
            return TemplateProblem(f"the template fails: {error}", "check what it asks for")
        case _:
            return TemplateProblem(
                f"the template fails: {_plainly(error)}", "check that the value is of the kind that the filter expects"
            )


def _plainly(error: Exception) -> str:
    return " ".join(re.sub(r"ctoc_report\.[\w.]+\.", "", str(error)).split()) or type(error).__name__


def _spot(trace: TracebackType | None, called: str) -> tuple[str, int]:
    """Return the deepest line of a template that a traceback goes through."""
    path, line = called, 0
    while trace is not None:
        name = trace.tb_frame.f_code.co_filename
        if (
            name.endswith(".j2")
            or name == called
            or "jinja_root" in trace.tb_frame.f_code.co_name
            or trace.tb_frame.f_code.co_name == "top-level template code"
        ):
            path, line = name, trace.tb_lineno
        trace = trace.tb_next
    return (called if path == "<template>" else path), line
