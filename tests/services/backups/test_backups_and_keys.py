"""Backups from before a change of keys: told apart, and opened with the secrets of their time."""

import pytest

from sharebook.bootstrap.keys import KeyKeeping
from sharebook.bootstrap.opening import open_register
from sharebook.bootstrap.restores import restoring, with_passphrase
from sharebook.domain.backups import Proof
from sharebook.domain.errors import Refused
from sharebook.vault.strength import LEAST
from tests.services.backups.backed_up import PASSPHRASE, PAT, entries, opened, record

pytestmark = pytest.mark.slow
NEW = "comet gravel harbour lantern quilt"


@pytest.fixture
def renewed(folder, backup, clock):
    """The register with a new key and a new passphrase, and two entries more."""
    desk = opened(folder, clock)
    keys = KeyKeeping(desk._access, clock, LEAST)
    desk.close()
    keys.change_passphrase(PASSPHRASE, NEW, known_to_others=True)
    desk = open_register(folder, PAT, NEW, clock)
    record(desk, 2)
    yield desk
    desk.close()


def test_older_backups_are_neither_called_whole_nor_damaged(renewed, backup, quiet):
    renewed.backing_up.make(quiet)

    found = {each.file: each.proof for each in renewed.backing_up.proved(quiet)}

    assert found.pop(backup) is Proof.OTHER_KEY
    assert list(found.values()) == [Proof.WHOLE]


def test_an_older_backup_opens_with_the_passphrase_of_its_time(
    renewed, backup, folder, clock, quiet
):
    last = renewed.register.head().seq
    renewed.close()
    then, now = with_passphrase(PAT, PASSPHRASE), with_passphrase(PAT, NEW)

    with pytest.raises(Refused):
        restoring(folder, now, clock).preview(backup, quiet)
    assert restoring(folder, then, clock).preview(backup, quiet).lost is None
    restored = restoring(folder, then, clock, in_use=now).restore(backup, quiet)

    assert restored.preview.lost
    assert restored.kept_as
    assert restored.preview.lost.count == 2
    assert entries(folder, clock) == last - 2
    back = restoring(folder, now, clock, in_use=then).restore(restored.kept_as, quiet)
    assert back.preview.lost
    assert back.preview.lost.count == 0
    desk = open_register(folder, PAT, NEW, clock)
    assert desk.register.head().seq == last
    desk.close()


def test_a_window_open_over_a_change_of_keys_leaves_without_a_bad_backup(
    folder, backup, clock, quiet
):
    window = opened(folder, clock)
    KeyKeeping(window._access, clock, LEAST).change_passphrase(
        PASSPHRASE, NEW, known_to_others=True
    )
    with pytest.raises(Refused):
        record(window)
    window.leave(quiet)

    desk = open_register(folder, PAT, NEW, clock)
    assert [each.file for each in desk.backing_up.proved(quiet)] == [backup]
    desk.close()
