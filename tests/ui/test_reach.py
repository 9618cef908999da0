"""Every screen without a mouse: each stop has a name to be read aloud, and Tab reaches it."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from sharebook.ui.main_window import MainWindow
from sharebook.ui.panels import reachable
from sharebook.ui.shell import Shell
from sharebook.ui.telling import Telling
from sharebook.ui.widgets.toast import Toast
from tests.ui.peopled import JUNO, NURSE, peopled

pytestmark = pytest.mark.ui

PAGES: dict[str, dict[str, Any]] = {
    "today": {},
    "answer": {"pupil": JUNO},
    "record": {"recipient": NURSE},
    "pupils": {"pupil": JUNO},
    "recipients": {"recipient": NURSE},
    "log": {"entry": 2},
    "notice": {},
    "reports": {},
    "bring_in": {},
    "care": {},
}
MOST = 300


@pytest.fixture
def desk(tmp_path, clock):
    made = peopled(tmp_path, clock)
    yield made
    made.close()


@pytest.fixture
def shell(qtbot, desk, background, answers):
    window = MainWindow()
    qtbot.addWidget(window)
    made = Shell(desk, background, answers, Telling(answers), Toast(window))
    window.put(made)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return made


def stops(shell) -> list[QWidget]:
    return [each for each in shell.findChildren(QWidget) if reachable(each)]


def said(widget: QWidget) -> str:
    """What a screen reader is told the widget is called."""
    seen = QAccessible.queryAccessibleInterface(widget)
    return str(seen.text(QAccessible.Text.Name)) if seen else widget.accessibleName()


def named(widget: QWidget) -> str:
    return f"{type(widget).__name__} {said(widget)!r}"


@pytest.mark.parametrize("page", PAGES)
def test_every_stop_has_a_name_and_tab_reaches_it(qtbot, shell, page):
    shell.go(page, **PAGES[page])
    qtbot.waitUntil(lambda: not shell.office.background.busy, timeout=20_000)
    QApplication.processEvents()

    every = stops(shell)
    assert [type(each).__name__ for each in every if not said(each).strip()] == []

    reached: list[QWidget] = []
    while len(reached) < MOST:
        now = QApplication.focusWidget()
        assert now is not None
        if now in reached:
            break
        reached.append(now)
        QTest.keyClick(now, Qt.Key.Key_Tab)
    missed = [named(each) for each in stops(shell) if each not in reached]
    assert missed == []
