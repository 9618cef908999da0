"""Notices when nobody is there."""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

MINUTES = 5
_LOOK = 5_000  # milliseconds between two looks at the clock
_SIGNS = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
    }
)


class Idle(QObject):
    """Watches the whole program for keys and the mouse.

    Signals:
        passed: nobody has touched anything for `MINUTES`; told again every `MINUTES`.
    """

    passed = Signal()

    def __init__(self, app: QApplication, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__(app)
        self._clock = clock  # seconds, of any beginning
        self._last = clock()
        self._timer = QTimer(self, interval=_LOOK)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        app.installEventFilter(self)

    def look(self) -> None:
        """Tell if it has been long enough."""
        if self._clock() - self._last >= MINUTES * 60:
            self._last = self._clock()
            self.passed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802, ARG002 - Qt's name
        """Take note of every sign of a person."""
        if event.type() in _SIGNS:
            self._last = self._clock()
        return False
