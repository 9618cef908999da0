"""A lost passphrase, replaced at the door with the recovery sheet and the keyboard alone."""

import json
from contextlib import closing
from typing import Any

import pytest
from PySide6.QtCore import Qt

from sharebook.domain.names import NO_CODE
from sharebook.ui.screens.unlock.lost import LostPassphrase
from sharebook.ui.screens.unlock.screen import Unlock
from sharebook.vault.recovery import new_secret, printed
from tests.stories.hands import Hands, focused
from tests.ui.keyed import (
    ANOTHER,
    LONG,
    PASSPHRASES,
    PAT,
    QUINN,
    THEO,
    code,
    door,
    folder,
    hands,
    opened,
    opens,
    template,
    the,
    turn,
)

__all__ = ["code", "door", "folder", "hands", "template"]  # fixtures
pytestmark = [pytest.mark.ui, pytest.mark.slow]
Key = Qt.Key


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
