"""The clipboard loses what Sharebook put there, and never what another program did."""

import os
import subprocess
import sys

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


def test_a_program_that_leaves_words_on_the_clipboard_ends_well():
    """Content made by Python, let go of after Python has ended, would end it with a crash."""
    script = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from sharebook.ui import clipboard
from sharebook.ui.clipboard import Clips
app = QApplication([])
clips = Clips(app)
clipboard.copy_harmless("Message 12")
QTimer.singleShot(0, app.quit)
app.exec()
"""
    where = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}

    ended = subprocess.run([sys.executable, "-c", script], check=False, env=where, timeout=60)

    assert ended.returncode == 0
