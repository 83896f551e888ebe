"""Ways to make bad input: pieces of YAML, the sample's records changed at random, and templates of Jinja's pieces."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from ctoc_report.source import Source, read

if TYPE_CHECKING:
    from random import Random

SAMPLES = Path(__file__).parents[2] / "sample_data"

YAML = [
    "- ", "a: ", "- id: x\n", "\n", "  ", "    ", "\t", "{", "}", "[", "]", ", ", ": ", "? ", "| ", "> ", "|-\n", "'", '"',
    "&a ", "*a", "!t ", "!!map ", "<<: ", "# c\n", "---\n", "...\n", "%TAG ! x\n", "%YAML 1.2\n", "~", "null", "é", "\\x07", "\\ud800",
    "\ufeff", "\u2028", "\x85", "\u202e", "\u200b", "\0", "\x07", "010", "NO", "2099-02-30", "1e999", "\r", "\\", "`", "@", "%",
]  # fmt: skip
"""Pieces of which YAML is made, and what does not belong in it."""

WORDS = [
    "", " ", "a", "en", "fr", "KEN", "NO", "UNODC", "COP", "meeting", "2099-02-30", "2099-05/2098", "0000-00-00", "9999-12-31", "0", "-1", "010", "1e999",
    "9" * 30, "more than 9000", "55 %", "0.5", "GA 77/236", "CTOC/COP/2099/1", "A/RES/77/236", "{{ it }}", "{{ it.text }}", "{% if %}", "{{ UNODC | the }}",
    "{{ ref('x') }}", "*a*", "**a", "[a](https://b)", "[a](javascript:b)", "- a\n- b", "\n\n", "</w:t>", "]]>", "&amp;", "'", '"', "\\", "\u00a0", "\u200b", "\u202e",
    "\x07", "\ud800", "\U000f0000", "\u2028", "\x85", "İ", "ß", "²", "é" * 50, "word " * 200, "x" * 5000, "null", "true", "~", "it's", "a.b.0", "0.1",
]  # fmt: skip
"""Words that records and reports may hold, right or wrong."""

EXPRESSIONS = [
    "it", "it.id", "it.date", "it.date.value", "it.countries", "it.city", "it.text", "it.participants", "it.nothing", "it.figures", "it.figures.a", "items",
    "previous", "part", "position", "opening", "UNODC", "COP", "GA", "report.session", "report.outline", "1", "0", "2.5", "-1", "'a'", "''", "[]", "[1, it]", "()",
    "(1, 2)", "{}", "{'a': it}", "none", "true", "false", "nothing", "records()", "records(type='meeting')", "record('a')", "record(it.id)", "record(1)",
    "total(records(), 'participants')", "total(it, 'x')", "total([it], 1)", "distinct(records())", "distinct([it], 'themes')", "share(it.participants, it.participants)",
    "share(1, 2)", "ref('x')", "ref(it.id)", "para('a')", "vary()", "vary('a', 'b')", "vary(1)", "loop", "loop.index", "loop.last", "loop.cycle('a')",
    "loop.cycle()", "m", "m()", "m(1, 2, 3)", "m(a=1)", "caller()", "varargs", "kwargs", "self", "'a'.upper()", "it.__class__", "''['__class__']",
    "''.format", "it.date.start", "it.countries[0]", "it.countries[9]", "it.countries[:1]", "it['id']", "it[0]", "'\\x00'", "'\\ud800'", "'\\U000f0000'", "9999999999",
]  # fmt: skip

FILTERS = [
    "the", "of", "in", "brief", "brief('of')", "cite", "cite('in')", "count", "count('a', 'b')", "count(1, 2)", "count('a', 'b', f=true)", "date", "date('of')",
    "date('x')", "feminine", "languages", "last", "first", "length", "list", "list('of')", "list(complex=true)", "list(order='given')", "list('x')", "nth(1)", "nth('a')",
    "number", "ordinal", "ordinal(f=true)", "organ", "percent", "place", "place('x')", "plural('a', 'b')", "plural(1)", "quoted", "reject('equalto', 1)", "select", "select('odd')",
    "selectattr('id')", "selectattr('a.b', 'equalto', 1)", "times", "when", "when(year=false)", "year_of", "years", "result", "default('a')", "default(it)", "nothing",
]  # fmt: skip

OPERATORS = ["+", "-", "*", "/", "//", "%", "**", "~", "==", "!=", "<", ">=", "in", "not in", "and", "or"]
TESTS = ["defined", "none", "number", "odd", "divisibleby(0)", "equalto(it)", "in([1])", "string", "nothing"]
WORDS_BETWEEN = [
    "a",
    " ",
    ", ",
    ".",
    "\n",
    "- a\n",
    "*",
    "**",
    "[",
    "](",
    "https://a",
    ")",
    "_",
    "\\",
    "&",
    "<b>",
    "{",
    "}",
    "{#",
    "#}",
    "-",
    "1",
    "é",
]


# --- text -------------------------------------------------------------------------------------------------------------


@cache
def sample_texts() -> tuple[str, ...]:
    return tuple(path.read_text(encoding="utf-8") for path in sorted(SAMPLES.rglob("*.yaml")))


def _spliced(random: Random) -> str:
    """Return a piece of a sample's file with pieces of YAML put into it, or taken out of it."""
    text = random.choice(sample_texts())
    start = random.randrange(len(text))
    text = text[start : start + random.randrange(2000)]
    for _ in range(random.randrange(1, 6)):
        at = random.randrange(len(text) + 1)
        text = text[:at] + random.choice([*YAML, ""]) + text[at + random.choice([0, 0, 1, 20]) :]
    return text


