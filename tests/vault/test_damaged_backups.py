"""Backups harmed at random: never taken for whole, never more than a sentence."""

import os
import random
from datetime import UTC, datetime

import pytest

from sharebook.bootstrap.backups import Source, shelves_of
from sharebook.domain.backups import Proof
from sharebook.domain.errors import Trouble
from sharebook.vault.backup_file import prove, read_keys, read_manifest, unpack
from tests.conftest import Quiet, StillClock
from tests.services.backups.backed_up import make, opened

pytestmark = pytest.mark.slow
HARMED = 2000 if os.environ.get("SHAREBOOK_LONG") else 150
TABLES = 400  # bytes at the end of the file: the zip's own


@pytest.fixture(scope="module")
def sound(tmp_path_factory):
    """A backup's bytes and the key it was made under."""
    folder = tmp_path_factory.mktemp("harmed") / "Example Lane.sharebook"
    clock = StillClock(datetime(2026, 9, 14, 9, tzinfo=UTC))
    make(folder, clock)
    desk = opened(folder, clock)
    key = desk._access.data_key
    desk.close()
    made = shelves_of(Source(folder, folder / "register-1.db", key))
    with made.alone():
        return made.make(clock.now(), Quiet()).file.read_bytes(), key


def harmed(content: bytes, chance: random.Random) -> bytes:
    length = len(content)
    spot, other = chance.randrange(length - 4096), chance.randrange(length - 4096)
    some = bytes(chance.randrange(256) for _ in range(chance.randint(1, 60)))
    ways = [
        content[: chance.randrange(length)],
        content + some,
        content[:spot] + some + content[spot:],
        content[:spot] + bytes(4096) + content[spot + 4096 :],
        content[: spot % 4000] + some + content[spot % 4000 + len(some) :],
        content[:spot] + content[other : other + 4096] + content[spot + 4096 :],
        content[:spot] + bytes([content[spot] ^ 1 << chance.randrange(8)]) + content[spot + 1 :],
    ]
    table = length - chance.randint(1, TABLES)
    ways += [content[:table] + bytes([each]) + content[table + 1 :] for each in (0, 255, some[0])]
    return chance.choice(ways)


def test_no_harm_goes_unseen_and_none_brings_the_program_down(sound, tmp_path):
    content, key = sound
    chance = random.Random(2026)  # noqa: S311 - the same harm each time
    file = tmp_path / "harmed.sharebook-backup"
    for number in range(HARMED):
        bad = harmed(content, chance)
        file.write_bytes(bad)
        (out := tmp_path / f"{number}").mkdir()

        for look in (read_manifest, read_keys, lambda each, to=out: unpack(each, to)):
            try:
                look(file)
            except Trouble as trouble:
                assert trouble.code in {"backup_damaged", "backup_newer"}  # noqa: PT017 - either way is right
        assert bad == content or prove(file, key) is not Proof.WHOLE


def test_the_same_bytes_unharmed_are_whole(sound, tmp_path):
    content, key = sound
    file = tmp_path / "sound.sharebook-backup"
    file.write_bytes(content)

    assert prove(file, key) is Proof.WHOLE
