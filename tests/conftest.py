"""What tests share: the sample's folder, and literate cases collected from Markdown files."""

from __future__ import annotations

import os
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

pytest_plugins = ("literate",)


def pytest_configure(config: pytest.Config) -> None:
    """Keep compiled templates in a folder of this run, and leave the user's cache alone."""
    cache = TemporaryDirectory()
    os.environ["XDG_CACHE_HOME"] = cache.name
    config.add_cleanup(cache.cleanup)


@pytest.fixture(scope="session")
def sample_folder() -> Path:
    return Path(__file__).parents[1] / "sample_data" / "cop12-trafficking-in-persons"
