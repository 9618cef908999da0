"""Up and Down walk through what is due, a row at a time; Tab goes to every button as ever."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class Stepping(QObject):
    """Knows the rows from top to bottom; each is a few buttons side by side."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rows: list[list[QPushButton]] = []

    def walk(self, top: Sequence[QPushButton], frames: Sequence[QWidget]) -> None:
        """Walk from the buttons at the top through the buttons in `frames`."""
        below = [frame.findChildren(QPushButton) for frame in frames]
        self._rows = [list(top), *(row for row in below if row)]
        for row in self._rows:
            for each in row:
                each.installEventFilter(self)  # twice does no harm: Qt keeps one

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Move by rows; from the ends there is no way on."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = _STEPS.get(Qt.Key(event.key()))
            here = [place for place, row in enumerate(self._rows) if watched in row]
            if step is not None and here and not event.modifiers():
                place = min(max(here[0] + step, 0), len(self._rows) - 1)
                if place != here[0]:
                    self._rows[place][0].setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return super().eventFilter(watched, event)
