"""What is no backup of this register, or no backup at all, changes nothing."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from sharebook.bootstrap.restores import restoring, with_passphrase
from sharebook.domain.errors import Refused, Trouble
from sharebook.vault.writer_lock import WriterLock
from tests.services.backups.backed_up import (
    PASSPHRASE,
    PAT,
    everything,
    left_over,
    make,
    opened,
    record,
)

pytestmark = pytest.mark.slow
DESKTOP = Path(__file__).parents[3] / "desktop"


def refused(restorer, file, quiet, folder):
    before = everything(folder.parent)
    with pytest.raises((Refused, Trouble)) as stopped:
        restorer.restore(file, quiet)
    after = everything(folder.parent)
    lock = f"{folder.name}/writer.lock"
    assert {**after, lock: b""} == {**before, lock: b""}
    assert left_over(folder.parent) == []
    return stopped.value.code


def test_another_passphrase_opens_no_backup(folder, backup, clock, quiet):
    other = restoring(folder, with_passphrase(PAT, "walrus gravel comet teapot"), clock)

    assert refused(other, backup, quiet, folder) == "restore_wrong_passphrase"


def test_another_school_s_backup_is_refused(folder, clock, quiet, tmp_path, restorer, place):
    stranger = tmp_path / "strange" / "Other Lane.sharebook"
    make(stranger, clock)
    desk = opened(stranger, clock)
    file = desk.backing_up.make(quiet).backup.file
    desk.close()

    assert refused(restorer, file, quiet, folder) == "restore_other_register"


def test_the_register_in_use_is_no_backup_of_itself(folder, backup, restorer, quiet):
    assert refused(restorer, folder, quiet, folder) == "restore_same_register"


@pytest.mark.parametrize("part", [0.0, 0.02, 0.3, 0.7, 0.999])
def test_a_flipped_byte_anywhere_is_refused(folder, backup, restorer, quiet, part):
    content = bytearray(backup.read_bytes())
    content[int(len(content) * part)] ^= 1
    backup.write_bytes(content)

    assert refused(restorer, backup, quiet, folder) in {
        "backup_damaged",
        "register_damaged",
        "keys_changed",
        "keys_damaged",
        "backup_unreadable",
    }


@pytest.mark.parametrize("left", [0, 100, -1, -64, -5000])
def test_a_cut_backup_is_refused(folder, backup, restorer, quiet, left):
    backup.write_bytes(backup.read_bytes()[:left])

    assert refused(restorer, backup, quiet, folder) == "backup_damaged"


def test_a_backup_that_is_not_there_is_said_so(folder, backup, restorer, quiet):
    backup.unlink()

    assert refused(restorer, backup, quiet, folder) == "backup_unreadable"


def test_nothing_is_restored_while_somebody_writes(folder, backup, clock, quiet, monkeypatch):
    def being_written(_self: WriterLock) -> None:
        raise Refused("register_being_written_by_somebody")

    restorer = restoring(folder, with_passphrase(PAT, PASSPHRASE), clock)
    monkeypatch.setattr(WriterLock, "take", being_written)

    assert refused(restorer, backup, quiet, folder) == "register_being_written_by_somebody"


def test_a_window_left_open_over_a_restore_writes_nothing(folder, backup, clock, quiet, restorer):
    window = opened(folder, clock)
    restorer.restore(backup, quiet)

    with pytest.raises(Refused) as stale:
        record(window)

    assert stale.value.code == "register_moved_on"
    window.close()


def test_a_live_register_is_not_restored_into_a_synced_folder(
    folder, backup, clock, quiet, tmp_path
):
    target = tmp_path / "OneDrive" / "Example Lane.sharebook"
    elsewhere = restoring(target, with_passphrase(PAT, PASSPHRASE), clock)

    with pytest.raises(Refused) as synced:
        elsewhere.restore(backup, quiet)

    assert synced.value.code == "place_synced"
    assert not target.parent.exists()


def test_a_restore_that_was_killed_is_cleared_away_by_the_next(
    folder, backup, restorer, clock, quiet
):
    left = folder.with_name("Example Lane.restoring-12345678")
    shutil.copytree(folder, left)

    restorer.restore(backup, quiet)

    assert not left.exists()


HOLDER = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from sharebook.vault.writer_lock import WriterLock

class Now:
    def now(self):
        return datetime.now(UTC)

WriterLock(Path(sys.argv[1]), "Anna Field", Now()).take()
print("held", flush=True)
sys.stdin.read()
"""


@pytest.mark.parametrize("which", ["kept", "live"])
def test_a_register_somebody_writes_in_is_not_moved(folder, backup, restorer, clock, quiet, which):
    kept = restorer.restore(backup, quiet).kept_as
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(kept if which == "kept" else folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(DESKTOP)},
    )
    assert holder.stdout
    assert holder.stdout.readline() == "held\n"

    with pytest.raises(Refused) as stopped:
        restorer.restore(kept, quiet)

    holder.communicate()
    assert stopped.value.code == "register_being_written"
    assert stopped.value.facts["who"] == "Anna Field"
    assert kept.exists()
    restorer.restore(kept, quiet)
