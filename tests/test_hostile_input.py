"""No input breaks the tool: whatever a folder holds, there is a finding or an error that says what to do.

Every case goes through the command line, builds all formats, and looks that nothing was written over the files that are
there. What concerns processes, signals, memory and time is run as a process of its own; the rest in this one.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import pytest
from docx import Document as WordFile
from lxml import html
from markdown_it import MarkdownIt
from test_command_line import GLOSSARY, RECORD, REPORT, change, run

from ctoc_report import cli, files
from ctoc_report.compose import budget
from ctoc_report.files import reading

resource = pytest.importorskip("resource", reason="limits, pipes and signals are those of Unix")

OLD = b"what was built before"
RECORDS = "activities/records.yaml"
TEMPLATE = "templates/en/activities/accession.j2"
BUILD = ("--to", "docx,html,markdown,native", "--out", "out")


@dataclass
class Done:
    """How a command ended and what it printed."""

    code: int
    said: str


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A clean project in the folder `p`, with a file that an earlier build made in `out`."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("COLUMNS", "200")
    put("p/report.yaml", REPORT)
    put("p/glossary.yaml", GLOSSARY)
    put("p/" + RECORDS, RECORD)
    put("out/p.en.docx", OLD)
    return Path("p")


def put(path: str | Path, content: str | bytes) -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_bytes(content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass"))


@pytest.fixture
def command(monkeypatch, capsys):
    """Run a command in this process."""

    def call(*arguments: str) -> Done:
        monkeypatch.setattr(sys, "argv", ["ctoc-report", *arguments])
        with pytest.raises(SystemExit) as end:
            cli.main()
        printed = capsys.readouterr()
        return Done(end.value.code or 0, printed.out + printed.err)

    return call


def refused(done: Done, *expected: str) -> None:
    """Assert that a build was refused for the reason given, and that what stood in `out` stands there still."""
    assert done.code in {1, 2}, done.said
    for words in expected:
        assert words in done.said
    assert "Traceback" not in done.said
    untouched()


def untouched() -> None:
    assert {path.name: path.read_bytes() for path in Path("out").iterdir()} == {"p.en.docx": OLD}


# --- the text of a file -----------------------------------------------------------------------------------------------

HEAD = RECORD.replace("  parties: 190\n", "")


def record(*lines: str, replace: tuple[str, str] = ("", "")) -> str:
    """Return the record with further fields."""
    return RECORD.replace(*replace) + "".join(f"  {line}\n" for line in lines)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        pytest.param("- id: [", ("records.yaml:2:1  REC001", "not YAML"), id="not YAML"),
        pytest.param("- id: a\n\ttype: b", ("records.yaml:2:1  REC001", "tabs"), id="tabs"),
        pytest.param(record("parties: 1"), ("records.yaml:6:3  REC003",), id="duplicate keys"),
        pytest.param(RECORD + RECORD, ("records.yaml:6:7  REC006", "records.yaml:1:7"), id="duplicate ids"),
        pytest.param(RECORD.replace("accession", "x"), ("records.yaml:2:9  REC007",), id="unknown type"),
        pytest.param(record("partes: 1"), ("records.yaml:6:3  REC008",), id="unknown field"),
        pytest.param(record("date: 2025-02-30"), ("records.yaml:6:9  REC011", "28 days"), id="no such day"),
        pytest.param(record("date: 0000-00-00"), ("REC011", "there is no year 0"), id="year 0"),
        pytest.param(record("date: '2099-01-01\n\n    '"), ("REC011", "is not a date"), id="line end in a date"),
        pytest.param(record("date: ２０９９"), ("REC011", "is not a date"), id="digits of another script"),
        pytest.param(record("countries: [NO]"), ("records.yaml:6:15  REC011", "“NO”"), id="the NO trap"),
        pytest.param(HEAD + "  parties: 010\n", ("records.yaml:5:12  REC011", "“010”"), id="the 010 trap"),
        pytest.param(HEAD + "  parties: 1e999999\n", ("records.yaml:5:12  REC011",), id="an exponent"),
        pytest.param(HEAD + "  parties: {value: 1E+999999999}\n", ("REC011", "not a number"), id="a giant exponent"),
        pytest.param(HEAD + "  parties: {value: NaN}\n", ("REC011", "not a number"), id="not a number"),
        pytest.param(HEAD + f"  parties: {'9' * 100_000}\n", ("REC011", "at most 15"), id="100,000 digits"),
        pytest.param(HEAD + f"  parties: {'9' * 100_000} %\n", ("REC011",), id="100,000 digits per cent"),
        pytest.param(HEAD + "  parties: -1\n", ("REC011", "is not a figure"), id="less than nothing"),
        pytest.param(record("text: {en: '{{ ref(\"nowhere\") }}', fr: a}"), ("XRF003",), id="unknown reference"),
        pytest.param(record("text: {en: '{{ ref(5) }}', fr: a}"), ("TPL001", "ref("), id="a reference to a number"),
        pytest.param(
            record("text: {en: '{{ it.text }}', fr: a}"), ("TPL001", "prints itself"), id="a text in a circle"
        ),
        pytest.param(record("text: {en: '{{ it.partis }}', fr: a}"), ("records.yaml:6", "TPL001"), id="no such value"),
        pytest.param(record("text: [en, fr]"), ("records.yaml:6:9  REC011",), id="a list for a mapping"),
        pytest.param("", ("REC004",), id="an empty file"),
        pytest.param("# nothing\n\n# at all\n", ("REC004",), id="only comments"),
        pytest.param("~\n", ("REC004",), id="a null document"),
        pytest.param("--- \n---\n", ("records.yaml:2:1  REC001", "second document"), id="two documents"),
        pytest.param("a: b\n", ("REC005",), id="a mapping of records"),
        pytest.param("- [a]\n- b\n- ~\n", ("records.yaml:1:3  REC005", "records.yaml:3:3  REC005"), id="no records"),
        pytest.param("- ? [a, b]\n  : c\n", ("records.yaml:1:5  REC001", "must be a word"), id="a complex key"),
        pytest.param("- : c\n", ("REC001",), id="an empty key"),
        pytest.param(record("<<: {date: 2099}"), ("records.yaml:6:3  REC008", "“<<”"), id="a merge key"),
        pytest.param(record("1: 2"), ("records.yaml:6:3  REC008", "“1”"), id="a numeric key"),
        pytest.param("- &a [*a, *a]\n", ("REC001", "anchors"), id="an alias of itself"),
        pytest.param(
            "a: &a [x, x]\n"
            + "".join(f"{n}: &{n} [*{m}, *{m}]\n" for m, n in zip("abcdefgh", "bcdefghi", strict=True)),
            ("REC001", "anchors"),
            id="an alias bomb",
        ),
        pytest.param("- !!python/object/apply:os.system [id]\n", ("REC001", "tags"), id="a tag"),
        pytest.param("%TAG ! x\n" * 2 + "--- a\n", ("REC001",), id="a directive twice"),
        pytest.param(
            "".join(f"%TAG !{at}! x\n" for at in range(100_000)) + "--- a\n", ("REC001", "%"), id="100,000 directives"
        ),
        pytest.param("[" * 20_000, ("records.yaml:1:41  REC001", "40 deep"), id="nested 20,000 deep, in brackets"),
        pytest.param("- " * 20_000, ("records.yaml:1:81  REC001", "40 deep"), id="nested 20,000 deep, in dashes"),
        pytest.param("? " * 20_000, ("REC001",), id="nested 20,000 deep, in keys"),
        pytest.param("{a: " * 20_000, ("REC001", "40 deep"), id="nested 20,000 deep, in braces"),
        pytest.param("[a,\n" * 1000, ("records.yaml:41:1  REC001",), id="nested line by line"),
        pytest.param("[" + "a," * 1_000_001 + "]", ("REC001", "1,000,000 values"), id="more than a million values"),
        pytest.param(record("figures: {" + "w" * 1_000_000 + ": 1}"), ("REC001",), id="a key of 1 MB"),
        pytest.param(
            RECORD.replace("depositary", "w" * 1_000_000).replace("Treaty", "x"), ("REC011",), id="a word of 1 MB"
        ),
        pytest.param(
            RECORD.replace("Treaty", "A" + "w" * 1_000_000), ("REC011", "ww … ww"), id="an unknown name of 1 MB"
        ),
        pytest.param(record(*(f"k{at}: v" for at in range(20_000))), ("REC008", "20000 errors"), id="20,000 keys"),
        pytest.param(b"\xff\xfe" + RECORD.encode("utf-16-le"), ("UTF-16", "save it as UTF-8"), id="UTF-16"),
        pytest.param("é".encode("latin-1") + b" ", ("is not UTF-8 text (byte 1)",), id="Latin-1"),
        pytest.param(bytes(range(256)) * 100, ("is not UTF-8",), id="a binary file"),
        pytest.param(RECORD.replace("pos", "p\0s"), ("records.yaml:3:14  REC002", "U+0000"), id="NUL"),
        pytest.param(
            RECORD.replace("pos", "p\x07s"), ("records.yaml:3:14  REC002", "U+0007"), id="a control character"
        ),
        pytest.param(
            RECORD.replace("pos", "p\x07s").replace("\n", "\r"), ("records.yaml:3:14  REC002",), id="one in old lines"
        ),
        pytest.param(RECORD.replace("depositary", '"\\x07"'), ("REC002", "U+0007"), id="an escaped control character"),
        pytest.param(RECORD.replace("pos", "p\ud800s"), ("is not UTF-8",), id="an unpaired surrogate"),
        pytest.param(RECORD.replace("depositary", '"\\ud800"'), ("REC00",), id="an escaped surrogate"),
        pytest.param(RECORD.replace("pos", "p\U000f0000s"), ("REC002", "U+F0000"), id="a private-use character"),
        pytest.param(
            record("text: {en: '{{ \"\\U000F0000\" }}', fr: a}"), ("TPL001", "U+F0000"), id="one made by Jinja"
        ),
        pytest.param(record("text: {en: '{{ \"\\x00\" }}', fr: a}"), ("TPL001", "U+0000"), id="NUL made by Jinja"),
        pytest.param(record("text: {en: '{{ \"\\ud800\" }}', fr: a}"), ("TPL001", "U+D800"), id="a surrogate by Jinja"),
        pytest.param(
            RECORD.replace("pos", "p\u202es"), ("records.yaml:3:14  REC002", "U+202E"), id="text turned about"
        ),
        pytest.param(RECORD.replace("pos", "p\u2066s"), ("REC002", "U+2066"), id="text isolated"),
        pytest.param(RECORD.replace("pos", "p\u2028s"), ("records.yaml:3:14  REC002", "U+2028"), id="a line separator"),
        pytest.param(
            RECORD.replace("pos", "p\x85s"), ("records.yaml:3:14  REC002", "U+0085"), id="a next-line character"
        ),
        pytest.param(
            record("x: y").replace("\n", "\r"),
            ("records.yaml:6:3  REC008",),
            id="lines that end as on an old Macintosh",
        ),
        pytest.param(
            record("x: y").replace("\n", "\r\n"), ("records.yaml:6:3  REC008",), id="lines that end as on Windows"
        ),
    ],
)
def test_a_file_of_records_that_is_wrong_is_refused(project, command, content, expected):
    put(project / RECORDS, content)
    refused(command("build", "p", *BUILD), *expected)


def test_a_text_turned_about_by_an_escape_is_refused_at_its_place(project, command):
    put(project / RECORDS, RECORD.replace("depositary", '"a\\u202Eb"'))
    refused(command("build", "p", *BUILD), "records.yaml:3:11  REC002", "delete its escape")


def test_characters_that_cannot_be_seen_are_told_of_once_for_each_kind(project, command):
    put(project / RECORDS, RECORD.replace("dep", "d\u200be\u200bp").replace("parties:", "par\u00adties:"))
    done = command("validate", "p")
    assert done.code == 1
    assert "records.yaml:3:12  REC017  warning: the character U+200B cannot be seen (2 times in this file)" in done.said
    assert "records.yaml:5:6  REC017  warning: the character U+00AD cannot be seen" in done.said
    assert "there is no field “par\u00adties” here" in done.said


def test_a_file_with_a_byte_order_mark_is_read_and_keeps_its_places(project, command):
    put(project / RECORDS, b"\xef\xbb\xbf" + RECORD.encode())
    assert command("validate", "p").said == "Nothing is wrong.\n"
    put(project / RECORDS, b"\xef\xbb\xbf" + RECORD.replace("id:", "di:").encode())
    assert "records.yaml:1:3  REC008" in command("validate", "p").said


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("body: COP", "body: [COP]", "report.yaml:2:7  REC011"),
        ("session: 12", "session: 1" + "0" * 18, "report.yaml:3:10  REC011"),
        ("session: 12", "session: -1", "report.yaml:3:10  REC011"),
        ("session: 12", "session: 010", "report.yaml:3:10  REC011"),
        ("venue: {", "venue: [{", "REC001"),
        ("languages: [en, fr]", "languages: en", "report.yaml:10:12  REC011"),
        ("languages: [en, fr]", "languages: []", "report.yaml:10:12  REC009"),
        ("languages: [en, fr]", "languages: [en, xx]", "there is no language “xx”"),
        ("languages: [en, fr]", "languages: [../../x]", "REC011"),
        ("period: 2098-01/2099-07", "period: 2099-07/2098-01", "report.yaml:11:9  REC011"),
        ("period: 2098-01/2099-07", "period: 9999-12-31/9999-12-31\nwords: 1e99", "report.yaml:12:8  REC011"),
        ("heading: {en: Introduction, fr: Introduction}", "heading: {en: Introduction}", "add `fr:` to it"),
        ("heading: {en: Introduction, fr: Introduction}", "heading: []", "report.yaml:13:14  REC009"),
        ("      - paragraph: parties\n", "      - paragraph: {parties: 1}\n", "report.yaml:16:21  REC008"),
        ("      - paragraph: parties\n", "      - paragraph: [[parties]]\n", "report.yaml:16:21  REC011"),
        ("      - paragraph: parties\n", "      - [paragraph, parties]\n", "report.yaml:16:9  REC011"),
        ("      - paragraph: parties\n", "      - each: {}\n", "report.yaml:16:15  REC009"),
        ("      - paragraph: parties\n", "      - each: {type: nothing}\n", "report.yaml:16:22  REC011"),
        ("outline:\n", "outline: x\nx:\n", "report.yaml:12:10  REC011"),
        (REPORT, "", "REC004"),
        (REPORT, "[]", "report.yaml:1:1  REC009  this is empty"),
        (REPORT, "- format: 1", "REC011"),
        (REPORT, "text", "REC011"),
    ],
)
def test_a_plan_that_is_wrong_is_refused(project, command, old, new, expected):
    change(project / "report.yaml", old, new)
    refused(command("build", "p", *BUILD), expected)


def test_headings_nested_as_deeply_as_a_file_may_be_are_written(project, command):
    deep = "outline:\n" + "".join(
        f"{'    ' * at}  - heading: {{en: h, fr: h}}\n{'    ' * at}    body:\n" for at in range(15)
    )
    change(project / "report.yaml", REPORT[REPORT.index("outline:") :], deep + " " * 62 + "- paragraph: parties\n")
    assert command("build", "p", *BUILD).code == 0


@pytest.mark.parametrize(
    "text",
    ["- x", "entities: [x]", "entities: {unodc: {en: {name: a}}}", "entities: {A: {en: a}}", "entities: {A: {}}"],
)
def test_a_glossary_that_is_wrong_is_refused(project, command, text):
    put(project / "glossary.yaml", text)
    refused(command("build", "p", *BUILD), "glossary.yaml:", "REC0")


# --- templates and texts ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ("a\nb {{ it.partis }}\n", (":2  TPL001  the record has no field “partis”", "did you mean “parties”?")),
        ("{% if %}", (":1  TPL001  the template cannot be read",)),
        ("\n\n{{ nothing }}", (":3  TPL001  “nothing” is not known here",)),
        ("{{ it.date | when }}", (":1  TPL001", "record “parties”, p/activities/records.yaml:1:3")),
        ("{{ it.countries }}", ("TPL001", "print a list with `| list`")),
        ("\n{% extends 'x' %}", (":2  TPL001  {% extends %} is not used in templates",)),
        ("\n{% autoescape 9**9**9 %}{% endautoescape %}", (":2  TPL001",)),
        ("\n{% for a in [1] recursive %}{{ loop([a]) }}{% endfor %}", (":2  TPL001",)),
        ("\na\0b", (":2  TPL001  the character U+0000 cannot be printed",)),
        ("a\n\n\U000f0000", (":3  TPL001  the character U+F0000 cannot be printed",)),
        ("{{ 9**9**9 }}", (":1  TPL001", "**")),
        ("{{ 'a' * 10**10 }}", (":1  TPL001",)),
        ("{{ 'a' * 9999999999 }}", (":1  TPL001", "*")),
        ("{{ ([1] * 9999999999) | length }}", (":1  TPL001",)),
        ("{{ '%9999999999d' % 1 }}", (":1  TPL001", "%")),
        ("{{ '{:9999999999}'.format(1) }}", (":1  TPL001",)),
        ("{{ '{:9999999999}'['format'](1) }}", (":1  TPL001",)),
        ("{{ " + "9" * 5000 + " }}", ("TPL001", "4300 digits")),
        ("{{ ''.__class__.__mro__ }}", (":1  TPL001",)),
        ("{{ it.__class__ }}", (":1  TPL001",)),
        ("{{ it['__class__'] }}", (":1  TPL001",)),
        ("{{ it._model }}", (":1  TPL001",)),
        ("{{ record.__globals__ }}", (":1  TPL001",)),
        ("{{ record.__func__.__code__ }}", (":1  TPL001",)),
        ("{{ self._TemplateReference__context }}", (":1  TPL001",)),
        ("{{ it.treaty.show(it.treaty) }}", (":1  TPL001  “show” is not known here",)),
        ("{{ it.treaty | attr('value') }}", (":1  TPL001", "attr")),
        ("{% include '../../../report.yaml' %}", (":1  TPL001",)),
        ("{% include '/etc/passwd' %}", (":1  TPL001",)),
        ("{% include 'activities/accession.j2' %}", ("TPL002", "calls itself")),
        ("{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}", ("TPL002", "calls itself")),
        (
            "{% macro f(n) %}{% if n %}{{ f(n - 1) }}{{ f(n - 1) }}{% endif %}{% endmacro %}{{ f(60) }}",
            (":1  TPL002  it takes too many steps",),
        ),
        ("\n" + "{% for a in [1, 2, 3, 4, 5, 6, 7, 8] %}" * 12 + "x" + "{% endfor %}" * 12, (":2  TPL002",)),
        ("{% set a = 'ab' %}" + "{% set a = a ~ a %}" * 60 + "{{ a }}", (":1  TPL002",)),
        ("{% set a = 'ab' %}" + "{% set a = a + a %}" * 60 + "{{ a }}", (":1  TPL002",)),
        ("{% set a %}ab{% endset %}" + "{% set a %}{{ a }}{{ a }}{% endset %}" * 60 + "{{ a }}", (":1  TPL002",)),
        ("{% set a = [1] %}" + "{% set a = [a, a] %}" * 60 + "{{ a | length }}", (":1  TPL002",)),
        ("{% set a = [1] %}" + "{% set a = a + a %}" * 60 + "{{ a | length }}", (":1  TPL002",)),
        ("x" * 50_001, ("TPL002  it is longer than 50,000 characters",)),
        ("{{ " + "(" * 20_000 + " }}", ("TPL002  it is nested too deeply",)),
        ("{{ " + "not " * 10_000 + "1 }}", ("TPL002  it is nested too deeply",)),
        ("{{ " + "+".join(["1"] * 10_000) + " }}", ("TPL002  it is nested too deeply",)),
        ("{% if 1 %}" * 5000, ("TPL002  it is nested too deeply",)),
        ("{% if 1 %}" * 200 + "{% endif %}" * 200, ("TPL002  it is nested too deeply",)),
        ("{% for a in [1] %}" * 40 + "{% endfor %}" * 40, ("TPL002  it is nested too deeply",)),
        ("*a " * 2000 + "a*" * 2000, ("TPL001  italics, bold and links are nested more than 6 deep",)),
        ("- " * 20_000, ("TPL001  lists are nested more than 6 deep",)),
        ("Three:\n- a\n\nAnd more.", ("TPL001  something stands after the list",)),
        ("Three:\n- a\n\n  b", ("TPL001  a sub-paragraph has two paragraphs",)),
    ],
)
def test_a_template_that_fails_is_named_with_its_line(project, command, template, expected):
    put(project / TEMPLATE, template)
    refused(command("build", "p", *BUILD), f"p/{TEMPLATE}" if ":" in expected[0] else "TPL00", *expected)


@pytest.mark.parametrize(
    "text",
    [
        "(" * 20_000, "[" * 20_000, "[" * 10_000 + "]" * 10_000, "[a](" * 10_000, "*" * 20_000, "*_" * 10_000, "**a" * 10_000,
        "`" * 20_000, "\\" * 20_001, "> " * 10_000, "<" * 20_000, "a\n" * 10_000, "_a_ " * 5000,
    ],
)  # fmt: skip
def test_a_text_full_of_signs_is_printed(project, command, text):
    quoted = '"' + text.replace("\\", "\\\\").replace("\n", "\\n") + '"'
    put(project / RECORDS, record(f"text: {{en: {quoted}, fr: a}}"))
    assert command("build", "p", "--draft", *BUILD).code == 0


def test_a_text_of_one_s_own_that_is_too_long_is_refused(project, command):
    put(project / RECORDS, record(f"text: {{en: {'a' * budget.LONGEST} b, fr: a}}"))
    refused(command("build", "p", *BUILD), "records.yaml:6:9  TPL002  the text is longer than 50,000 characters")


def test_a_budget_is_that_of_one_text_and_not_of_the_report(project, command):
    loop = "{% for a in [1, 2, 3, 4, 5, 6, 7, 8] %}" * 4 + "{% set b = it.treaty | the %}" + "{% endfor %}" * 4
    put(project / TEMPLATE, loop + "{{ it.treaty }}")
    change(project / "report.yaml", "paragraph: parties", "paragraph: [" + "parties, " * 40 + "parties]")
    assert command("build", "p", "--to", "native", "--lang", "en", "--out", "out").code == 0


def test_looking_at_all_records_over_and_over_ends(project, command):
    put(project / RECORDS, "".join(RECORD.replace("id: parties", f"id: parties-{at}") for at in range(300)))
    change(project / "report.yaml", "paragraph: parties", "paragraph: parties-1")
    put(project / TEMPLATE, "{% for a in records() %}" * 3 + "{{ a.parties }}" + "{% endfor %}" * 3)
    refused(command("build", "p", *BUILD), "TPL002")


@pytest.mark.parametrize(
    "words",
    ["</w:t><w:br/>", "<script>alert(1)</script>", "{{ 7*7 }}", "{% if %}", "&amp; &#65;", "]]>", "<!--", "**b** _i_ [a](http://b)", "- item", "1. item", "# head", "a\\n\\n# b"],
)  # fmt: skip
def test_text_that_looks_like_markup_is_printed_as_it_stands(project, command, words):
    change(
        project / "report.yaml", "heading: {en: Introduction, fr: Introduction}", f'heading: {{en: "X{words}", fr: a}}'
    )
    put(project / "glossary.yaml", GLOSSARY.replace("name: Treaty", f'name: "Y{words}"').replace("article: the", ""))
    assert command("build", "p", "--draft", *BUILD).code == 0
    shown = words.replace("\\n", "\n")
    word = WordFile("out/p.en.docx")
    assert {f"X{shown}"} <= {paragraph.text.partition("\t")[2] or paragraph.text for paragraph in word.paragraphs}
    page = html.fromstring(Path("out/p.en.html").read_bytes())
    assert not page.xpath("//script")
    marked = html.fromstring(MarkdownIt().render(Path("out/p.en.md").read_text(encoding="utf-8")))
    for text in (" ".join(page.text_content().split()), " ".join(marked.text_content().split())):
        for sign in "XY":
            assert f"{sign}{' '.join(shown.split())}".replace("'", "’") in text


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ('percent: "{} per cent"', 'percent: "{:9999999999} per cent"', "a name in braces"),
        ('percent: "{} per cent"', 'percent: "{0.__class__} per cent"', "a name in braces"),
        ("tag: en", "tag: en\nsurprise: x", "Extra inputs"),
        ("tag: en", "tag: [en", "not YAML"),
        ("tag: en", "tag: &a en", "anchors"),
    ],
)
def test_a_language_of_one_s_own_that_is_wrong_is_refused(project, command, old, new, expected):
    shipped = Path(files.shipped_folder(), "en", "language.yaml").read_text(encoding="utf-8")
    assert old in shipped
    put(project / "templates/en/language.yaml", shipped.replace(old, new, 1))
    refused(command("build", "p", *BUILD), "p/templates/en/language.yaml:", expected)


# --- files and folders ------------------------------------------------------------------------------------------------


def make(kind: str, path: Path) -> None:
    """Put something that is not a readable file where a file should be."""
    path.unlink(missing_ok=True)
    match kind:
        case "folder":
            path.mkdir()
        case "pipe":
            os.mkfifo(path)
        case "device":
            path.symlink_to("/dev/zero")
        case "nowhere":
            path.symlink_to(path.parent / "nowhere")
        case "circle":
            path.symlink_to(path)
        case "outside":
            put("elsewhere.yaml", RECORD)
            path.symlink_to(Path("elsewhere.yaml").resolve())


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("folder", "is not a file of text"),
        ("pipe", "is not a file of text"),
        ("device", "leads out of the project folder"),
        ("nowhere", "No such file"),
        ("circle", "cannot be read"),
        ("outside", "leads out of the project folder"),
    ],
)
@pytest.mark.parametrize("name", ["report.yaml", "glossary.yaml", RECORDS, TEMPLATE, "templates/en/language.yaml"])
def test_only_files_that_lie_in_the_folder_are_read(project, name, kind, expected):
    (project / name).parent.mkdir(parents=True, exist_ok=True)
    make(kind, project / name)
    done = run("build", "p", *BUILD)
    refused(Done(done.returncode, done.stdout + done.stderr), f"p/{name}", expected)


@pytest.mark.parametrize("name", ["activities", "templates"])
def test_a_link_to_a_folder_elsewhere_is_refused(project, command, name):
    if (project / name).exists():
        (project / name).rename("elsewhere")
    Path("elsewhere").mkdir(exist_ok=True)
    (project / name).symlink_to(Path("elsewhere").resolve())
    refused(command("build", "p", *BUILD), f"p/{name}", "leads out of the project folder")


def test_a_file_that_is_too_large_is_refused(project, command, monkeypatch):
    assert reading.LARGEST == 32 * 1024 * 1024
    monkeypatch.setattr(reading, "LARGEST", 1024 * 1024)
    put(project / RECORDS, RECORD + "#" * 1024 * 1024)
    refused(command("build", "p", *BUILD), "records.yaml is larger than 1 MiB", "split it")


@pytest.mark.parametrize(
    ("path", "hint"),
    [
        ("activities/more.yml", "rename it to more.yaml"),
        ("activities/more.YAML", "rename it to more.yaml"),
        ("activities/2099/more.yaml.txt", "rename it to more.yaml"),
        ("glossery.yaml", "did you mean “glossary.yaml”?"),
        ("glossary.yml", "did you mean “glossary.yaml”?"),
        ("more.yaml", "put records into activities/"),
        ("activites/more.yaml", "did you mean “activities”?"),
    ],
)
def test_what_is_not_read_is_told(project, command, path, hint):
    put(project / path, RECORD)
    done = command("validate", "p")
    assert done.code == 1
    told = path if path.startswith("activities/") or "/" not in path else path.partition("/")[0]
    assert f"p/{told}  REC016  warning: this is not read\n  help: {hint}" in done.said


def test_a_folder_of_records_that_is_a_link_is_told(project, command):
    Path("elsewhere").mkdir()
    (project / "activities" / "more").symlink_to(Path("elsewhere").resolve())
    assert "p/activities/more  REC016  warning: this is not read" in command("validate", "p").said


def test_files_of_programs_and_notes_are_passed_over(project, command):
    for name in (
        "activities/.more.yaml.swp",
        "activities/._more.yaml",
        "notes.md",
        "activities/list.xlsx",
        ".hidden.yaml",
    ):
        put(project / name, b"\0\1")
    assert command("validate", "p").said == "Nothing is wrong.\n"


def test_a_plan_with_another_ending_is_told(project, command):
    (project / "report.yaml").rename(project / "report.yml")
    refused(command("build", "p", *BUILD), "p holds no report.yaml", "rename report.yml to report.yaml")


@pytest.mark.parametrize(
    ("folder", "expected"),
    [
        ("empty", "holds no report.yaml"),
        ("nowhere", "there is no folder nowhere"),
        ("p/report.yaml", "is a file, not a folder"),
        ("p/report.yaml/x", "cannot be read"),
        ("pipe", "is a file, not a folder"),
        ("circle", "cannot be read"),
        ("x" * 5000, "cannot be read"),
        ("\x1b[31mred\n", "there is no folder ␛[31mred␊"),
        ("\udcff", "there is no folder \ufffd"),
        ("[/red]", "there is no folder [/red]"),
    ],
)
def test_a_folder_that_is_none_is_refused(project, command, folder, expected):
    Path("empty").mkdir()
    make("pipe", Path("pipe"))
    make("circle", Path("circle"))
    refused(command("build", folder, *BUILD), expected)


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("new", "x" * 300), "File name too long"),
        (("new", "pipe"), "pipe is a file, not a folder"),
        (("new", "p"), "p is not empty"),
        (("add", "training", "p", "--to", "../x.yaml"), "is not a file of the activities folder"),
        (("add", "training", "p", "--to", "activities/pipe.yaml"), "is not a file of text"),
        (("add", "training", "p", "--id", "a\nb: c"), "is not an id"),
        (("add", "training", "circle"), "cannot be read"),
        (("trace", "p", "²"), "there is no record or paragraph “²”"),
        (("trace", "p", "\udcff"), "there is no record or paragraph “\ufffd”"),
        (("trace", "p", "9" * 30), "the paragraphs are numbered from 1 to 1"),
        (("schema", "--out", "p/report.yaml"), "p/report.yaml is a file"),
        (("build", "p", "--to", "x" * 5000), "there is no format"),
        (("build", "p", "--lang", "[/red]"), "the report has no language “[/red]”"),
    ],
)
def test_the_other_commands_refuse_bad_arguments_too(project, command, arguments, expected):
    make("pipe", Path("pipe"))
    make("circle", Path("circle"))
    if "activities/pipe.yaml" in arguments:
        make("pipe", project / "activities" / "pipe.yaml")
    before = {path: path.read_bytes() for path in project.rglob("*") if path.is_file()}
    refused(command(*arguments), expected)
    assert {path: path.read_bytes() for path in project.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize("name", [b"\xff\x1b[31m", b"[/red]", "\u202e".encode(), b"\n"])
def test_names_of_files_are_printed_so_that_they_can_be_seen(project, command, name):
    put(os.fsdecode(b"p/activities/" + name + b".yaml"), "x")
    done = command("validate", "p")
    assert "REC005" in done.said
    assert not set("\x1b\u202e\udcff") & set(done.said)
    assert done.said.count("\n") == 6


def test_names_of_files_may_be_as_long_as_the_disk_has_them(project, command):
    put(project / "activities" / ("x" * 250 + ".yaml"), RECORD.replace("id: parties", "id: others").replace("190", "x"))
    refused(command("build", "p", *BUILD), "REC011")


def test_a_name_that_cannot_be_encoded_does_not_break_a_terminal_of_ascii(project):
    put(os.fsdecode(b"p/activities/\xff.yaml"), "x")
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
    command = [sys.executable, "-m", "ctoc_report", "validate", "p"]
    done = subprocess.run(command, capture_output=True, env=environment, check=False, timeout=60)
    assert (done.returncode, b"\\ufffd.yaml" in done.stdout, b"Traceback" in done.stderr) == (1, True, False)


# --- writing ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("out", "expected"),
    [
        ("p/report.yaml", "p/report.yaml is a file"),
        ("p/report.yaml/deeper/still", "p/report.yaml is a file"),
        ("p/activities", "the project is read from there"),
        ("p/templates/en", "the project is read from there"),
        ("link", "the project is read from there"),
        ("/proc/nowhere", "cannot be written"),
        ("x" * 300, "cannot be written"),
        ("[/red]/\udcff\x1b", "built"),
    ],
)
def test_an_output_that_cannot_be_written_is_refused(project, command, out, expected):
    Path("link").symlink_to(Path("p/activities").resolve())
    before = sorted(Path("p").rglob("*"))
    done = command("build", "p", "--to", "docx,html", "--out", out)
    if expected == "built":
        assert (done.code, "[/red]/\ufffd␛/p.en.docx" in done.said) == (0, True)
        return
    refused(done, "cannot be written", expected, "--out")
    assert sorted(Path("p").rglob("*")) == before


def test_a_folder_in_the_place_of_an_output_keeps_the_others_from_being_written(project, command):
    Path("out/p.fr.docx").mkdir()
    done = command("build", "p", "--out", "out")
    assert (done.code, "there is a folder of that name" in done.said) == (2, True)
    assert Path("out/p.en.docx").read_bytes() == OLD


def start(*arguments: str, **options) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "ctoc_report", *arguments]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **options)


def test_a_disk_that_fills_leaves_what_was_there(project):
    def small() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (9000, 9000))

    build = start("build", "p", "--to", "native,docx", "--out", "out", preexec_fn=small)
    _, said = build.communicate(timeout=60)
    refused(Done(build.returncode, said), "cannot be written: File too large", "make room")


def test_too_little_memory_is_said(project, command, monkeypatch):
    def too_much(folder: str) -> None:
        raise MemoryError

    monkeypatch.setattr(files, "project", too_much)
    refused(command("build", "p", *BUILD), "there is not enough memory")


def test_the_largest_and_fullest_file_needs_little_memory_and_time(project):
    put(project / RECORDS, "[" + "a," * (16 * 2**20 - 1))

    def small() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (512 * 2**20, 512 * 2**20))

    build = start("build", "p", *BUILD, preexec_fn=small)
    _, said = build.communicate(timeout=60)
    refused(Done(build.returncode, said), "records.yaml:1:", "REC001", "1,000,000 values")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
def test_a_full_disk_behind_the_output_is_said(project):
    with open("/dev/full", "w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "ctoc_report", "validate", "p"],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert (done.returncode, done.stderr.splitlines()[0]) == (
        2,
        "error: the output cannot be used: No space left on device",
    )
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("sign", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_a_build_that_is_ended_half_way_leaves_no_part_of_a_file(project, sign):
    began = time.monotonic()
    whole = start("build", "p", *BUILD)
    whole.communicate(timeout=60)
    took = time.monotonic() - began
    good = {path.name: path.read_bytes() for path in Path("out").iterdir()}
    for at in range(6):
        build = start("build", "p", *BUILD)
        time.sleep(took * (0.4 + 0.12 * at))
        build.send_signal(sign)
        _, said = build.communicate(timeout=60)
        left = {path.name: path.read_bytes() for path in Path("out").iterdir()}
        assert {name: data for name, data in left.items() if not name.startswith(".")} == good
        if sign != signal.SIGKILL:
            assert left == good
            assert build.returncode in {0, 1, 130, 143, -sign}, said


INTERRUPTED = """\
import os, signal
from ctoc_report import cli
from ctoc_report.files import writing

fill = writing._fill
writing._fill = lambda *rest: (fill(*rest), os.kill(os.getpid(), signal.{sign}))
cli.main()
"""


@pytest.mark.parametrize(("sign", "code"), [("SIGTERM", 143), ("SIGINT", 130)])
def test_a_build_that_is_ended_while_it_writes_leaves_no_temporary_file(project, sign, code):
    command = [sys.executable, "-c", INTERRUPTED.format(sign=sign), "build", "p", *BUILD]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert (done.returncode, "Traceback" in done.stderr) == (code, False)
    untouched()


def test_two_builds_at_once_into_one_folder_leave_whole_files(project):
    both = [start("build", "p", *BUILD) for _ in range(2)]
    for build in both:
        _, said = build.communicate(timeout=120)
        assert build.returncode == 0, said
    together = {path.name: path.read_bytes() for path in Path("out").iterdir()}
    assert run("build", "p", "--to", "docx,html,markdown,native", "--out", "alone").returncode == 0
    assert together == {path.name: path.read_bytes() for path in Path("alone").iterdir()}


def test_an_output_that_is_cut_off_is_no_traceback(project):
    build = start("validate", "p")
    build.stdout.close()
    _, said = build.communicate(timeout=60)
    assert "Traceback" not in said
