"""Hears when the computer locks, hands its screen to somebody else, or goes to sleep.

On Windows the system tells a window by messages, once that window has asked for them. They may
come twice, and none comes without a window; whoever is told must not mind either. On Linux the
desktop tells on D-Bus, if there is one; without it only the idle time locks.
"""

import contextlib
import os
import re
import sys
from collections.abc import Mapping
from enum import Enum
from typing import Any

from PySide6.QtCore import SLOT, QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

_SESSION_CHANGE, _POWER = 0x2B1, 0x218  # WM_WTSSESSION_CHANGE, WM_POWERBROADCAST
_SCREEN_TAKEN, _SUSPENDS = frozenset({2, 4, 7}), 4  # console gone, remote gone, locked; APMSUSPEND
_MESSAGE = (b"windows_generic_MSG", b"windows_dispatcher_MSG")
_THIS_SESSION = 0
_LOGIN, _LOGIN_PATH = "org.freedesktop.login1", "/org/freedesktop/login1"


class Away(Enum):
    """Why nobody can see the screen now."""

    LOCKED = "locked"
    ASLEEP = "asleep"


def meaning(message: int, wparam: int) -> Away | None:
    """Return what a Windows message says about the session; None for all others."""
    if message == _SESSION_CHANGE and wparam in _SCREEN_TAKEN:
        return Away.LOCKED
    if message == _POWER and wparam == _SUSPENDS:
        return Away.ASLEEP
    return None


def read_message(address: int) -> tuple[int, int]:
    """Return number and first parameter of the Windows message (MSG) at `address`."""
    from ctypes.wintypes import MSG

    found = MSG.from_address(address)
    return int(found.message), int(found.wParam)


def session_path(environ: Mapping[str, str]) -> str:
    """Return the D-Bus path of this login, "" where the desktop does not say which it is.

    D-Bus paths hold letters and digits only; systemd writes all others, and a leading digit, as
    "_" and two hex digits.
    """
    name = environ.get("XDG_SESSION_ID", "")
    escaped = re.sub(r"^[0-9]|[^A-Za-z0-9]", lambda it: f"_{ord(it[0]):02x}", name)
    return f"{_LOGIN_PATH}/session/{escaped}" if name else ""


class SessionLock(QObject):
    """Tells of the session.

    Signals:
        away: an Away; may come more than once for one lock.
    """

    away = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.ear: Ear | None = None
        if sys.platform == "win32":
            self.ear = Ear(self)
            self.ear.ask()
        elif sys.platform.startswith("linux"):
            self._listen(session_path(os.environ))

    def close(self) -> None:
        """Hear nothing any more."""
        if self.ear is not None:
            self.ear.close()
            self.ear.deleteLater()
            self.ear = None

    def _listen(self, session: str) -> None:
        try:
            from PySide6.QtDBus import QDBusConnection
        except ImportError:  # a system without the library
            return
        inner, outer = QDBusConnection.sessionBus(), QDBusConnection.systemBus()
        for saver in ("org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver"):
            self._hear(inner, ("", "", saver, "ActiveChanged"), "on_saver(bool)")
        if session:
            self._hear(outer, (_LOGIN, session, f"{_LOGIN}.Session", "Lock"), "on_locked()")
        sleeps = (_LOGIN, _LOGIN_PATH, f"{_LOGIN}.Manager", "PrepareForSleep")
        self._hear(outer, sleeps, "on_sleep(bool)")

    def _hear(self, bus: Any, signal: tuple[str, str, str, str], slot: str) -> None:
        if bus.isConnected():
            with contextlib.suppress(TypeError, ValueError):  # only the idle time locks then
                bus.connect(*signal, self, SLOT(slot))  # a str, whatever its type hints say

    @Slot()
    def on_locked(self) -> None:
        """Take note that the desktop locks this login."""
        self.away.emit(Away.LOCKED)

    @Slot(bool)
    def on_saver(self, active: bool) -> None:  # noqa: FBT001  # D-Bus sends one bare truth value
        """Take note of the screen saver."""
        if active:
            self.away.emit(Away.LOCKED)

    @Slot(bool)
    def on_sleep(self, begins: bool) -> None:  # noqa: FBT001  # D-Bus sends one bare truth value
        """Take note that the computer is about to sleep; it tells of waking too."""
        if begins:
            self.away.emit(Away.ASLEEP)


class Ear(QWidget):
    """A window nobody sees, to which Windows sends its messages about the session.

    The window people see would hear each of its own messages in Python too, mouse moves and all.
    """

    def __init__(self, lock: SessionLock) -> None:
        super().__init__(None, Qt.WindowType.Tool)
        self._lock = lock
        self._asked = False

    def ask(self) -> None:
        """Ask Windows to tell of this session."""
        tell = _terminal_services()
        if tell is not None:
            self._asked = bool(
                tell.WTSRegisterSessionNotification(int(self.winId()), _THIS_SESSION)
            )

    def close(self) -> bool:
        """Ask for no more."""
        tell = _terminal_services()
        if tell is not None and self._asked:
            tell.WTSUnRegisterSessionNotification(int(self.winId()))
        self._asked = False
        return super().close()

    def nativeEvent(self, kind: Any, message: Any) -> tuple[bool, int]:  # noqa: N802 - Qt's name
        """Hear a message; it goes its usual way afterwards."""
        if bytes(kind) in _MESSAGE:
            away = meaning(*read_message(int(message)))
            if away is not None:
                self._lock.away.emit(away)
        return False, 0


def _terminal_services() -> Any:
    """Return Windows' library for sessions; None elsewhere."""
    import ctypes

    load = getattr(ctypes, "WinDLL", None)
    if load is None:
        return None
    found = load("wtsapi32")
    found.WTSRegisterSessionNotification.argtypes = [ctypes.c_void_p, ctypes.c_ulong]
    found.WTSUnRegisterSessionNotification.argtypes = [ctypes.c_void_p]
    return found
