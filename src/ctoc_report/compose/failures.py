"""What went wrong in a template, in an officer's words, and the file and line where it did."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jinja2 import TemplateError, TemplateSyntaxError
from jinja2.exceptions import SecurityError

from ctoc_report.compose.budget import Exhausted
from ctoc_report.compose.problems import TemplateProblem
from ctoc_report.errors import CtocError
from ctoc_report.markup import Unfit

if TYPE_CHECKING:
    from types import TracebackType


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
