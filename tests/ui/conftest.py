"""What window tests share: our fonts, the light look, answers to questions, a pretend desk."""

import pytest
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
def light(theme: Theme) -> Theme:
    if (theme.wanted, theme.size) != ("light", 100):
        theme.choose("light", 100)
    return theme


@pytest.fixture
def answers() -> Answers:
    return Answers()


@pytest.fixture
def background(qapp: QApplication):
    made = Background()
    yield made
    made.close()
