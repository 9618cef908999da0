"""The page of backups and the door of a restore, by the keyboard alone."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from sharebook.ui.app import Program
from sharebook.ui.screens.backups.restore_door import RestoreDoor
from sharebook.ui.screens.backups.screen import BackupsScreen
from sharebook.ui.screens.unlock.screen import Unlock
from tests.services.backups.backed_up import (
    PASSPHRASE,
    backup_files,
    make,
    opened,
    private_place,
    record,
)
from tests.stories.hands import focused

pytestmark = [pytest.mark.ui, pytest.mark.slow]


@pytest.fixture
def place(tmp_path, monkeypatch):
    return private_place(monkeypatch, tmp_path / "own")


@pytest.fixture
def folder(tmp_path, clock, place):
    folder = tmp_path / "Example Lane.sharebook"
    make(folder, clock)
    return folder


@pytest.fixture
def program(qtbot, qapp, tmp_path, answers, folder, clock):
    made = Program(qapp, tmp_path / "settings", answers)
    made.enter(opened(folder, clock))
    made.window.show()
    qtbot.waitExposed(made.window)
    yield made
    made.close()
    made.window.close()


@pytest.fixture
def page(qtbot, program) -> BackupsScreen:
    program.window.open.go("backups")
    page = program.window.open.here
    assert isinstance(page, BackupsScreen)
    settled(qtbot, program)
    return page


def settled(qtbot, program):
    qtbot.waitUntil(lambda: not program.background.busy, timeout=20_000)


def press(key, modifiers=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(focused(), key, modifiers)


def door_of(qtbot, program) -> RestoreDoor:
    qtbot.waitUntil(lambda: isinstance(program.window.open, RestoreDoor), timeout=20_000)
    settled(qtbot, program)
    door = program.window.open
    assert isinstance(door, RestoreDoor)
    return door


def known(qtbot, program, door, phrase=PASSPHRASE):
    QTest.keyClicks(door.who.passphrase, phrase)
    press(Qt.Key.Key_Return)
    settled(qtbot, program)


def words_of(door) -> str:
    from PySide6.QtWidgets import QLabel

    return " ".join(each.text() for each in door.findChildren(QLabel) if each.isVisible())


def test_before_the_first_backup_the_page_says_so_and_one_key_makes_it(qtbot, program, page, place):
    assert page.list.nothing.isVisible()
    assert "no backup of this register yet" in words_of(page)

    QTest.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settled(qtbot, program)

    assert len(backup_files(place)) == 1
    program.window.activateWindow()
    qtbot.waitUntil(page.make_button.hasFocus)  # Enter goes on meaning the same
    qtbot.waitUntil(lambda: "The newest backup was made" in words_of(page))
    assert len(page.list.table.shown) == 1


def test_one_backup_is_proved_and_a_changed_byte_in_it_is_found(qtbot, program, page, place):
    page.primary()
    settled(qtbot, program)
    page.list.prove_button.setFocus()
    press(Qt.Key.Key_Space)
    settled(qtbot, program)
    assert "every byte is as it was written" in words_of(page)

    file = backup_files(place)[0]
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    file.write_bytes(content)
    press(Qt.Key.Key_Space)
    settled(qtbot, program)

    assert "damaged and cannot be restored" in words_of(page)


def test_a_second_place_gets_a_copy_at_once_and_says_when_it_is_away(
    qtbot, program, page, answers, tmp_path
):
    stick = tmp_path / "stick"
    stick.mkdir()
    answers.path = stick
    page.places.choose_button.setFocus()
    press(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: bool(list(stick.iterdir())), timeout=20_000)
    settled(qtbot, program)
    assert "The newest copy there was made" in words_of(page)

    stick.rename(tmp_path / "pulled out")
    page.arrive()
    settled(qtbot, program)

    assert "It is not there now" in words_of(page)


def test_forgetting_the_second_place_asks_first_and_keeping_it_is_the_default(
    qtbot, program, page, answers, tmp_path
):
    stick = tmp_path / "stick"
    stick.mkdir()
    program.desk.backing_up.remember_place(stick)
    page.arrive()
    settled(qtbot, program)

    page.places.forget_button.click()
    settled(qtbot, program)
    assert program.desk.backing_up.standing().second == stick.absolute()

    answers.agree = True
    page.places.forget_button.click()
    settled(qtbot, program)
    assert program.desk.backing_up.standing().second is None


def test_a_restore_shows_gain_and_loss_and_its_filled_button_changes_nothing(
    qtbot, program, page, folder
):
    page.primary()
    settled(qtbot, program)
    record(program.desk)
    before = sorted(each.name for each in folder.parent.iterdir())
    page.list.restore_button.setFocus()
    press(Qt.Key.Key_Space)

    door = door_of(qtbot, program)
    known(qtbot, program, door)

    assert "You get the register as it was on" in words_of(door)
    assert "which is not in it" in words_of(door)
    assert QApplication.focusWidget() is door.looking.keep_button
    assert door.looking.keep_button.property("k") == "go"
    press(Qt.Key.Key_Space)
    assert isinstance(program.window.open, Unlock)
    assert sorted(each.name for each in folder.parent.iterdir()) == before


def test_a_wrong_passphrase_stands_under_its_field(qtbot, program, page):
    page.primary()
    settled(qtbot, program)
    page.list.restore_button.click()

    door = door_of(qtbot, program)
    known(qtbot, program, door, "not the right one at all")

    assert "had when this backup was made" in door.who.field.message


def test_a_restore_is_done_and_undone(qtbot, program, page, folder, clock):
    page.primary()
    settled(qtbot, program)
    seq = record(program.desk)
    page.list.restore_button.click()
    door = door_of(qtbot, program)
    known(qtbot, program, door)

    door.looking.restore_button.setFocus()
    press(Qt.Key.Key_Space)
    settled(qtbot, program)
    assert "The backup is in place" in words_of(door)
    assert QApplication.focusWidget() is door.done.open_button
    press(Qt.Key.Key_Space)
    assert isinstance(program.window.open, Unlock)

    restored = opened(folder, clock)
    assert restored.register.head().seq < seq
    program.enter(restored, "backups")
    settled(qtbot, program)
    shell: Any = program.window.open
    back = shell.here.places.back_button
    assert back.isVisible()
    back.click()
    door = door_of(qtbot, program)
    known(qtbot, program, door)
    assert "holds nothing that is not in it" in words_of(door)
    door.looking.restore_button.click()
    settled(qtbot, program)

    again = opened(folder, clock)
    assert again.register.head().seq == seq
    again.close()


def test_a_shredded_register_comes_back_from_the_welcome_page(
    qtbot, qapp, tmp_path, answers, folder, clock, program, page
):
    page.primary()
    settled(qtbot, program)
    program.lock()
    settled(qtbot, program)
    for each in folder.iterdir():
        each.unlink()
    folder.rmdir()
    program.unlock(folder)

    button = next(
        each
        for each in program.window.open.findChildren(QPushButton)
        if each.accessibleName().startswith("Restore from a backup")
    )
    button.setFocus()
    press(Qt.Key.Key_Space)
    door = door_of(qtbot, program)
    press(Qt.Key.Key_Return)
    settled(qtbot, program)
    known(qtbot, program, door)
    door.looking.restore_button.click()
    settled(qtbot, program)

    desk = opened(folder, clock)
    assert desk.school().name
    desk.close()


def test_a_file_that_is_no_backup_is_refused_and_nothing_is_changed(
    qtbot, program, page, answers, tmp_path, folder
):
    odd = Path(tmp_path / "odd.sharebook-backup")
    odd.write_bytes(b"no backup at all")
    answers.path = odd
    page.places.file_button.click()

    qtbot.waitUntil(lambda: bool(answers.told), timeout=20_000)

    assert "is damaged" in answers.told[-1].title
    assert folder.is_dir()
