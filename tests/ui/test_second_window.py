"""A window that opens while another program writes: as at when, look again, nothing saved."""

import tempfile
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from sharebook.bootstrap.keys import KeyKeeping
from sharebook.bootstrap.opening import access
from sharebook.domain.disclosures import Disclosure
from sharebook.domain.names import PupilId
from sharebook.ui.app import Program
from sharebook.ui.screens.unlock.screen import Unlock
from sharebook.ui.shell import Shell
from sharebook.vault.strength import LEAST
from tests.reliability.anna import Anna
from tests.reliability.conftest import folder, forked, made_once
from tests.reliability.processes import moments
from tests.reliability.school import CLOCK, PASSPHRASE, PAT, Office

__all__ = ["folder", "forked", "made_once"]
pytestmark = [pytest.mark.ui, pytest.mark.slow]


@pytest.fixture
def rooms(tmp_path, monkeypatch, forked):
    place = tmp_path / "rooms"
    place.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(place))
    return place


@pytest.fixture
def anna(folder, forked):
    """Another program, which has written and goes on holding the register."""
    another = Anna(folder)
    another.writes()
    yield another
    another.closes()


@pytest.fixture
def program(qtbot, qapp, tmp_path: Path, answers, folder, anna, rooms):
    made = Program(qapp, tmp_path / "settings", answers)
    made.start(folder)
    door = made.window.open
    assert isinstance(door, Unlock)
    qtbot.waitUntil(lambda: bool(door.who.value))
    QTest.keyClicks(door.passphrase, PASSPHRASE)
    QTest.keyClick(door.passphrase, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(made.window.open, Shell), timeout=20_000)
    yield made
    made.close()
    made.window.close()


def shell_of(program) -> Shell:
    assert isinstance(program.window.open, Shell)
    return program.window.open


def test_the_foot_says_as_at_when_and_who_writes(program, rooms):
    part = shell_of(program).again.part

    assert part is not None
    assert part.isVisibleTo(program.window)
    assert part.words.startswith("As at ")
    assert ". Anna Field on " in part.words
    assert part.words.endswith(" is writing.")
    assert program.desk.as_at is not None
    program.close()
    assert list(rooms.iterdir()) == []


def test_f5_reads_what_was_written_since_at_the_same_page(qtbot, program, anna):
    before = shell_of(program)
    before.go("log")
    known = program.desk.register.count(Disclosure)
    anna.writes()
    assert program.desk.register.count(Disclosure) == known

    QTest.keyClick(program.window, Qt.Key.Key_F5)
    qtbot.waitUntil(lambda: program.window.open is not before, timeout=20_000)

    assert program.desk.register.count(Disclosure) == known + 1
    here = shell_of(program).here
    assert here is not None
    assert here.name == "log"
    assert shell_of(program).again.part is not None


def test_when_the_other_has_closed_looking_again_opens_the_register_itself(
    qtbot, program, anna, rooms
):
    anna.closes()
    before = shell_of(program)
    before.again.tell()
    part = before.again.part
    assert part is not None
    assert part.words.endswith("Nobody is writing any more.")

    QTest.mouseClick(part.again, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: program.window.open is not before, timeout=20_000)

    assert program.desk.as_at is None
    assert shell_of(program).again.part is None
    Office(program.desk, moments(1)).record(PupilId(1))
    assert list(rooms.iterdir()) == []


def test_f5_in_a_window_whose_keys_were_changed_says_that_it_was_left_behind(
    qtbot, program, anna, answers, folder
):
    anna.closes()
    before = shell_of(program)
    before.again.look()
    qtbot.waitUntil(lambda: program.window.open is not before, timeout=20_000)
    live = shell_of(program)
    live.again.look()
    assert answers.told == []

    keys = KeyKeeping(access(folder, PAT, PASSPHRASE, CLOCK), CLOCK, LEAST)
    keys.change_passphrase(PASSPHRASE, "violet anchor biscuit thunder maple", known_to_others=True)
    QTest.keyClick(program.window, Qt.Key.Key_F5)

    qtbot.waitUntil(lambda: bool(answers.told))
    assert "Lock Sharebook and unlock it again" in answers.told[0].words


def test_a_snapshot_that_cannot_be_taken_anew_is_told_and_the_old_one_stays(
    qtbot, program, anna, answers, folder
):
    before = shell_of(program)
    aside = folder.rename(folder.with_name("aside"))

    before.again.look()
    qtbot.waitUntil(lambda: bool(answers.told), timeout=20_000)

    aside.rename(folder)
    assert program.window.open is before
    assert before.again.part is not None
    assert before.again.part.again.isEnabled()
