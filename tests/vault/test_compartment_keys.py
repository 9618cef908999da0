"""Who holds the compartment's key, who gives it to whom, and which keys change."""

import json
import shutil
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from sharebook.bootstrap.access import Access
from sharebook.bootstrap.keys import KeyKeeping, new_code
from sharebook.bootstrap.opening import access, access_with_recovery
from sharebook.domain.errors import Refused, Trouble
from sharebook.domain.names import Code
from sharebook.domain.people import Person
from sharebook.store.opening import open_database
from sharebook.store.sqlite import number
from sharebook.vault.bundle import Bundle
from sharebook.vault.key_disk import read_key_file
from sharebook.vault.key_file import KeyFile
from sharebook.vault.strength import LEAST
from tests.conftest import StillClock
from tests.vault.school import (
    ANOTHER,
    PASSPHRASES,
    PAT,
    QUINN,
    THEO,
    Small,
    files,
    keeping,
    keeping_with_sheet,
)

LEAD = Person("Robin Standin", Code("safeguarding_lead"))
HEAD = Person("Sam Placeholder", Code("head"))
LABELS = (  # every word that anything here derives a key with
    b"Sharebook key file",
    b"Sharebook backup file",
    b"Sharebook recovery key",
    b"Sharebook compartment holders",
    b"Sharebook recovery check",
)
OLD = Path(__file__).parents[1] / "samples" / "registers" / "schema-2-keys-1"


def keys_of(small: Small) -> KeyFile:
    return read_key_file(Bundle(small.folder))


def opens(found: Access) -> bool:
    """Tell whether the compartment opens with what was found."""
    assert found.sealed
    with closing(open_database(found.sealed.database, found.sealed.data_key)) as connection:
        return number(connection, "SELECT count(*) FROM meta") > 0


# ---------------------------------------------------------------------------- who holds it


def test_head_and_sheet_hold_it_and_nobody_else(small: Small, clock: StillClock):
    assert opens(access(small.folder, THEO, PASSPHRASES[THEO], clock))
    assert opens(access_with_recovery(small.folder, small.code, clock))
    for who in (PAT, QUINN):
        assert access(small.folder, who, PASSPHRASES[who], clock).sealed is None
        slot = keys_of(small).person(who)
        assert slot
        assert slot.sealed_key == b""


def test_the_two_keys_are_two(small: Small, clock: StillClock):
    found = access(small.folder, THEO, PASSPHRASES[THEO], clock)
    assert found.sealed
    assert found.sealed.data_key != found.data_key


@pytest.mark.parametrize("who", [LEAD, HEAD])
def test_a_holder_lets_the_next_one_in(small: Small, clock: StillClock, who: Person):
    keeping(small, clock, THEO).add(who, ANOTHER)
    assert opens(access(small.folder, who.name, ANOTHER, clock))


@pytest.mark.parametrize("who", [LEAD, HEAD])
def test_the_office_lets_nobody_in(small: Small, clock: StillClock, who: Person):
    with pytest.raises(Refused, match="needs_compartment_holder"):
        keeping(small, clock).add(who, ANOTHER)
    assert keys_of(small).person(who.name) is None


def test_the_office_takes_no_holder_off_and_makes_no_sheet(small: Small, clock: StillClock):
    before = Bundle(small.folder).keys.read_bytes()
    with pytest.raises(Refused, match="needs_compartment_holder"):
        keeping(small, clock).remove(THEO)
    with pytest.raises(Refused, match="needs_compartment_holder_for_sheet"):
        keeping(small, clock).replace_sheet(new_code())
    assert Bundle(small.folder).keys.read_bytes() == before


def test_where_only_a_lost_sheet_held_it_a_new_one_begins_it_anew(small: Small, clock: StillClock):
    keeping_with_sheet(small, clock).remove(THEO)
    code = new_code()
    found = keeping(small, clock).replace_sheet(code, known_to_others=True)
    assert found.sealed is None
    again = access_with_recovery(small.folder, code, clock)
    assert opens(again)
    assert again.sealed
    assert again.sealed.database.name == "sealed-3.db"
    assert "sealed-2.db" in files(small)  # for the old sheet and a backup of the time


# ---------------------------------------------------------------------------- which keys change


@pytest.mark.parametrize(("going", "renews"), [(LEAD.name, True), (QUINN, False)])
def test_taking_off_a_holder_renews_both_keys_and_others_one(
    small: Small, clock: StillClock, going: str, *, renews: bool
):
    keys = keeping(small, clock, THEO)
    keys.add(LEAD, ANOTHER)
    before = keys.access
    after = keys.remove(going)
    assert before.sealed
    assert after.sealed
    assert after.data_key != before.data_key
    assert (after.sealed.data_key != before.sealed.data_key) is renews
    assert before.sealed.database.exists() is not renews
    assert opens(access(small.folder, THEO, PASSPHRASES[THEO], clock))
    assert opens(access_with_recovery(small.folder, small.code, clock))


