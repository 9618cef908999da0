"""The frozen set of pupils in one disclosure; never recomputed from the roll."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Self

from sharebook.domain.names import PupilId

BITS_PER_BYTE = 8


@dataclass(frozen=True, slots=True)
class Cohort:
    """A set of pupils as a bitmap over their dense ids.

    Attributes:
        base: the lowest id, rounded down to a multiple of eight; 0 when empty.
        bits: little-endian bitmap from `base`; bit i of byte b is pupil base + 8 b + i.
            No trailing zero byte, so equal sets have equal bytes.
    """

    base: int = 0
    bits: bytes = b""

    @classmethod
    def of(cls, pupils: Iterable[PupilId]) -> Self:
        """Freeze `pupils` into a cohort."""
        ids = sorted(set(pupils))
        if not ids:
            return cls()
        base = ids[0] - ids[0] % BITS_PER_BYTE
        bits = bytearray((ids[-1] - base) // BITS_PER_BYTE + 1)
        for pupil in ids:
            place = pupil - base
            bits[place // BITS_PER_BYTE] |= 1 << (place % BITS_PER_BYTE)
        return cls(base, bytes(bits))

    @classmethod
    def union(cls, cohorts: Iterable[Self]) -> Self:
        """Return everyone who is in any of `cohorts`."""
        bits = 0
        for each in set(cohorts):
            bits |= int.from_bytes(each.bits, "little") << each.base
        if not bits:
            return cls()
        lowest = (bits & -bits).bit_length() - 1
        base = lowest - lowest % BITS_PER_BYTE
        bits >>= base
        return cls(base, bits.to_bytes(-(-bits.bit_length() // BITS_PER_BYTE), "little"))

    @property
    def top(self) -> int:
        """One more than the highest id the bitmap can hold."""
        return self.base + len(self.bits) * BITS_PER_BYTE

    @property
    def digest(self) -> bytes:
        """SHA-256 of the set; shared cohorts are found by it, commitments hold it."""
        return hashlib.sha256(b"cohort" + self.base.to_bytes(8, "big") + self.bits).digest()

    def __len__(self) -> int:
        return int.from_bytes(self.bits, "little").bit_count()

    def __contains__(self, pupil: object) -> bool:
        if not isinstance(pupil, int) or not self.base <= pupil < self.top:
            return False
        place = pupil - self.base
        return bool(self.bits[place // BITS_PER_BYTE] >> (place % BITS_PER_BYTE) & 1)

    def __iter__(self) -> Iterator[PupilId]:
        for number, byte in enumerate(self.bits):
            for bit in range(BITS_PER_BYTE):
                if byte >> bit & 1:
                    yield PupilId(self.base + number * BITS_PER_BYTE + bit)
