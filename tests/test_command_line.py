"""The commands as a user runs them: what they print, what they write, how they end."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep

import pytest
from typer.main import get_group

from ctoc_report.cli import app
from ctoc_report.cli.lists import formats, languages

SAMPLE = Path(__file__).parents[1] / "sample_data" / "cop12-trafficking-in-persons"

REPORT = """\
format: 1
body: COP
session: 12
venue: {city: {en: Vienna, fr: Vienne}, dates: 2099-10-14/2099-10-18}
agenda: {item: 2, document: CTOC/COP/2099/1, title: {en: Review, fr: Examen}}
symbol: CTOC/COP/2099/7
date: 2099-07-23
distribution: general
title: {en: Activities, fr: Activités}
languages: [en, fr]
period: 2098-01/2099-07
outline:
  - heading: {en: Introduction, fr: Introduction}
    id: introduction
    body:
      - paragraph: parties
"""
RECORD = """\
- id: parties
  type: accession
  source: depositary
  treaty: Treaty
  parties: 190
"""
GLOSSARY = """\
entities:
  Treaty:
    en: {name: Treaty, article: the}
    fr: {name: Traité, article: le}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "activities").mkdir()
    (tmp_path / "report.yaml").write_text(REPORT, encoding="utf-8")
    (tmp_path / "glossary.yaml").write_text(GLOSSARY, encoding="utf-8")
    (tmp_path / "activities" / "records.yaml").write_text(RECORD, encoding="utf-8")
    return tmp_path


def run(*arguments: object, cwd: Path | None = None, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "ctoc_report", *map(str, arguments)]
    surroundings = {key: value for key, value in os.environ.items() if key not in {"NO_COLOR", "FORCE_COLOR"}}
    return subprocess.run(
        command,
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=cwd,
        env=surroundings | environment,
        check=False,
        timeout=60,
    )


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_a_clean_folder_validates_with_0(folder):
    done = run("validate", folder)
    assert (done.returncode, done.stdout) == (0, "Nothing is wrong.\n")


def test_build_writes_a_file_for_each_language_and_format(folder, tmp_path):
    done = run("build", folder, "--to", "docx,html,markdown,native", "--out", tmp_path / "out")
    assert done.returncode == 0, done.stderr
    assert len(list((tmp_path / "out").iterdir())) == 8
    assert "190 parties" in next((tmp_path / "out").glob("*.en.md")).read_text(encoding="utf-8")


def test_the_same_folder_gives_the_same_bytes(folder, tmp_path):
    for out in ("one", "two"):
        assert run("build", folder, "--out", tmp_path / out).returncode == 0
    first, second = (sorted((tmp_path / out).iterdir()) for out in ("one", "two"))
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in second]


