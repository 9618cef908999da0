"""Where backups go besides, and which ones stay."""

from datetime import timedelta

import pytest

from sharebook.domain.errors import Refused
from sharebook.vault.backup_settings import BackupSettings, write_settings
from tests.services.backups.backed_up import backup_files, left_over, make, opened

pytestmark = pytest.mark.slow


# ------------------------------------------------------------------------- a second place
def test_a_second_place_gets_each_backup_too(desk, place, second, quiet):
    desk.backing_up.remember_place(second)
    made = desk.backing_up.make(quiet)

    (copy,) = made.copies
    assert copy.file
    assert copy.file.parent == second
    assert copy.file.read_bytes() == made.backup.file.read_bytes()
    assert left_over(second) == []


def test_a_stick_that_is_not_there_costs_the_copy_and_not_the_backup(desk, place, second, quiet):
    desk.backing_up.remember_place(second)
    second.rmdir()

    made = desk.backing_up.make(quiet)

    assert made.copies[0].file is None
    assert made.copies[0].problem.code == "backup_place_missing"
    assert not second.exists()
    assert len(backup_files(place)) == 1


def test_one_copy_more_can_be_asked_for(desk, place, second, quiet):
    made = desk.backing_up.make(quiet, second)

    assert made.copies[0].file.parent == second
    assert desk.backing_up.memory().second_place == ""


def test_a_second_place_inside_the_register_is_refused(desk, folder):
    with pytest.raises(Refused) as refused:
        desk.backing_up.remember_place(folder)

    assert refused.value.code == "backup_place_in_register"


def test_a_second_place_that_is_not_there_is_refused_and_can_be_given_up(desk, second):
    desk.backing_up.remember_place(second)
    with pytest.raises(Refused):
        desk.backing_up.remember_place(second / "nowhere")
    assert desk.backing_up.memory().second_place == str(second)

    desk.backing_up.remember_place(None)

    assert desk.backing_up.memory().second_place == ""


# ------------------------------------------------------------------------- thinning
def test_old_backups_go_and_another_school_s_stay(desk, place, quiet, clock, folder, tmp_path):
    stranger_folder = tmp_path / "Other Lane.sharebook"
    make(stranger_folder, clock)
    other = opened(stranger_folder, clock)
    shelf = desk.backing_up.make(quiet).backup.file.parent
    foreign = shelf / "Other 2020.sharebook-backup"
    other.backing_up.make(quiet).backup.file.rename(foreign)
    other.close()

    for _ in range(4):
        clock.moment += timedelta(hours=1)
        desk.backing_up.make(quiet)
    for _ in range(3):
        clock.moment += timedelta(days=1)
        made = desk.backing_up.make(quiet)

    days = [each.moment.date() for each in desk.backing_up.backups()]
    assert len(days) == len(set(days)) == 4
    assert foreign.exists()
    assert made.backup.file.exists()


def test_nothing_is_thinned_while_the_pause_lasts(desk, quiet, clock):
    shelf = desk.backing_up.make(quiet).backup.file.parent
    until = (clock.moment + timedelta(days=30)).isoformat()
    write_settings(shelf, BackupSettings(thinning_paused_until=until))
    for _ in range(3):
        desk.backing_up.make(quiet)
    clock.moment += timedelta(days=29)
    assert desk.backing_up.make(quiet).thinned == ()

    clock.moment += timedelta(days=2)

    assert len(desk.backing_up.make(quiet).thinned) == 3


def test_a_damaged_memory_remembers_nothing_and_is_no_trouble(desk, quiet):
    shelf = desk.backing_up.make(quiet).backup.file.parent
    (shelf / "backups.json").write_text("{")

    assert desk.backing_up.make(quiet).copies == ()
