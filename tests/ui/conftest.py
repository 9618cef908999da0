"""What window tests share: our fonts, the light look, answers to questions, a pretend desk."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from sharebook.ui import fonts
from sharebook.ui.background import Background
from sharebook.ui.theme import Theme
from tests.ui.answers import Answers


@pytest.fixture(scope="session")
def theme(qapp: QApplication) -> Theme:
    fonts.load()
    return Theme(qapp, "light")


@pytest.fixture(autouse=True)
def light(theme: Theme):
    if (theme.wanted, theme.size) != ("light", 100):
        theme.choose("light", 100)
    yield theme
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # no window outlives a test


@pytest.fixture
def answers() -> Answers:
    return Answers()


@pytest.fixture
def background(qapp: QApplication):
    made = Background()
    yield made
    made.close()
