"""Literate cases: a Markdown file whose `##` sections hold records in YAML and the paragraphs they make, by language.

`pytest --accept` writes what is made now into the files; the difference is then read before it is committed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from ctoc_report.compose.printing import MARK
from ctoc_report.document import contents, paragraphs, plain
from ctoc_report.source import Source, read

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ctoc_report.document import Paragraph

FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
NO_BREAK = "\u00a0"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="write what is made now into cases and goldens")


def pytest_collect_file(parent: pytest.Collector, file_path: Path) -> pytest.Collector | None:
    if file_path.suffix == ".md" and "cases" in file_path.parts:
        return CaseFile.from_parent(parent, path=file_path)
    return None


@dataclass
class Case:
    """One `##` section: its title, its records and the expected text by language, with the spans they stand in."""

    title: str
    records: str
    expected: dict[str, tuple[str, int, int]]


class CaseFile(pytest.File):
    """A Markdown file of cases."""

    def collect(self) -> Iterator[pytest.Item]:
        found = list(cases(self.path.read_text(encoding="utf-8")))
        assert found, f"{self.path} holds no case"
        for case in found:
            for tag in case.expected:
                yield CaseItem.from_parent(self, name=f"{case.title} [{tag}]", case=case, tag=tag)


class CaseItem(pytest.Item):
    """The text of one case in one language."""

    def __init__(self, *, case: Case, tag: str, **kwargs) -> None:
        super().__init__(**kwargs)
        self.case = case
        self.tag = tag

    def runtest(self) -> None:
        made = told(self.case.records, self.tag)
        expected = self.case.expected[self.tag][0]
        if made != expected and self.config.getoption("--accept"):
            accept(self.path, self.case.title, self.tag, made)
            return
        assert made == expected

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], *args, **kwargs) -> str:
        return str(excinfo.value)

    def reportinfo(self) -> tuple[Path, int, str]:
        return self.path, 0, self.name


def cases(text: str) -> Iterator[Case]:
    """Yield the cases of a file."""
    starts = [found.start() for found in re.finditer(r"^## ", text, re.MULTILINE)]
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        title = text[start + 3 : text.index("\n", start)].strip()
        blocks = {
            found[1]: (found[2], start + found.start(2), start + found.end(2))
            for found in FENCE.finditer(text[start:end])
        }
        records = blocks.pop("yaml")[0]
        yield Case(title, records, {tag: (block[0].strip(), *block[1:]) for tag, block in blocks.items()})


def told(records: str, tag: str) -> str:
    """Return the one paragraph that tells all the records, with the findings there are; no-break spaces shown as `~`."""
    from support import composed, dataset

    value, _ = read(Source("records.yaml", records))
    ids = [str(record["id"]) for record in value or []]
    data = dataset(records, f"  - paragraph: [{', '.join(ids)}]")
    notes = [f"{finding.place} {finding.code} {finding.message}" for finding in data.findings]
    if data.report is None:
        return "\n".join(notes)
    document, found = composed(data, tag)
    notes += [f"{finding.place} {finding.code} {finding.message}" for finding in found]
    text = "\n".join([*notes, *shown(paragraphs(document))])
    assert not MARK.search(text), "a value was left in the text as its mark"
    return text


def shown(found: Iterable[Paragraph]) -> list[str]:
    """Return paragraphs with their sub-paragraphs as lines of text."""
    lines = []
    for paragraph in found:
        marks = ["", *marks_of(paragraph.items)]
        lines += [
            f"{mark} {plain(content)}".strip(" ").replace(NO_BREAK, "~")
            for mark, content in zip(marks, contents(paragraph), strict=True)
        ]
    return lines


def marks_of(items: Iterable) -> Iterator[str]:
    for item in items:
        yield item.mark
        yield from marks_of(item.items)


def accept(path: Path, title: str, tag: str, made: str) -> None:
    """Write the text made now in place of the expected one."""
    text = path.read_text(encoding="utf-8")
    case = next(case for case in cases(text) if case.title == title)
    _, start, end = case.expected[tag]
    path.write_text(text[:start] + made + "\n" + text[end:], encoding="utf-8")
