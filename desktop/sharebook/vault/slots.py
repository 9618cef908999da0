"""Ways in to the data key: a person's passphrase and the recovery sheet's code."""

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
from sharebook.vault.key_file import PersonSlot, RecoverySlot
from sharebook.vault.strength import Strength

_NONCE = 12  # bytes


@dataclass(frozen=True, slots=True)
class Purpose:
    """What a data key opens; a sealed key serves no other register and no other data file."""

    register_id: str
    database: str

    def info(self) -> bytes:
        """Return the bytes that HPKE binds the key to."""
        return f"Sharebook data key {self.register_id} {self.database}".encode()


def person_slot(
    person: Person, passphrase: str, strength: Strength, data_key: bytes, purpose: Purpose
) -> PersonSlot:
    """Return a new slot: fresh key pair, fresh salt."""
    private = X25519PrivateKey.generate()
    public = private.public_key().public_bytes_raw()
    salt, nonce = os.urandom(kdf.SALT_BYTES), os.urandom(_NONCE)
    key = kdf.key_from(passphrase, salt, strength)
    bound = _bound(person.name, strength, public)
    wrapped = nonce + AESGCM(key).encrypt(nonce, private.private_bytes_raw(), bound)
    sealed = hpke.seal(public, data_key, purpose.info())
    return PersonSlot(person.name, person.role, strength, salt, public, wrapped, sealed)


def private_key(slot: PersonSlot, passphrase: str) -> X25519PrivateKey:
    """Return the person's private key.

    Raises:
        InvalidTag: the passphrase is wrong, or the slot was changed.
    """
    key = kdf.key_from(passphrase, slot.salt, slot.strength)
    nonce, text = slot.private_key[:_NONCE], slot.private_key[_NONCE:]
    bound = _bound(slot.name, slot.strength, slot.public_key)
    return X25519PrivateKey.from_private_bytes(AESGCM(key).decrypt(nonce, text, bound))


def recovery_slot(secret: bytes, data_key: bytes, purpose: Purpose) -> RecoverySlot:
    """Return the slot of the sheet whose code stands for `secret` (20 bytes)."""
    public = recovery_key(secret, purpose.register_id).public_key().public_bytes_raw()
    return RecoverySlot(public, hpke.seal(public, data_key, purpose.info()))


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


def _bound(name: str, strength: Strength, public: bytes) -> bytes:
    parts = [1, name, strength.memory, strength.passes, strength.lanes, public.hex()]
    return json.dumps(parts).encode()
