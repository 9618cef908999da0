"""From a passphrase to a key: Argon2id, slow on purpose."""

import math
import os
import time
import unicodedata
from collections.abc import Callable

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from sharebook.domain.errors import Trouble
from sharebook.vault.strength import FLOOR, MIB, Strength

KEY_BYTES = 32
SALT_BYTES = 16
_AIM_SECONDS = 0.5


def tidy_passphrase(typed: str) -> str:
    """Return `typed` as it is hashed: NFKC, single spaces, none at the ends.

    One passphrase typed on two keyboards, or pasted with a stray space, is the same passphrase.
    """
    return " ".join(unicodedata.normalize("NFKC", typed).split())


def key_from(passphrase: str, salt: bytes, strength: Strength) -> bytes:
    """Return the 32-byte key for a passphrase.

    Raises:
        Trouble: the computer has not enough free memory (`keys_memory`).
    """
    argon2 = Argon2id(
        salt=salt,
        length=KEY_BYTES,
        iterations=strength.passes,
        lanes=strength.lanes,
        memory_cost=strength.memory,
    )
    try:
        return argon2.derive(tidy_passphrase(passphrase).encode("utf-8", "surrogatepass"))
    except MemoryError as full:
        raise Trouble("keys_memory", needed=strength.memory // MIB) from full


def tuned_strength(now: Callable[[], float] = time.perf_counter) -> Strength:
    """Return the floor, or more passes where this computer is fast: about half a second a guess.

    Args:
        now: seconds on a clock that only goes forward.
    """
    started = now()
    key_from("measuring", os.urandom(SALT_BYTES), FLOOR)
    a_pass = max(now() - started, 0.001) / FLOOR.passes
    return FLOOR.with_passes(max(FLOOR.passes, math.ceil(_AIM_SECONDS / a_pass)))
