"""Windows' messages and the desktop's signals about the session, read without Windows."""

import ctypes
import os
import shutil
import subprocess
import sys
from ctypes.wintypes import MSG
from pathlib import Path

import pytest

from sharebook.ui.session_lock import (
    _LOGIN_PATH,
    Away,
    Ear,
    SessionLock,
    meaning,
    read_message,
    session_path,
)

BUS = shutil.which("dbus-run-session")
ROOT = Path(__file__).parents[2]
SCRIPT = """
from PySide6.QtCore import QTimer
from PySide6.QtDBus import QDBusConnection, QDBusMessage
from PySide6.QtWidgets import QApplication
from sharebook.ui.session_lock import SessionLock

app = QApplication([])
lock = SessionLock(app)
lock.away.connect(lambda away: (print(away.value), app.quit()))
said = QDBusMessage.createSignal("/ScreenSaver", "org.freedesktop.ScreenSaver", "ActiveChanged")
said.setArguments([True])
again = QTimer(app, interval=100)
again.timeout.connect(lambda: QDBusConnection.sessionBus().send(said))
again.start()
app.exec()
"""
SESSION, POWER, KEY_DOWN = 0x2B1, 0x218, 0x100
KIND = b"windows_generic_MSG"


@pytest.fixture
def told(qapp):
    lock = SessionLock(qapp)
    said: list[Away] = []
    lock.away.connect(said.append)
    ear = Ear(lock)
    yield lock, ear, said
    ear.close()
    ear.deleteLater()
    lock.close()
    lock.deleteLater()


def message(number: int, wparam: int) -> MSG:
    made = MSG()
    made.message, made.wParam = number, wparam
    return made


@pytest.mark.parametrize(
    ("number", "wparam", "away"),
    [
        (SESSION, 7, Away.LOCKED),  # Windows L
        (SESSION, 4, Away.LOCKED),  # remote desktop closed
        (SESSION, 2, Away.LOCKED),  # another user switched to
        (SESSION, 8, None),  # unlocked
        (SESSION, 1, None),  # connected
        (POWER, 4, Away.ASLEEP),
        (POWER, 7, None),  # woken
        (POWER, 10, None),  # mains plugged in
        (KEY_DOWN, 7, None),
    ],
)
def test_what_a_message_means(number, wparam, away):
    assert meaning(number, wparam) is away


def test_number_and_parameter_are_read_where_windows_puts_them():
    made = message(SESSION, 7)

    assert read_message(ctypes.addressof(made)) == (SESSION, 7)


def test_a_message_of_windows_is_told(told):
    _, ear, said = told
    made = message(SESSION, 7)

    assert ear.nativeEvent(KIND, ctypes.addressof(made)) == (False, 0)
    assert said == [Away.LOCKED]


def test_messages_of_other_systems_are_not_read(told):
    _, ear, said = told

    assert ear.nativeEvent(b"xcb_generic_event_t", 1) == (False, 0)
    assert said == []


def test_nothing_is_asked_of_a_system_that_is_not_windows(told):
    _, ear, _ = told
    ear.ask()

    assert not ear._asked


def test_the_desktop_s_signals_are_told_and_their_ends_are_not(told):
    lock, _, said = told
    lock.on_saver(True)
    lock.on_saver(False)
    lock.on_locked()
    lock.on_sleep(True)
    lock.on_sleep(False)

    assert said == [Away.LOCKED, Away.LOCKED, Away.ASLEEP]


@pytest.mark.parametrize(
    ("name", "path"),
    [("2", "_32"), ("c1", "c1"), ("12", "_312"), ("a-b", "a_2db")],
)
def test_the_name_of_a_login_is_written_as_d_bus_wants_it(name, path):
    assert session_path({"XDG_SESSION_ID": name}) == f"{_LOGIN_PATH}/session/{path}"


def test_without_a_name_no_login_is_listened_to():
    assert session_path({}) == ""


@pytest.mark.slow
@pytest.mark.skipif(BUS is None, reason="this computer has no D-Bus to try it on")
def test_a_real_desktop_s_screen_saver_is_heard():
    done = subprocess.run(
        [str(BUS), "--", sys.executable, "-c", SCRIPT],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
        env={**os.environ, "PYTHONPATH": str(ROOT / "desktop")},
    )

    assert done.stdout.split() == ["locked"]
