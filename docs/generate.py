"""Write the pages that are made from the code: modules, rules, commands. `--check` only tells what is stale."""

from __future__ import annotations

import ast
import re
import sys
from inspect import cleandoc
from pathlib import Path
from textwrap import dedent
from typing import Any

from typer import Context
from typer.main import get_group

from ctoc_report.cli import app
from ctoc_report.rules import all_rules

DOCS = Path(__file__).parent
SOURCE = DOCS.parent / "src" / "ctoc_report"
MARK = "<!-- made by docs/generate.py: do not edit below -->"


def modules() -> str:
    """Return the table of modules: each with the first sentence that it says of itself."""
    rows = ["| module | what it is |", "|---|---|"]
    for path in sorted(SOURCE.rglob("*.py")):
        text = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
        name = path.relative_to(SOURCE).as_posix().removesuffix("/__init__.py")
        first = " ".join(text.split("\n\n")[0].split())
        if name != "__init__.py" and not name.startswith("rules/"):
            rows.append(f"| `{name}` | {cell(first)} |")
    return "\n".join(rows)


def cell(text: str) -> str:
    """Return a text as a cell of a table has it."""
    return text.replace("|", "\\|")


def rules() -> str:
    """Return the manual of every rule, by code."""
    return "\n\n".join(
        f"## {one.code} {one.name}\n\nSeverity: {one.severity}.\n\n{cleandoc(one.manual)}" for one in all_rules()
    )


def commands() -> str:
    """Return the manual of every command, in the order of its help."""
    return "\n\n".join(manual(name, command) for name, command in get_group(app).commands.items())


def manual(name: str, command: Any) -> str:
    """Return how a command is called, what it does, an example, and what may be given to it."""
    usage = command.get_usage(Context(command, info_name=f"ctoc-report {name}")).removeprefix("Usage: ")
    told = [paragraph(text) for text in command.help.split("\n\n")]
    rows = [f"| `{cell(given(one))}` | {cell(one.help)}{default(one)} |" for one in command.params]
    table = ["| argument or option | what it is |\n|---|---|\n" + "\n".join(rows)] if rows else []
    return "\n\n".join([f"## {name}", f"```\n{usage}\n```", *told, *table])


def paragraph(text: str) -> str:
    """Return a paragraph of a command's help in Markdown: one sentence to a line, an example as code."""
    kept, mark, lines = text.partition("\b\n")
    if mark:
        title, _, example = lines.partition("\n")
        return f"{title}\n\n```sh\n{dedent(example)}\n```"
    return re.sub(r"(?<=[.:]) (?=[A-Z])", "\n", " ".join(kept.split()))


def given(parameter: Any) -> str:
    """Return how an argument or option is written."""
    if parameter.param_type_name == "argument":
        return str(parameter.metavar or parameter.name.upper())
    return f"{', '.join(parameter.opts)} {parameter.metavar or ''}".strip()


def default(parameter: Any) -> str:
    """Return what an argument or option is when it is not given, unless its help says so or it is a mere switch."""
    plain = isinstance(parameter.default, str | int) and not isinstance(parameter.default, bool)
    return f" Default: `{parameter.default}`." if plain else ""


PAGES = {"architecture.md": modules, "cli.md": commands, "rules.md": rules}


def main() -> int:
    """Write the pages, or with `--check` return 1 when one of them is stale."""
    stale = 0
    for name, make in PAGES.items():
        path = DOCS / name
        written = path.read_text(encoding="utf-8")
        head, _, _ = written.partition(MARK)
        made = f"{head}{MARK}\n\n{make()}\n"
        if made == written:
            continue
        if "--check" in sys.argv:
            print(f"{path} is stale: run python docs/generate.py")
            stale = 1
        else:
            path.write_text(made, encoding="utf-8")
    return stale


if __name__ == "__main__":
    sys.exit(main())
