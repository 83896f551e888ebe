"""The README's tour, followed to the letter: what it says to type and to write gives what it says."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
BLOCK = re.compile(r"(?:^<!-- (?P<note>[^\n]+) -->\n)?^```(?P<kind>\w+)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
QUOTED = re.compile(r"^<!-- out: paragraph (\d+) -->\n> (.+)$", re.MULTILINE)


@dataclass
class Step:
    """One block of the tour, with the note that says which file it is for."""

    kind: str
    text: str
    note: str


def tour() -> str:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    return text.partition("## Ten minutes")[2].partition("\n## ")[0]


def run(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    name, *arguments = command.split()
    assert name == "ctoc-report"
    return subprocess.run(
        [sys.executable, "-m", "ctoc_report", *arguments],
        capture_output=True, text=True, encoding="utf-8", cwd=folder, check=False, timeout=60,
    )  # fmt: skip


def write(step: Step, folder: Path) -> None:
    """Put a block where its note says."""
    name, _, where = step.note.partition(": ")
    path = folder / name
    text = path.read_text(encoding="utf-8")
    replaced = {
        "the first page": r"(?s)(# --- the first page[^\n]*\n).*?(?=# --- the outline)",
        "the outline": r"(?s)(# --- the outline[^\n]*\n).*",
    }.get(where, rf"(?ms)()^- id: {where}$.*?(?=\Z|^# \w)")
    assert len(re.findall(replaced, text)) == 1, (where, text)
    path.write_text(re.sub(replaced, lambda found: found[1] + step.text, text), encoding="utf-8")


def change(step: Step, folder: Path) -> None:
    name, _, what = step.note.partition(": ")
    old, new = what.split(" becomes ")
    path = folder / name
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(f"countries: [{old}]", f"countries: [{new}]"), encoding="utf-8")
    assert new in path.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def followed(tmp_path_factory) -> tuple[Path, list[tuple[Step, subprocess.CompletedProcess[str]]]]:
    """The folder after the whole tour, and each command with what it did."""
    folder = tmp_path_factory.mktemp("tour")
    done = []
    for found in BLOCK.finditer(tour()):
        step = Step(found["kind"], found["text"], found["note"] or "")
        if step.kind == "yaml":
            write(step, folder)
        elif step.kind == "sh":
            if step.note:
                change(step, folder)
            done += [(Step("sh", line, ""), run(line, folder)) for line in step.text.splitlines()]
        else:
            done.append((step, done[-1][1]))
    return folder, done


def test_every_command_of_the_tour_does_its_work(followed):
    codes = {step.text: done.returncode for step, done in followed[1] if step.kind == "sh"}
    assert len(codes) == 6
    assert codes.pop("ctoc-report validate my-report") == 1
    assert set(codes.values()) == {0}, codes


def test_the_tour_shows_what_is_printed(followed):
    shown = [(step.text, done.stdout) for step, done in followed[1] if step.kind == "text"]
    assert shown
    for expected, printed in shown:
        assert printed.startswith(expected), printed


def test_the_tour_leaves_nothing_but_what_documents_management_gives(followed):
    folder, done = followed
    built = next(done for step, done in done if step.text.startswith("ctoc-report build"))
    findings = set(re.findall(r"  ([A-Z]{3}\d{3})  ", built.stderr))
    assert findings == {"STR001"}, built.stderr
    assert {path.name for path in (folder / "out").iterdir()} == {"my-report.en.docx", "my-report.fr.docx"}


def test_the_tour_quotes_the_paragraph_that_is_written(followed):
    folder, _ = followed
    path = folder / "my-report" / "activities" / "records.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("[FIJ]", "[FJI]"), encoding="utf-8")
    assert run("ctoc-report build my-report --to markdown", folder).returncode == 0
    text = (folder / "out" / "my-report.en.md").read_text(encoding="utf-8")
    ((number, words),) = QUOTED.findall(tour())
    assert f"{number}. {words}\n" in text
