"""A computer remembers the register it saw, and tells an older or another one from it."""

import os
import shutil
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sharebook.bootstrap.keys import KeyKeeping
from sharebook.bootstrap.remembered_head import Remembered, RememberedHead, remembered_register
from sharebook.bootstrap.restores import restoring, with_passphrase
from sharebook.domain.chain import Head
from sharebook.domain.names import Code, Seq
from sharebook.domain.people import Person
from sharebook.domain.remembered import Fit, Memory, compared, with_point
from sharebook.store.opening import open_database
from sharebook.vault.remembered_file import SIZE, RememberedFile
from sharebook.vault.strength import LEAST
from tests.health.pretended import NOW, hash_of
from tests.services.backups.backed_up import (
    PASSPHRASE,
    PAT,
    backup_files,
    copy_of,
    everything,
    opened,
    work,
)


def memories(place: Path) -> list[Path]:
    return sorted((place / "Remembered").glob("*"))


def codes(folder: Path, clock) -> list[str]:
    desk = opened(folder, clock)
    try:
        return [each.code for each in desk.minding.urgent()]
    finally:
        desk.close()


def put_back(copy: Path, folder: Path) -> None:
    shutil.rmtree(folder)
    shutil.copytree(copy, folder)


@pytest.fixture
def older(folder, clock, tmp_path):
    """A copy of the register from before three entries were written here."""
    work(folder, clock, 2)
    kept = copy_of(folder, tmp_path / "older")
    work(folder, clock, 3)
    return kept


def test_a_register_seen_for_the_first_time_is_remembered(folder, clock, place):
    assert memories(place) == []
    assert codes(folder, clock) == []
    assert len(memories(place)) == 1


def test_the_same_register_and_one_that_grew_fit(folder, clock):
    work(folder, clock, 1)
    assert codes(folder, clock) == []
    work(folder, clock, 4)
    assert codes(folder, clock) == []


def test_an_older_copy_put_back_is_told_again_and_again(folder, clock, older):
    put_back(older, folder)
    assert codes(folder, clock) == ["head_older"]
    assert codes(folder, clock) == ["head_older"]


def test_an_older_copy_that_grew_again_is_another_history(folder, clock, older):
    put_back(older, folder)
    work(folder, clock, 5)
    assert codes(folder, clock) == ["head_rewritten"]


def test_the_newest_entries_cut_off_with_the_key_are_told(folder, clock):
    work(folder, clock, 3)
    desk = opened(folder, clock)
    database, key = desk.access.database, desk.access.data_key
    desk.close()
    connection = open_database(database, key)
    connection.execute("PRAGMA foreign_keys = OFF")
    triggers = connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
    for (name,) in triggers.fetchall():
        connection.execute(f'DROP TRIGGER "{name}"')
    connection.execute("DELETE FROM pupil WHERE seq = (SELECT max(seq) FROM log)")
    connection.execute("DELETE FROM log WHERE seq = (SELECT max(seq) FROM log)")
    connection.commit()
    connection.close()
    assert codes(folder, clock) == ["head_older"]


def test_a_person_may_say_that_the_register_is_right(folder, clock, older):
    put_back(older, folder)
    desk = opened(folder, clock)
    desk.minding.accept()
    desk.close()
    assert codes(folder, clock) == []


def test_a_backup_put_back_on_purpose_is_no_finding(folder, clock, quiet, place):
    desk = opened(folder, clock)
    desk.backing_up.make(quiet)
    desk.close()
    work(folder, clock, 3)
    clock.moment += timedelta(minutes=5)
    (backup,) = backup_files(place)
    restoring(folder, with_passphrase(PAT, PASSPHRASE), clock).restore(backup, quiet)
    assert codes(folder, clock) == []
    work(folder, clock, 1)
    assert codes(folder, clock) == []


def test_a_copy_beside_the_one_in_use_is_told_as_a_copy(folder, clock, older):
    desk = opened(older, clock)
    assert desk.minding.urgent() == ()
    assert "head_of_a_copy" in [each.code for each in desk.minding.quick()]
    desk.close()
    assert codes(folder, clock) == []  # and the right one is still remembered


def test_a_register_that_was_moved_is_followed(folder, clock, tmp_path, older):
    folder.rename(tmp_path / "moved.sharebook")
    assert codes(tmp_path / "moved.sharebook", clock) == []
    put_back(older, tmp_path / "moved.sharebook")
    assert codes(tmp_path / "moved.sharebook", clock) == ["head_older"]


def test_keys_renewed_on_this_computer_are_followed(folder, clock):
    renewed(folder, clock)
    assert codes(folder, clock) == []


def test_a_copy_from_before_the_keys_were_renewed_is_told(folder, clock, older):
    renewed(folder, clock)
    work(folder, clock, 1)
    put_back(older, folder)
    assert codes(folder, clock) == ["keys_older_than_seen"]