@pytest.mark.parametrize("known", [False, True])
def test_a_holders_new_passphrase_opens_it_and_renews_it_where_the_old_is_known(
    small: Small, clock: StillClock, *, known: bool
):
    keys = keeping(small, clock, THEO)
    keys.change_passphrase(PASSPHRASES[THEO], ANOTHER, known_to_others=known)
    assert opens(access(small.folder, THEO, ANOTHER, clock))
    assert (keys_of(small).sealed == "sealed-2.db") is known


def test_a_holders_lost_passphrase_is_replaced_with_the_sheet(small: Small, clock: StillClock):
    keeping_with_sheet(small, clock).replace_lost_passphrase(THEO, ANOTHER, known_to_others=True)
    assert opens(access(small.folder, THEO, ANOTHER, clock))


def test_the_office_renews_its_own_key_and_leaves_the_compartment_alone(
    small: Small, clock: StillClock
):
    before = keys_of(small)
    content = (small.folder / before.sealed).read_bytes()
    keeping(small, clock).change_passphrase(PASSPHRASES[PAT], ANOTHER, known_to_others=True)
    after = keys_of(small)
    assert after.database != before.database
    assert (after.sealed, after.sealed_generation) == (before.sealed, before.sealed_generation)
    assert (small.folder / after.sealed).read_bytes() == content
    assert opens(access(small.folder, THEO, PASSPHRASES[THEO], clock))


def test_an_office_person_tidies_what_a_holders_change_left(
    small: Small, clock: StillClock, monkeypatch: pytest.MonkeyPatch
):
    keys = keeping(small, clock, THEO)
    with monkeypatch.context() as patched:
        patched.setattr("sharebook.bootstrap.keys.finish", lambda *_ignored: None)
        keys.change_passphrase(PASSPHRASES[THEO], ANOTHER, known_to_others=True)
    assert {"sealed-1.db", "sealed-2.db"} <= set(files(small))
    access(small.folder, PAT, PASSPHRASES[PAT], clock)
    assert files(small) == ["register-2.db", "register.keys", "register.keys.bak", "sealed-2.db"]


# ---------------------------------------------------------------------------- older registers


@pytest.fixture
def old(tmp_path: Path) -> tuple[Path, dict[str, Any]]:
    """A register of before there were compartments."""
    folder = shutil.copytree(OLD / "register", tmp_path / "Example Lane.sharebook")
    return Path(folder), json.loads((OLD / "holds.json").read_text(encoding="utf-8"))


def test_the_office_opens_an_older_register_as_it_is(
    old: tuple[Path, dict[str, Any]], clock: StillClock
):
    folder, holds = old
    before = Bundle(folder).keys.read_bytes()
    assert access(folder, PAT, holds["people"][PAT], clock).sealed is None
    keys = KeyKeeping(access(folder, PAT, holds["people"][PAT], clock), clock, LEAST)
    assert Bundle(folder).keys.read_bytes() == before
    keys.add(Person("Quinn Samplewright", Code("dpo")), ANOTHER)
    assert read_key_file(Bundle(folder)).format == 1
    keys.remove(QUINN)
    assert read_key_file(Bundle(folder)).sealed == ""


@pytest.mark.parametrize("with_sheet", [False, True])
def test_an_older_register_gets_a_compartment_when_a_holder_opens_it(
    old: tuple[Path, dict[str, Any]], clock: StillClock, *, with_sheet: bool
):
    folder, holds = old
    sheet, head = holds["recovery_code"], holds["people"][THEO]
    if with_sheet:
        found = access_with_recovery(folder, sheet, clock)
    else:
        found = access(folder, THEO, head, clock)
    assert opens(found)
    assert read_key_file(Bundle(folder)).format == 2
    assert access(folder, THEO, head, clock).sealed == found.sealed
    assert access_with_recovery(folder, sheet, clock).sealed == found.sealed
    assert access(folder, PAT, holds["people"][PAT], clock).sealed is None


def test_an_older_register_that_cannot_be_written_opens_without_one(
    old: tuple[Path, dict[str, Any]], clock: StillClock, monkeypatch: pytest.MonkeyPatch
):
    def refuse(*_ignored: object) -> None:
        raise Trouble("keys_not_written", folder="", reason="")

    folder, holds = old
    with monkeypatch.context() as patched:
        patched.setattr("sharebook.bootstrap.held_keys.commit_key_file", refuse)
        assert access(folder, THEO, holds["people"][THEO], clock).sealed is None
    assert not list(folder.glob("sealed-*"))
    assert opens(access(folder, THEO, holds["people"][THEO], clock))
