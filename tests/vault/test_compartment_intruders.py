"""Nobody without the compartment's key finds a way to it, and nobody gives themselves one."""

import hmac
import itertools
import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from sharebook.bootstrap.access import Access
from sharebook.bootstrap.opening import access
from sharebook.domain.errors import Refused, Trouble
from sharebook.domain.names import Code
from sharebook.domain.people import Person
from sharebook.store.opening import open_database
from sharebook.vault import slots
from sharebook.vault.authentic import signed
from sharebook.vault.both_keys import BothKeys
from sharebook.vault.bundle import Bundle
from sharebook.vault.key_changes import purpose_of, with_sealed_key, with_sheet
from sharebook.vault.key_disk import read_key_file, write_key_file
from sharebook.vault.key_file import KeyFile
from sharebook.vault.strength import LEAST
from tests.conftest import StillClock
from tests.vault.school import (
    ANOTHER,
    PASSPHRASES,
    PAT,
    THEO,
    Small,
    keeping,
    make,
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


def keys_of(small: Small) -> KeyFile:
    return read_key_file(Bundle(small.folder))


# ---------------------------------------------------------------------------- no way round


def candidates(small: Small, found: Access) -> list[bytes]:
    """Return every key that an office person could try with what they hold and what lies about."""
    keys, public = keys_of(small), [found.register_id, small.code, PASSPHRASES[PAT]]
    texts = [found.data_key, *(text.encode() for text in public), bytes.fromhex(keys.register_id)]
    for slot in keys.people:
        texts += [slot.public_key, slot.data_key, slot.sealed_key, slot.private_key]
    texts += [keys.recovery.public_key, keys.recovery.data_key, keys.recovery.sealed_key]
    texts += [keys.mac, keys.sealed_mac, keys.database.encode(), keys.sealed.encode()]
    purpose = purpose_of(keys)
    labels = [*LABELS, purpose.info(), purpose.sealed_info()]
    salts = [None, bytes.fromhex(keys.register_id)]
    derived = [
        HKDF(SHA256(), 32, salt, label).derive(text)
        for text, label, salt in itertools.product(texts, labels, salts)
    ]
    macs = [hmac.digest(found.data_key, text, "sha256") for text in (*texts, *labels)]
    plain = [text[at : at + 32] for text in texts for at in range(len(text) - 31)]
    return [*derived, *macs, *plain]


def test_nothing_the_office_holds_or_can_derive_opens_it(small: Small, clock: StillClock):
    found = access(small.folder, PAT, PASSPHRASES[PAT], clock)
    sealed = small.folder / keys_of(small).sealed
    tried = set(candidates(small, found)) - {b""}
    assert len(tried) > 100
    for key in tried:
        with pytest.raises(Trouble, match="register_damaged"):
            open_database(sealed, key)


def test_the_offices_own_pair_opens_no_holders_share(small: Small):
    keys = keys_of(small)
    mine = keys.person(PAT)
    assert mine
    private = slots.private_key(mine, PASSPHRASES[PAT])
    shares = [slot.sealed_key for slot in keys.holders]
    for share in (*shares, keys.recovery.sealed_key, mine.data_key):
        forged = replace(mine, sealed_key=share)
        with pytest.raises(InvalidTag):
            slots.sealed_key(private, forged, purpose_of(keys))


def as_insider(small: Small, clock: StillClock, change: Callable[[KeyFile, BothKeys], KeyFile]):
    """Write a key file the way somebody with the data key alone can: with a right first MAC."""
    found = access(small.folder, PAT, PASSPHRASES[PAT], clock)
    both = BothKeys(found.data_key)
    write_key_file(Bundle(small.folder), signed(change(keys_of(small), both), both))


def plant_a_holder(keys: KeyFile, both: BothKeys) -> KeyFile:
    slot = slots.person_slot(HEAD, ANOTHER, LEAST, both, purpose_of(keys))
    return replace(keys, people=(*keys.people, slot))


def make_oneself_the_head(keys: KeyFile, _both: BothKeys) -> KeyFile:
    mine = keys.people[0]
    return replace(keys, people=(replace(mine, role=Code("head")), *keys.people[1:]))


def take_the_heads_share(keys: KeyFile, _both: BothKeys) -> KeyFile:
    people = tuple(replace(slot, sealed_key=b"") for slot in keys.people)
    return replace(keys, people=people)


def plant_a_sheet(keys: KeyFile, both: BothKeys) -> KeyFile:
    forged = slots.recovery_slot(b"f" * 20, replace(both, sealed=b"k" * 32), purpose_of(keys))
    return replace(keys, recovery=forged)


def plant_a_compartment(keys: KeyFile, _both: BothKeys) -> KeyFile:
    return with_sealed_key(keys, b"k" * 32, keys.sealed)


def name_another_file(keys: KeyFile, _both: BothKeys) -> KeyFile:
    return replace(keys, sealed="sealed-2.db")


def turn_its_clock_back(keys: KeyFile, _both: BothKeys) -> KeyFile:
    return replace(keys, sealed_generation=keys.sealed_generation - 1)


def deny_the_compartment(keys: KeyFile, _both: BothKeys) -> KeyFile:
    people = tuple(replace(slot, sealed_key=b"") for slot in keys.people)
    sheet = replace(keys.recovery, sealed_key=b"")
    return replace(
        keys,
        format=1,
        people=people,
        recovery=sheet,
        sealed="",
        sealed_generation=0,
        sealed_mac=b"",
    )


@pytest.mark.parametrize(
    "change",
    [
        plant_a_holder,
        make_oneself_the_head,
        take_the_heads_share,
        plant_a_sheet,
        plant_a_compartment,
        name_another_file,
        turn_its_clock_back,
        deny_the_compartment,
    ],
)
def test_whoever_has_the_data_key_alone_fools_no_holder(
    small: Small, clock: StillClock, change: Callable[[KeyFile, BothKeys], KeyFile]
):
    as_insider(small, clock, change)
    with pytest.raises(Trouble, match="keys_changed"):
        access(small.folder, THEO, PASSPHRASES[THEO], clock)


def test_a_sheet_that_cannot_open_it_is_not_made(small: Small, clock: StillClock):
    found = access(small.folder, PAT, PASSPHRASES[PAT], clock)
    with pytest.raises(Refused):
        with_sheet(keys_of(small), BothKeys(found.data_key), b"f" * 20)


@pytest.mark.parametrize("part", ["sealed", "sealed_mac", "sealed_key", "sealed_generation"])
def test_an_edited_part_of_it_is_known_to_everybody(small: Small, clock: StillClock, part: str):
    file = Bundle(small.folder).keys
    plain: dict[str, Any] = json.loads(file.read_bytes())
    edits: dict[str, Callable[[], object]] = {
        "sealed": lambda: plain.update(sealed="sealed-9.db"),
        "sealed_generation": lambda: plain.update(sealed_generation=77),
        "sealed_mac": lambda: plain.update(sealed_mac=plain["mac"]),
        "sealed_key": lambda: plain["recovery"].update(sealed_key=plain["recovery"]["data_key"]),
    }
    edits[part]()
    file.write_text(json.dumps(plain))
    for who in (PAT, THEO):
        with pytest.raises(Trouble, match="keys_changed"):
            access(small.folder, who, PASSPHRASES[who], clock)


# ---------------------------------------------------------------------------- another file


def test_another_registers_compartment_is_told_and_the_office_goes_on(
    small: Small, clock: StillClock, tmp_path: Path
):
    other = make(tmp_path / "Other.sharebook", clock)
    shutil.copy(other.folder / "sealed-1.db", small.folder / "sealed-1.db")
    with pytest.raises(Trouble, match="compartment_damaged"):
        access(small.folder, THEO, PASSPHRASES[THEO], clock)
    access(small.folder, PAT, PASSPHRASES[PAT], clock)


def test_a_missing_compartment_is_told_and_the_office_goes_on(small: Small, clock: StillClock):
    (small.folder / "sealed-1.db").unlink()
    with pytest.raises(Trouble, match="compartment_missing"):
        access(small.folder, THEO, PASSPHRASES[THEO], clock)
    access(small.folder, PAT, PASSPHRASES[PAT], clock)


def test_a_compartment_of_before_two_changes_of_keys_is_told(
    small: Small, clock: StillClock, tmp_path: Path
):
    kept = shutil.copy(small.folder / "sealed-1.db", tmp_path / "kept")
    keys = keeping(small, clock, THEO)
    keys.add(LEAD, ANOTHER)
    keys.add(HEAD, ANOTHER)
    shutil.copy(kept, small.folder / "sealed-1.db")
    with pytest.raises(Trouble, match="compartment_older"):
        access(small.folder, THEO, PASSPHRASES[THEO], clock)
