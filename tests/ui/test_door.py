"""The door with the keyboard alone: who, the passphrase, and what is wrong with a register."""

from contextlib import closing

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit

from sharebook.ui.screens.unlock.screen import Unlock
from tests.ui.keyed import (
    LONG,
    PASSPHRASES,
    PAT,
    THEO,
    door,
    folder,
    hands,
    opened,
    quick,
    template,
    turn,
)

__all__ = ["door", "folder", "hands", "quick", "template"]  # fixtures
pytestmark = [pytest.mark.ui, pytest.mark.slow]
Key = Qt.Key


def wrong(door: Unlock) -> str:
    """Return what is said to be wrong with the register."""
    item = door._wrong.itemAt(0)
    widget = item.widget() if item else None
    return widget.accessibleName() if widget else ""


def capital(door: Unlock, held: Qt.KeyboardModifier) -> None:
    """Type a capital A, with or without Shift."""
    QApplication.sendEvent(door.passphrase, QKeyEvent(QEvent.Type.KeyPress, Key.Key_A, held, "A"))


def test_a_wrong_passphrase_is_told_under_it_and_nothing_is_lost(qtbot, door, hands):
    hands.type("not these words")
    hands.enter()
    qtbot.waitUntil(lambda: bool(door.field.message), timeout=LONG)

    assert PAT in door.field.message
    assert wrong(door) == ""
    assert door.passphrase.hasFocus()
    assert door.passphrase.selectedText() == "not these words"

    hands.type("t")
    assert door.field.message == ""


def test_the_register_is_opened_once_however_often_one_presses(qtbot, door, hands, background):
    hands.type(PASSPHRASES[PAT])

    def press_twice():
        hands.enter()
        door.unlock()
        assert len(background._jobs) == 1
        assert not door.open_button.isEnabled()

    opened(qtbot, door, press_twice).close()


@pytest.mark.parametrize(
    ("file", "content", "says"),
    [
        ("register.keys", b"", "damaged"),
        ("register.keys", None, "missing"),
        ("register.keys", b'{"format": 99}', "newer"),
    ],
)
def test_no_passphrase_is_asked_for_where_none_can_help(door, folder, file, content, says):
    (folder / "register.keys.bak").unlink(missing_ok=True)
    if content is None:
        (folder / file).unlink()
    else:
        (folder / file).write_bytes(content)
    door.fill()
    turn()

    assert says in wrong(door) or (says == "missing" and "no key file" in wrong(door))
    assert not door.passphrase.isVisible()
    assert not door.lost.isVisible()
    assert door.open_button.hasFocus()
    assert door.open_button.text() == "Look again"


def test_a_register_that_is_there_again_is_asked_for(door, folder, hands):
    away = folder.with_name("away")
    folder.rename(away)
    door.fill()
    turn()
    assert wrong(door)

    away.rename(folder)
    hands.enter()
    turn()

    assert wrong(door) == ""
    assert door.passphrase.hasFocus()
    assert door.open_button.text() == "Open the register"


def test_a_damaged_data_file_is_no_wrong_passphrase(qtbot, door, folder, hands):
    data = next(folder.glob("register-*.db"))
    data.write_bytes(b"\x07" * data.stat().st_size)
    hands.type(PASSPHRASES[PAT])
    hands.enter()
    qtbot.waitUntil(lambda: bool(wrong(door)), timeout=LONG)

    assert door.field.message == ""
    assert "cannot be read" in wrong(door)
    assert door.backup.isVisible()


def test_caps_lock_is_pointed_out_and_ctrl_e_shows_the_letters(door, hands):
    capital(door, Qt.KeyboardModifier.ShiftModifier)
    assert not door._caps.isVisible()
    capital(door, Qt.KeyboardModifier.NoModifier)
    assert door._caps.isVisible()

    assert door.passphrase.echoMode() == QLineEdit.EchoMode.Password
    hands.press(Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert door.passphrase.echoMode() == QLineEdit.EchoMode.Normal


def test_arrows_choose_who_one_is(qtbot, door, hands):
    hands.press(Key.Key_Backtab)
    hands.press(Key.Key_Down)
    assert door.who.value == THEO
    hands.tab()
    assert QApplication.focusWidget() is door.passphrase
    hands.type(PASSPHRASES[THEO])

    with closing(opened(qtbot, door, hands.enter)) as desk:
        assert desk.person == THEO


def test_the_way_to_a_backup_stands_at_the_door(qtbot, door, hands):
    door.backup.setFocus()
    with qtbot.waitSignal(door.restore, timeout=LONG):
        hands.press(Key.Key_Space)
