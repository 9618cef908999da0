"""Watches whether anybody is there: the keys and the mouse, the session, the clipboard."""

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from sharebook.ui.clipboard import Clips
from sharebook.ui.idle import Idle
from sharebook.ui.session_lock import Away, SessionLock


class Sentry(QObject):
    """Made after the first paint, for as long as the window lives.

    Signals:
        left: nobody is there; what is under way may be finished first. Told again and again.
        asleep: the computer is about to sleep; there is no time for anything else.
        logs_off: the person logs off; what follows, the system decides.
    """

    left = Signal()
    asleep = Signal()
    logs_off = Signal()

    def __init__(self, app: QGuiApplication, minutes: int) -> None:
        super().__init__(app)
        self._app = app
        self.idle = Idle(app, minutes=minutes)
        self.clips = Clips(self)
        self._session = SessionLock(self)
        self._again = QTimer(self, interval=1000)
        self._again.timeout.connect(self.left)
        self.idle.passed.connect(self.left)
        self._session.away.connect(self._on_away)
        app.commitDataRequest.connect(self._on_log_off)

    def locked(self) -> None:
        """Take note that the window is locked."""
        self._again.stop()
        self.clips.clear()

    def close(self) -> None:
        """End the watch."""
        self.locked()
        self._app.commitDataRequest.disconnect(self._on_log_off)
        self._session.close()
        self.idle.deleteLater()
        self.deleteLater()

    def _on_away(self, away: Away) -> None:
        if away is Away.ASLEEP:
            self.asleep.emit()
            return
        self.left.emit()
        self._again.start()  # until what is under way is finished and the window locked

    def _on_log_off(self, _manager: object) -> None:
        self.logs_off.emit()
