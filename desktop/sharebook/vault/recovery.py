"""The code on the recovery sheet: 160 random bits and 40 bits to find mistyping.

Written as eight groups of five from Crockford's 32 letters, which leave out I, L, O and U.
"""

import hashlib
import os
import re

from sharebook.domain.errors import Refused

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_LOOK_ALIKES = str.maketrans({"I": "1", "L": "1", "O": "0"})
_CODE_BYTES, _CHECK_BYTES = 20, 5
_LETTERS, _GROUP, _LETTER_BITS = 40, 5, 5
_BETWEEN = re.compile(r"[\W_]+")  # spaces and dashes of every kind


def new_secret() -> bytes:
    """Return the 20 random bytes behind a new sheet."""
    return os.urandom(_CODE_BYTES)


def printed(secret: bytes) -> str:
    """Return `secret` as it stands on the sheet: "VJ84D-0WXH2-..."."""
    number = int.from_bytes(secret + _check(secret), "big")
    shifts = range((_LETTERS - 1) * _LETTER_BITS, -1, -_LETTER_BITS)
    return _grouped("".join(_ALPHABET[number >> shift & 31] for shift in shifts))


def tidy(typed: str) -> str:
    """Return what was typed the way the sheet prints it: case, spaces and look-alikes put right."""
    return _grouped(_BETWEEN.sub("", typed).upper().translate(_LOOK_ALIKES))


def secret_from(typed: str) -> bytes:
    """Return the 20 bytes behind a typed code.

    Raises:
        Refused: the code is not one that any sheet carries (`recovery_mistyped`).
    """
    letters = tidy(typed).replace("-", "")
    if len(letters) != _LETTERS or any(letter not in _ALPHABET for letter in letters):
        raise Refused("recovery_mistyped", "code")
    number = 0
    for letter in letters:
        number = number << _LETTER_BITS | _ALPHABET.index(letter)
    whole = number.to_bytes(_CODE_BYTES + _CHECK_BYTES, "big")
    secret, check = whole[:_CODE_BYTES], whole[_CODE_BYTES:]
    if check != _check(secret):
        raise Refused("recovery_mistyped", "code")
    return secret


def _check(secret: bytes) -> bytes:
    return hashlib.sha256(b"Sharebook recovery check" + secret).digest()[:_CHECK_BYTES]


def _grouped(letters: str) -> str:
    return "-".join(letters[start : start + _GROUP] for start in range(0, len(letters), _GROUP))
