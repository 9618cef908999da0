"""The key file: who may open a register, and what each of them needs for it.

Nothing here is secret by itself, and nothing here knows cryptography: the unlock screen lists the
people from this file before the heavy libraries are loaded. Until somebody has unlocked, none of
it is proved; afterwards the MAC (`authentic.py`) has shown that Sharebook wrote it.
"""

import unicodedata
from dataclasses import dataclass

from sharebook.domain.names import Code
from sharebook.vault.bundle import is_database_name
from sharebook.vault.strength import Strength

FORMAT = 1
_KEY, _SALT, _MAC = 32, 16, 32  # bytes
_WRAPPED_KEY = 12 + 32 + 16  # nonce, private key, tag
_SEALED_KEY = 32 + 32 + 16  # sender's half, data key, tag


@dataclass(frozen=True, slots=True)
class PersonSlot:
    """One person's way in.

    Attributes:
        name: as shown on the unlock screen; no two people in one file share it.
        role: a `StaffRole`. It is the program's manners, not cryptography.
        salt: 16 bytes for Argon2id.
        public_key: 32 bytes, X25519.
        private_key: its other half under Argon2id and AES-256-GCM: nonce, text, tag.
        data_key: the register's key sealed (HPKE) to `public_key`.

    Raises:
        ValueError: no name, or a length that cannot be.
    """

    name: str
    role: Code
    strength: Strength
    salt: bytes
    public_key: bytes
    private_key: bytes
    data_key: bytes

    def __post_init__(self) -> None:
        _require(bool(self.name.strip()), "a person has no name")
        _require(len(self.salt) == _SALT, "salt")
        _require(len(self.public_key) == _KEY, "public key")
        _require(len(self.private_key) == _WRAPPED_KEY, "private key")
        _require(len(self.data_key) == _SEALED_KEY, "data key")


@dataclass(frozen=True, slots=True)
class RecoverySlot:
    """The recovery sheet's way in; survives every change of people and of data key.

    Raises:
        ValueError: a length that cannot be.
    """

    public_key: bytes
    data_key: bytes

    def __post_init__(self) -> None:
        _require(len(self.public_key) == _KEY, "public key")
        _require(len(self.data_key) == _SEALED_KEY, "data key")


@dataclass(frozen=True, slots=True)
class KeyFile:
    """The whole of `register.keys`.

    Attributes:
        register_id: 32 hexadecimal letters, drawn once and never changed.
        generation: from 1, raised with every change; the data file repeats it.
        database: the name of the data file these keys open.
        mac: over everything else, under the data key; empty while being made.

    Raises:
        ValueError: something no Sharebook would write.
    """

    register_id: str
    school: str
    generation: int
    database: str
    people: tuple[PersonSlot, ...]
    recovery: RecoverySlot
    mac: bytes = b""
    format: int = FORMAT

    def __post_init__(self) -> None:
        _require(self.format == FORMAT, "format")
        _require(self.generation >= 1, "generation")
        _require(len(bytes.fromhex(self.register_id)) == _SALT, "register id")
        _require(is_database_name(self.database), "data file")
        _require(len(self.mac) in {0, _MAC}, "mac")
        _require(len({same_name(slot.name) for slot in self.people}) == len(self.people), "people")
        _require(bool(self.people), "nobody")

    def person(self, name: str) -> PersonSlot | None:
        """Return the slot of the person called `name`, whatever case and spaces were typed."""
        wanted = same_name(name)
        return next((slot for slot in self.people if same_name(slot.name) == wanted), None)


def same_name(name: str) -> str:
    """Return what two spellings of one person's name have in common."""
    return " ".join(unicodedata.normalize("NFKC", name).split()).casefold()


def _require(held: bool, what: str) -> None:  # noqa: FBT001  # reads as a sentence
    if not held:
        raise ValueError(what)
