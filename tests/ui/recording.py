"""A record form over a small real register, and the hands that fill it."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from sharebook.domain.disclosures import Disclosure
from sharebook.domain.recorded import known_at
from sharebook.ui.main_window import MainWindow
from sharebook.ui.shell import Shell
from sharebook.ui.telling import Telling
from sharebook.ui.widgets.toast import Toast
from tests.stories.hands import focused
from tests.stories.small_school import make_school

Key = Qt.Key


@pytest.fixture
def desk(tmp_path):
    made = make_school(tmp_path / "Example Lane Primary School.sharebook")
    yield made
    made.close()


@pytest.fixture
def shell(qtbot, desk, background, answers):
    window = MainWindow()
    qtbot.addWidget(window)
    made = Shell(desk, background, answers, Telling(answers), Toast(window))
    window.put(made)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    made.go("record")
    screen: Any = made.here
    qtbot.waitUntil(lambda: QApplication.focusWidget() is screen.form.five.recipient.edit)
    return made


@pytest.fixture
def screen(shell):
    return shell.here


def press(key, held=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(focused(), key, held)


def pick(text):
    QTest.keyClicks(focused(), text)
    press(Key.Key_Return)


def fill(pupils="kingfisher", flow="nurse height"):
    pick(flow)
    pick(pupils)


def entries(desk):
    return known_at(desk.register.current(Disclosure), None)


def codes(screen):
    return [block.finding.code for block in screen.law.warnings]
