"""Registers harmed at random: refused, or found by the check, or nothing is amiss."""

import os
import shutil
import sys
from collections import Counter
from contextlib import closing
from pathlib import Path
from random import Random

import pytest

from sharebook.bootstrap.desk import Desk
from sharebook.domain.errors import SharebookError
from sharebook.words.sentences import told
from tests.conftest import Quiet
from tests.trust.damage import DATA, harm
from tests.trust.registers import Kept, everything, opened

HARMED = 2000 if os.environ.get("SHAREBOOK_LONG") else 100
REFUSED, FOUND, SOUND = "refused", "found by check", "all is well"


def outcome(folder: Path, template: Kept) -> str:
    """Open and check a register as the program does; what is wrong with the program is raised."""
    try:
        desk = opened(folder)
        with closing(desk):
            return _said_of(desk, template)
    except SharebookError as refused:
        return REFUSED if told(refused) else "refused without a word"


def _said_of(desk: Desk, template: Kept) -> str:
    health = desk.checking.check(Quiet())
    assert all(map(told, health.findings))
    if not health.ok:
        return FOUND
    assert everything(desk) == template.told, "all is well, but it tells another story"
    return SOUND


def is_as_it_was(folder: Path, template: Kept) -> bool:
    return (folder / "register-1.db").read_bytes() == template.database.read_bytes()


def harmed_and_looked_at(template: Kept, folder: Path, chance: Random) -> tuple[str, str]:
    shutil.copytree(template.folder, folder)
    kind = harm(folder, chance)
    data = folder / "register-1.db"
    before = data.read_bytes() if data.exists() else None
    found = outcome(folder, template)
    after = data.read_bytes() if data.exists() else None
    assert before == after, f"{kind}: looking changed the file"
    assert found != SOUND or is_as_it_was(folder, template), f"{kind}: changed, and all is well"
    shutil.rmtree(folder)
    return kind, found


@pytest.mark.slow
def test_no_harm_goes_unseen_and_none_brings_the_program_down(template, tmp_path):
    chance = Random(2026)  # noqa: S311 - the same harm each time
    seen = Counter(
        harmed_and_looked_at(template, tmp_path / str(number), chance) for number in range(HARMED)
    )

    for (kind, found), count in sorted(seen.items()):
        sys.stdout.write(f"{count:5}  {kind:45} {found}\n")
    assert seen.total() == HARMED
    assert {found for _, found in seen} == {REFUSED, FOUND, SOUND}


@pytest.mark.parametrize("kind", DATA)
def test_a_register_harmed_in_one_way_is_never_taken_for_whole(kind, template, folder):
    data = folder / "register-1.db"
    DATA[kind](data, Random(kind))  # noqa: S311 - the same harm each time

    changed = not data.exists() or not is_as_it_was(folder, template)
    assert (outcome(folder, template) == SOUND) is not changed


def test_the_same_register_unharmed_is_well(template, folder):
    assert outcome(folder, template) == SOUND
