"""The commands: arguments in, exit code out (0 clean, 1 findings, 2 cannot run)."""

from __future__ import annotations

import gc
import io
import re
import signal
import sys
from contextlib import suppress
from typing import Annotated, Any, NoReturn

import typer
from typer.core import TyperGroup

from ctoc_report import __version__
from ctoc_report.cli.add import add
from ctoc_report.cli.build import build
from ctoc_report.cli.new import new
from ctoc_report.cli.schema import schema
from ctoc_report.cli.trace import trace
from ctoc_report.cli.validate import validate
from ctoc_report.console import failure
from ctoc_report.errors import CtocError

SELDOM = (100_000, 50, 1000)
"""When Python looks for garbage: seldom, for nearly all that a command makes is needed to its end."""

EXAMPLES = re.compile(r"^Example: .+(?:\n+Example: .+)*", re.MULTILINE)
"""The examples in the help of a command, each in a paragraph of its own."""


class Commands(TyperGroup):
    """The commands, with the examples in their help on lines of their own."""

    def __init__(self, **attributes: Any) -> None:
        super().__init__(**attributes)
        for command in self.commands.values():
            command.help = EXAMPLES.sub(_on_lines, command.help or "")


def _on_lines(examples: re.Match[str]) -> str:
    return "\b\nExample:" + re.sub(r"\s*Example: ", "\n  ", examples[0])


app = typer.Typer(
    name="ctoc-report",
    cls=Commands,
    no_args_is_help=True,
    add_completion=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"max_content_width": 100},
)
app.command()(new)
app.command()(add)
app.command()(build)
app.command()(validate)
app.command()(trace)
app.command()(schema)


def _version(*, asked: bool) -> None:
    if asked:
        typer.echo(f"ctoc-report {__version__}")
        raise typer.Exit


@app.callback()
def about(
    *,
    version: Annotated[
        bool,
        typer.Option(
            "--version", help="Print the version and stop.", callback=lambda asked: _version(asked=asked), is_eager=True
        ),
    ] = False,
) -> None:
    """Turn typed records of what an office did into United Nations Secretariat reports."""


def main() -> None:
    """Run the command line; an error that stops the work is printed with what to do, never as a traceback."""
    gc.set_threshold(*SELDOM)
    signal.signal(signal.SIGTERM, _end)
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")  # names of files may hold anything
    try:
        app(prog_name="ctoc-report")
    except CtocError as error:
        _fail(error)
    except MemoryError:
        _fail(CtocError("there is not enough memory", "close other programs, or make several reports of it"))
    except OSError as error:  # what is read and written has errors of its own
        sys.stdout = sys.stderr  # Python would try once more to write what could not be written
        _fail(
            CtocError(
                f"{error.filename or 'the output'} cannot be used: {error.strerror}", "make room, or take another"
            )
        )
    except Exception as error:  # noqa: BLE001  (nobody who writes reports should have to read a traceback)
        _fail(CtocError(f"the tool itself failed{_where(error)}", "report this, with the files that show it"))
    finally:
        gc.freeze()  # the system takes all memory back at once: nothing need be looked through before


def _fail(error: CtocError) -> NoReturn:
    with suppress(OSError):
        failure(error)
    sys.exit(2)


def _where(error: Exception) -> str:
    """Return what failed and where, for those who are to mend it."""
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    place = f" ({trace.tb_frame.f_code.co_filename}:{trace.tb_lineno})" if trace else ""
    return f": {type(error).__name__}: {error}{place}"


def _end(_signal: int, _frame: object) -> NoReturn:
    """End in good order when asked to, so that no temporary file stays."""
    sys.exit(128 + signal.SIGTERM)
