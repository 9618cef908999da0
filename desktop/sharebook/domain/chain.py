"""The check code that joins each entry of the register to the one before.

commitment = SHA-256("SB1" + salt + canonical JSON of the record, what it supersedes and why);
hash_n = SHA-256(hash_(n-1) + seq, time, user, operation, entity, id + commitment).
"""

import hashlib
from dataclasses import dataclass

from sharebook.domain.canonical import canonical
from sharebook.domain.names import Seq

GENESIS = bytes(32)
_VERSION = b"SB1"
_LENGTH = 4  # bytes


@dataclass(frozen=True, slots=True)
class Link:
    """One entry of the log, as the chain sees it.

    Attributes:
        at: ISO 8601 UTC, as stored.
        entity, entity_id: which record it speaks of.
        commitment: 32 bytes over the record; says nothing once the salt is gone.
    """

    seq: Seq
    at: str
    by: str
    operation: str
    entity: str
    entity_id: int
    commitment: bytes


@dataclass(frozen=True, slots=True)
class Head:
    """The newest entry of the chain: its place and its hash."""

    seq: Seq
    hash: bytes


def commitment(salt: bytes, record: object, supersedes: Seq | None, reason: str) -> bytes:
    """Return the salted digest that binds `record` without revealing it."""
    told = canonical([record, supersedes, reason])
    return hashlib.sha256(_VERSION + salt + told).digest()


def framed(*parts: str) -> bytes:
    """Return `parts` one after the other, each with its length in front, as a link is hashed."""
    told = map(str.encode, parts)
    return b"".join([len(part).to_bytes(_LENGTH, "big") + part for part in told])


def next_hash(previous: bytes, link: Link) -> bytes:
    """Return the hash of `link` when it follows an entry whose hash is `previous`."""
    parts = (str(link.seq), link.at, link.by, link.operation, link.entity, str(link.entity_id))
    return hashlib.sha256(previous + framed(*parts) + link.commitment).digest()
