"""Killed while an entry moves: it stands in one of the two logs, never in both, never in neither.

Its file is where the entry is, whole, and nowhere else.

The folder is renamed after every other kill, as when it is restored elsewhere or reached over
another drive letter: SQLite's own joining of two journals goes by the whole path.
"""

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from sharebook.domain.attachments import Copy
from sharebook.domain.disclosures import Disclosure
from sharebook.domain.entries import standing
from sharebook.domain.names import PupilId
from sharebook.vault.joined_journals import settle_joined
from tests.compartment.mover import told
from tests.compartment.school import PAT, Keys, compartment_of, opened

KILLS = 40 if os.environ.get("SHAREBOOK_LONG") == "1" else 6
ROOT = Path(__file__).parents[2]
MOVER = [sys.executable, "-m", "tests.compartment.mover"]


def kill_a_mover(keys: Keys, chance: random.Random) -> list[str]:
    """Start a mover, kill it at any moment, and return the moves it acknowledged."""
    environment = os.environ | {"PYTHONPATH": f"{ROOT / 'desktop'}{os.pathsep}{ROOT}"}
    mover = subprocess.Popen(
        MOVER, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT, env=environment
    )
    assert mover.stdin is not None
    assert mover.stdout is not None
    mover.stdin.write(told(keys.lead) + "\n")
    mover.stdin.flush()
    assert mover.stdout.readline() == "ready\n"
    time.sleep(chance.uniform(0.02, 1.2))  # the moment of the kill, not a wait for anything
    mover.kill()
    said, _ = mover.communicate()
    return said.splitlines()


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
def test_an_entry_stands_in_exactly_one_log_whenever_the_mover_dies(keys, clock, quiet):
    chance = random.Random(20261121)  # noqa: S311 - not a secret
    with_files(keys, clock)
    everyone = look(keys, clock, quiet)[False]
    acknowledged = 0

    for turn in range(KILLS):
        acknowledged += len(kill_a_mover(keys, chance))
        if turn % 2:
            keys = keys.renamed(keys.folder.with_name(f"Moved {turn}.sharebook"))
        settle_joined(keys.folder, PAT, clock)
        found = look(keys, clock, quiet)

        assert found[True] | found[False] == everyone
        assert not found[True] & found[False]
        assert not list(keys.folder.glob("*-mj*"))

    assert acknowledged
