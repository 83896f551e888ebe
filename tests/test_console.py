"""What people see on a terminal: excerpts with marks under the value, colours, progress."""

from __future__ import annotations

import io
import re
import sys

import pytest
from rich.cells import cell_len
from rich.console import Console

from ctoc_report.console import FORCED, findings, progress, results
from ctoc_report.console.excerpts import excerpt
from ctoc_report.findings import Finding, Place, Severity

WRONG = Finding("REC011", "parties: “010” is not a figure", Place("records.yaml", 5, 12), "write digits")


def marked(line: str, column: int, width: int = 100) -> str:
    """Return what the marks under an excerpt stand under, cell by cell."""
    shown = excerpt(line, column, width)
    cells = [(cell_len(shown.text[:at]), letter) for at, letter in enumerate(shown.text)]
    return "".join(letter for cell, letter in cells if shown.shift <= cell < shown.shift + shown.marks)


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("  parties: 010  # so it says", "010"),
        ("  partis: 190", "partis"),
        ("  countries: [NO, Kenya]", "NO"),
        ("  countries: [NO, Kenya]", "Kenya"),
        ("  countries: [NO, Kenya]", "[NO, Kenya]"),
        ("  - {symbol: X, subjet: {en: a}} # b", "{symbol: X, subjet: {en: a}}"),
        ("  - {symbol: X, subjet: {en: a}}", "subjet"),
        ('  city: "Rome, the city: # here"  # x', '"Rome, the city: # here"'),
        ("  city: 'it''s, so'", "'it''s, so'"),
        ("  source: note, of [3 May] # x", "note, of [3 May]"),
        ("  time: 10:30", "10:30"),
        ("  text: >-", ">-"),
        ("  open: [a, b", "[a, b"),
        ("  日本語: 条約, 文書", "条約, 文書"),
        ("  cafe\u0301: e\u0301te\u0301 \u200bx", "e\u0301te\u0301 \u200bx"),
    ],
)
def test_the_marks_stand_under_the_value_and_nothing_else(line, value):
    assert marked(line, line.index(value) + 1) == value


def test_a_tab_is_shown_as_spaces_and_the_marks_stay_under_the_value():
    assert excerpt("\tparties:\t010", 11, 100).text == "    parties:    010"
    assert marked("\tparties:\t010", 11) == "010"


def test_a_value_at_the_end_of_the_line_or_beyond_it_still_gets_a_mark():
    assert [excerpt("parties:", column, 100).marks for column in (9, 99)] == [1, 1]


@pytest.mark.parametrize("width", [20, 45, 120])
@pytest.mark.parametrize("letter", ["a", "条"])
def test_a_long_line_is_cut_round_the_value(letter, width):
    line = f"  city: {{en: {letter * 300}, fr: WRONG, es: {letter * 300}}}"
    shown = excerpt(line, line.index("WRONG") + 1, width)
    assert marked(line, line.index("WRONG") + 1, width) == "WRONG"
    assert cell_len(shown.text) <= width
    assert (shown.text[0], shown.text[-1]) == ("…", "…")


def test_a_long_value_is_marked_as_far_as_it_is_seen():
    shown = excerpt("text: " + "a" * 300, 7, 40)
    assert (shown.text, shown.shift + shown.marks) == ("text: " + "a" * 33 + "…", 40)


def test_a_value_deep_in_a_line_of_megabytes_is_found():
    assert marked("[" + "a, " * 3_000_000 + "]", 6_000_002) == "a"


def test_nothing_in_a_line_reaches_the_terminal_as_an_order():
    text = excerpt("a: \x1b[31mred\x07 \u202eback", 4, 100).text
    assert text == "a: ␛[31mred␇ \ufffdback"


def test_a_place_without_a_column_shows_the_line_without_marks():
    assert excerpt("{{ it.partis }}", 0, 100).marks == 0


# --- findings ---


class Terminal(io.StringIO):
    def isatty(self):
        return True


@pytest.fixture
def caught(monkeypatch):
    """Call something, and return what it prints to a file, or to a terminal of 60 columns."""
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "60")
    for variable in ("NO_COLOR", *FORCED):
        monkeypatch.delenv(variable, raising=False)

    def call(show, *, terminal=False) -> str:
        stream = Terminal() if terminal else io.StringIO()
        monkeypatch.setattr(sys, "stdout", stream)
        show()
        return stream.getvalue()

    return call


@pytest.fixture
def printed(caught):
    def call(found, *, terminal=False) -> str:
        lines = lambda place: "  parties: 010" if place.line else None  # noqa: E731
        return caught(lambda: findings.show_findings(found, lines), terminal=terminal)

    return call


