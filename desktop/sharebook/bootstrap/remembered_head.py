"""What this computer remembers of a register between two sessions, and whether it still fits.

A rewritten chain and an older copy put back are whole in themselves; only somebody who saw the
register before can tell. This computer did.
"""

import hashlib
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from sharebook.bootstrap.access import Access, SealedAccess
from sharebook.domain.clock import Clock
from sharebook.domain.errors import Refused, Trouble
from sharebook.domain.remembered import Fit, Memory, Seen, compared, with_point
from sharebook.store.chain_points import ChainPoints, chain_points
from sharebook.vault.bundle import Bundle
from sharebook.vault.key_disk import read_key_file
from sharebook.vault.places import default_place
from sharebook.vault.remembered_file import Found, RememberedFile

_FOLDER = "Remembered"
_NAME = 32  # hexadecimal letters
_A_DAY = 24 * 3600  # seconds


@dataclass(frozen=True, slots=True)
class Remembered:
    """Which register, or part of one, is remembered.

    Attributes:
        identity: unlike any other's; a compartment takes one of its own.
        folder: the register's folder.
        database: the file with the chain.
        data_key: 32 bytes.
        generation: of the key file now.
        person: who has it open.
        restored_at: when somebody put a backup in its place on purpose, here; None for never.
    """

    identity: str
    folder: Path
    database: Path
    data_key: bytes = field(repr=False)
    generation: int
    person: str
    restored_at: datetime | None = None


class RememberedHead:
    """Compares a register with what this computer saw of it, and remembers it anew.

    For a compartment, call `note` in every session of somebody who holds its key, whether or not
    anything was written: then neither the file's size nor its date tells of a sealed entry.
    """

    def __init__(self, what: Remembered, clock: Clock, *, every_time: bool = False) -> None:
        """Remember `what`; with `every_time` the file is written even if nothing changed."""
        self._what = what
        self._clock = clock
        self._every_time = every_time
        name = hashlib.sha256(f"Sharebook memory {what.identity}".encode()).hexdigest()[:_NAME]
        path = default_place() / _FOLDER / f"{name}.seen"
        self._file = RememberedFile(path, what.identity, what.data_key)

    def seen(self) -> Seen:
        """Return how the register stands to what is remembered of it; nothing is written.

        Raises:
            Trouble: the register cannot be read.
        """
        return self._look()[0]

    def points(self, places: list[int]) -> ChainPoints:
        """Return the end of the chain, and its hashes at `places`.

        Raises:
            Trouble: the register cannot be read.
        """
        return chain_points(self._what.database, self._what.data_key, places)

    def note(self) -> None:
        """Remember the register as it is now, if it fits what is remembered already.

        Raises:
            Trouble: the register cannot be read.
            OSError: the disk would not have it.
        """
        seen, points = self._look()
        if not seen.may_follow:
            return
        old = seen.memory
        if old is not None and not self._every_time and not self._is_news(old, points):
            return
        self._file.write(self._memory(old, points))

    def accept(self) -> None:
        """Remember the register as it is now, whatever was remembered: a person said it is right.

        Raises:
            Trouble: the register cannot be read.
            OSError: the disk would not have it.
        """
        self._file.write(self._memory(None, self.points([])))

    def note_check(self, *, well: bool) -> None:
        """Remember that the whole register was checked just now, and with what outcome.

        Raises:
            OSError: the disk would not have it.
        """
        found = self._file.read()
        if found and found.memory:
            now = self._clock.now()
            self._file.write(replace(found.memory, checked_at=now, checked_well=well))

    def _look(self) -> tuple[Seen, ChainPoints]:
        found = self._file.read()
        known = found.memory if found else None
        points = self.points([int(each.seq) for each in known.points] if known else [])
        seen = self._compared(found, points)
        restored = self._what.restored_at
        if found and restored and restored >= found.at and not seen.may_follow:
            return Seen(Fit.NEW), points
        return replace(seen, elsewhere=self._is_elsewhere(seen.memory)), points

    def _compared(self, found: Found | None, points: ChainPoints) -> Seen:
        if found is None:
            return Seen(Fit.NEW)
        mine = self._what.generation
        if found.memory is None:  # under another key, or not what Sharebook wrote
            if found.generation == mine or not found.is_whole:
                return Seen(Fit.UNREADABLE)
            return Seen(Fit.OLD_KEYS if found.generation > mine else Fit.NEW)
        return compared(found.memory, points.head, points.hashes, mine)

    def _is_elsewhere(self, memory: Memory | None) -> bool:
        """Tell whether the register that was seen is another folder that still stands there."""
        if memory is None or Path(memory.folder) == self._what.folder.resolve():
            return False
        try:
            there = read_key_file(Bundle(Path(memory.folder)))
            here = read_key_file(Bundle(self._what.folder))
        except Trouble:
            return False
        return there.register_id == here.register_id

    def _is_news(self, old: Memory, points: ChainPoints) -> bool:
        moved = old.folder != str(self._what.folder.resolve())
        changed = (old.newest, old.generation) != (points.head, self._what.generation)
        return moved or changed or (self._clock.now() - old.at).total_seconds() > _A_DAY

    def _memory(self, old: Memory | None, points: ChainPoints) -> Memory:
        return Memory(
            points=with_point(old.points if old else (), points.head),
            at=self._clock.now(),
            by=self._what.person,
            folder=str(self._what.folder.resolve()),
            generation=self._what.generation,
            checked_at=old.checked_at if old else None,
            checked_well=bool(old and old.checked_well),
        )


def remembered_register(
    access: Access, clock: Clock, restored_at: datetime | None = None
) -> RememberedHead:
    """Return this computer's memory of the register that `access` opens.

    Raises:
        Refused: the keys name another data file by now (`register_moved_on`).
        Trouble: the key file cannot be read.
    """
    what = Remembered(
        identity=access.register_id,
        folder=access.folder,
        database=access.database,
        data_key=access.data_key,
        generation=_generation(access),
        person=access.person,
        restored_at=restored_at,
    )
    return RememberedHead(what, clock)


def remembered_compartment(
    access: Access, sealed: SealedAccess, clock: Clock, restored_at: datetime | None = None
) -> RememberedHead:
    """Return this computer's memory of the compartment, written in every session of a holder.

    Raises:
        Refused: the keys name another data file by now (`register_moved_on`).
        Trouble: the key file cannot be read.
    """
    what = Remembered(
        identity=f"{access.register_id} compartment",
        folder=access.folder,
        database=sealed.database,
        data_key=sealed.data_key,
        generation=_generation(access),
        person=access.person,
        restored_at=restored_at,
    )
    return RememberedHead(what, clock, every_time=True)


def _generation(access: Access) -> int:
    keys = read_key_file(Bundle(access.folder))
    if keys.database != access.database.name:
        raise Refused("register_moved_on")
    return keys.generation