def test_an_error_refuses_the_build_and_a_draft_shows_it(folder, tmp_path):
    change(folder / "report.yaml", "paragraph: parties", "paragraph: partys")
    refused = run("build", folder, "--to", "markdown", "--out", tmp_path / "out")
    assert refused.returncode == 1
    assert "REC013" in refused.stderr
    assert "did you mean “parties”?" in refused.stderr
    assert not (tmp_path / "out").exists()
    assert run("build", folder, "--to", "markdown", "--draft", "--out", tmp_path / "out").returncode == 0
    assert "missing" in next((tmp_path / "out").glob("*.en.md")).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("file", "old", "new", "expected"),
    [
        ("activities/records.yaml", "parties: 190", "parties: 010", "records.yaml:5:12  REC011"),
        ("activities/records.yaml", "parties: 190", "partis: 190", "did you mean “parties”?"),
        ("activities/records.yaml", "type: accession", "type: acession", "did you mean “accession”?"),
        ("activities/records.yaml", "treaty: Treaty", "treaty: Traety", "did you mean “Treaty”?"),
        ("activities/records.yaml", "  source: depositary\n", "", "the field “source” is missing"),
        ("activities/records.yaml", "- id: parties", "-\tid: parties", "REC001"),
        ("activities/records.yaml", "source: depositary", "source: &a depositary", "anchors"),
        ("activities/records.yaml", "  parties: 190", "  parties: 190\n  parties: 191", "REC003"),
        ("activities/records.yaml", RECORD, RECORD + RECORD, "REC006"),
        ("activities/records.yaml", RECORD, "just words", "REC005"),
        ("activities/records.yaml", "parties: 190", "parties: 190\n  date: 2099-02-30", "REC011"),
        ("activities/records.yaml", "parties: 190", "parties: 190\n  date: 2097-05", "DAT006"),
        ("activities/records.yaml", "parties: 190", "parties: 190\n  countries: [NO]", "did you mean “NOR” (Norway)?"),
        ("activities/records.yaml", "parties: 190", "parties: 190\n  countries: [QQQ]", "code of three letters"),
        ("activities/records.yaml", "depositary", "deposi\x07tary", "REC002"),
        ("activities/records.yaml", "depositary", '"deposi\\0tary"', "records.yaml:3:11  REC002"),
        ("activities/records.yaml", "depositary", '"deposi\\U000F0000tary"', "REC002"),
        ("activities/records.yaml", "depositary", '"deposi\\uD800tary"', "REC00"),
        ("activities/records.yaml", "parties: 190", "parties: 190\n  text: {en: '{{ it.partis }}', fr: a}", "TPL001"),
        (
            "activities/records.yaml",
            "parties: 190",
            "parties: 190\n  text: {en: '{{ it.__class__ }}', fr: a}",
            "TPL001",
        ),
        ("report.yaml", "heading: {en: Introduction, fr: Introduction}", "heading: {en: Introduction}", "REC012"),
        ("activities/records.yaml", "parties: 190", "parties: 190\n  text: {en: 'Some 45 came.', fr: a}", "HYG003"),
        (
            "activities/records.yaml",
            "parties: 190",
            "parties: 190\n  text: {en: 'See {{ ref(\"nowhere\") }}.', fr: a}",
            "XRF003",
        ),
        (
            "activities/records.yaml",
            "parties: 190",
            "parties: 190\n  text: {en: '{{ it.text }}', fr: a}",
            "prints itself",
        ),
        ("report.yaml", "format: 1", "format: 9", "REC010"),
        ("report.yaml", "distribution: general", "distribution: genral", "did you mean “general”?"),
        ("report.yaml", "paragraph: parties", "paragraf: parties", "starts with heading:, paragraph:, each: or text:"),
        ("report.yaml", "symbol: CTOC/COP/2099/7\n", "", "STR001"),
        ("report.yaml", "      - paragraph: parties", "      - text: {en: a, fr: b}", "COV005"),
        ("report.yaml", "period: 2098-01/2099-07", "period: 2098-01/2099-07\nwords: 3", "LIM001"),
        (
            "report.yaml",
            "period: 2098-01/2099-07",
            "period: 2098-01/2099-07\nwaivers: [{rule: LIM001, because: none}]",
            "REC015",
        ),
    ],
)
def test_what_is_wrong_is_a_finding_with_its_place(folder, file, old, new, expected):
    change(folder / file, old, new)
    done = run("validate", folder)
    assert done.returncode == 1, done.stderr
    assert expected in done.stdout
    assert "Traceback" not in done.stdout + done.stderr


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("validate", "nowhere"), "there is no folder nowhere"),
        (("build", "report.yaml"), "is a file, not a folder"),
        (("build", "activities"), "holds no report.yaml"),
        (("build", ".", "--lang", "es"), "the report has no language “es”"),
        (("build", ".", "--to", "docs"), "did you mean “docx”?"),
        (("build", ".", "--lang", "eng"), "did you mean “en”?"),
        (("build", ".", "--out", "report.yaml"), "cannot be written"),
        (("build", ".", "../{name}"), "would both be written"),
        (("valdate", "."), "Did you mean 'validate'?"),
        (("build", ".", "--darft"), "--draft"),
    ],
)
def test_what_stops_the_work_is_said_with_what_to_do(folder, arguments, expected):
    done = run(*(argument.format(name=folder.name) for argument in arguments), cwd=folder)
    assert done.returncode == 2
    assert expected in done.stderr
    assert "Traceback" not in done.stderr