yaml_texts = (
    st.text(max_size=200)
    | st.lists(st.sampled_from(YAML), max_size=60).map("".join)
    | st.randoms(use_true_random=False).map(_spliced)
)

fragments = st.lists(st.sampled_from(YAML), min_size=1, max_size=6).map("".join) | st.sampled_from(
    [
        "- a\n",
        "- {a: b}\n",
        "-\n",
        "[],",
        "- |\n  a\n",
        "- 'a'\n",
        '- "\\x41"\n',
        "- a: b\n  c: d\n",
        "# a\n",
        "- a # b\n",
        "- >\n\n  a\n\n",
        " ",
        "\n",
        "a ",
        "a\n",
    ]
)


# --- values -----------------------------------------------------------------------------------------------------------


def plain(value: Any) -> Any:
    """Return a value that was read from YAML as lists and dictionaries without places."""
    if isinstance(value, dict):
        return {key: plain(below) for key, below in value.items()}
    return [plain(below) for below in value] if isinstance(value, list) else value


@cache
def sample() -> tuple[dict[str, Any], dict[str, Any], tuple[dict[str, Any], ...]]:
    """Return the plan, the glossary and the records of the large sample."""
    folder = SAMPLES / "cop12-trafficking-in-persons"
    files = {
        path: plain(read(Source(str(path), path.read_text(encoding="utf-8")))[0]) for path in folder.rglob("*.yaml")
    }
    records = [record for path, value in sorted(files.items()) if path.parent.name == "activities" for record in value]
    return files[folder / "report.yaml"], files[folder / "glossary.yaml"], tuple(records)


def any_value(random: Random, depth: int = 0) -> Any:
    kind = random.randrange(10 if depth < 3 else 7)
    if kind == 0:
        return None
    if kind < 7:
        return random.choice(WORDS)
    if kind == 7:
        return [any_value(random, depth + 1) for _ in range(random.randrange(4))]
    return {random.choice(WORDS): any_value(random, depth + 1) for _ in range(random.randrange(4))}


def spots(value: Any) -> list[tuple[Any, Any]]:
    """Return every place in a tree as its parent and the key or index there."""
    found: list[tuple[Any, Any]] = []
    below = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in below:
        found.append((value, key))
        found += spots(item)
    return found


