"""The ring follows the keyboard, and keeps quiet when its window is going."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from sharebook.ui.focus_ring import FocusRing


def test_a_ring_emptied_by_the_collector_stays_quiet(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    edit = QLineEdit(window)
    ring = FocusRing(window)
    ring._watch(edit)
    vars(ring).pop("_target", None)

    assert ring.eventFilter(edit, QEvent(QEvent.Type.Show)) is False
    edit.removeEventFilter(ring)


def test_the_ring_lies_round_what_has_the_keyboard(qtbot):
    window = QWidget()
    window.resize(400, 200)
    qtbot.addWidget(window)
    edit = QLineEdit(window)
    edit.setGeometry(50, 50, 120, 30)
    ring = FocusRing(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    edit.setFocus()

    qtbot.waitUntil(ring.isVisible)
    assert ring.geometry().contains(edit.geometry())
