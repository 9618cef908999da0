"""A page that scrolls to whatever has the keyboard, however it came there."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget

from sharebook.ui.widgets.field import Field

_ROOM = 40  # above and below, so that a label or a message is seen too
_RING = 6  # the focus ring stands outside its widget


class Following(QScrollArea):
    """A scroll area without a frame; Qt's own follows the Tab key only."""

    def __init__(self) -> None:
        super().__init__(widgetResizable=True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus)

    def _on_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        page = self.widget()
        if now is None or page is None or not page.isAncestorOf(now):
            return
        room, top = min(_ROOM, self.height() // 4), now.mapTo(page, QPoint(0, 0))
        self.ensureVisible(top.x(), top.y() + now.height(), 0, room)  # the caret alone would do Qt
        self.ensureVisible(top.x(), top.y(), 0, room)
        self.ensureWidgetVisible(now, 0, room)

    def keep_in_view(self) -> None:
        """Show what has the keyboard, with its label and message, after things have moved."""
        now, page = QApplication.focusWidget(), self.widget()
        if now is None or page is None or not page.isAncestorOf(now):
            return
        whole = now.parentWidget()
        self.ensureWidgetVisible(whole if isinstance(whole, Field) else now, 0, _RING)
