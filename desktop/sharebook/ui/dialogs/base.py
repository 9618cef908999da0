"""What every dialog shares: a sheet over the dimmed window; Esc is the safe answer."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from sharebook.ui.focus_ring import FocusRing
from sharebook.ui.letters import give
from sharebook.ui.look import look
from sharebook.ui.widgets.sheet import panel


class Shade(QWidget):
    """Dims the window while a dialog stands on it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setGeometry(window.rect())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's name
        """Lay the shade over everything."""
        QPainter(self).fillRect(self.rect(), look().colour("shade"))


class SheetDialog(QDialog):
    """A dialog drawn as a sheet.

    Attributes:
        column: the layout to fill.
    """

    def __init__(self, window: QWidget, title: str, width: int, kind: str = "sheet") -> None:
        super().__init__(window, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self._width = look().px(width)
        self._outer = outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        frame, self.column = panel(kind, 24, 10)
        outer.addWidget(frame)
        self._shade = Shade(window)
        self._ring = FocusRing(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Show the Alt letters when Alt goes down."""
        if event.key() == Qt.Key.Key_Alt:
            give(self)
        super().keyPressEvent(event)

    def put_away(self) -> None:
        """Keep what is half-typed: the window locks, and the dialog is closed for it."""

    def exec(self) -> int:
        """Show the dialog at the height its words need, and wait for the answer."""
        width = min(self._width, self._shade.width() - look().px(20))
        tall = self._outer.hasHeightForWidth()
        height = self._outer.heightForWidth(width) if tall else self.sizeHint().height()
        self.setFixedSize(width, min(height, self._shade.height()))
        self._shade.show()
        self._shade.raise_()
        try:
            return super().exec()
        finally:
            self._shade.deleteLater()
            self.deleteLater()
