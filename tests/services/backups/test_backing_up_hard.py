"""Backups while the worst happens: the program killed, the disk full."""

import os
import random
import subprocess
import sys
import time
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from sharebook.bootstrap.backups import Source, backups_of, shelves_of
from sharebook.bootstrap.clocks import SystemClock
from sharebook.bootstrap.restores import restoring, with_passphrase
from sharebook.domain.backups import Proof
from sharebook.domain.errors import Trouble
from sharebook.words.sentences import told
from tests.conftest import Quiet, StillClock
from tests.reliability.processes import after_words, begin, kill
from tests.services.backups.backed_up import (
    PASSPHRASE,
    PAT,
    backup_files,
    copy_of,
    entries,
    left_over,
    make,
    opened,
    private_place,
    record,
    work,
)

KILLS = 100 if os.environ.get("SHAREBOOK_LONG") else 30
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def template(tmp_path_factory):
    folder = tmp_path_factory.mktemp("hard") / "Example Lane.sharebook"
    clock = StillClock(datetime(2026, 9, 14, 9, tzinfo=UTC))
    make(folder, clock)
    desk = opened(folder, clock)
    record(desk, 20)
    desk.close()
    return folder


@pytest.fixture
def place(tmp_path, monkeypatch):
    return private_place(monkeypatch, tmp_path / "own")


@pytest.fixture
def folder(template, tmp_path, place):
    return copy_of(template, tmp_path)


def back_up_for_ever(told: Path, folder: Path, place: Path, key: bytes) -> None:
    """Back up without a pause, with a word when all is ready and one for each backup."""
    with pytest.MonkeyPatch.context() as patch, told.open("ab", buffering=0) as lines:
        private_place(patch, place)
        made = backups_of(Source(folder, folder / "register-1.db", key), SystemClock())
        lines.write(b"ready\n")
        while True:
            made.make(Quiet())
            lines.write(b"made\n")


def seconds_for_two(told: Path, folder: Path, place: Path, key: bytes) -> float:
    """Return how long two backups take here and now; kills that come later find nothing new."""
    process = begin(back_up_for_ever, told, folder, place.parent, key)
    began = time.monotonic()
    after_words(told, 3)
    assert kill(process, 0)
    return time.monotonic() - began


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no kill -9")
def test_a_backup_with_a_name_is_whole_however_often_the_program_is_killed(
    folder, place, clock, tmp_path, forked
):
    desk = opened(folder, clock)
    key = desk._access.data_key
    shelves = shelves_of(Source(folder, folder / "register-1.db", key))
    chance = random.Random(2026)  # noqa: S311 - a kill may fall anywhere
    cut_short = 0
    proved = set()
    most = max(0.12, seconds_for_two(tmp_path / "told", folder, place, key))
    for _ in range(KILLS):
        process = begin(back_up_for_ever, tmp_path / "told", folder, place.parent, key)
        assert kill(process, chance.uniform(0.0, most))  # a kill falls anywhere
        cut_short += bool(left_over(place))
        for kept in shelves.backups():
            if kept.file not in proved:
                assert shelves.proof(kept) is Proof.WHOLE
                proved.add(kept.file)
        assert shelves.unreadable() == []

    assert proved
    assert cut_short
    made = desk.backing_up.make(Quiet())
    assert left_over(place) == []
    assert made.backup.file.exists()
    desk.close()


@contextmanager
def small_disk(folder: Path, size: str):
    """A disk of `size` bytes, as the system gives it to an administrator."""
    folder.mkdir(parents=True)
    tried = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", folder],  # noqa: S607 - the system's
        capture_output=True,
        check=False,
    )
    if tried.returncode:
        pytest.skip("this computer does not let the tests mount a small disk")
    try:
        yield folder
    finally:
        subprocess.run(["umount", folder], check=True)  # noqa: S607 - the system's


needs_mount = pytest.mark.skipif(
    sys.platform != "linux" or os.geteuid() != 0,
    reason="only an administrator on Linux may mount a small disk",
)


@needs_mount
@pytest.mark.parametrize("kilobytes", [40, 200, 400, 540])
def test_a_full_disk_is_said_and_leaves_nothing_half_made(
    template, tmp_path, monkeypatch, clock, quiet, kilobytes
):
    folder = copy_of(template, tmp_path)
    assert (folder / "register-1.db").stat().st_size > 270 * 1024  # twice, and neither fits
    with small_disk(tmp_path / "small", f"{kilobytes}k") as disk:
        private_place(monkeypatch, disk)
        desk = opened(folder, clock)
        with pytest.raises(Trouble) as full:
            desk.backing_up.make(quiet)

        assert full.value.code == "backup_no_room"
        assert "no room" in told(full.value)
        assert backup_files(disk) == []
        assert left_over(disk) == []
        record(desk)
        desk.close()


@needs_mount
def test_a_full_stick_costs_the_copy_and_not_the_backup(folder, place, tmp_path, clock, quiet):
    desk = opened(folder, clock)
    with small_disk(tmp_path / "stick", "100k") as stick:
        made = desk.backing_up.make(quiet, stick)

        assert made.copies[0].problem
        assert made.copies[0].problem.code == "backup_no_room"
        assert list(stick.iterdir()) == []
    assert len(backup_files(place)) == 1
    desk.close()


@needs_mount
def test_a_full_disk_on_leaving_keeps_nobody(template, tmp_path, monkeypatch, clock, quiet):
    folder = copy_of(template, tmp_path)
    with small_disk(tmp_path / "small", "40k") as disk:
        private_place(monkeypatch, disk)
        desk = opened(folder, clock)
        record(desk)

        desk.leave(quiet)

        again = opened(folder, clock)
        assert again.backing_up.memory().failed_code == "backup_no_room"
        again.close()


# ------------------------------------------------------------------------- restoring
def restore(told: Path, folder: Path, file: Path, place: Path) -> None:
    """Restore a backup, after a word that it begins."""
    with pytest.MonkeyPatch.context() as patch:
        private_place(patch, place)
        told.write_text("ready")
        restoring(folder, with_passphrase(PAT, PASSPHRASE), SystemClock()).restore(file, Quiet())


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no kill -9")
def test_a_restore_that_is_killed_loses_nothing_and_can_be_done_again(
    folder, place, clock, quiet, backup, restorer, tmp_path, forked
):
    had, last = entries(folder, clock), work(folder, clock, 3)
    chance = random.Random(7)  # noqa: S311 - a kill may fall anywhere
    for _ in range(KILLS // 3):
        process = begin(restore, tmp_path / "told", folder, backup, place.parent)
        kill(process, chance.uniform(0.0, 0.5))

        standing = {entries(path, clock) for path in folder.parent.glob("*.sharebook")}
        assert standing <= {had, last}
        assert last in standing

    restorer.restore(backup, quiet)
    assert entries(folder, clock) == had
    assert [path.name for path in folder.parent.glob("*.restoring-*")] == []


@needs_mount
@pytest.mark.parametrize("room", [8, 100, 240])
def test_no_room_to_unpack_is_said_and_changes_nothing(
    folder, backup, clock, quiet, tmp_path, room
):
    size = sum(path.stat().st_size for path in folder.iterdir()) // 1024
    with small_disk(tmp_path / "small", f"{size + 24 + room}k") as disk:
        small = copy_of(folder, disk)
        restorer = restoring(small, with_passphrase(PAT, PASSPHRASE), clock)

        with pytest.raises(Trouble) as full:
            restorer.restore(backup, quiet)

        assert full.value.code == "restore_no_room"
        assert [path.name for path in disk.iterdir()] == [small.name]
        assert entries(small, clock) == entries(folder, clock)
