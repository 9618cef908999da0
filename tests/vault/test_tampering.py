"""Whatever somebody edits in the key file, nothing opens as if it were untouched."""

import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from sharebook.domain.errors import SharebookError
from sharebook.domain.names import Code
from sharebook.domain.people import Person
from sharebook.vault import slots
from sharebook.vault.authentic import signed
from sharebook.vault.both_keys import BothKeys
from sharebook.vault.bundle import Bundle
from sharebook.vault.key_disk import read_key_file, write_key_file
from sharebook.vault.strength import LEAST
from sharebook.vault.unlocking import unlock, unlock_with_recovery
from tests.vault.conftest import PASSPHRASE, PERSON, Made

SECOND, THEIR_PASSPHRASE = "Theo Placeholder", "pebble mitten orchard waltz falcon"
Plain = dict[str, Any]


@pytest.fixture(scope="session")
def two_people(template: Made, tmp_path_factory: pytest.TempPathFactory) -> Made:
    """A register of two people, both genuine."""
    folder = tmp_path_factory.mktemp("two") / "Example Lane.sharebook"
    shutil.copytree(template.folder, folder)
    keys, new = read_key_file(Bundle(folder)), template.new
    both = BothKeys(new.data_key, new.sealed_key)
    purpose = slots.Purpose(keys.register_id, keys.database, keys.sealed)
    who = Person(SECOND, Code("head"))
    second = slots.person_slot(who, THEIR_PASSPHRASE, LEAST, both, purpose)
    shared = replace(keys, people=(*keys.people, second))
    write_key_file(Bundle(folder), signed(shared, both))
    return Made(folder, template.new)


@pytest.fixture
def shared(two_people: Made, tmp_path: Path) -> Made:
    folder = tmp_path / two_people.folder.name
    shutil.copytree(two_people.folder, folder)
    return Made(folder, two_people.new)


def edit(folder: Path, change: Callable[[Plain], object]) -> None:
    file = Bundle(folder).keys
    plain = json.loads(file.read_bytes())
    change(plain)
    file.write_text(json.dumps(plain))


def code_of(folder: Path, person: str = PERSON, passphrase: str = PASSPHRASE) -> str:
    with pytest.raises(SharebookError) as failure:
        unlock(folder, person, passphrase)
    return failure.value.code


def swap_data_keys(plain: Plain) -> None:
    first, second = plain["people"]
    first["data_key"], second["data_key"] = second["data_key"], first["data_key"]


def rename_other(plain: Plain) -> None:
    plain["people"][1]["name"] = "Quinn Samplewright"


def make_other_the_head(plain: Plain) -> None:
    plain["people"][0]["role"] = "head"


def delete_other(plain: Plain) -> None:
    del plain["people"][1]


def raise_generation(plain: Plain) -> None:
    plain["generation"] += 1


def rename_data_file(plain: Plain) -> None:
    plain["database"] = "register-2.db"


def rename_school(plain: Plain) -> None:
    plain["school"] = "Another School"


def replace_sheet(plain: Plain) -> None:
    plain["recovery"]["data_key"] = plain["people"][1]["data_key"]


def change_register_id(plain: Plain) -> None:
    plain["register_id"] = "0" * 32


def change_mac(plain: Plain) -> None:
    plain["mac"] = "A" * 43 + "="


@pytest.mark.parametrize(
    "change",
    [
        swap_data_keys,
        rename_other,
        make_other_the_head,
        delete_other,
        raise_generation,
        rename_data_file,
        rename_school,
        replace_sheet,
        change_register_id,
        change_mac,
    ],
)
def test_an_edited_key_file_is_known_once_the_passphrase_is_right(
    shared: Made, change: Callable[[Plain], object]
) -> None:
    edit(shared.folder, change)
    assert code_of(shared.folder) == "keys_changed"


def test_both_people_open_it_while_nobody_edits_it(shared: Made) -> None:
    for person, passphrase in ((PERSON, PASSPHRASE), (SECOND, THEIR_PASSPHRASE)):
        assert unlock(shared.folder, person, passphrase).data_key == shared.new.data_key


def test_the_recovery_sheet_notices_an_edited_key_file_too(shared: Made) -> None:
    edit(shared.folder, raise_generation)
    with pytest.raises(SharebookError, match="keys_changed"):
        unlock_with_recovery(shared.folder, shared.new.recovery_code)


def weaken(plain: Plain) -> None:
    plain["people"][0]["strength"]["passes"] += 1


def use_other_memory(plain: Plain) -> None:
    plain["people"][0]["strength"]["memory"] += 1024


def take_their_public_key(plain: Plain) -> None:
    plain["people"][0]["public_key"] = plain["people"][1]["public_key"]


def take_their_name(plain: Plain) -> None:
    first, second = plain["people"]
    first["name"], second["name"] = second["name"], first["name"]


@pytest.mark.parametrize(
    "change", [weaken, use_other_memory, take_their_public_key, take_their_name]
)
def test_an_edited_slot_does_not_open_with_its_own_passphrase(
    shared: Made, change: Callable[[Plain], object]
) -> None:
    """Nobody can tell it from a wrong passphrase: the same bytes fail to unwrap."""
    edit(shared.folder, change)
    assert code_of(shared.folder) == "wrong_passphrase"


def test_another_registers_key_file_opens_only_its_own_data_key(shared: Made) -> None:
    """Re-sealing a key of one's own cannot pass: the MAC is under the true data key."""
    keys = read_key_file(Bundle(shared.folder))
    purpose = slots.Purpose(keys.register_id, keys.database, keys.sealed)
    forged = slots.recovery_slot(b"f" * 20, BothKeys(b"k" * 32, b"s" * 32), purpose)
    write_key_file(Bundle(shared.folder), replace(keys, recovery=forged))
    assert code_of(shared.folder) == "keys_changed"


@given(data=st.data())
def test_no_single_changed_letter_goes_unnoticed(
    data: st.DataObject, template: Made, tmp_path_factory: pytest.TempPathFactory
) -> None:
    text = Bundle(template.folder).keys.read_bytes()
    place = data.draw(st.integers(0, len(text) - 1))
    assume(not chr(text[place]).isspace())
    letter = data.draw(st.binary(min_size=1, max_size=1).filter(lambda one: not one.isspace()))
    assume(letter != text[place : place + 1])
    folder = tmp_path_factory.mktemp("edited")
    Bundle(folder).keys.write_bytes(text[:place] + letter + text[place + 1 :])
    with pytest.raises(SharebookError):
        unlock_with_recovery(folder, template.new.recovery_code)
