"""The whole program by keyboard: unlock, answer a parent, record a disclosure, see it told."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from sharebook.domain.names import PupilId
from sharebook.ui import fonts
from sharebook.ui.app import Program
from sharebook.ui.screens.unlock.screen import Unlock
from sharebook.ui.shell import Shell
from sharebook.words.days import short_day
from tests.stories.hands import Hands, focused
from tests.stories.small_school import PASSPHRASE, make_school

Key = Qt.Key
OTIS = 3

pytestmark = pytest.mark.story


@pytest.fixture
def register(tmp_path: Path) -> Path:
    folder = tmp_path / "Example Lane Primary School.sharebook"
    make_school(folder).close()
    return folder


@pytest.fixture
def program(qtbot, qapp: QApplication, tmp_path: Path, register: Path):
    fonts.load()
    made = Program(qapp, tmp_path / "settings")
    made.theme.choose("light", 100)
    made.start(register)
    qtbot.waitExposed(made.window)
    made.window.activateWindow()
    yield made
    made.close()
    made.window.close()


@pytest.fixture
def hands() -> Hands:
    return Hands()


def unlocked(qtbot, program: Program, hands: Hands) -> Shell:
    door = program.window.open
    assert isinstance(door, Unlock)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is door.passphrase)
    hands.type(PASSPHRASE)
    hands.press(Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(program.window.open, Shell), timeout=20_000)
    shell = program.window.open
    assert isinstance(shell, Shell)
    qtbot.waitUntil(lambda: shell.here is not None and QApplication.focusWidget() is not None)
    return shell


def on_the_answer(qtbot, shell: Shell, hands: Hands) -> Any:
    hands.press(Key.Key_F2)
    screen: Any = shell.here
    qtbot.waitUntil(lambda: QApplication.focusWidget() is screen.child)
    return screen


def answer_about_otis(screen: Any, hands: Hands) -> list[str]:
    hands.type("oti")
    hands.press(Key.Key_Return)
    hands.press(Key.Key_Down)
    hands.press(Key.Key_Tab)
    hands.press(Key.Key_Space)
    assert screen.stack.currentWidget() is screen.view
    return [line.accessibleName() for line in screen.view.lines]


def record_for_otis(qtbot, shell: Shell, hands: Hands) -> int:
    before = hands.presses
    hands.press(Key.Key_F3)
    screen: Any = shell.here
    qtbot.waitUntil(lambda: QApplication.focusWidget() is screen.form.five.recipient.edit)
    hands.type("nur")
    hands.press(Key.Key_Return)
    hands.type("oti")
    hands.press(Key.Key_Return)
    hands.press(Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    return hands.presses - before


def log_text(program: Program) -> str:
    """Return the printed log of Otis as one line of small letters."""
    assert program.desk is not None
    publishing = program.desk.publishing
    text = publishing.render(publishing.log(PupilId(OTIS)), "txt").decode()
    return " ".join(text.split()).casefold()


def test_a_parent_is_answered_and_a_disclosure_recorded_by_keyboard(qtbot, program, hands):
    shell = unlocked(qtbot, program, hands)
    screen = on_the_answer(qtbot, shell, hands)
    nurse = next(it for it in answer_about_otis(screen, hands) if it.startswith("NHS"))
    today = short_day(program.desk.clock.today())
    assert today not in nurse

    presses = record_for_otis(qtbot, shell, hands)

    assert presses < 15
    assert program.desk.recording.last().number == 3
    screen = on_the_answer(qtbot, shell, hands)
    nurse = next(it for it in answer_about_otis(screen, hands) if it.startswith("NHS"))
    assert nurse.endswith(f"Last sent: {today}.")
    told = log_text(program)
    assert "nhs school nurse" in told
    assert "for the height and weight checks" in told


def test_the_call_is_kept_with_ctrl_enter(qtbot, program, hands):
    shell = unlocked(qtbot, program, hands)
    screen = on_the_answer(qtbot, shell, hands)
    answer_about_otis(screen, hands)

    hands.press(Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    (call,) = program.desk.answering.calls(OTIS)
    assert (call.caller_name, call.organisations) == ("Vera Pretendy", 5)
    assert focused() is not None


def test_locking_and_unlocking_keeps_what_was_recorded(qtbot, program, hands):
    shell = unlocked(qtbot, program, hands)
    record_for_otis(qtbot, shell, hands)
    hands.press(Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: isinstance(program.window.open, Unlock))

    unlocked(qtbot, program, hands)

    assert program.desk.recording.last().number == 3
