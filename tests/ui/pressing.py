"""Dialogs worked by keys, as a person has them before them."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from tests.stories.hands import focused

Key = Qt.Key


def typing(dialog: QDialog, keys: Callable[[], None]) -> bool:
    """Open `dialog` as a person has it, press keys in it, leave it if it still stands."""

    def act(tries: int = 400) -> None:
        if tries and not _has_the_caret(dialog):  # a window is made active a little later
            dialog.activateWindow()
            QTimer.singleShot(10, lambda: act(tries - 1))
            return
        try:
            keys()
        finally:
            if dialog.isVisible():
                dialog.reject()

    QTimer.singleShot(0, act)
    return bool(dialog.exec())


def _has_the_caret(dialog: QDialog) -> bool:
    now = QApplication.focusWidget()
    return QApplication.activeWindow() is dialog and now is not None and dialog.isAncestorOf(now)


def press(*keys: str | Key) -> None:
    for each in keys:
        where = focused()
        QTest.keyClicks(where, each) if isinstance(each, str) else QTest.keyClick(where, each)
