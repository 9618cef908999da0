"""Backups of a real register: made, proved, copied, listed, thinned, refused."""

import shutil
import zipfile
from datetime import UTC, datetime

import pytest

from sharebook.bootstrap.backups import Source, shelves_of
from sharebook.domain.backups import Proof
from sharebook.domain.errors import Cancelled, Refused, Trouble
from sharebook.vault.backup_settings import read_settings
from sharebook.words.sentences import told
from tests.conftest import StillClock
from tests.services.backups.backed_up import (
    SENTINEL,
    backup_files,
    left_over,
    make,
    opened,
    record,
)

pytestmark = pytest.mark.slow


def proofs(desk, quiet):
    return [(each.file, each.proof) for each in desk.backing_up.proved(quiet)]


def test_a_backup_has_the_school_and_the_time_in_its_name_and_is_whole(desk, place, quiet):
    made = desk.backing_up.make(quiet)

    when = datetime(2026, 9, 14, 10, 40, tzinfo=UTC).astimezone()
    assert made.backup.file.name == (
        f"Example Lane Primary School {when:%Y-%m-%d %H%M}.sharebook-backup"
    )
    assert made.backup.manifest.seq == desk.register.head().seq
    assert made.backup.manifest.head == desk.register.head().hash.hex()
    assert made.backup.manifest.counts["pupil"] == 1
    assert proofs(desk, quiet) == [(made.backup.file, Proof.WHOLE)]
    assert made.copies == made.thinned == ()
    assert left_over(place) == []


def test_any_zip_program_opens_a_backup_and_finds_no_name(desk, quiet):
    made = desk.backing_up.make(quiet)

    with zipfile.ZipFile(made.backup.file) as packed:
        assert packed.testzip() is None
        names = ["manifest.json", "register.keys", "register-1.db", "sealed-1.db"]
        assert packed.namelist() == names
    content = made.backup.file.read_bytes()
    for spelling in (SENTINEL, SENTINEL.upper(), "Juno"):
        assert spelling.encode() not in content
        assert spelling.encode("utf-16-le") not in content


def test_two_backups_in_one_minute_both_stay(desk, quiet):
    first = desk.backing_up.make(quiet).backup.file
    other = desk.backing_up.make(quiet).backup.file

    assert first != other
    assert other.stem.endswith("(2)")
    assert [each.proof for each in desk.backing_up.proved(quiet)] == [Proof.WHOLE] * 2


