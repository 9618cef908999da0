"""The ring round whatever has the keyboard: an overlay, so that it reads on any ground."""

from PySide6.QtCore import QEvent, QMetaObject, QObject, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QScrollArea,
    QWidget,
)

from sharebook.ui.look import look

_GAP = 3
_LINE = 2.4
_RADIUS = 7
_ROOM = _GAP + 3
_MOVES = {
    QEvent.Type.Move,
    QEvent.Type.Resize,
    QEvent.Type.Show,
    QEvent.Type.Hide,
    QEvent.Type.LayoutRequest,
}


class FocusRing(QWidget):
    """One ring for one window; it follows focus, scrolling, resizing and hiding."""

    # Here and not only on the instance: Python's collector may empty the instance while Qt still
    # sends it events.
    _target: QWidget | None = None

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setObjectName("ring")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._watched: list[QObject] = []
        self._links: list[QMetaObject.Connection] = []
        self.hide()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus)

    def follow(self) -> None:
        """Lie round the focused widget, clipped to the scroll area it stands in."""
        target = self._target
        if target is None or not target.isVisible():
            self.hide()
            return
        seen = self._rect_of(target).adjusted(-_ROOM, -_ROOM, _ROOM, _ROOM)
        seen = seen.intersected(self._window_of_view(target))
        self.setVisible(not seen.isEmpty())
        self.setGeometry(seen)
        self.raise_()
        self.update()

    def _rect_of(self, target: QWidget) -> QRect:
        parent = target.parentWidget()
        if target.property("bare") and parent is not None:
            target = parent  # the edge one sees is the field's, round chips and caret
        area = target.rect()
        source = target
        if isinstance(target, QAbstractItemView) and target.currentIndex().isValid():
            source = target.viewport()
            row = target.visualRect(target.currentIndex())
            area = QRect(0, row.y(), source.width(), row.height()).intersected(source.rect())
        return QRect(source.mapTo(self._window, area.topLeft()), area.size())

    def _window_of_view(self, target: QWidget) -> QRect:
        seen = self._window.rect()
        parent = target.parentWidget()
        while parent is not None and parent is not self._window:
            if isinstance(parent, QScrollArea):
                view = parent.viewport()
                corner = view.mapTo(self._window, view.rect().topLeft())
                room = QRect(corner, view.size()).adjusted(-_ROOM, -_ROOM, _ROOM, _ROOM)
                seen = seen.intersected(room)
            parent = parent.parentWidget()
        return seen

    def _on_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        if not _alive(self._window):
            return
        self._let_go()
        mine = now is not None and now.window() is self._window
        self._target = now if mine else None
        while now is not None and mine:
            self._watch(now)
            now = now.parentWidget() if now is not self._window else None
        self.follow()

    def _watch(self, widget: QWidget) -> None:
        widget.installEventFilter(self)
        self._watched.append(widget)
        self._links.append(widget.destroyed.connect(self._on_gone))
        if isinstance(widget, QAbstractScrollArea):
            self._links.append(widget.verticalScrollBar().valueChanged.connect(self.follow))
        if isinstance(widget, QAbstractItemView) and widget.selectionModel():
            self._links.append(widget.selectionModel().currentChanged.connect(self.follow))

    def _let_go(self) -> None:
        for link in self._links:
            QObject.disconnect(link)
        for watched in self._watched:
            if _alive(watched):  # a closing window takes its parts along
                watched.removeEventFilter(self)
        self._links, self._watched = [], []

    def _on_gone(self) -> None:
        self._target = None
        self._watched = []  # the rest of the chain may be going with it
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Follow the widget and everything it stands in."""
        if self._target is not None and event.type() in _MOVES:
            self.follow()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's name
        """Draw the ring; cut edges run out of the picture."""
        if self._target is None:
            return
        whole = self._rect_of(self._target).translated(-self.pos())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look().colour("focus"), _LINE))
        ring = QRectF(whole).adjusted(-_GAP - 0.5, -_GAP - 0.5, _GAP + 0.5, _GAP + 0.5)
        painter.drawRoundedRect(ring, _RADIUS, _RADIUS)


def _alive(thing: QObject) -> bool:
    """Say whether Qt still has `thing`; Python may hold on to it for longer."""
    try:
        thing.objectName()
    except RuntimeError:
        return False
    return True
