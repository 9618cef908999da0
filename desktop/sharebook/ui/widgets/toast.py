"""Says something was done and can be undone; goes by itself, stays while looked at."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from sharebook.ui.look import look
from sharebook.ui.widgets.buttons import button
from sharebook.ui.widgets.labels import IconLabel, label

_STAYS = 8000
_ABOVE, _EDGE, _GAP = 42, 16, 8


class Toast(QFrame):
    """One toast at the foot of the window, clear of its buttons; a new one takes its place.

    Ctrl Z works after it has gone: `undo_last` keeps the last way back.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setProperty("f", "toast")
        self._window = window
        self._undo: Callable[[], object] | None = None
        self._words = label("")
        self._back = button("Undo", "toast", "undo", "Ctrl Z")
        self._close = button("", "toast", "x")
        self._close.setAccessibleName("Close this message")
        self._timer = QTimer(self, singleShot=True, interval=_STAYS)
        self._timer.timeout.connect(self._go)
        self._lay_out()
        self._back.clicked.connect(self.undo_last)
        self._close.clicked.connect(self.hide)
        window.installEventFilter(self)
        self.hide()

    def _lay_out(self) -> None:
        line = QHBoxLayout(self)
        pad = look().px(10)
        line.setContentsMargins(2 * pad, pad // 2, pad, pad // 2)
        line.setSpacing(look().px(10))
        line.addWidget(IconLabel("check", 18, "on_accent"))
        line.addWidget(self._words)
        line.addSpacing(look().px(20))
        line.addWidget(self._back)
        line.addWidget(self._close)

    def say(self, words: str, undo: Callable[[], object] | None = None) -> None:
        """Show `words` for eight seconds, with Undo if there is a way back."""
        self._undo = undo
        self._words.setText(words)
        self._back.setVisible(undo is not None)
        self.setAccessibleName(words)
        for older in self._window.findChildren(Toast):
            older.hide()
        self._place()
        self.show()
        self.raise_()
        self._timer.start()

    def undo_last(self) -> None:
        """Take the last thing back, once."""
        back, self._undo = self._undo, None
        self.hide()
        if back:
            back()

    def _place(self) -> None:
        room, edge = self._window.rect(), look().px(_EDGE)
        self._words.setWordWrap(False)
        self.adjustSize()
        most = room.width() - 2 * edge
        if self.width() > most:  # a long sentence with large text takes more lines
            self._words.setWordWrap(True)
            self.resize(most, self.heightForWidth(most))
        spot = QRect(QPoint(0, 0), self.size())
        spot.moveRight(room.right() - edge)
        spot.moveLeft(max(spot.left(), edge))
        spot.moveBottom(room.bottom() - look().px(_ABOVE))
        for each in sorted(self._buttons(), key=QRect.bottom, reverse=True):
            if each.intersects(spot) and each.top() - spot.height() > 0:
                spot.moveBottom(each.top() - look().px(_GAP))
        self.move(spot.topLeft())

    def _buttons(self) -> list[QRect]:
        """Return where the window's buttons stand, as far as they are to be seen."""
        found = []
        for each in self._window.findChildren(QPushButton):
            if each.isVisible() and not isinstance(each.parentWidget(), Toast):
                seen = each.visibleRegion().boundingRect()
                found.append(QRect(each.mapTo(self._window, seen.topLeft()), seen.size()))
        return [where for where in found if not where.isEmpty()]

    def _go(self) -> None:
        if self.underMouse() or self.isAncestorOf(self.window().focusWidget() or self.window()):
            self._timer.start()
        else:
            self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Keep to the foot of the window."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def enterEvent(self, event: QEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Show that it may be pointed at."""
        self.setCursor(Qt.CursorShape.ArrowCursor)
        super().enterEvent(event)
