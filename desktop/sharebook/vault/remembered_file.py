"""A computer's memory of a register: one small encrypted file, always of the same size.

Without the register's key nobody can read it or write one that passes. Its size tells nothing, so
that a compartment's memory does not tell how much the compartment holds.
"""

import json
import os
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from sharebook.domain.chain import Head
from sharebook.domain.names import Seq
from sharebook.domain.remembered import Memory
from sharebook.vault.replacing import replace_file

_MAGIC = b"SBSEEN1\n"
_NUMBER, _NONCE, _TAG = 8, 12, 16  # bytes
_CLEAR = len(_MAGIC) + 2 * _NUMBER  # then generation and time, which are no secrets
_ROOM = 8192  # bytes of JSON, filled up with spaces
_NAME, _PATH = 200, 800  # letters at most, however many bytes each is
_NEVER = datetime.min.replace(tzinfo=UTC)
SIZE = _CLEAR + _NONCE + _ROOM + _TAG


@dataclass(frozen=True, slots=True)
class Found:
    """What the file said.

    Attributes:
        memory: None where it could not be read under this key.
        generation: of the key file when it was written, as the file says it in the clear.
        at: when it was written, likewise.
        is_whole: whether it has the shape of such a file at all.
    """

    memory: Memory | None
    generation: int = 0
    at: datetime = _NEVER
    is_whole: bool = True


class RememberedFile:
    """The memory of one register on this computer.

    Args:
        path: the file; its folder is made when needed.
        identity: which register, or which part of it.
        data_key: 32 bytes; that register's or that part's own.
    """

    def __init__(self, path: Path, identity: str, data_key: bytes) -> None:
        self._path = path
        self._identity = identity.encode()
        self._cipher = AESGCM(HKDF(SHA256(), 32, None, b"Sharebook memory").derive(data_key))

    def read(self) -> Found | None:
        """Return what is remembered; None where there is no such file."""
        try:
            found = self._path.read_bytes()
        except OSError:
            return None
        if len(found) != SIZE or not found.startswith(_MAGIC):
            return Found(None, is_whole=False)
        head, nonce = found[:_CLEAR], found[_CLEAR : _CLEAR + _NONCE]
        try:
            generation, at = _clear(head)
        except (ValueError, OverflowError, OSError):
            return Found(None, is_whole=False)
        try:
            plain = self._cipher.decrypt(nonce, found[_CLEAR + _NONCE :], head + self._identity)
            return Found(_memory(json.loads(plain)), generation, at)
        except (InvalidTag, ValueError, KeyError, TypeError):
            return Found(None, generation, at)

    def write(self, memory: Memory) -> None:
        """Remember `memory` in place of what was remembered.

        Raises:
            OSError: the disk would not have it; what was remembered stays.
        """
        plain = json.dumps(_plain(memory)).encode().ljust(_ROOM)
        numbers = (memory.generation, int(memory.at.timestamp()))
        head = _MAGIC + b"".join(number.to_bytes(_NUMBER, "big") for number in numbers)
        nonce = os.urandom(_NONCE)
        sealed = self._cipher.encrypt(nonce, plain, head + self._identity)
        self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        replace_file(self._path, head + nonce + sealed)


def _clear(head: bytes) -> tuple[int, datetime]:
    generation = int.from_bytes(head[len(_MAGIC) : -_NUMBER], "big")
    return generation, datetime.fromtimestamp(int.from_bytes(head[-_NUMBER:], "big"), UTC)


def _plain(memory: Memory) -> dict[str, Any]:
    return {
        "points": [[each.seq, each.hash.hex()] for each in memory.points],
        "at": memory.at.isoformat(timespec="seconds"),
        "by": memory.by[:_NAME],
        "folder": memory.folder[-_PATH:],
        "generation": memory.generation,
        "checked_at": memory.checked_at.isoformat(timespec="seconds") if memory.checked_at else "",
        "checked_well": memory.checked_well,
    }


def _memory(plain: dict[str, Any]) -> Memory:
    return Memory(
        points=tuple(Head(Seq(seq), bytes.fromhex(digest)) for seq, digest in plain["points"]),
        at=datetime.fromisoformat(plain["at"]),
        by=plain["by"],
        folder=plain["folder"],
        generation=plain["generation"],
        checked_at=datetime.fromisoformat(plain["checked_at"]) if plain["checked_at"] else None,
        checked_well=plain["checked_well"],
    )
