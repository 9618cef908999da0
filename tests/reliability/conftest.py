"""One register, made once and copied for each test."""

import os
import shutil
import sys
from pathlib import Path
from types import ModuleType

import pytest

from tests.reliability.processes import ready_to_begin
from tests.reliability.school import make


@pytest.fixture(scope="session")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make(tmp_path_factory.mktemp("reliable") / "Example Lane.sharebook")


@pytest.fixture
def folder(made_once: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(made_once, tmp_path / made_once.name))


@pytest.fixture
def forked(monkeypatch: pytest.MonkeyPatch) -> None:
    """New processes load what they need once, and not the main module, which is pytest's own."""
    monkeypatch.setitem(sys.modules, "__main__", ModuleType("__main__"))
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(sys.path))
    ready_to_begin()
