"""The generator of records for measuring, and a guard against work that grows faster than the records do."""

from __future__ import annotations

import cProfile
from collections import Counter
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

import pytest
from benchmarks.generate import generate, read_moulds

from ctoc_report import files
from ctoc_report.build import Built, build, formats, writer
from ctoc_report.document import paragraphs

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

DECK = sum(mould.share for mould in read_moulds())
"""The number of records after which the same mixture of types comes again."""

KNOWN = ("typing.py",)
"""Files of functions that are left out: how often the types of annotations are looked at is chance."""

Place = tuple[str, str, int]
"""Where a function is: its file, name and line."""


def built(folder: Path, count: int, *languages: str) -> Built:
    generate(folder, count)
    return build(files.project(str(folder)), files.Templates(), date(2099, 7, 23), languages)


@pytest.fixture(scope="module")
def report(tmp_path_factory) -> Built:
    return built(tmp_path_factory.mktemp("report") / "project", DECK)


def test_generated_records_have_no_finding_and_each_is_told_in_a_paragraph_in_both_languages(report):
    assert report.findings == ()
    assert set(report.documents) == {"en", "fr"}
    for document in report.documents.values():
        told = Counter(record for paragraph in paragraphs(document) for record in paragraph.records)
        assert told == dict.fromkeys(report.dataset.activities, 1)
        assert len(told) == DECK


def test_a_number_generates_the_same_files_each_time(tmp_path):
    for name in ("one", "two"):
        generate(tmp_path / name, 70)
    one, two = ({path.name: path.read_bytes() for path in (tmp_path / name).rglob("*.yaml")} for name in ("one", "two"))
    assert one == two
    assert len(one) == 3


def calls(work: Callable[[], object]) -> Counter[Place]:
    """Return how often each function written in Python was called."""
    profile = cProfile.Profile(subcalls=False, builtins=False)
    profile.runcall(work)
    counted: Counter[Place] = Counter()
    for entry in profile.getstats():
        if not isinstance(entry.code, str):
            counted[entry.code.co_filename, entry.code.co_name, entry.code.co_firstlineno] += entry.callcount
    return counted


def write(report: Built) -> None:
    for name in formats():
        writer(name).write(report.documents["en"], files.Templates().asset)


@pytest.fixture(scope="module")
def growing(report, tmp_path_factory) -> list[Counter[Place]]:
    """The calls that a report takes with one, two and three times the same mixture of records."""
    write(report)  # as building it did, this loads what is loaded once

    def work(times: int) -> None:
        write(built(tmp_path_factory.mktemp("growing") / "project", times * DECK, "en"))

    return [calls(partial(work, times)) for times in (1, 2, 3)]


def test_no_function_is_called_more_often_for_a_record_when_there_are_more_of_them(growing):
    """What is called for each pair of records is called by two thirds more for each of the last records here.

    Seconds are not compared, since they depend on the machine. Loops that call nothing go unseen.
    """
    one, two, three = growing
    often = [place for place, count in three.items() if count > 3 * DECK and not place[0].endswith(KNOWN)]
    more = {place: (three[place] - two[place]) / ((two[place] - one[place]) or 1) for place in often}
    assert len(often) > 100
    assert {place: ratio for place, ratio in more.items() if ratio > 1.3} == {}
