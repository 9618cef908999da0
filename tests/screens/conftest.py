"""What pictures share: our fonts, a look, a folder for them, a register with something in it."""

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from sharebook.ui import fonts
from sharebook.ui.theme import Theme
from tests.conftest import StillClock
from tests.ui.peopled import open_empty, peopled


@pytest.fixture(scope="session")
def theme(qapp: QApplication) -> Theme:
    fonts.load()
    return Theme(qapp, "light")


@pytest.fixture
def drawn(theme: Theme):
    """Choose a look, and put the usual one back afterwards."""
    yield theme.choose
    theme.choose("light", 100)


@pytest.fixture(autouse=True)
def swept():
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # no window outlives a test


@pytest.fixture(scope="session")
def pictures(tmp_path_factory) -> Path:
    """Where pictures go: `SHAREBOOK_PICTURES`, else a folder that pytest throws away."""
    wanted = os.environ.get("SHAREBOOK_PICTURES")
    folder = Path(wanted) if wanted else tmp_path_factory.mktemp("pictures")
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@pytest.fixture(scope="module")
def clock() -> StillClock:
    return StillClock(datetime(2026, 9, 14, 10, 40, tzinfo=UTC))


@pytest.fixture(scope="module")
def full(tmp_path_factory, clock):
    desk = peopled(tmp_path_factory.mktemp("full"), clock)
    yield desk
    desk.close()


@pytest.fixture(scope="module")
def empty(tmp_path_factory, clock):
    desk = open_empty(tmp_path_factory.mktemp("empty"), clock)
    yield desk
    desk.close()
