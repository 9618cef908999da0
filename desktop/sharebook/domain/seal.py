"""The short check code of the register's state, printed on every document."""

import re
from dataclasses import dataclass

from sharebook.domain.chain import Head

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford: no I, L, O, U
_BITS_PER_LETTER = 5
_LETTERS = 20  # 100 bits
_GROUP = 4
_LINE = re.compile(r"(?:[0-9A-Za-z]{4}-){4}[0-9A-Za-z]{4}")
_ENTRIES = re.compile(r"^\s*\d[\d,]*\s+(?=\S*-)")  # "4,873 9WBZ-...": the entries it covers


@dataclass(frozen=True, slots=True)
class Seal:
    """The seal as printed: the entry it covers up to, and the code."""

    seq: int
    code: str

    def __str__(self) -> str:
        return f"{self.seq:,} {self.code}" if self.code else "none"


def seal_of(head: Head) -> Seal:
    """Return the seal for a chain that ends in `head`: the first 100 bits of its hash."""
    number = int.from_bytes(head.hash, "big") >> (len(head.hash) * 8 - _BITS_PER_LETTER * _LETTERS)
    letters = [
        _ALPHABET[number >> shift * _BITS_PER_LETTER & 31] for shift in reversed(range(_LETTERS))
    ]
    groups = ["".join(letters[start : start + _GROUP]) for start in range(0, _LETTERS, _GROUP)]
    return Seal(int(head.seq), "-".join(groups))


def tidy_code(typed: str) -> str:
    """Return a typed seal code as it is printed.

    Spaces, case and look-alike letters do not matter, nor what stands before it: the number of
    entries, or the whole line of a page's foot ("Register seal 4,873 9WBZ-...").
    """
    line = _LINE.search(typed)
    typed = line[0] if line else _ENTRIES.sub("", typed)
    swaps = str.maketrans({"I": "1", "L": "1", "O": "0"})
    letters = "".join(part for part in typed.upper().translate(swaps) if part in _ALPHABET)
    return "-".join(letters[start : start + _GROUP] for start in range(0, len(letters), _GROUP))
