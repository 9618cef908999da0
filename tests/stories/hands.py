"""A person's hands: presses keys where the caret is, and counts every press."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget


def focused() -> QWidget:
    """Return the widget that has the keyboard."""
    found = QApplication.focusWidget()
    assert found is not None
    return found


class Hands:
    """Real key events, one at a time.

    Attributes:
        presses: keys pressed so far.
    """

    def __init__(self) -> None:
        self.presses = 0

    def press(
        self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """Press one key, perhaps with another held."""
        self.presses += 1
        QTest.keyClick(focused(), key, held)

    def type(self, text: str) -> None:
        """Press one key for each letter."""
        for letter in text:
            self.presses += 1
            QTest.keyClicks(focused(), letter)

    def enter(self) -> None:
        """Press Enter."""
        self.press(Qt.Key.Key_Return)

    def tab(self, times: int = 1) -> None:
        """Press Tab so many times."""
        for _ in range(times):
            self.press(Qt.Key.Key_Tab)
