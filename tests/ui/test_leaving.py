"""Locking and closing the window back the register up first, and never stand in the way."""

import pytest

from sharebook.ui.app import Program
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
