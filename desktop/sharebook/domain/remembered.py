"""What a computer remembers of a register, and whether the register still fits it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sharebook.domain.chain import Head

_MOST = 12  # points of the chain that are remembered


@dataclass(frozen=True, slots=True)
class Memory:
    """What was seen when the register was last used on this computer.

    Attributes:
        points: places of the chain with their hashes, oldest first; the last is the newest seen.
        at: when it was seen, UTC.
        by: who had it open.
        folder: where it lay.
        generation: of the key file, which every change of people or passphrases raises.
        checked_at: when the whole register was last checked here; None for never.
        checked_well: whether nothing was wrong then.
    """

    points: tuple[Head, ...]
    at: datetime
    by: str
    folder: str
    generation: int
    checked_at: datetime | None = None
    checked_well: bool = False

    @property
    def newest(self) -> Head:
        """The end of the chain as it was seen."""
        return self.points[-1]


class Fit(StrEnum):
    """Whether a register fits what is remembered of it."""

    NEW = "new"  # nothing is remembered
    FITS = "fits"  # it holds what was seen, and perhaps more
    OLDER = "older"  # it ends before what was seen
    REWRITTEN = "rewritten"  # it is as long, but not the same
    OLD_KEYS = "old_keys"  # people or passphrases were changed since this key file was written
    UNREADABLE = "unreadable"  # the memory itself was damaged or changed


@dataclass(frozen=True, slots=True)
class Seen:
    """A register beside what is remembered of it.

    Attributes:
        memory: None where there is none that can be read.
        last_same: the newest remembered place of the chain where both agree; 0 if none does.
        elsewhere: the one that was seen lies in another folder and is still there.
    """

    fit: Fit
    memory: Memory | None = None
    last_same: int = 0
    elsewhere: bool = False

    @property
    def may_follow(self) -> bool:
        """Whether this register may take the place of what is remembered without being asked."""
        return self.fit in (Fit.NEW, Fit.FITS)


def compared(memory: Memory, head: Head, hashes: Mapping[int, bytes], generation: int) -> Seen:
    """Return how a register stands to `memory`.

    Args:
        memory: what was seen.
        head: the end of the register's chain.
        hashes: the register's hash at each remembered place; a place it lacks is missing.
        generation: of the register's key file.
    """
    same = [each.seq for each in memory.points if hashes.get(each.seq) == each.hash]
    last = max(same, default=0)
    if last != memory.newest.seq and memory.newest.seq > 0:
        fit = Fit.OLDER if last == _reached(memory, head) else Fit.REWRITTEN
        return Seen(fit, memory, last)
    fit = Fit.OLD_KEYS if generation < memory.generation else Fit.FITS
    return Seen(fit, memory, last)


def _reached(memory: Memory, head: Head) -> int:
    """Return the newest remembered place that the register is long enough for."""
    return max((each.seq for each in memory.points if each.seq <= head.seq), default=0)


def with_point(points: Sequence[Head], head: Head) -> tuple[Head, ...]:
    """Return `points` and `head`, thinned so that older ones stand ever further apart."""
    kept = [each for each in points if each.seq < head.seq]
    while len(kept) >= _MOST:
        gaps = [
            (kept[at + 1].seq - kept[at - 1].seq) / (head.seq - kept[at].seq)
            for at in range(1, len(kept) - 1)
        ]
        del kept[gaps.index(min(gaps)) + 1]
    return (*kept, head)
