"""The sandbox in which templates run: it reads values and text, reaches nothing else, and says where it failed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from jinja2 import FunctionLoader, StrictUndefined, TemplateError, TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from ctoc_report.compose.facts import View, model_of
from ctoc_report.compose.problems import TemplateProblem
from ctoc_report.findings import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from types import TracebackType

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
    """Jinja's sandbox, which knows that the fields of records are safe: a view shows nothing else."""

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Return an attribute as a template asks for it, or something that fails when it is used."""
        if type(obj) is View and not attribute.startswith("_"):
            try:
                return View.__getattr__(obj, attribute)
            except AttributeError:
                return self.undefined(obj=obj, name=attribute)
        return super().getattr(obj, attribute)


def environment(
    template: Callable[[str], Source | None],
    finalize: Callable[..., str],
    filters: Mapping[str, Callable[..., Any]],
    names: Mapping[str, Any],
) -> Sandbox:
    """Return the environment of one language: `template` finds the files, `filters` and `names` are what they may use."""

    def load(name: str) -> tuple[str, str, Callable[[], bool]] | None:
        source = template(name)
        return (source.text, source.path, lambda: True) if source else None

    made = Sandbox(
        loader=FunctionLoader(load),
        undefined=Unknown,
        finalize=finalize,
        autoescape=False,
        optimized=False,  # nothing is computed while a template is compiled: neither values nor bombs
    )
    made.filters = {**_kept(made.filters), **filters}
    made.globals = dict(names)
    return made


def _kept(filters: Mapping[str, Callable[..., Any]]) -> dict[str, Callable[..., Any]]:
    """Return the built-in filters that keep a value's origin: those that choose among values and leave them whole."""
    return {
        name: filters[name]
        for name in ("first", "last", "selectattr", "rejectattr", "select", "reject", "length", "default", "slice")
    }


def problem(error: Exception, called: str) -> tuple[str, str, str, int]:
    """Return what went wrong in a template: message, hint, the path of the file and its line (0 if not known)."""
    path, line = _spot(error.__traceback__, called)
    if isinstance(error, TemplateProblem):
        return error.message, error.hint, path, line
    if isinstance(error, TemplateSyntaxError):
        return (
            f"the template cannot be read: {error.message}",
            "check the braces and the words between them",
            error.filename or called,
            error.lineno,
        )
    if isinstance(error, SecurityError):
        return f"the template tries what it must not: {error}", "templates may only print values of records", path, line
    if isinstance(error, UndefinedError | TemplateError):
        return f"the template fails: {error}", "check what it asks for", path, line
    return (
        f"the template fails: {_plainly(error)}",
        "check that the value is of the kind that the filter expects",
        path,
        line,
    )


def _plainly(error: Exception) -> str:
    return re.sub(r"ctoc_report\.[\w.]+\.", "", str(error)) or type(error).__name__


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
