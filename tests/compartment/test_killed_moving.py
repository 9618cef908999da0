"""Killed while an entry moves: it stands in one of the two logs, never in both, never in neither.

Its file is where the entry is, whole, and nowhere else.

The folder is renamed after every other kill, as when it is restored elsewhere or reached over
another drive letter: SQLite's own joining of two journals goes by the whole path.
"""

import os
import random
from pathlib import Path

import pytest

from sharebook.domain.attachments import Copy
from sharebook.domain.disclosures import Disclosure
from sharebook.domain.entries import standing
from sharebook.domain.names import PupilId
from sharebook.vault.joined_journals import settle_joined
from tests.compartment.mover import move_for_ever
from tests.compartment.school import PAT, Keys, compartment_of, opened
from tests.reliability.conftest import forked
from tests.reliability.processes import begin, kill

__all__ = ["forked"]

KILLS = 40 if os.environ.get("SHAREBOOK_LONG") == "1" else 6


def kill_a_mover(keys: Keys, told: Path, chance: random.Random) -> list[str]:
    """Start a mover, kill it at any moment, and return the moves it acknowledged."""
    mover = begin(move_for_ever, told, keys.lead)
    assert kill(mover, chance.uniform(0.02, 1.2)), "the mover ended by itself"
    return told.read_text().split("\n")[1:-1]


def with_files(keys: Keys, clock) -> None:
    """Attach a file to every entry of the open log, a little over what one page holds."""
    desk = opened(keys.lead, clock)
    for number in (1, 2, 3):
        desk.attaching.attach(number, [Copy("letter.txt", b"%d" % number * 9000)], PAT)
    desk.close()


def look(keys: Keys, clock, quiet) -> dict[bool, set[tuple[frozenset[PupilId], bytes]]]:
    """Return whom the standing entries of each log are about, and the bytes of their file.

    Both files are proved first; that a file must still be written anew is no fault.
    """
    found = {}
    for access, inside in ((keys.office, False), (keys.lead, True)):
        desk = opened(access, clock)
        log = compartment_of(desk) if inside else desk
        assert {each.code for each in log.register.verify(quiet)} <= {"check_disposal_unswept"}
        found[inside] = {
            (frozenset(each.record.cohort), log.attaching.read(file.record.id)[1])
            for each in standing(log.register.current(Disclosure))
            for file in log.attaching.of(each.record.number)
        }
        assert len(log.attaching.entries()) == len(found[inside])
        desk.close()
    return found


@pytest.mark.slow
def test_an_entry_stands_in_exactly_one_log_whenever_the_mover_dies(
    keys, clock, quiet, tmp_path, forked
):
    chance = random.Random(20261121)  # noqa: S311 - not a secret
    with_files(keys, clock)
    everyone = look(keys, clock, quiet)[False]
    acknowledged = 0

    for turn in range(KILLS):
        acknowledged += len(kill_a_mover(keys, tmp_path / "told", chance))
        if turn % 2:
            keys = keys.renamed(keys.folder.with_name(f"Moved {turn}.sharebook"))
        settle_joined(keys.folder, PAT, clock)
        found = look(keys, clock, quiet)

        assert found[True] | found[False] == everyone
        assert not found[True] & found[False]
        assert not list(keys.folder.glob("*-mj*"))

    assert acknowledged