def change(tree: Any, random: Random) -> None:
    """Change a tree at one place."""
    there = spots(tree)
    if not there:
        return
    parent, key = random.choice(there)
    other, key2 = random.choice(there)
    match random.randrange(8):
        case 0 | 1:
            parent[key] = any_value(random)
        case 2:
            del parent[key]
        case 3 if isinstance(parent, dict):
            parent[random.choice([*WORDS, *map(str, other), key[:-1], key + "s"])] = parent.pop(key)
        case 4:
            parent[key] = [parent[key]]
        case 5:
            parent[key] = {random.choice(["en", "value", "record", "a", "type"]): parent[key]}
        case 6:
            parent[key] = json.loads(json.dumps(other[key2]))
        case _ if isinstance(parent[key], str):
            at = random.randrange(len(parent[key]) + 1)
            parent[key] = parent[key][:at] + random.choice([*WORDS, *WORDS_BETWEEN]) + parent[key][at:]


def project(random: Random) -> dict[str, str]:
    """Return the files of a project made of some of the sample's records, changed here and there."""
    plan, glossary, records = json.loads(json.dumps(sample()))
    chosen = random.sample(records, random.randrange(1, 8))
    kinds = sorted({record["type"] for record in chosen})
    plan["outline"] = random.sample(plan["outline"], 1) if random.randrange(4) == 0 else []
    plan["outline"] += [
        {"heading": {"en": "A", "fr": "B"}, "id": "x", "body": [{"each": {"type": kind}} for kind in kinds]}
    ]
    plan["outline"] += [{"paragraph": [record["id"] for record in chosen], "lead": {"en": "a", "fr": "b"}}]
    files = {"report.yaml": plan, "glossary.yaml": glossary, "records.yaml": chosen}
    for _ in range(random.randrange(1, 6)):
        name = random.choice(["report.yaml", "glossary.yaml", *["records.yaml"] * 3])
        change(files[name], random)
    return {name: json.dumps(value, ensure_ascii=False, indent=1) for name, value in files.items()}


projects = st.randoms(use_true_random=False).map(project)


# --- templates --------------------------------------------------------------------------------------------------------


def expression(random: Random, depth: int = 0) -> str:
    kind = random.randrange(9 if depth < 3 else 3)
    if kind < 3:
        return random.choice(EXPRESSIONS)
    inner = expression(random, depth + 1)
    if kind < 6:
        return f"({inner}) | {random.choice(FILTERS)}"
    if kind == 6:
        return f"({inner}) {random.choice(OPERATORS)} ({expression(random, depth + 1)})"
    if kind == 7:
        return f"({inner}) is {random.choice(TESTS)}"
    return f"({inner}) if {expression(random, depth + 1)} else ({expression(random, depth + 1)})"


def template(random: Random, depth: int = 0) -> str:
    """Return a template; now and then one that is not well formed."""
    return "".join(_piece(random, depth) for _ in range(random.randrange(1, 5)))


def _piece(random: Random, depth: int) -> str:
    kind = random.randrange(14 if depth < 3 else 6)
    if kind < 2:
        return random.choice(WORDS_BETWEEN)
    if kind < 6:
        return f"{{{{ {expression(random)} }}}}"
    inner, value = template(random, depth + 1), expression(random)
    return [
        f"{{% if {value} %}}{inner}{{% else %}}{template(random, depth + 1)}{{% endif %}}",
        f"{{% for a in {value} %}}{inner}{{% endfor %}}",
        f"{{% for a in {value} if a %}}{inner}{{% else %}}b{{% endfor %}}",
        f"{{% set m = {value} %}}{inner}",
        f"{{% set m %}}{inner}{{% endset %}}{{{{ m }}}}",
        f"{{% macro m(a, b=1) %}}{inner}{{% endmacro %}}{{{{ m({value}) }}}}",
        f"{{% call m({value}) %}}{inner}{{% endcall %}}",
        f"{{% include {random.choice(['activities/meeting.j2', 'x', '../x'])!r} %}}{inner}{{% with a = {value} %}}{inner}",
    ][kind - 6]


templates = st.randoms(use_true_random=False).map(template)
