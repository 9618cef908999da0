"""What every dialog shares: a sheet over the dimmed window; Esc is the safe answer."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from sharebook.ui.focus_ring import FocusRing
from sharebook.ui.letters import give
from sharebook.ui.look import look
from sharebook.ui.widgets.following import Following
from sharebook.ui.widgets.sheet import panel

_RING = 6  # room for the focus ring


class Shade(QWidget):
    """Dims the window while a dialog stands on it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setGeometry(window.rect())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's name
        """Lay the shade over everything."""
        QPainter(self).fillRect(self.rect(), look().colour("shade"))


def _within(page: QWidget) -> list[QWidget]:
    return [each for each in page.findChildren(QWidget) if not each.isHidden()]


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
        self._middle: Following | None = None
        self._shade = Shade(window)
        self._ring = FocusRing(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Show the Alt letters when Alt goes down."""
        if event.key() == Qt.Key.Key_Alt:
            give(self)
        super().keyPressEvent(event)

    def put_away(self) -> None:
        """Keep what is half-typed: the window locks, and the dialog is closed for it."""

    def fit(self) -> None:
        """Be as tall as the words need, never lower than before; called again when words come."""
        width, room = self.width(), self._shade.height()
        tall = self._outer.hasHeightForWidth()
        least = self._outer.totalMinimumSize().height()
        least = self._outer.minimumHeightForWidth(width) if tall else least
        if self._middle is None and least > room:
            self._scroll()
        if self._middle is not None:
            self.setFixedHeight(room)
            return
        height = self._outer.heightForWidth(width) if tall else self.sizeHint().height()
        before = self.height() if self.isVisible() else 0
        self.setFixedHeight(min(max(height, before), room))

    def _scroll(self) -> None:
        """Let all but the buttons at the foot scroll: the window is too low for the words."""
        focused = self.focusWidget()
        self._middle, page = Following(), QWidget()
        self._middle.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(page)
        ring = look().px(_RING)
        column.setContentsMargins(ring, ring, ring, ring)
        column.setSpacing(self.column.spacing())
        while self.column.count() > 1:
            item = self.column.takeAt(0)
            if item is None:
                break
            if (inner := item.layout()) is not None:
                inner.setParent(None)
                column.addLayout(inner)
            elif (part := item.widget()) is not None:
                column.addWidget(part)
            else:
                column.addItem(item)
        self._middle.setWidget(page)
        if not any(each.focusPolicy() & Qt.FocusPolicy.TabFocus for each in _within(page)):
            self._middle.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # words alone: arrows scroll
            self._middle.setAccessibleName(self.windowTitle())
        self.column.insertWidget(0, self._middle, 1)
        if focused is not None:
            focused.setFocus()

    def exec(self) -> int:
        """Show the dialog at the height its words need, and wait for the answer."""
        self.setFixedWidth(min(self._width, self._shade.width() - look().px(20)))
        self.fit()
        self._shade.show()
        self._shade.raise_()
        try:
            return super().exec()
        finally:
            self._shade.deleteLater()
            self.deleteLater()
