"""F6 goes from panel to panel, Alt Left goes back, Ctrl C copies rows as text."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from sharebook.ui.main_window import MainWindow
from sharebook.ui.models.rows import Column
from sharebook.ui.shell import Shell
from sharebook.ui.telling import Telling
from sharebook.ui.widgets.table import Table
from sharebook.ui.widgets.toast import Toast
from tests.stories.hands import focused
from tests.ui.peopled import JUNO, peopled

pytestmark = pytest.mark.ui


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
    made.go("today")
    return made


def panel_with_the_keyboard(shell) -> object:
    now = QApplication.focusWidget()
    every = [*shell.here.panels(), shell.rail]
    return next((panel for panel in every if now and panel.isAncestorOf(now)), None)


def test_f6_goes_through_list_page_and_rail_and_round_again(shell, qtbot):
    shell.go("pupils", pupil=JUNO)
    qtbot.waitUntil(lambda: not shell.office.background.busy)
    roll, page = shell.here.panels()
    shell.here.search()

    reached = []
    for _ in range(3):
        QTest.keyClick(focused(), Qt.Key.Key_F6)
        reached.append(panel_with_the_keyboard(shell))

    assert reached == [page, shell.rail, roll]


def test_alt_left_goes_back(shell):
    shell.go("log")

    QTest.keyClick(focused(), Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)

    assert shell.here.name == "today"


def test_ctrl_c_copies_the_selected_rows_as_the_table_shows_them(qtbot):
    columns: list[Column[tuple[str, str, str]]] = [
        Column("Who", lambda it: it[0], second=lambda it: it[1]),
        Column("Hidden", lambda _it: "secret"),
        Column("What", lambda it: it[2]),
    ]
    table: Table[tuple[str, str, str]] = Table(columns, "Things")
    qtbot.addWidget(table)
    table.show_rows([("NHS", "school nurse", "=1+1"), ("Gazette", "", "two\nlines"), ("C", "", "")])
    table.setColumnHidden(1, True)
    table.pick_first()
    QTest.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)

    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)

    assert QGuiApplication.clipboard().text() == "NHS, school nurse\t'=1+1\nGazette\ttwo lines"