def renewed(folder, clock) -> None:
    """Renew the data key by taking somebody off."""
    desk = opened(folder, clock)
    keeping = KeyKeeping(desk.access, clock, LEAST)
    keeping.add(Person("Anna Field", Code("office")), "glacier pocket violin mustard")
    keeping.remove("Anna Field")
    desk.close()
    work(folder, clock, 1)


def test_the_memory_is_of_one_size_and_nobody_can_read_it(folder, clock, place):
    sizes = set()
    for _ in range(3):
        work(folder, clock, 2)
        (memory,) = memories(place)
        content = memory.read_bytes()
        sizes.add(len(content))
        assert PAT.encode() not in content
        assert folder.name.encode() not in content
    assert sizes == {SIZE}


@pytest.mark.parametrize("at", [0, 9, 17, 30, 300, -1])
def test_a_changed_memory_is_told_and_not_believed(folder, clock, place, at):
    work(folder, clock, 1)
    (memory,) = memories(place)
    content = bytearray(memory.read_bytes())
    content[at] ^= 1
    memory.write_bytes(content)
    told = codes(folder, clock)
    assert told in (["memory_unreadable"], ["keys_older_than_seen"])


def test_a_memory_cut_short_is_told(folder, clock, place):
    work(folder, clock, 1)
    (memory,) = memories(place)
    memory.write_bytes(memory.read_bytes()[:50])
    desk = opened(folder, clock)
    found = remembered_register(desk.access, clock).seen()
    desk.close()
    assert found.fit is Fit.UNREADABLE


def test_nothing_of_the_register_is_written_by_remembering(folder, clock):
    before = everything(folder)
    codes(folder, clock)
    after = everything(folder)
    before.pop("writer.lock", None)
    after.pop("writer.lock", None)
    assert before == after


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_computer_that_may_not_write_still_opens_the_register(folder, clock, place):
    place.mkdir(mode=0o500, parents=True)
    assert codes(folder, clock) == []


def test_a_parts_own_memory_is_written_every_time_and_apart(folder, clock, place):
    desk = opened(folder, clock)
    access = desk.access
    desk.close()
    what = Remembered("a" * 32 + " part", folder, access.database, access.data_key, 1, PAT)
    part = RememberedHead(what, clock, every_time=True)
    part.note()
    own = memories(place)
    contents = {each: each.read_bytes() for each in own}
    part.note()
    changed = [each for each in own if each.read_bytes() != contents[each]]
    assert len(own) == 2
    assert len(changed) == 1


def a_memory(*seqs: int, generation: int = 1) -> Memory:
    points = tuple(Head(Seq(seq), hash_of(seq)) for seq in seqs)
    return Memory(points, NOW, PAT, "/x", generation)


def test_the_point_from_which_history_differs_is_narrowed_down():
    memory = a_memory(10, 20, 30, 40)
    hashes = {10: hash_of(10), 20: hash_of(20), 30: hash_of(99), 40: hash_of(98)}
    seen = compared(memory, Head(Seq(50), hash_of(97)), hashes, 1)
    assert (seen.fit, seen.last_same) == (Fit.REWRITTEN, 20)


def test_a_shorter_chain_that_differs_as_well_is_called_rewritten():
    memory = a_memory(10, 20, 30)
    seen = compared(memory, Head(Seq(25), hash_of(1)), {10: hash_of(10), 20: hash_of(2)}, 1)
    assert (seen.fit, seen.last_same) == (Fit.REWRITTEN, 10)


@given(st.sets(st.integers(1, 200), min_size=1, max_size=30), st.integers(0, 200))
def test_a_chain_that_only_lost_its_end_is_older_and_never_rewritten(seqs, length):
    memory = a_memory(*sorted(seqs))
    hashes = {seq: hash_of(seq) for seq in seqs if seq <= length}
    seen = compared(memory, Head(Seq(length), hash_of(length)), hashes, 1)
    assert seen.fit is (Fit.FITS if length >= max(seqs) else Fit.OLDER)


@given(st.lists(st.integers(1, 10**6), min_size=1, max_size=60, unique=True))
def test_few_points_are_kept_the_newest_always(seqs):
    points: tuple[Head, ...] = ()
    for seq in sorted(seqs):
        points = with_point(points, Head(Seq(seq), bytes(32)))
        assert points[-1].seq == seq
    kept = [each.seq for each in points]
    assert len(kept) <= 12
    assert kept == sorted(set(kept))


def test_long_names_fit_the_file(tmp_path):
    file = RememberedFile(tmp_path / "x" / "m.seen", "a", bytes(32))
    points = tuple(Head(Seq(10**9 + each), bytes([255]) * 32) for each in range(12))
    file.write(Memory(points, NOW, "Ẹ" * 900, "/" + "Ẹ" * 2000, 10**6, NOW, checked_well=True))
    found = file.read()
    assert found is not None
    assert found.memory is not None
    assert found.memory.points == points
    assert len((tmp_path / "x" / "m.seen").read_bytes()) == SIZE
