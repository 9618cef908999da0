"""PySide6 6.12.0 takes a reference from None at every call that returns nothing (ADR 0003)."""

import sys

from PySide6.QtWidgets import QWidget

CALLS = 2000
NOISE = 200


def test_qt_calls_that_return_nothing_leave_none_alone(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    before = sys.getrefcount(None)

    for _ in range(CALLS):
        widget.setEnabled(True)

    assert sys.getrefcount(None) > before - NOISE
