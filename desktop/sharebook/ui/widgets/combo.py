"""A combo box with our own arrow; the style sheet takes Fusion's away."""

from collections.abc import Iterable

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, QRect, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QComboBox

from sharebook.ui import icons
from sharebook.ui.look import look

_TABS = frozenset({Qt.Key.Key_Tab, Qt.Key.Key_Backtab})


def _pause() -> int:
    """Return the milliseconds after which letters begin a new search."""
    return QApplication.keyboardInputInterval()


class Combo(QComboBox):
    """Choices by value: words on the screen, any value behind them."""

    def __init__(self, choices: Iterable[tuple[str, object]] = (), said: str = "") -> None:
        super().__init__()
        self._typed = QElapsedTimer()  # since the last letter
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

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Let a space between two words go on with the search instead of opening the list."""
        typing = self._typed.isValid() and self._typed.elapsed() < _pause()
        if event.text().strip() or typing:
            self._typed.start()
        if typing and event.key() == Qt.Key.Key_Space and not event.modifiers():
            self._search(event.text())
            return
        super().keyPressEvent(event)

    def _search(self, letters: str) -> None:
        view, model = self.view(), self.model()
        view.setCurrentIndex(model.index(self.currentIndex(), 0))
        view.keyboardSearch(letters)
        found = view.currentIndex().row()
        if found not in {-1, self.currentIndex()}:
            self.setCurrentIndex(found)
            self.activated.emit(found)

    def showPopup(self) -> None:  # noqa: N802 - Qt's name
        """Open the list; Tab in it takes what is marked and goes on."""
        super().showPopup()
        self.view().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Take what is marked at Tab."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in _TABS
            and self.view().isVisible()
        ):
            marked = self.view().currentIndex().row()
            self.hidePopup()
            if marked not in {-1, self.currentIndex()}:
                self.setCurrentIndex(marked)
                self.activated.emit(marked)
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Tab)
            return True
        return super().eventFilter(watched, event)

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
