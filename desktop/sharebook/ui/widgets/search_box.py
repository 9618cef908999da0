"""The box one types into to find things: glass on the left, clears with Esc."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from sharebook.ui.icons import icon

_PAUSE = 90  # milliseconds after the last key


class SearchBox(QLineEdit):
    """A search field.

    Signals:
        searched: the words, a moment after the last key or at once on Enter.
        went_down: the Down key, so that a list can take over.
    """

    searched = Signal(str)
    went_down = Signal()

    def __init__(self, hint: str) -> None:
        super().__init__()
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)
        glass = QAction(icon("search"), "", self)
        self.addAction(glass, QLineEdit.ActionPosition.LeadingPosition)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._say)
        self.textEdited.connect(lambda _typed: self._pause.start())
        self.returnPressed.connect(self._say)

    def _say(self) -> None:
        self._pause.stop()
        self.searched.emit(self.text().strip())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Esc clears, Down leaves for the list."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            self._say()
        elif event.key() == Qt.Key.Key_Down:
            self.went_down.emit()
        else:
            super().keyPressEvent(event)
