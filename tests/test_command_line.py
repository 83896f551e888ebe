"""The commands as a user runs them: what they print, what they write, how they end."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

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


def run(*arguments: object, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "ctoc_report", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", cwd=cwd, check=False, timeout=60)


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
        ("activities/records.yaml", "parties: 190", "parties: 190\n  countries: [NO]", "three letters"),
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
        (("build", ".", "--out", "report.yaml"), "cannot be written"),
    ],
)
def test_what_stops_the_work_is_said_with_what_to_do(folder, arguments, expected):
    done = run(*arguments, cwd=folder)
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
