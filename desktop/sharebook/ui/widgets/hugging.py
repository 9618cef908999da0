"""A scroll area no taller than what it holds, which scrolls only where there is less room."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from sharebook.ui.look import look
from sharebook.ui.widgets.following import Following

_LEAST = 80


class Hugging(Following):
    """Asks for the height its contents need at its width."""

    def __init__(self, inner: QWidget) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._inner = inner
        self.setWidget(inner)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Ask for all of the contents."""
        hint = self._inner.sizeHint()
        if self._inner.hasHeightForWidth():
            hint.setHeight(self._inner.heightForWidth(max(self.viewport().width(), 1)))
        return hint

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Be content with a little, but never narrower than the contents."""
        return QSize(self._inner.minimumSizeHint().width(), look().px(_LEAST))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Another width needs another height."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()
        QTimer.singleShot(0, self, self.keep_in_view)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Follow contents that grow, as by a sentence under a field."""
        if watched is self.widget() and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
            QTimer.singleShot(0, self, self.keep_in_view)  # once everything has its place
        return super().eventFilter(watched, event)
