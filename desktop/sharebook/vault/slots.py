"""Ways in to the register's keys: a person's passphrase and the recovery sheet's code."""

import json
import os
from dataclasses import dataclass

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from sharebook.domain.people import Person
from sharebook.vault import hpke, kdf
from sharebook.vault.both_keys import BothKeys
from sharebook.vault.key_file import HOLDERS, PersonSlot, RecoverySlot
from sharebook.vault.strength import Strength

_NONCE = 12  # bytes


@dataclass(frozen=True, slots=True)
class Purpose:
    """What the two keys open; a sealed key serves no other register and no other file.

    Attributes:
        sealed: the compartment's file; "" where there is none.
    """

    register_id: str
    database: str
    sealed: str = ""

    def info(self) -> bytes:
        """Return the bytes that HPKE binds the data key to."""
        return f"Sharebook data key {self.register_id} {self.database}".encode()

    def sealed_info(self) -> bytes:
        """Return the bytes that HPKE binds the compartment's key to."""
        return f"Sharebook compartment key {self.register_id} {self.sealed}".encode()


def person_slot(
    person: Person, passphrase: str, strength: Strength, both: BothKeys, purpose: Purpose
) -> PersonSlot:
    """Return a new slot: fresh key pair, fresh salt; with the compartment's key for a holder."""
    private = X25519PrivateKey.generate()
    public = private.public_key().public_bytes_raw()
    salt, nonce = os.urandom(kdf.SALT_BYTES), os.urandom(_NONCE)
    key = kdf.key_from(passphrase, salt, strength)
    bound = _bound(person.name, strength, public)
    wrapped = nonce + AESGCM(key).encrypt(nonce, private.private_bytes_raw(), bound)
    data_key = hpke.seal(public, both.data, purpose.info())
    sealed_key = sealed_for(public, both.sealed, purpose) if person.role in HOLDERS else b""
    return PersonSlot(
        person.name, person.role, strength, salt, public, wrapped, data_key, sealed_key
    )


def private_key(slot: PersonSlot, passphrase: str) -> X25519PrivateKey:
    """Return the person's private key.

    Raises:
        InvalidTag: the passphrase is wrong, or the slot was changed.
    """
    key = kdf.key_from(passphrase, slot.salt, slot.strength)
    nonce, text = slot.private_key[:_NONCE], slot.private_key[_NONCE:]
    bound = _bound(slot.name, slot.strength, slot.public_key)
    return X25519PrivateKey.from_private_bytes(AESGCM(key).decrypt(nonce, text, bound))


def recovery_slot(secret: bytes, both: BothKeys, purpose: Purpose) -> RecoverySlot:
    """Return the slot of the sheet whose code stands for `secret` (20 bytes)."""
    public = recovery_key(secret, purpose.register_id).public_key().public_bytes_raw()
    data_key = hpke.seal(public, both.data, purpose.info())
    return RecoverySlot(public, data_key, sealed_for(public, both.sealed, purpose))


def recovery_key(secret: bytes, register_id: str) -> X25519PrivateKey:
    """Return the sheet's private key. 160 random bits need no slowing down."""
    stretched = HKDF(SHA256(), 32, bytes.fromhex(register_id), b"Sharebook recovery key")
    return X25519PrivateKey.from_private_bytes(stretched.derive(secret))


def data_key(private: X25519PrivateKey, slot: PersonSlot | RecoverySlot, where: Purpose) -> bytes:
    """Return the 32-byte data key.

    Raises:
        InvalidTag: the slot, the register's id or the data file's name was changed.
    """
    if private.public_key().public_bytes_raw() != slot.public_key:
        raise InvalidTag
    return hpke.open_sealed(private, slot.data_key, where.info())


def sealed_for(public: bytes, sealed_key: bytes, where: Purpose) -> bytes:
    """Return the compartment's key for the holder of `public`; nothing where there is none."""
    if not (sealed_key and where.sealed):
        return b""
    return hpke.seal(public, sealed_key, where.sealed_info())


def sealed_key(private: X25519PrivateKey, slot: PersonSlot | RecoverySlot, where: Purpose) -> bytes:
    """Return the 32-byte key of the compartment.

    Raises:
        InvalidTag: the slot, the register's id or the compartment's name was changed.
    """
    return hpke.open_sealed(private, slot.sealed_key, where.sealed_info())


def _bound(name: str, strength: Strength, public: bytes) -> bytes:
    parts = [1, name, strength.memory, strength.passes, strength.lanes, public.hex()]
    return json.dumps(parts).encode()
