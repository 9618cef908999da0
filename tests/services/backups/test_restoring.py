"""A backup put in the register's place: what is lost is said first, and the way back stays open."""

import shutil
from datetime import UTC, datetime, timedelta

import pytest

from sharebook.bootstrap.restores import people_in, restoring, with_recovery
from sharebook.vault.backup_settings import read_settings
from tests.services.backups.backed_up import (
    PAT,
    entries,
    everything,
    make,
    opened,
    record,
    work,
)

pytestmark = pytest.mark.slow


def beside(folder):
    return sorted(path.name for path in folder.parent.iterdir() if path.name != "own")


def test_a_preview_says_what_would_be_lost_and_changes_nothing(
    folder, backup, restorer, clock, quiet
):
    had = entries(folder, clock)
    clock.moment += timedelta(hours=1)
    work(folder, clock, 1)
    clock.moment += timedelta(days=1)
    last = work(folder, clock, 2)
    before = everything(folder.parent)

    preview = restorer.preview(backup, quiet)

    assert everything(folder.parent) == before
    assert preview.candidate.entries == had
    assert preview.candidate.school == "Example Lane Primary School"
    assert preview.candidate.moment == datetime(2026, 9, 14, 10, 40, tzinfo=UTC)
    assert preview.is_sound
    assert preview.newer is None
    assert (preview.lost.count, preview.lost.first, preview.lost.last) == (3, had + 1, last)
    assert preview.lost.since == datetime(2026, 9, 14, 11, 40, tzinfo=UTC)
    assert preview.lost.until == datetime(2026, 9, 15, 11, 40, tzinfo=UTC)


def test_restoring_goes_back_and_keeps_the_register_that_was_in_use(
    folder, backup, restorer, clock, quiet
):
    had = entries(folder, clock)
    last = work(folder, clock, 3)
    in_use = everything(folder)

    restored = restorer.restore(backup, quiet)

    assert entries(folder, clock) == had
    when = clock.moment.astimezone()
    assert restored.kept_as == folder.with_name(
        f"Example Lane before restore {when:%Y-%m-%d %H%M}.sharebook"
    )
    kept = everything(restored.kept_as)
    assert {name: kept[name] for name in in_use if name != "writer.lock"} == {
        name: content for name, content in in_use.items() if name != "writer.lock"
    }
    assert entries(restored.kept_as, clock) == last
    assert beside(folder) == sorted([folder.name, restored.kept_as.name])


def test_a_restore_is_undone_the_same_way(folder, backup, restorer, clock, quiet):
    had = entries(folder, clock)
    last = work(folder, clock, 2)
    first = restorer.restore(backup, quiet)

    undone = restorer.restore(first.kept_as, quiet)

    assert entries(folder, clock) == last
    assert undone.preview.lost.count == 0
    assert not first.kept_as.exists() or first.kept_as == undone.kept_as
    assert entries(undone.kept_as, clock) == had


def test_what_was_written_on_two_ways_is_told_from_where_they_part(
    folder, backup, restorer, clock, quiet
):
    had = entries(folder, clock)
    work(folder, clock, 4)
    kept = restorer.restore(backup, quiet).kept_as
    clock.moment += timedelta(minutes=5)
    work(folder, clock, 2)

    preview = restorer.preview(kept, quiet)

    assert preview.candidate.entries == had + 4
    assert (preview.lost.count, preview.lost.first) == (2, had + 1)


def test_a_restored_register_can_be_worked_in_and_backed_up(folder, backup, restorer, clock, quiet):
    work(folder, clock, 2)
    restorer.restore(backup, quiet)

    desk = opened(folder, clock)
    record(desk)
    made = desk.backing_up.make(quiet)
    assert desk.checking.check(quiet).ok
    desk.close()
    assert restorer.preview(made.backup.file, quiet).lost.count == 0


@pytest.mark.parametrize("harm", ["shredded", "no keys", "empty folder", "gone", "no data"])
def test_a_register_that_is_beyond_use_is_restored_all_the_same(
    folder, backup, restorer, clock, quiet, harm
):
    had = entries(folder, clock)
    for path in list(folder.iterdir()):
        if harm in ("gone", "empty folder"):
            path.unlink()
        elif harm == "shredded" or path.name.startswith(
            {"no keys": "register.keys", "no data": "register-"}[harm]
        ):
            path.write_bytes(b"\0" * 5000)
    if harm == "gone":
        folder.rmdir()

    restored = restorer.restore(backup, quiet)

    assert restored.preview.lost is None
    assert entries(folder, clock) == had
    assert (restored.kept_as is None) is (harm == "gone")


def test_a_restore_pauses_thinning_and_is_remembered(folder, backup, restorer, clock, quiet):
    restorer.restore(backup, quiet)

    remembered = read_settings(backup.parent)
    assert remembered.thinning_paused_until == "2026-10-14T10:40:00+00:00"
    assert remembered.restored_seq == entries(folder, clock)
    for _ in range(3):
        desk = opened(folder, clock)
        desk.backing_up.make(quiet)
        desk.close()
        clock.moment += timedelta(days=3)
    assert backup.exists()


def test_a_newer_backup_is_pointed_out(folder, backup, restorer, clock, quiet):
    work(folder, clock, 2)
    desk = opened(folder, clock)
    newer = desk.backing_up.make(quiet).backup.file
    desk.close()
    shutil.rmtree(folder)

    preview = restorer.preview(backup, quiet)

    assert preview.lost is None
    assert preview.newer == newer


def test_the_recovery_sheet_of_the_time_opens_a_backup(tmp_path, place, clock, quiet):
    folder = tmp_path / "Sheet Lane.sharebook"
    code = make(folder, clock)
    desk = opened(folder, clock)
    file = desk.backing_up.make(quiet).backup.file
    desk.close()
    shutil.rmtree(folder)

    restoring(folder, with_recovery(code), clock).restore(file, quiet)

    assert entries(folder, clock) > 0


def test_who_could_open_a_backup_is_read_from_it(backup, folder):
    assert people_in(backup) == people_in(folder) == [PAT]
