"""What tests share: the sample's folder, and literate cases collected from Markdown files."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest_plugins = ("literate",)


@pytest.fixture(scope="session")
def sample_folder() -> Path:
    return Path(__file__).parents[1] / "sample_data" / "cop12-trafficking-in-persons"
