"""The window itself: the strip, what is open in it, the focus ring and the toast."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLayout, QStackedWidget, QToolTip, QVBoxLayout, QWidget

from sharebook.ui.focus_ring import FocusRing
from sharebook.ui.letters import give
from sharebook.ui.theme import dress

SMALLEST = (1024, 700)
USUAL = (1366, 768)
_TITLE_BAR = 40


class MainWindow(QWidget):
    """Shows one thing at a time: the door (unlock, first run) or the open register.

    Signals:
        painted: the first paint is done.
        closing: the window closes now.

    Attributes:
        may_close: asked before it closes; False keeps it open.
    """

    painted = Signal()
    closing = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("root")
        dress(self)
        self.setWindowTitle("Sharebook")
        self.setMinimumSize(*SMALLEST)
        self.resize(*USUAL)
        self._painted = False
        self.may_close: Callable[[], bool] = _always
        strip = QFrame()
        strip.setObjectName("strip")
        strip.setFixedHeight(6)
        self._stack = QStackedWidget()
        column = QVBoxLayout(self)
        column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(strip)
        column.addWidget(self._stack, 1)
        self.ring = FocusRing(self)
        self._own = (strip, self._stack, self.ring)

    @property
    def open(self) -> QWidget | None:
        """What the window shows now."""
        return self._stack.currentWidget()

    def appear(self) -> None:
        """Show the window; fill a screen that has little more room than it needs."""
        room = self.screen().availableSize()
        fits = room.width() > USUAL[0] and room.height() > USUAL[1] + _TITLE_BAR
        roomy = room.width() >= SMALLEST[0] and room.height() >= SMALLEST[1]
        if roomy and not fits:
            self.showMaximized()
        else:
            self.show()

    def put(self, widget: QWidget, title: str = "Sharebook") -> None:
        """Show `widget` instead of what was open, which is thrown away."""
        old = self._stack.currentWidget()
        self._stack.addWidget(widget)
        self._stack.setCurrentWidget(widget)
        self.setWindowTitle(title)
        if old is not None:
            self._stack.removeWidget(old)
            old.deleteLater()

    def bare(self) -> None:
        """Take away whatever lies over the page: messages, lists, dialogs and their shades."""
        over = self.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
        for each in over:
            if each not in self._own:
                each.hide()
                each.deleteLater()
        QToolTip.hideText()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Tell of the first paint, for late imports and the start test."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            self.painted.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Keep the ring in its place."""
        super().resizeEvent(event)
        self.ring.follow()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Let the work stop and the register close first; stay if there is a reason to."""
        if not self.may_close():
            event.ignore()
            return
        self.closing.emit()
        super().closeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Show the Alt letters when Alt goes down."""
        if event.key() == Qt.Key.Key_Alt and self.open is not None:
            give(self.open)
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Redraw everything painted by hand when the style changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.update()


def _always() -> bool:
    return True
