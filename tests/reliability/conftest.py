"""One register, made once and copied for each test."""

import shutil
from pathlib import Path

import pytest

from tests.reliability.school import make


@pytest.fixture(scope="session")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make(tmp_path_factory.mktemp("reliable") / "Example Lane.sharebook")


@pytest.fixture
def folder(made_once: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(made_once, tmp_path / made_once.name))
