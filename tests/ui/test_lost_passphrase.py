"""The door with the keyboard alone: a lost passphrase, and what is wrong with a register."""

import json
import shutil
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit

from sharebook.bootstrap import keys as keys_module
from sharebook.bootstrap.desk import Desk
from sharebook.bootstrap.opening import open_register
from sharebook.domain.errors import Refused
from sharebook.domain.names import NO_CODE
from sharebook.ui.main_window import MainWindow
from sharebook.ui.screens.unlock.lost import LostPassphrase
from sharebook.ui.screens.unlock.screen import Unlock
from sharebook.vault.recovery import new_secret, printed
from sharebook.vault.strength import LEAST
from tests.stories.hands import Hands, focused
from tests.ui.keyed import ANOTHER, LONG, PASSPHRASES, PAT, QUINN, THEO, make, the

pytestmark = [pytest.mark.ui, pytest.mark.slow]
Key = Qt.Key


@pytest.fixture(scope="module")
def template(tmp_path_factory):
    folder = tmp_path_factory.mktemp("door") / "Example Lane.sharebook"
    return folder, make(folder)


@pytest.fixture
def folder(template, tmp_path) -> Path:
    return Path(shutil.copytree(template[0], tmp_path / template[0].name))


@pytest.fixture
def code(template) -> str:
    return str(template[1])


@pytest.fixture
def hands() -> Hands:
    return Hands()


@pytest.fixture
def door(qtbot, folder, background, answers, monkeypatch) -> Unlock:
    monkeypatch.setattr(keys_module, "tuned_strength", lambda: LEAST)
    made = Unlock(folder, PAT, SimpleNamespace(background=background, ask=answers))
    window = MainWindow()
    qtbot.addWidget(window)
    window.put(made)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    made.fill()
    turn()
    return made


def turn() -> None:
    for _ in range(3):  # Qt shows what was added to a layout one turn later
        QCoreApplication.processEvents()


def lost(door: Unlock, hands: Hands) -> LostPassphrase:
    """Go to the step that asks for the code."""
    hands.tab(2)
    assert focused() is door.lost
    hands.press(Key.Key_Space)
    turn()
    part = the(LostPassphrase, door.lost_part)
    assert focused() is part.code.typed
    return part


def on_the_second_step(qtbot: Any, door: Unlock, hands: Hands, code: str) -> LostPassphrase:
    part = lost(door, hands)
    hands.type(code)
    hands.enter()
    qtbot.waitUntil(part.new.isVisible, timeout=LONG)
    turn()
    return part


def opened(qtbot: Any, door: Unlock, do: Any) -> Desk:
    """Return the desk that `do` opens."""
    with qtbot.waitSignal(door.opened, timeout=LONG) as heard:
        do()
    desk: Desk = heard.args[0]
    return desk


def opens(folder: Path, who: str, passphrase: str) -> bool:
    try:
        open_register(folder, who, passphrase).close()
    except Refused:
        return False
    return True


def wrong(door: Unlock) -> str:
    """Return what is said to be wrong with the register."""
    item = door._wrong.itemAt(0)
    widget = item.widget() if item else None
    return widget.accessibleName() if widget else ""


def capital(door: Unlock, held: Qt.KeyboardModifier) -> None:
    """Type a capital A, with or without Shift."""
    QApplication.sendEvent(door.passphrase, QKeyEvent(QEvent.Type.KeyPress, Key.Key_A, held, "A"))


# ------------------------------------------------------------------------- a lost passphrase


def test_with_the_sheet_one_opens_the_register_under_a_new_passphrase(
    qtbot, door, hands, folder, code
):
    part = on_the_second_step(qtbot, door, hands, code.lower().replace("-", " "))
    assert part.new.who.value == PAT
    hands.press(Key.Key_Down)
    assert part.new.who.value == THEO
    hands.tab(2)
    assert focused() is part.new.new.typed
    hands.type(ANOTHER)
    hands.enter()
    hands.type(ANOTHER)

    with closing(opened(qtbot, door, hands.enter)) as desk:
        assert (desk.person, desk.role) == (THEO, "office")
        assert desk.sheet_proved_on() == desk.clock.today()
    assert opens(folder, THEO, ANOTHER)
    assert not opens(folder, THEO, PASSPHRASES[THEO])
    assert opens(folder, PAT, PASSPHRASES[PAT])
    assert part.new.new.typed.text() == ""


def test_a_slip_and_a_wrong_sheet_are_different_sentences(qtbot, door, hands, code):
    part = lost(door, hands)
    hands.type(code[:-1] + ("2" if code[-1] != "2" else "3"))
    hands.enter()
    qtbot.waitUntil(lambda: bool(part.code.field.message), timeout=LONG)
    assert "typing slip" in part.code.field.message

    part.code.typed.selectAll()
    hands.type(printed(new_secret()))
    assert part.code.field.message == ""
    hands.enter()
    qtbot.waitUntil(lambda: bool(part.code.field.message), timeout=LONG)
    assert "another register or to an older sheet" in part.code.field.message
    assert not part.new.isVisible()


def test_an_empty_code_is_asked_for(door, hands):
    part = lost(door, hands)
    hands.enter()
    assert part.code.field.message
    assert not part._running


@pytest.mark.parametrize("known", [False, True])
def test_a_lost_passphrase_somebody_may_know_renews_the_key(
    qtbot, door, hands, folder, code, known
):
    before = json.loads((folder / "register.keys").read_text())["database"]
    part = on_the_second_step(qtbot, door, hands, code)
    hands.tab(2)
    hands.type(ANOTHER)
    hands.enter()
    hands.type(ANOTHER)
    hands.tab()
    assert focused() is part.new.known
    if known:
        hands.press(Key.Key_Space)
    hands.tab()

    opened(qtbot, door, hands.enter).close()

    after = json.loads((folder / "register.keys").read_text())["database"]
    assert (after != before) is known
    assert opens(folder, QUINN, PASSPHRASES[QUINN])


def test_two_different_passphrases_change_nothing(qtbot, door, hands, folder, code):
    part = on_the_second_step(qtbot, door, hands, code)
    hands.tab(2)
    hands.type(ANOTHER)
    hands.enter()
    hands.type("something quite different")
    hands.enter()

    assert part.new.new.second.message
    assert opens(folder, PAT, PASSPHRASES[PAT])


def test_the_sheet_alone_opens_it_and_changes_nobodys_passphrase(qtbot, door, hands, folder, code):
    part = on_the_second_step(qtbot, door, hands, code)
    part.new.only.setFocus()

    with closing(opened(qtbot, door, lambda: hands.press(Key.Key_Space))) as desk:
        assert desk.role == NO_CODE
    assert opens(folder, PAT, PASSPHRASES[PAT])


def test_esc_goes_back_to_the_passphrase(qtbot, door, hands, code):
    part = on_the_second_step(qtbot, door, hands, code)
    hands.press(Key.Key_Escape)
    turn()

    assert door.lost_part is None
    assert part._access is None
    assert focused() is door.passphrase


def test_pressing_twice_changes_it_once(qtbot, door, hands, code, background):
    part = on_the_second_step(qtbot, door, hands, code)
    hands.tab(2)
    hands.type(ANOTHER)
    hands.enter()
    hands.type(ANOTHER)

    def press_twice():
        hands.enter()
        part.new._on_use()
        part._on_sheet_only()
        assert len(background._jobs) == 1

    opened(qtbot, door, press_twice).close()


# ------------------------------------------------------------------------- the usual door


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