def test_every_flipped_byte_is_found(desk, place, quiet, tmp_path):
    made = desk.backing_up.make(quiet).backup.file
    shelves = shelves_of(Source(desk.folder, desk.folder / "register-1.db", desk._access.data_key))
    content = made.read_bytes()
    (kept,) = shelves.backups()
    spots = [*range(0, len(content), len(content) // 40), 30, len(content) - 1, len(content) - 80]
    for spot in spots:
        made.write_bytes(content[:spot] + bytes([content[spot] ^ 1]) + content[spot + 1 :])

        assert shelves.proof(kept) is not Proof.WHOLE, spot

    made.write_bytes(content)
    assert shelves.proof(kept) is Proof.WHOLE


@pytest.mark.parametrize("left", [0, 10, 70, 5000, -1])
def test_a_cut_file_is_listed_as_damaged(desk, quiet, left):
    made = desk.backing_up.make(quiet).backup.file
    made.write_bytes(made.read_bytes()[:left])

    assert proofs(desk, quiet) == [(made, Proof.DAMAGED)]


def test_a_file_that_only_bears_the_name_is_listed_as_damaged(desk, quiet, place):
    made = desk.backing_up.make(quiet).backup.file
    stranger = made.with_name("Holiday.sharebook-backup")
    stranger.write_bytes(b"no backup at all")

    assert proofs(desk, quiet) == [(made, Proof.WHOLE), (stranger, Proof.DAMAGED)]


def test_a_stopped_backup_leaves_nothing(desk, place):
    class Stop:
        def report(self, done, total, doing=""):
            raise Cancelled

    with pytest.raises(Cancelled):
        desk.backing_up.make(Stop())

    assert backup_files(place) == []
    assert left_over(place) == []


def test_what_a_crash_left_is_gone_after_the_next_backup(desk, place, quiet):
    made = desk.backing_up.make(quiet).backup.file
    (made.parent / "sharebook-backup-1234abcd.part").write_bytes(b"half")
    (made.parent / "sharebook-backup-1234abcd.part.db").write_bytes(b"half")
    (made.parent / "sharebook-backup-1234abcd.part.db-journal").write_bytes(b"half")

    mine = made.parent / "backup-of-my-photos.part"
    mine.write_bytes(b"somebody's own")

    desk.backing_up.make(quiet)

    assert left_over(place) == [mine.name]
    assert len(backup_files(place)) == 2


# ------------------------------------------------------------------------- on leaving
def test_leaving_after_work_makes_a_backup_and_frees_the_register(folder, clock, place, quiet):
    desk = opened(folder, clock)
    seq = record(desk)
    desk.leave(quiet)

    again = opened(folder, clock)
    assert [each.manifest.seq for each in again.backing_up.backups()] == [seq]
    record(again)
    again.close()


def test_leaving_without_work_makes_none(folder, clock, place, quiet):
    opened(folder, clock).leave(quiet)

    assert backup_files(place) == []


def test_work_that_was_cut_short_is_backed_up_by_the_next_who_leaves(folder, clock, place, quiet):
    desk = opened(folder, clock)
    desk.backing_up.make(quiet)
    record(desk)
    desk.close()  # no leaving: the power went

    opened(folder, clock).leave(quiet)
    opened(folder, clock).leave(quiet)

    assert len(backup_files(place)) == 2


def test_a_backup_that_fails_on_leaving_is_remembered_and_keeps_nobody(
    folder, clock, place, quiet, monkeypatch
):
    desk = opened(folder, clock)
    record(desk)
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(b"a file where the folder should be")

    desk.leave(quiet)

    assert not desk.lock.is_held
    place.unlink()
    again = opened(folder, clock)
    again.backing_up._shelves.remember_failure("backup_no_room", clock.now())
    assert again.backing_up.memory().failed_code == "backup_no_room"
    record(again)
    again.leave(quiet)
    assert read_settings(backup_files(place)[0].parent).failed_code == ""


# ------------------------------------------------------------------------- keys
def test_keys_changed_meanwhile_make_no_backup(desk, place, quiet, folder, template, tmp_path):
    other = tmp_path / "Other.sharebook"
    make(other, StillClock(datetime(2026, 9, 14, tzinfo=UTC)))
    shutil.copy(other / "register.keys", folder / "register.keys")

    with pytest.raises(Refused) as refused:
        desk.backing_up.make(quiet)

    assert refused.value.code == "backup_keys_moved"
    assert backup_files(place) == []
    assert left_over(place) == []


def test_a_backup_under_another_key_is_neither_proved_nor_called_damaged(desk, quiet, folder):
    desk.backing_up.make(quiet)
    stranger = shelves_of(Source(folder, folder / "register-1.db", bytes(32)))

    assert [stranger.proof(each) for each in stranger.backups()] == [Proof.OTHER_KEY]


def test_two_backups_at_once_wait_for_nobody(desk, place, quiet):
    shelves = shelves_of(Source(desk.folder, desk.folder / "register-1.db", bytes(32)))
    with shelves.alone(), pytest.raises(Refused) as refused:
        desk.backing_up.make(quiet)

    assert told(refused.value).startswith("Another backup")


def test_a_damaged_register_is_not_backed_up_over_good_backups(folder, clock, place, quiet):
    desk = opened(folder, clock)
    record(desk, 5)
    desk.backing_up.make(quiet)
    database = folder / "register-1.db"
    content = bytearray(database.read_bytes())
    content[-500] ^= 1
    database.write_bytes(content)

    with pytest.raises(Trouble):
        desk.backing_up.make(quiet)

    assert len(backup_files(place)) == 1
    assert left_over(place) == []
    desk.close()
