"""Passphrases that are changed, known to others or lost, and sheets that are replaced."""

import shutil
from pathlib import Path

import pytest

from sharebook.bootstrap.keys import new_code
from sharebook.bootstrap.opening import access, access_with_recovery
from sharebook.domain.errors import Refused, Trouble
from sharebook.domain.names import Code
from sharebook.domain.people import Person
from sharebook.vault.bundle import Bundle
from sharebook.vault.key_disk import read_key_file
from tests.conftest import StillClock
from tests.vault.school import (
    ANOTHER,
    PASSPHRASES,
    PAT,
    PUPILS,
    QUINN,
    ROLES,
    THEO,
    Small,
    everybody_finds_everything,
    keeping,
    keeping_with_sheet,
    pupils,
)

NEW = Person("Robin Standin", Code("office"))

# ---------------------------------------------------------------------------- passphrases


@pytest.mark.parametrize("known_to_others", [False, True])
def test_a_new_passphrase_opens_and_the_old_one_does_not(
    small: Small, clock: StillClock, *, known_to_others: bool
):
    keys = keeping(small, clock, QUINN)
    keys.change_passphrase(PASSPHRASES[QUINN], ANOTHER, known_to_others=known_to_others)
    assert pupils(small, QUINN, clock, ANOTHER) == PUPILS
    with pytest.raises(Refused, match="wrong_passphrase"):
        access(small.folder, QUINN, PASSPHRASES[QUINN], clock)
    everybody_finds_everything(small, clock, QUINN)


def test_a_known_passphrase_and_the_old_key_file_open_nothing_written_afterwards(
    small: Small, clock: StillClock, tmp_path: Path
):
    old = shutil.copy(Bundle(small.folder).keys, tmp_path / "old")
    keys = keeping(small, clock)
    keys.change_passphrase(PASSPHRASES[PAT], ANOTHER, known_to_others=True)
    stolen = tmp_path / "stolen.sharebook"
    shutil.copytree(small.folder, stolen)
    slots = {slot.name: slot for slot in read_key_file(Bundle(stolen)).people}
    shutil.copy(old, Bundle(stolen).keys)
    shutil.copy(stolen / "register-2.db", stolen / "register-1.db")
    with pytest.raises(Trouble):
        access(stolen, PAT, PASSPHRASES[PAT], clock)
    old_slots = {slot.name: slot for slot in read_key_file(Bundle(stolen)).people}
    assert slots[PAT].public_key != old_slots[PAT].public_key  # the old pair unseals nothing new
    assert slots[THEO].public_key == old_slots[THEO].public_key


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        (ANOTHER, ANOTHER, "wrong_passphrase"),
        (PASSPHRASES[PAT], f"  {PASSPHRASES[PAT]} ", "passphrase_same"),
        (PASSPHRASES[PAT], "password1", "passphrase_weak"),
    ],
)
def test_a_passphrase_is_changed_only_for_a_good_one_by_who_knows_the_old(
    small: Small, clock: StillClock, old: str, new: str, code: str
):
    with pytest.raises(Refused) as refused:
        keeping(small, clock).change_passphrase(old, new)
    assert refused.value.code == code
    everybody_finds_everything(small, clock)


def test_a_lost_passphrase_is_replaced_with_the_sheet(small: Small, clock: StillClock):
    keeping_with_sheet(small, clock).replace_lost_passphrase(THEO, ANOTHER)
    assert pupils(small, THEO, clock, ANOTHER) == PUPILS
    assert access(small.folder, THEO, ANOTHER, clock).role == ROLES[THEO]
    with pytest.raises(Refused, match="wrong_passphrase"):
        access(small.folder, THEO, PASSPHRASES[THEO], clock)
    everybody_finds_everything(small, clock, THEO)


def test_nobody_replaces_another_s_passphrase_without_the_sheet(small: Small, clock: StillClock):
    with pytest.raises(Refused, match="needs_recovery_sheet"):
        keeping(small, clock).replace_lost_passphrase(THEO, ANOTHER)


# ---------------------------------------------------------------------------- the sheet


@pytest.mark.parametrize("known_to_others", [False, True])
def test_a_new_sheet_opens_and_the_lost_one_does_not(
    small: Small, clock: StillClock, *, known_to_others: bool
):
    code = new_code()
    keeping(small, clock, THEO).replace_sheet(code, known_to_others=known_to_others)
    with pytest.raises(Refused, match="recovery_wrong"):
        access_with_recovery(small.folder, small.code, clock)
    everybody_finds_everything(Small(small.folder, code), clock)


def test_the_sheet_outlives_every_change(small: Small, clock: StillClock):
    keys = keeping(small, clock)
    keys.add(NEW, ANOTHER)
    keys.remove(NEW.name)
    keys.change_passphrase(PASSPHRASES[PAT], ANOTHER, known_to_others=True)
    access_with_recovery(small.folder, small.code, clock)


def test_a_code_typed_back_wrongly_replaces_no_sheet(small: Small, clock: StillClock):
    with pytest.raises(Refused, match="recovery_mistyped"):
        keeping(small, clock).replace_sheet(new_code()[:-1])
    everybody_finds_everything(small, clock)


def test_no_key_shows_in_messages(small: Small, clock: StillClock):
    found = keeping(small, clock).remove(QUINN)
    assert "data_key" not in repr(found)
