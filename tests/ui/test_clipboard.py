"""The clipboard loses what Sharebook put there, and never what another program did."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from sharebook.ui import clipboard
from sharebook.ui.ask import Message
from sharebook.ui.clipboard import Clips
from sharebook.ui.dialogs.message import MessageDialog
from sharebook.ui.main_window import MainWindow
from sharebook.ui.models.rows import Column
from sharebook.ui.widgets.table import Table


@pytest.fixture
def clips(qapp):
    made = Clips(qapp)
    yield made
    made.clear()
    made.deleteLater()


def text() -> str:
    return QGuiApplication.clipboard().text()


def test_what_came_from_here_is_cleared(clips):
    clipboard.copy("Juno Sampleton")
    assert text() == "Juno Sampleton"

    clips.clear()

    assert text() == ""


def test_it_is_cleared_after_a_while_by_itself(qtbot, clips):
    clips._timer.setInterval(1)
    clipboard.copy("Juno Sampleton")

    qtbot.waitUntil(lambda: text() == "")


def test_another_copy_by_another_program_is_never_cleared(clips):
    clipboard.copy("Juno Sampleton")
    QGuiApplication.clipboard().setText("a shopping list")
    assert not clips._timer.isActive()

    clips.clear()

    assert text() == "a shopping list"


def test_an_empty_clipboard_is_left_alone(clips):
    QGuiApplication.clipboard().clear()

    clips.clear()

    assert text() == ""


def test_the_clipboard_s_history_and_cloud_are_asked_to_pass_it_over(clips):
    clipboard.copy("Juno Sampleton")
    kinds = QGuiApplication.clipboard().mimeData().formats()

    assert 'application/x-qt-windows-mime;value="CanUploadToCloudClipboard"' in kinds
    assert "x-kde-passwordManagerHint" in kinds


def test_rows_of_a_table_are_copied_as_ours(qtbot, clips):
    table: Table[str] = Table([Column("Name", lambda it: it)], "Names")
    qtbot.addWidget(table)
    table.show_rows(["Juno Sampleton"])
    table.pick_first()

    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)

    assert text() == "Juno Sampleton"
    clips.clear()
    assert text() == ""


def test_details_for_the_technician_stay(qtbot, clips):
    window = MainWindow()
    qtbot.addWidget(window)
    dialog = MessageDialog(window, Message("It broke", details="app.py:12"))
    dialog.copy.click()

    clips.clear()

    assert text() == "app.py:12"
