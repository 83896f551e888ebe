"""The sample reads as it was read when it was last accepted; `pytest --accept` writes it anew, to be read again."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from ctoc_report import files
from ctoc_report.build import build, writer

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize("tag", ["en", "fr"])
def test_the_sample_reads_as_accepted(tag, sample_folder, request):
    templates = files.Templates(str(sample_folder))
    built = build(files.project(str(sample_folder)), templates, date(2024, 7, 23))
    made = writer("markdown").write(built.documents[tag], templates.asset).decode()
    path = GOLDEN / f"cop12-trafficking-in-persons.{tag}.md"
    if request.config.getoption("--accept"):
        path.write_text(made, encoding="utf-8")
    assert made == path.read_text(encoding="utf-8")