def test_a_file_that_is_not_utf_8_is_refused(folder):
    (folder / "activities" / "records.yaml").write_bytes(b"\xff\xfe\x00")
    done = run("validate", folder)
    assert (done.returncode, "is not UTF-8" in done.stderr) == (2, True)


def test_the_quick_start_has_no_finding():
    done = run("validate", SAMPLE.parent / "quick-start")
    assert (done.returncode, done.stdout) == (0, "Nothing is wrong.\n")


def test_the_version_is_printed():
    assert run("--version").stdout.startswith("ctoc-report 0.")


# --- findings ---


def test_a_finding_shows_its_line_with_marks_under_the_value(folder):
    change(folder / "activities" / "records.yaml", "parties: 190", "parties: 010")
    place = folder / "activities" / "records.yaml"
    assert run("validate", folder).stdout == (
        f"{place}:5:12  REC011  parties: “010” is not a figure\n"
        "    5 |   parties: 010\n"
        "      |            ^^^\n"
        "  help: write 453, more than 9000, about 60 or 55 %\n"
        "\n"
        "1 error\n"
    )


def test_a_finding_in_a_template_shows_the_line_of_the_template(folder):
    own = folder / "templates" / "en" / "activities"
    own.mkdir(parents=True)
    (own / "accession.j2").write_text("{# ours #}\n{{ it.partis }} parties.\n", encoding="utf-8")
    assert "    2 | {{ it.partis }} parties.\n  help: did you mean “parties”?\n" in run("validate", folder).stdout


@pytest.mark.parametrize(
    ("environment", "coloured"),
    [
        ({}, False),
        ({"FORCE_COLOR": "1"}, True),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        ({"FORCE_COLOR": "1", "TERM": "dumb"}, False),
    ],
)
def test_colours_are_there_when_they_are_asked_for(folder, environment, coloured):
    change(folder / "activities" / "records.yaml", "parties: 190", "parties: 010")
    assert ("\x1b[1;31m" in run("validate", folder, **{"TERM": "xterm", **environment}).stdout) == coloured


# --- several folders ---


@pytest.fixture
def others(folder, tmp_path_factory) -> tuple[Path, Path]:
    """Return a second folder, with an error, and a third, which cannot be read."""
    top = tmp_path_factory.mktemp("others")
    for name in ("wrong", "broken"):
        for part in ("report.yaml", "glossary.yaml", "activities"):
            source = folder / part
            (shutil.copytree if source.is_dir() else shutil.copy)(
                source, (top / name).mkdir(exist_ok=True) or top / name / part
            )
    change(top / "wrong" / "activities" / "records.yaml", "parties: 190", "parties: 010")
    (top / "broken" / "report.yaml").unlink()
    return top / "wrong", top / "broken"


@pytest.mark.parametrize(("chosen", "code"), [((0,), 1), ((1,), 2), ((0, 1), 2), ((), 0)])
def test_a_folder_that_fails_does_not_stop_the_others(folder, others, tmp_path, chosen, code):
    failing = [others[at] for at in chosen]
    done = run("build", *failing, folder, "--to", "markdown", "--out", tmp_path / "out")
    assert done.returncode == code, done.stderr
    assert {path.name for path in (tmp_path / "out").iterdir()} == {f"{folder.name}.en.md", f"{folder.name}.fr.md"}
    assert ("REC011" in done.stderr, "holds no report.yaml" in done.stderr) == (0 in chosen, 1 in chosen)


def test_the_table_at_the_end_tells_each_file_of_all_folders(folder, tmp_path):
    second = shutil.copytree(folder, tmp_path / "second")
    lines = run("build", folder, second, "--to", "markdown", "--out", "out", cwd=tmp_path).stdout.splitlines()
    assert lines[0].split() == ["file", "language", "paragraphs", "words", "limit"]
    assert [line.split()[0] for line in lines[1:]] == [
        f"out/{name}.{tag}.md" for name in (folder.name, "second") for tag in ("en", "fr")
    ]
    assert [line.split()[-1] == "8500" for line in lines[1:]] == [True, False, True, False]


# --- watching ---


