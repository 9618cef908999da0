"""Locking and closing the window back the register up first, and never stand in the way."""

import pytest

from sharebook.ui.app import Program
from sharebook.ui.leaving import Leaving
from sharebook.ui.screens.unlock.screen import Unlock
from tests.services.backups.backed_up import (
    backup_files,
    make,
    opened,
    private_place,
    record,
)

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
    yield made
    made.close()
    made.window.close()


def test_locking_shows_the_door_at_once_and_backs_the_register_up_behind_it(qtbot, program):
    seq = record(program.desk)
    backups = program.desk.backing_up

    program.lock()

    assert isinstance(program.window.open, Unlock)
    qtbot.waitUntil(lambda: not program._backup.running, timeout=20_000)
    assert [each.manifest.seq for each in backups.backups()] == [seq]


def test_closing_while_the_backup_is_made_waits_for_it(program):
    seq = record(program.desk)
    backups = program.desk.backing_up

    program.lock()
    program.close()

    assert [each.manifest.seq for each in backups.backups()] == [seq]


def test_closing_without_work_backs_nothing_up(program, place):
    program.close()

    assert backup_files(place) == []


def test_a_backup_that_cannot_be_made_keeps_nobody_in(program, place, folder, clock):
    record(program.desk)
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(b"a file where the folder should be")

    program.close()

    assert program.desk is None
    again = opened(folder, clock)
    record(again)
    again.close()


def test_closing_the_window_shows_the_backup_and_closes_when_it_is_made(qtbot, program, place):
    program.window.show()
    qtbot.waitExposed(program.window)
    record(program.desk)

    assert not program.window.close()

    assert isinstance(program.window.open, Leaving)
    assert not program.window.close()  # pressed once more
    qtbot.waitUntil(lambda: not program.window.isVisible(), timeout=20_000)
    assert len(backup_files(place)) == 1


def test_stop_closes_at_once_and_the_backup_is_made_next_time(
    qtbot, program, place, folder, clock, qapp, tmp_path, answers
):
    program.window.show()
    qtbot.waitExposed(program.window)
    record(program.desk)
    program.window.close()
    program.window.open.busy.stop.click()
    qtbot.waitUntil(lambda: not program.window.isVisible(), timeout=20_000)
    made = len(backup_files(place))  # it may have been quicker than the hand

    program.enter(opened(folder, clock))
    program.window.show()
    program.window.close()
    qtbot.waitUntil(lambda: not program.window.isVisible(), timeout=20_000)

    assert len(backup_files(place)) == 1
    assert made in (0, 1)
