"""A combo box with our own arrow; the style sheet takes Fusion's away."""

from collections.abc import Iterable

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox

from sharebook.ui import icons
from sharebook.ui.look import look


class Combo(QComboBox):
    """Choices by value: words on the screen, any value behind them."""

    def __init__(self, choices: Iterable[tuple[str, object]] = (), said: str = "") -> None:
        super().__init__()
        self.setAccessibleName(said)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.offer(choices)

    def offer(self, choices: Iterable[tuple[str, object]]) -> None:
        """Offer these (words, value) pairs instead."""
        self.clear()
        for words, value in choices:
            self.addItem(words, value)

    def choose(self, value: object) -> None:
        """Choose the entry with `value`, if there is one."""
        self.setCurrentIndex(self.findData(value))

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Let the page scroll; a wheel must not change an answer unseen."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the arrow over the field."""
        super().paintEvent(event)
        side = look().px(16)
        middle = (self.height() - side) // 2
        spot = QRect(self.width() - side - look().px(10), middle, side, side)
        icons.paint(QPainter(self), "down", spot, "muted")