def test_a_finding_is_a_line_for_programs_then_the_excerpt_then_what_to_do(printed):
    assert printed([WRONG]) == (
        "records.yaml:5:12  REC011  parties: “010” is not a figure\n"
        "    5 |   parties: 010\n"
        "      |            ^^^\n"
        "  help: write digits\n"
        "\n"
        "1 error\n"
    )


def test_a_warning_says_so_without_colours(printed):
    found = Finding("COV005", "told nowhere", Place("records.yaml"), severity=Severity.WARNING)
    assert printed([found]) == "records.yaml  COV005  warning: told nowhere\n\n1 warning\n"


def test_brackets_and_controls_in_messages_are_words(printed):
    found = Finding("REC011", "“[bold]a[/bold]\n\x1b[31m” is not so", Place("[red]a.yaml"), "[/x]")
    text = printed([found], terminal=True)
    assert "“[bold]a[/bold]␊␛[31m” is not so" in text
    assert "[red]a.yaml" in text
    assert "[/x]" in text


def test_colours_are_for_terminals_and_can_be_turned_off(printed, monkeypatch):
    assert "\x1b[1;31m^^^" in printed([WRONG], terminal=True)
    assert "\x1b" not in printed([WRONG])
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[1;31m^^^" in printed([WRONG])
    monkeypatch.setenv("NO_COLOR", "1")
    assert "31m" not in printed([WRONG], terminal=True)


def test_what_knows_of_styles_is_loaded_for_terminals_only(printed, monkeypatch):
    monkeypatch.setitem(sys.modules, "rich.console", None)
    monkeypatch.setitem(sys.modules, "rich.segment", None)
    assert "REC011" in printed([WRONG])
    with pytest.raises(ImportError):
        printed([WRONG], terminal=True)


def test_long_sentences_go_on_below_on_a_terminal_and_stay_whole_in_a_file(printed):
    found = [Finding("REC011", "word " * 30, Place("records.yaml", 5, 12), "hint " * 30)]
    assert max(map(len, printed(found).splitlines())) > 150
    assert max(map(cell_len, re.sub(r"\x1b\[[0-9;]*m", "", printed(found, terminal=True)).splitlines())) <= 60


def test_each_file_is_read_once_however_many_findings_it_has(tmp_path, monkeypatch):
    from pathlib import Path

    from ctoc_report import files

    path = tmp_path / "records.yaml"
    path.write_text("one\r\ntwo\u2028three\n", encoding="utf-8")
    lines = files.Lines()
    assert lines(Place(str(path), 1)) == "one"
    monkeypatch.setattr(Path, "read_text", None)
    assert [lines(Place(str(path), line)) for line in (0, 2, 3, 4, 99)] == [None, "two", "three", "", None]
    assert lines(Place(str(tmp_path), 1)) is None
    assert lines(Place("<template>", 1)) is None


# --- progress and results ---


def stages(file, monkeypatch, patience) -> str:
    from time import sleep

    console = Console(file=file, force_terminal=file.isatty(), width=60, _environ={"TERM": "xterm"})
    monkeypatch.setattr(progress, "terminal", lambda **_: console)
    monkeypatch.setattr(progress, "PATIENCE", patience)
    with progress.progress() as stage:
        stage("reading [bold]x[/bold]")
        sleep(0.2)
    return file.getvalue()


def test_long_work_says_what_it_is_at(monkeypatch):
    assert "reading [bold]x[/bold]" in stages(Terminal(), monkeypatch, 0.01)


def test_quick_work_says_nothing(monkeypatch):
    assert stages(Terminal(), monkeypatch, 60) == ""


def test_progress_is_for_terminals(monkeypatch):
    assert stages(io.StringIO(), monkeypatch, 0.0) == ""


def test_a_file_beyond_its_limit_stands_out(caught):
    written = [results.Written("a[b].docx", "en", 3, 9000, 8500), results.Written("c.docx", "fr", 3, 9000)]
    red, plain = caught(lambda: results.show_written(written), terminal=True).splitlines()[1:3]
    assert "a[b].docx" in red
    assert ("31m" in red, "31m" in plain) == (True, False)


def test_the_table_stands_in_columns_however_long_and_wide_names_are(caught):
    written = [results.Written("a" * 90 + ".docx", "en", 3, 9000, 8500), results.Written("条約.docx", "fr", 112, 90)]
    lines = caught(lambda: results.show_written(written)).splitlines()
    assert [cell_len(line) for line in lines] == [131, 131, 124]
    assert lines[2].endswith("  fr               112     90")
