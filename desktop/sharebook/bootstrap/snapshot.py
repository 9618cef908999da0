"""The register as it was at one moment, for whoever reads while another program writes.

A snapshot is a copy on this computer under a key that exists in this program's memory alone. The
live file is open only while it is copied; nothing can be saved in the copy.
"""

import os
from contextlib import nullcontext
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from sharebook.bootstrap.access import Access, SealedAccess
from sharebook.domain.clock import Clock
from sharebook.domain.errors import Refused, Trouble
from sharebook.services.ports import Progress
from sharebook.store import copies
from sharebook.store.errors import surroundings
from sharebook.store.opening import KEY_BYTES, look_at_file, open_database
from sharebook.vault.reading_room import ReadingRoom
from sharebook.vault.writer_lock import WriterLock
from sharebook.words.days import short_day
from sharebook.words.sentences import sentence

_OF_THE_DISK = ("disk_full", "disk_error")  # their own sentences tell of saving
_TRIES = 5  # a colleague may save while the files are copied


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A copy of the register.

    Attributes:
        reading: the way into the copy; its folder is still the register's own.
        as_at: when it was taken, UTC.
        room: where it lies; its taker closes the room once a desk is open.
    """

    reading: Access
    as_at: datetime
    room: ReadingRoom = field(repr=False)


class ReadingClaim:
    """What a desk at a snapshot has in place of the writer's lock: every saving is refused."""

    def __init__(self, snapshot: Snapshot, clock: Clock) -> None:
        self._snapshot = snapshot
        self._clock = clock
        self._lock = WriterLock(snapshot.reading.folder, snapshot.reading.person, clock)
        snapshot.room.enter(self)

    def take(self) -> None:
        """Refuse.

        Raises:
            Refused: `register_being_written` (or `_by_somebody`) while another program writes,
                then `snapshot_is_old`.
            Trouble: as `WriterLock.look`.
        """
        self._lock.look()
        raise Refused("snapshot_is_old", at=self.at)

    def let_go(self) -> None:
        """Leave the room; the last desk that leaves removes the copy."""
        self._snapshot.room.leave(self)

    @property
    def is_held(self) -> bool:
        """Nothing is ever held."""
        return False

    @property
    def at(self) -> str:
        """When the snapshot was taken, as told: "10:42", or with the day if that is over."""
        local = self._snapshot.as_at.astimezone()
        clock = f"{local:%H:%M}"
        if local.date() == self._clock.now().astimezone().date():
            return clock
        return f"{clock} on {short_day(local.date())}"

    def status(self) -> str:
        """Return the words for the line at the foot: as at when, and who writes."""
        try:
            self._lock.look()
        except Refused as refused:
            if "who" not in refused.facts:
                return sentence("snapshot_status_somebody", {"at": self.at})
            return sentence("snapshot_status", {"at": self.at, **refused.facts})
        except Trouble:
            return sentence("snapshot_status_somebody", {"at": self.at})
        return sentence("snapshot_status_free", {"at": self.at})


def is_being_written(access: Access, clock: Clock) -> bool:
    """Say whether another program holds the register for writing."""
    try:
        WriterLock(access.folder, access.person, clock).look()
    except Refused:
        return True
    except Trouble:  # told when something is saved
        return False
    return False


def take_snapshot(access: Access, clock: Clock, progress: Progress) -> Snapshot:
    """Copy the register, with what is sealed in it, and look whether the copies are whole.

    Raises:
        Trouble: `register_locked` (it is written without a pause), `snapshot_not_made`,
            `register_damaged`, or as `copy_database`; nothing is left behind.
        Cancelled: the person pressed Stop; nothing is left behind.
    """
    room = ReadingRoom()
    try:
        for _ in range(_TRIES):
            as_at = clock.now()
            reading = _copied(access, room.folder, progress)
            if reading is not None:
                return Snapshot(reading, as_at, room)
        raise Trouble("register_locked")
    except BaseException as problem:
        room.close()
        if isinstance(problem, OSError):
            raise Trouble("snapshot_not_made", reason=problem.strerror) from problem
        if isinstance(problem, Trouble) and problem.code in _OF_THE_DISK:
            reason = problem.facts.get("cause", problem.code)
            raise Trouble("snapshot_not_made", reason=reason) from problem
        raise


def _copied(access: Access, folder: Path, progress: Progress) -> Access | None:
    """Return the way into the copies, or None where they are not of one moment."""
    live = [(access.database, access.data_key)]
    if access.sealed is not None:
        live.append((access.sealed.database, access.sealed.data_key))
    before = [_moment_of(*each) for each in live]
    made = [_copy(file, key, folder, progress) for file, key in live]
    if len(live) > 1 and [_moment_of(*each) for each in live] != before:
        return None
    database, key = made[0]
    sealed = SealedAccess(*made[1]) if len(made) > 1 else None
    return replace(access, database=database, data_key=key, sealed=sealed)


def _moment_of(file: Path, key: bytes) -> copies.Contents:
    look_at_file(file)
    with surroundings(), copies.opened(file, key) as connection:
        return copies.contents(connection)


def _copy(file: Path, key: bytes, folder: Path, progress: Progress) -> tuple[Path, bytes]:
    """Copy one file under a key of its own, prove the copy and bring it to this program's format.

    A copy of an earlier try is replaced.
    """
    target, own_key = folder / file.name, os.urandom(KEY_BYTES)
    copies.remove_database(target)
    with surroundings(), copies.opened(file, key) as connection:
        copies.copy_database(connection, target, own_key, progress)
    copies.look_into(target, own_key)
    open_database(target, own_key, nullcontext).close()
    return target, own_key
