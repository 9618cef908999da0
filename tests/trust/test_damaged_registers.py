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
from tests.trust.registers import Kept, everything, kept, make, opened, seal_away, work

HARMED = 2000 if os.environ.get("SHAREBOOK_LONG") else 100
REFUSED, FOUND, SOUND = "refused", "found by check", "all is well"


def outcome(folder: Path, heads_register: Kept) -> str:
    """Open and check a register as the program does; what is wrong with the program is raised."""
    try:
        desk = opened(folder)
        with closing(desk):
            return _said_of(desk, heads_register)
    except SharebookError as refused:
        return REFUSED if told(refused) else "refused without a word"


def _said_of(desk: Desk, heads_register: Kept) -> str:
    assert desk.compartment is not None
    checks = [desk.checking.check(Quiet()), desk.compartment.checking.check(Quiet())]
    assert all(told(finding) for health in checks for finding in health.findings)
    if not all(health.ok for health in checks):
        return FOUND
    assert everything(desk) == heads_register.told, "all is well, but it tells another story"
    return SOUND


def contents(folder: Path) -> dict[str, bytes | None]:
    """Return what stands in the two data files; None for one that is gone."""
    return {
        name: (folder / name).read_bytes() if (folder / name).exists() else None
        for name in ("register-1.db", "sealed-1.db")
    }


def harmed_and_looked_at(heads_register: Kept, folder: Path, chance: Random) -> tuple[str, str]:
    shutil.copytree(heads_register.folder, folder)
    kind = harm(folder, chance)
    before = contents(folder)
    found = outcome(folder, heads_register)
    assert before == contents(folder), f"{kind}: looking changed the file"
    as_it_was = before == contents(heads_register.folder)
    assert found != SOUND or as_it_was, f"{kind}: changed, and all is well"
    shutil.rmtree(folder)
    return kind, found


@pytest.fixture(scope="module")
def heads_register(tmp_path_factory: pytest.TempPathFactory) -> Kept:
    """A register with sealed entries, as the head sees it; nobody may change it."""
    folder = tmp_path_factory.mktemp("harmed") / "Example Lane.sharebook"
    make(folder, "head")
    with closing(opened(folder)) as desk:
        work(desk, 150, seed=4)
        seal_away(desk, 12)
    return kept(folder)


@pytest.mark.slow
def test_no_harm_goes_unseen_and_none_brings_the_program_down(heads_register, tmp_path):
    chance = Random(2026)  # noqa: S311 - the same harm each time
    seen = Counter(
        harmed_and_looked_at(heads_register, tmp_path / str(number), chance)
        for number in range(HARMED)
    )

    for (kind, found), count in sorted(seen.items()):
        sys.stdout.write(f"{count:5}  {kind:45} {found}\n")
    assert seen.total() == HARMED
    assert {found for _, found in seen} == {REFUSED, FOUND, SOUND}


@pytest.mark.parametrize("name", ["register-1.db", "sealed-1.db"])
@pytest.mark.parametrize("kind", DATA)
def test_a_register_harmed_in_one_way_is_never_taken_for_whole(
    name, kind, heads_register, tmp_path
):
    folder = Path(shutil.copytree(heads_register.folder, tmp_path / "Harmed.sharebook"))
    DATA[kind](folder / name, Random(kind))  # noqa: S311 - the same harm each time

    changed = contents(folder) != contents(heads_register.folder)
    assert (outcome(folder, heads_register) == SOUND) is not changed


def test_the_same_register_unharmed_is_well(heads_register, tmp_path):
    folder = Path(shutil.copytree(heads_register.folder, tmp_path / "Unharmed.sharebook"))

    assert outcome(folder, heads_register) == SOUND
