"""Write the pages that are made from the code: the map of the modules, the rules. `--check` only tells what is stale."""

from __future__ import annotations

import ast
import sys
from inspect import cleandoc
from pathlib import Path

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
            rows.append(f"| `{name}` | {first.replace('|', chr(92) + '|')} |")
    return "\n".join(rows)


def rules() -> str:
    """Return the manual of every rule, by code."""
    return "\n\n".join(
        f"## {one.code} {one.name}\n\nSeverity: {one.severity}.\n\n{cleandoc(one.manual)}" for one in all_rules()
    )


PAGES = {"architecture.md": modules, "rules.md": rules}


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
