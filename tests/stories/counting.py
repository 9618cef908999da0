"""Counts what a person does at the keyboard, as the design counts it.

An action is one key or chord (Enter, Tab, an arrow, F3, Ctrl Enter), or one typed word: the letters
of a word are one action, however many there are.
"""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from sharebook.ui.shell import Shell
from tests.stories.hands import Hands, focused

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


class Counted(Hands):
    """Hands that also know how many actions they have done.

    Attributes:
        actions: since the last `begin`.
    """

    def __init__(self) -> None:
        super().__init__()
        self.actions = 0

    def begin(self) -> None:
        """Count from nothing."""
        self.actions = 0

    def press(
        self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """Press one key, perhaps with another held: one action."""
        self.actions += 1
        super().press(key, held)

    def words(self, text: str) -> None:
        """Type words, each of them one action."""
        self.actions += len(text.split())
        QTest.keyClicks(focused(), text)

    def save(self) -> None:
        """Press Ctrl Enter."""
        self.press(Key.Key_Return, CONTROL)

    def pick(self, text: str, downs: int = 0) -> None:
        """Type words into a field, go down so many lines, and take what is marked."""
        self.words(text)
        for _ in range(downs):
            self.press(Key.Key_Down)
        self.enter()

    def record(self, qtbot: Any, shell: Shell) -> Any:
        """Open the form with F3, from wherever one is; return its screen."""
        self.press(Key.Key_F3)
        screen: Any = shell.here
        qtbot.waitUntil(lambda: focused() is screen.form.five.recipient.edit)
        return screen
