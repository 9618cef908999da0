"""Notices when nobody is there."""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow

from sharebook.ui.settings import LOCK_MINUTES

MINUTES = LOCK_MINUTES
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
    """Watches every window that has the keyboard for keys and the mouse.

    A filter on the whole program would see every event of every widget, which makes opening a
    page a tenth slower; a window sees only what comes from outside.

    Signals:
        passed: nobody has touched anything for so long; told every five seconds from then on.

    Attributes:
        minutes: how long that is.
    """

    passed = Signal()

    def __init__(
        self,
        app: QGuiApplication,
        clock: Callable[[], float] = time.monotonic,
        minutes: int = MINUTES,
    ) -> None:
        super().__init__(app)
        self.minutes = minutes
        self._clock = clock  # seconds, of any beginning
        self._last = clock()
        self._timer = QTimer(self, interval=_LOOK)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        app.focusWindowChanged.connect(self.watch)
        self.watch(app.focusWindow())

    def watch(self, window: QWindow | None) -> None:
        """Take note of what is done in `window` from now on."""
        if window is not None:
            window.installEventFilter(self)  # once more moves it to the front, no more than that

    def look(self) -> None:
        """Tell if it has been long enough."""
        if self._clock() - self._last >= self.minutes * 60:
            self.passed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802, ARG002 - Qt's name
        """Take note of every sign of a person."""
        if event.type() in _SIGNS:
            self._last = self._clock()
        return False
