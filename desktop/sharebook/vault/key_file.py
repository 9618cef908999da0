"""The key file: who may open a register, and what each of them needs for it.

Nothing here is secret by itself, and nothing here knows cryptography: the unlock screen lists the
people from this file before the heavy libraries are loaded. Until somebody has unlocked, none of
it is proved; afterwards the MAC (`authentic.py`) has shown that Sharebook wrote it.
"""

import unicodedata
from dataclasses import dataclass

from sharebook.domain.names import Code
from sharebook.domain.people import StaffRole
from sharebook.vault.bundle import is_database_name, is_sealed_name
from sharebook.vault.strength import Strength

FORMAT = 2
BEFORE_COMPARTMENTS = 1  # this older format is still read, and written while nobody can lift it
HOLDERS = frozenset({Code(StaffRole.SAFEGUARDING_LEAD), Code(StaffRole.HEAD)})  # of the compartment
_KEY, _SALT, _MAC = 32, 16, 32  # bytes
_WRAPPED_KEY = 12 + 32 + 16  # nonce, private key, tag
_SEALED_KEY = 32 + 32 + 16  # sender's half, data key, tag


@dataclass(frozen=True, slots=True)
class PersonSlot:
    """One person's way in.

    Attributes:
        name: as shown on the unlock screen; no two people in one file share it.
        role: a `StaffRole`. It is the program's manners, not cryptography, but for one thing:
            only `HOLDERS` are given the compartment's key.
        salt: 16 bytes for Argon2id.
        public_key: 32 bytes, X25519.
        private_key: its other half under Argon2id and AES-256-GCM: nonce, text, tag.
        data_key: the register's key sealed (HPKE) to `public_key`.
        sealed_key: the compartment's key sealed to `public_key`; empty for who does not hold it.

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
    sealed_key: bytes = b""

    def __post_init__(self) -> None:
        _require(bool(self.name.strip()), "a person has no name")
        _require(len(self.salt) == _SALT, "salt")
        _require(len(self.public_key) == _KEY, "public key")
        _require(len(self.private_key) == _WRAPPED_KEY, "private key")
        _require(len(self.data_key) == _SEALED_KEY, "data key")
        _require(len(self.sealed_key) in {0, _SEALED_KEY}, "sealed key")

    @property
    def is_holder(self) -> bool:
        """Whether the compartment's key is for this person, or was given to them."""
        return self.role in HOLDERS or bool(self.sealed_key)


@dataclass(frozen=True, slots=True)
class RecoverySlot:
    """The recovery sheet's way in; survives every change of people and of keys.

    The sheet lies in the head's safe and is the last way in, so it holds the compartment's key too.

    Raises:
        ValueError: a length that cannot be.
    """

    public_key: bytes
    data_key: bytes
    sealed_key: bytes = b""

    def __post_init__(self) -> None:
        _require(len(self.public_key) == _KEY, "public key")
        _require(len(self.data_key) == _SEALED_KEY, "data key")
        _require(len(self.sealed_key) in {0, _SEALED_KEY}, "sealed key")


@dataclass(frozen=True, slots=True)
class KeyFile:
    """The whole of `register.keys`.

    Attributes:
        register_id: 32 hexadecimal letters, drawn once and never changed.
        generation: from 1, raised with every change; the data file repeats it.
        database: the name of the data file these keys open.
        sealed: the name of the compartment's file; "" in a file of before there was one.
        sealed_generation: from 1, raised whenever who holds the compartment's key changes
            something; the compartment repeats it.
        sealed_mac: over the compartment's part, under its key: whoever holds the data key alone
            cannot give themselves, or a slot of their own making, a share of it.
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
    sealed: str = ""
    sealed_generation: int = 0
    sealed_mac: bytes = b""

    def __post_init__(self) -> None:
        _require(self.format in {BEFORE_COMPARTMENTS, FORMAT}, "format")
        _require(self.generation >= 1, "generation")
        _require(len(bytes.fromhex(self.register_id)) == _SALT, "register id")
        _require(is_database_name(self.database), "data file")
        _require(len(self.mac) in {0, _MAC}, "mac")
        _require(len({same_name(slot.name) for slot in self.people}) == len(self.people), "people")
        _require(bool(self.people), "nobody")
        if self.format == BEFORE_COMPARTMENTS:
            _require(not any(self._sealed_parts()), "a compartment before its time")
        else:
            _require(is_sealed_name(self.sealed), "compartment")
            _require(self.sealed_generation >= 0, "compartment's generation")
            _require(len(self.sealed_mac) in {0, _MAC}, "compartment's mac")

    def person(self, name: str) -> PersonSlot | None:
        """Return the slot of the person called `name`, whatever case and spaces were typed."""
        wanted = same_name(name)
        return next((slot for slot in self.people if same_name(slot.name) == wanted), None)

    @property
    def is_finished(self) -> bool:
        """Whether nothing is missing that is empty only while a key file is being made."""
        if self.format == BEFORE_COMPARTMENTS:
            return bool(self.mac)
        parts = (self.mac, self.sealed_mac, self.sealed_generation, self.recovery.sealed_key)
        return all(parts)

    @property
    def holders(self) -> tuple[PersonSlot, ...]:
        """Who holds the compartment's key, besides the recovery sheet."""
        return tuple(slot for slot in self.people if slot.is_holder)

    def _sealed_parts(self) -> tuple[object, ...]:
        keys = (slot.sealed_key for slot in self.people)
        own = (self.sealed, self.sealed_generation, self.sealed_mac, self.recovery.sealed_key)
        return (*own, *keys)


def same_name(name: str) -> str:
    """Return what two spellings of one person's name have in common."""
    return " ".join(unicodedata.normalize("NFKC", name).split()).casefold()


def _require(held: bool, what: str) -> None:  # noqa: FBT001  # reads as a sentence
    if not held:
        raise ValueError(what)
