"""The program is killed while keys change, again and again: nobody is ever locked out.

It is the head's program, so every change is one of both files; each entry that was acknowledged is
in both of them, and one that was not is in both or in neither.
"""

import os
import shutil
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from random import Random

import pytest

from sharebook.bootstrap.access import Access
from sharebook.bootstrap.keys import new_code
from sharebook.bootstrap.opening import access, access_with_recovery
from sharebook.domain.errors import Refused
from sharebook.store.generation import read_generation
from sharebook.store.opening import open_database
from sharebook.store.register import SqlRegister
from sharebook.store.sqlite import number
from sharebook.vault.bundle import Bundle
from sharebook.vault.key_disk import read_key_file
from tests.conftest import Quiet
from tests.reliability.conftest import forked
from tests.reliability.processes import OTHERS, PATIENCE, begin, kill
from tests.vault.key_changer import (
    CLOCK,
    CYCLE,
    HELPER,
    HELPERS_OWN,
    WHO,
    State,
    add_helpers,
    change_for_ever,
    following,
)
from tests.vault.school import PASSPHRASES, PAT, PUPILS, Small, files

__all__ = ["forked"]
ROUNDS = 120 if "SHAREBOOK_LONG" in os.environ else 40
LONGEST = 0.4  # seconds until the kill; a change takes 0.02 to 0.6


@dataclass
class Killer:
    """Starts the changer, kills it, and works out how the keys may stand then."""

    codes: tuple[str, ...]
    told: Path
    random: Random
    state: State

    def round(self, found: Access, seed: int) -> tuple[State, State]:
        """Return the last acknowledged state, and the one that may just have come true."""
        process = begin(change_for_ever, self.told, found, self.state, self.codes, seed)
        assert kill(process, self.random.uniform(0, LONGEST)), "the changer ended by itself"
        return self._read()

    def _read(self) -> tuple[State, State]:
        state, begun = self.state, self.state
        for line in self.told.read_text().split("\n")[1:-1]:
            if line == "done":
                state = begun
            else:
                begun = following(state, line, len(self.codes))
        return state, begun


def opened(small: Small, who: str, passphrase: str) -> Access | None:
    try:
        return access(small.folder, who, passphrase, CLOCK)
    except Refused as refused:
        if refused.code != "wrong_passphrase":
            raise
        return None


def opened_by_sheet(small: Small, code: str) -> Access | None:
    try:
        return access_with_recovery(small.folder, code, CLOCK)
    except Refused as refused:
        if refused.code != "recovery_wrong":
            raise
        return None


def holds_everything(small: Small, found: Access) -> int:
    """Return how many entries there are, the same number in both files."""
    keys = read_key_file(Bundle(small.folder))
    with closing(open_database(found.database, found.data_key)) as connection:
        assert number(connection, "SELECT count(*) FROM pupil") == PUPILS
        assert read_generation(connection) == keys.generation
        entries = number(connection, "SELECT count(*) FROM recipient")
    if found.sealed:
        with closing(open_database(found.sealed.database, found.sealed.data_key)) as sealed:
            assert number(sealed, "SELECT count(*) FROM recipient") == entries
            assert read_generation(sealed) == keys.sealed_generation
    return entries


def helper_opens(small: Small) -> bool:
    if read_key_file(Bundle(small.folder)).person(HELPER.name) is None:
        return False
    found = opened(small, HELPER.name, HELPERS_OWN)
    assert found
    assert found.sealed
    holds_everything(small, found)
    return True


def the_office(small: Small) -> Access:
    found = opened(small, PAT, PASSPHRASES[PAT])
    assert found, "who changed nothing is locked out"
    assert found.sealed is None
    return found


def settled(small: Small, killer: Killer, may_be: tuple[State, State]) -> State:
    """Open for everybody, and return how the keys do stand."""
    office_first = killer.random.random() < 0.5
    if office_first:
        holds_everything(small, the_office(small))
    numbers = sorted({state.passphrase for state in may_be})
    mine = [each for number in numbers if (each := opened(small, WHO, CYCLE[number]))]
    sheets = sorted({state.sheet for state in may_be})
    good = [each for number in sheets if (each := opened_by_sheet(small, killer.codes[number]))]
    assert (len(mine), len(good)) == (1, 1)
    assert mine[0].sealed == good[0].sealed is not None
    entries = holds_everything(small, mine[0])
    assert entries == holds_everything(small, the_office(small))
    right = next(number for number in numbers if opened(small, WHO, CYCLE[number]))
    sheet = next(number for number in sheets if opened_by_sheet(small, killer.codes[number]))
    found = State(right, sheet, helper_opens(small), entries)
    assert found in may_be
    return found


@pytest.mark.slow
def test_two_processes_that_change_keys_at_once_lose_nobody(small: Small, forked: None):
    found = opened(small, WHO, CYCLE[0])
    assert found
    teams = [tuple(f"Helper {team}{number}" for number in "123") for team in "AB"]
    changers = [OTHERS.Process(target=add_helpers, args=(found, team)) for team in teams]
    for changer in changers:
        changer.start()
    for changer in changers:
        changer.join(PATIENCE)
        assert changer.exitcode == 0
        changer.close()
    keys = read_key_file(Bundle(small.folder))
    assert {name for team in teams for name in team} <= {slot.name for slot in keys.people}
    holds_everything(small, the_office(small))


@pytest.mark.slow
def test_nobody_is_locked_out_however_often_the_program_is_killed(
    small_template: Small,
    tmp_path: Path,
    quiet: Quiet,
    forked: None,
):
    folder = Path(shutil.copytree(small_template.folder, tmp_path / "Example Lane.sharebook"))
    codes = (small_template.code, new_code(), new_code())
    random = Random(20260914)  # noqa: S311  # when to kill is no secret
    small = Small(folder, codes[0])
    killer = Killer(codes, tmp_path / "told", random, State())
    unfinished = 0
    for seed in range(ROUNDS):
        as_head = opened(small, WHO, CYCLE[killer.state.passphrase])
        assert as_head
        may_be = killer.round(as_head, seed)
        killer.state = settled(small, killer, may_be)
        keys = read_key_file(Bundle(folder))
        tidied = [keys.database, "register.keys", "register.keys.bak", keys.sealed]
        assert [name for name in files(small) if not name.endswith("-journal")] == tidied
        unfinished += may_be[0] != may_be[1]
    assert unfinished, "no kill fell into a change"
    assert killer.state.entries, "no entry was written"
    found = access(folder, WHO, CYCLE[killer.state.passphrase], CLOCK)
    assert found.sealed
    for file in (found, found.sealed):
        with closing(open_database(file.database, file.data_key)) as connection:
            assert list(SqlRegister(connection, CLOCK).verify(quiet)) == []
