"""The sandbox in which templates run: it reads values and text, reaches nothing else, and counts what it does."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from jinja2 import StrictUndefined, TemplateSyntaxError
from jinja2.environment import TemplateModule
from jinja2.runtime import Context, LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment

from ctoc_report.compose.budget import LONGEST, Budget, Exhausted
from ctoc_report.compose.dialect import in_dialect, refuse_unprintable
from ctoc_report.compose.facts import Fact, Several, View, model_of
from ctoc_report.compose.failures import problem_of
from ctoc_report.compose.problems import TemplateProblem
from ctoc_report.findings import did_you_mean
from ctoc_report.values.dates import DateSpan, Day

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jinja2 import nodes


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

LARGEST: Final = 10**15
"""The largest number that templates reckon with."""


def _is_small(thing: Any) -> bool:
    return isinstance(thing, int | float | Decimal) and -LARGEST <= thing <= LARGEST
