"""From a passphrase or the recovery sheet to the register's keys."""

from dataclasses import dataclass, field
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from sharebook.domain.errors import Refused, Trouble
from sharebook.domain.names import NO_CODE, Code
from sharebook.vault import recovery, slots
from sharebook.vault.authentic import is_authentic, is_sealed_part_authentic
from sharebook.vault.bundle import Bundle
from sharebook.vault.key_changes import purpose_of
from sharebook.vault.key_disk import read_key_file
from sharebook.vault.key_file import KeyFile, PersonSlot, RecoverySlot


@dataclass(frozen=True, slots=True)
class Compartment:
    """The way into the compartment.

    Attributes:
        data_key: 32 bytes, not the register's.
        database: its file.
        generation: to be compared with the one that file repeats.
    """

    data_key: bytes = field(repr=False)
    database: Path
    generation: int


@dataclass(frozen=True, slots=True)
class Unlocked:
    """The way into the data file.

    Attributes:
        data_key: 32 bytes, SQLCipher's raw key.
        generation: to be compared with the one the data file repeats.
        person: the name in the key file; "" when the recovery sheet opened it.
        role: that person's role; no code with the recovery sheet.
        sealed: the way into the compartment; None for who does not hold its key, and in a register
            of before there was one.
        format: of the key file.
    """

    data_key: bytes = field(repr=False)
    database: Path
    register_id: str
    generation: int
    person: str
    role: Code
    sealed: Compartment | None
    format: int


def unlock(folder: Path, person: str, passphrase: str) -> Unlocked:
    """Return what opens the register, for `person`.

    Raises:
        Refused: `person_unknown`, `wrong_passphrase`.
        Trouble: `keys_changed` (somebody edited the key file), `keys_memory`, and whatever
            `read_key_file` raises.
    """
    keys = read_key_file(Bundle(folder))
    slot = keys.person(person)
    if slot is None:
        raise Refused("person_unknown", "person", person=person, school=keys.school)
    try:
        private = slots.private_key(slot, passphrase)
    except InvalidTag:
        raise Refused("wrong_passphrase", "passphrase", person=slot.name) from None
    return _opened(folder, keys, private, slot)


def unlock_with_recovery(folder: Path, code: str) -> Unlocked:
    """Return what opens the register, for whoever holds the recovery sheet.

    Raises:
        Refused: `recovery_mistyped` (a typing slip), `recovery_wrong` (another sheet).
        Trouble: as `unlock`.
    """
    keys = read_key_file(Bundle(folder))
    private = slots.recovery_key(recovery.secret_from(code), keys.register_id)
    if private.public_key().public_bytes_raw() != keys.recovery.public_key:
        raise Refused("recovery_wrong", "code", school=keys.school)
    return _opened(folder, keys, private, keys.recovery)


def _opened(
    folder: Path, keys: KeyFile, private: X25519PrivateKey, slot: PersonSlot | RecoverySlot
) -> Unlocked:
    """Prove the key file, now that the right secret was given."""
    bundle, purpose = Bundle(folder), purpose_of(keys)
    try:
        data_key = slots.data_key(private, slot, purpose)
        sealed = _compartment(bundle, keys, private, slot)
    except InvalidTag as changed:
        raise Trouble("keys_changed", folder=folder) from changed
    if not is_authentic(keys, data_key):
        raise Trouble("keys_changed", folder=folder)
    who, role = (slot.name, slot.role) if isinstance(slot, PersonSlot) else ("", NO_CODE)
    return Unlocked(
        data_key,
        bundle.database(keys.database),
        keys.register_id,
        keys.generation,
        who,
        role,
        sealed,
        keys.format,
    )


def _compartment(
    bundle: Bundle, keys: KeyFile, private: X25519PrivateKey, slot: PersonSlot | RecoverySlot
) -> Compartment | None:
    """Open the compartment's key, for whom it is; a holder without it is nobody's honest doing.

    Raises:
        InvalidTag: somebody changed who holds it.
    """
    if not keys.sealed or (isinstance(slot, PersonSlot) and not slot.is_holder):
        return None
    key = slots.sealed_key(private, slot, purpose_of(keys))
    if not is_sealed_part_authentic(keys, key):
        raise InvalidTag
    return Compartment(key, bundle.database(keys.sealed), keys.sealed_generation)