@contextmanager
def watching(folder: Path, *options: object):
    """Run a build that watches, and end it whatever happens."""
    command = [
        sys.executable,
        "-m",
        "ctoc_report",
        "build",
        str(folder),
        "--watch",
        "--to",
        "markdown",
        *map(str, options),
    ]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8")
    try:
        yield process
    finally:
        process.kill()
        process.wait()
        process.stdout.close()


def soon(happens, seconds: float = 30) -> bool:
    end = monotonic() + seconds
    while not happens():
        if monotonic() > end:
            return False
        sleep(0.05)
    return True


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C is sent otherwise there")
def test_a_build_that_watches_follows_the_files_until_it_is_interrupted(folder):
    out = folder / "out"  # what is written must not be taken for a change
    text = out / f"{folder.name}.en.md"
    records = folder / "activities" / "records.yaml"
    with watching(folder, "--out", out) as process:
        assert soon(lambda: text.exists() and "190 parties" in text.read_text(encoding="utf-8"))
        (folder / "report.yaml").rename(folder / "report.away")
        sleep(1.5)
        (folder / "report.away").rename(folder / "report.yaml")
        change(records, "parties: 190", "parties: 191")
        assert soon(lambda: "191 parties" in text.read_text(encoding="utf-8"))
        last = text.stat().st_mtime_ns
        sleep(2.5)
        assert text.stat().st_mtime_ns == last
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=20) == 0
        said = process.stdout.read()
    assert "holds no report.yaml" in said
    assert "Traceback" not in said


# --- help and completion ---

COMMANDS = get_group(app).commands


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_shows_an_example_on_a_line_of_its_own(name):
    text = run(name, "--help", COLUMNS="100").stdout
    example = text[text.index("  Example:\n") :].splitlines()[1]
    assert example.startswith(f"    ctoc-report {name}")
    assert example in "\n".join("    " + line.strip() for line in (COMMANDS[name].help or "").splitlines())


def test_every_command_is_told_in_one_line_of_the_help():
    text = run("--help", COLUMNS="100").stdout
    for name in COMMANDS:
        (line,) = (line for line in text.splitlines() if line.strip().startswith(f"{name} "))
        assert line.endswith(".")
        assert not line.endswith("...")


def complete(*words: str) -> list[str]:
    """Return what bash is told to propose in place of the last word."""
    environment = {
        "_CTOC_REPORT_COMPLETE": "complete_bash",
        "COMP_WORDS": " ".join(("ctoc-report", *words)),
        "COMP_CWORD": str(len(words)),
    }
    return run(**environment).stdout.split()


def test_the_shell_can_learn_to_complete():
    assert "complete -o default -F" in run(_CTOC_REPORT_COMPLETE="source_bash").stdout


@pytest.mark.parametrize(
    ("words", "proposed"),
    [
        (("va",), ["validate"]),
        (("build", "--to", "do"), ["docx"]),
        (("build", "--to", "docx,ht"), ["docx,html"]),
        (("build", "--lang", ""), ["en", "fr"]),
        (("build", "--lang", "en,"), ["en,fr"]),
        (("build", "--dr"), ["--draft"]),
    ],
)
def test_commands_options_and_their_values_are_completed(words, proposed):
    assert complete(*words) == proposed


def test_completion_proposes_what_there_is_and_nothing_twice():
    assert formats("") == ["docx", "html", "markdown", "native"]
    assert languages("en,fr,") == []


def test_help_loads_nothing_that_a_build_needs():
    code = "import sys, ctoc_report.cli; print([m for m in ('pydantic', 'jinja2', 'rich', 'lxml', 'ruamel.yaml', 'watchfiles') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_a_fault_of_the_tool_itself_is_said_in_one_line_that_tells_where(monkeypatch, capsys):
    from ctoc_report import cli

    def broken(**_named):
        raise KeyError("colour")

    monkeypatch.setattr(cli, "app", broken)
    with pytest.raises(SystemExit) as stopped:
        cli.main()
    said = capsys.readouterr().err
    assert stopped.value.code == 2
    assert said.startswith("error: the tool itself failed: KeyError: 'colour' (")
    assert "test_command_line.py:" in said
    assert "report this" in said
