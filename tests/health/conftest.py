"""A register with one child in it, copied for each test; private places; what screens need."""

from datetime import UTC, datetime

import pytest

from tests.conftest import StillClock
from tests.services.backups.backed_up import copy_of, make, opened, private_place
from tests.ui.conftest import answers, background, light, theme

__all__ = ["answers", "background", "light", "theme"]


@pytest.fixture(scope="session")
def template(tmp_path_factory):
    folder = tmp_path_factory.mktemp("minded") / "Example Lane.sharebook"
    make(folder, StillClock(datetime(2026, 9, 14, 9, tzinfo=UTC)))
    return folder


@pytest.fixture
def place(tmp_path, monkeypatch):
    """Backups and memories of this computer go below here."""
    private_place(monkeypatch, tmp_path / "own")
    monkeypatch.setattr(
        "sharebook.bootstrap.remembered_head.default_place", lambda: tmp_path / "own"
    )
    return tmp_path / "own"


@pytest.fixture
def folder(template, tmp_path, place):
    return copy_of(template, tmp_path)


@pytest.fixture
def desk(folder, clock):
    made = opened(folder, clock)
    yield made
    made.close()
