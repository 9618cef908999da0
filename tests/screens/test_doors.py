"""The doors in every look: first run, its steps, unlock; short names and very long ones."""

from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QCoreApplication, QPoint
from PySide6.QtWidgets import QLineEdit

from sharebook.ui.background import Background
from sharebook.ui.main_window import MainWindow
from sharebook.ui.screens.first_run.about_us import AboutUs
from sharebook.ui.screens.first_run.page import PageStep
from sharebook.ui.screens.first_run.passphrase import PassphraseStep
from sharebook.ui.screens.first_run.recovery import RecoveryStep
from sharebook.ui.screens.first_run.screen import FirstRun
from sharebook.ui.screens.first_run.starters import StartersStep
from sharebook.ui.screens.unlock.screen import Unlock
from tests.screens.looking import colours, cut_off, keep
from tests.ui.answers import Answers

LONG = "Saint Example-upon-Sampleton Voluntary Aided Church of Nowhere Junior and Infant School"
CODE = "AVWRF-2K33J-HYF4D-03M11-CJJBS-Z422C-E3876-HJTB7"
LOOKS = [("light", 100, 1366), ("dark", 100, 1366), ("light", 150, 1366), ("light", 200, 1024)]


@pytest.fixture
def helpers():
    made = SimpleNamespace(background=Background(), ask=Answers())
    yield made
    made.background.close()


def about(helpers, desk):
    step = AboutUs()
    for field in (step.school_name, step.you):
        assert isinstance(field.inner, QLineEdit)
        field.inner.setText(LONG)
        field.complain("This stands on every document. Please type it.")
    return step


def passphrase(helpers, desk):
    step = PassphraseStep(helpers.ask)
    step.new.offer()
    step.new.second.complain("The two are not the same. Type it once more.")
    return step


STEPS = {
    "about": about,
    "passphrase": passphrase,
    "recovery": lambda helpers, desk: RecoveryStep(helpers, desk, CODE),
    "starters": lambda _helpers, desk: StartersStep(desk),
    "page": PageStep,
}


def show(qtbot, door, size) -> MainWindow:
    window = MainWindow()
    qtbot.addWidget(window)
    window.resize(*size)
    window.put(door)
    window.show()
    qtbot.waitExposed(window)
    door.fill()
    for _ in range(3):
        QCoreApplication.processEvents()
    return window


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: f"{look[0]}-{look[1]}")
@pytest.mark.parametrize("name", ["welcome", *STEPS])
def test_a_step_of_the_first_hour_shows_its_words_whole(
    qtbot, drawn, pictures: Path, helpers, empty, name, look
):
    scheme, size, wide = look
    drawn(scheme, size)
    door = FirstRun(helpers)
    if name in STEPS:
        door._replace(STEPS[name](helpers, empty))
    window = show(qtbot, door, (wide, 700))

    picture = keep(window, pictures / f"first-{name}-{scheme}-{size}.png")

    assert cut_off(window) == []
    assert colours(picture) > 30


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: f"{look[0]}-{look[1]}")
def test_the_door_shows_long_names_whole(qtbot, drawn, pictures: Path, helpers, empty, look):
    scheme, size, wide = look
    drawn(scheme, size)
    door = Unlock(empty.folder, "", helpers)
    window = show(qtbot, door, (wide, 700))
    door._title.setText(LONG)
    door.field.complain("That is not Pat Inkwell's passphrase. Nothing was opened or changed.")
    door._caps.show()
    for _ in range(3):
        QCoreApplication.processEvents()

    picture = keep(window, pictures / f"unlock-{scheme}-{size}.png")

    assert cut_off(window) == []
    assert colours(picture) > 30


def test_what_has_the_keyboard_is_in_view_however_large_the_text(qtbot, drawn, helpers, empty):
    drawn("light", 200)
    door = Unlock(empty.folder, "", helpers)
    window = show(qtbot, door, (1024, 700))
    window.activateWindow()
    qtbot.waitUntil(door.passphrase.hasFocus)

    top = door.passphrase.mapTo(window, QPoint(0, 0)).y()

    assert 0 < top < window.height() - door.passphrase.height()
