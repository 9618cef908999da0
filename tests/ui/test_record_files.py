"""A copy given with the form is saved with the entry, or with nothing."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from tests.ui.recording import Key, desk, entries, fill, press, screen, shell

__all__ = ["desk", "screen", "shell"]

pytestmark = pytest.mark.ui


@pytest.fixture
def copies(screen):
    return screen.saving.copies


@pytest.fixture
def letter(tmp_path, answers):
    answers.path = tmp_path / "letter.pdf"
    answers.path.write_bytes(b"what was sent")
    return answers.path


def attach(copies, qtbot):
    before = len(copies.held)
    copies.attach_button.setFocus()
    press(Key.Key_Space)
    qtbot.waitUntil(lambda: len(copies.held) > before)


@pytest.mark.usefixtures("letter")
def test_a_copy_chosen_with_keys_is_saved_with_the_entry(screen, copies, qtbot, desk):
    fill()
    attach(copies, qtbot)

    press(Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    entry = max(entries(desk), key=lambda each: each.number)
    (kept,) = desk.attaching.of(entry.number)
    assert desk.attaching.read(kept.record.id)[1] == b"what was sent"
    assert copies.held == []  # the next form has none


@pytest.mark.usefixtures("letter")
def test_a_form_that_would_not_go_keeps_its_copy_and_writes_nothing(screen, copies, qtbot, desk):
    before = desk.register.head()
    attach(copies, qtbot)
    screen.primary()
    assert desk.register.head() == before
    assert [copy.name for copy in copies.held] == ["letter.pdf"]


def test_dropped_on_the_form_it_is_read(screen, copies, qtbot, letter):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(letter))])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier(0)
    entering = QDragEnterEvent(QPoint(5, 5), copy, data, left, none)
    QApplication.sendEvent(screen.form, entering)
    assert entering.isAccepted()
    QApplication.sendEvent(screen.form, QDropEvent(QPointF(5, 5), copy, data, left, none))
    qtbot.waitUntil(lambda: len(copies.held) == 1)


@pytest.mark.usefixtures("letter")
def test_thrown_away_or_taken_out_it_goes_nowhere(screen, copies, qtbot):
    attach(copies, qtbot)
    screen.throw.click()
    assert copies.held == []
    attach(copies, qtbot)
    copies._flow.itemAt(0).widget().removed.emit()
    assert copies.held == []


def test_an_empty_file_is_said_under_its_field(screen, copies, qtbot, letter):
    letter.write_bytes(b"")
    copies.attach_button.click()
    qtbot.waitUntil(lambda: "is empty" in copies.message)
    assert copies.held == []
