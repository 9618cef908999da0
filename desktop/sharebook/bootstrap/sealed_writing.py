"""Writing to the compartment, one program at a time, leaving nothing to be seen from outside.

The writer's lock is held for each transaction alone, not until the desk is closed: a lock that
stays, with no new entry in the open log, would tell that something sealed was written.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC
from pathlib import Path

from sharebook.bootstrap.access import Access, SealedAccess
from sharebook.bootstrap.footprints import unseen
from sharebook.domain.clock import Clock
from sharebook.domain.errors import Refused, Trouble
from sharebook.store.both_files import KeyedFile, writing_both
from sharebook.store.compartment import SealedWriter
from sharebook.store.opening import look_at_file, open_database
from sharebook.store.padding import keep_room
from sharebook.store.register import SqlRegister
from sharebook.store.sealed_file import identity_of, sweep_padded, told
from sharebook.store.writing import Session, SqlWriter
from sharebook.vault.bundle import Bundle
from sharebook.vault.key_disk import read_key_file
from sharebook.vault.leftovers import remove_copies
from sharebook.vault.writer_lock import NAME, WriterLock


def _pass() -> None:
    """Let pass: it is the register itself."""


class SealedTurn:
    """Takes the writer's lock for one transaction that the sealed file is part of.

    Args:
        access: of somebody who holds the compartment's key.
        refuse_copy: refuses where it is a snapshot that is read.

    Raises:
        Trouble: `compartment_missing`, `compartment_damaged`, or `cannot_open`.
    """

    def __init__(
        self,
        access: Access,
        sealed: SealedAccess,
        clock: Clock,
        refuse_copy: Callable[[], None] = _pass,
    ) -> None:
        self._refuse_copy = refuse_copy
        self._folder = access.folder
        self._files = (access.database, sealed.database)
        with told():
            look_at_file(sealed.database)
        self._found = tuple(file.stat() for file in self._files)
        self._lock = WriterLock(access.folder, access.person, clock)

    @contextmanager
    def taken(self) -> Iterator[None]:
        """Hold the lock, and let nobody write to files that the keys no longer name.

        Raises:
            Refused: another program writes, `snapshot_is_old`, or `register_moved_on`.
            Trouble: as `WriterLock.take`, or the key file cannot be read.
        """
        self._refuse_copy()
        self._lock.take()
        try:
            self._refuse_a_stale_desk()
            yield
        finally:
            self._lock.let_go()

    def _refuse_a_stale_desk(self) -> None:
        """What was written now would go into files that no key file names any more, or a copy."""
        keys = read_key_file(Bundle(self._folder))
        named = (self._folder / keys.database, self._folder / keys.sealed)
        same = all(
            file.exists() and os.path.samestat(found, file.stat())
            for file, found in zip(self._files, self._found, strict=True)
        )
        if named != self._files or not same:
            raise Refused("register_moved_on")


class OneWriterSealed(SqlRegister):
    """The sealed file, written in turn and unseen.

    Args:
        whose: the register it belongs to.

    Raises:
        Trouble: `compartment_missing`, `compartment_damaged`, or one of the store's `errors`.
    """

    def __init__(self, sealed: SealedAccess, whose: str, clock: Clock, turn: SealedTurn) -> None:
        with told():
            super().__init__(open_database(sealed.database, sealed.data_key), clock)
        self._file = sealed.database
        self._turn = turn
        if self.identity() != identity_of(whose):
            self.close()
            raise Trouble("compartment_damaged", cause="another register's")

    @contextmanager
    def writing(self, person: str) -> Iterator[SqlWriter]:
        """Open one transaction in the sealed file alone; all of it is kept or none.

        Raises:
            Refused: as `SealedTurn.taken`.
            Trouble: as `SealedTurn.taken`, or one of the store's `errors`.
        """
        with self._alone(), super().writing(person) as writer:
            yield writer
            keep_room(self._connection)

    def sweep(self) -> bool:
        """Write the file anew after a disposal, as large as it was; say whether it was done.

        Raises:
            Refused, Trouble: as `writing`, or the disk failed; it is still owed then.
        """
        if not self.owes_a_sweep():
            return False
        with self._alone():
            remove_copies(self._file)
            sweep_padded(self._connection, self._clock.now().astimezone(UTC).isoformat())
        self._shelves.forget()
        return True

    @contextmanager
    def _alone(self) -> Iterator[None]:
        with (
            unseen(self._file.parent, self._file, self._file.with_name(NAME)),
            self._turn.taken(),
        ):
            yield


class BothOnDisk:
    """`services.sealing.Both` over the two files of one register."""

    def __init__(
        self, access: Access, sealed: SealedAccess, clock: Clock, turn: SealedTurn
    ) -> None:
        self._open = KeyedFile(access.database, access.data_key)
        self._sealed = KeyedFile(sealed.database, sealed.data_key)
        self._clock = clock
        self._turn = turn

    @contextmanager
    def writing(self, person: str) -> Iterator[tuple[SqlWriter, SealedWriter]]:
        """Yield the writers of the open register and of the compartment; both or neither.

        Raises:
            Refused: as `SealedTurn.taken`.
            Trouble: as `SealedTurn.taken`, or one of the store's `errors`; nothing was kept.
        """
        session = Session.of(person, self._clock.now(), os.urandom)
        sealed: Path = self._sealed.path
        with (
            unseen(sealed),
            self._turn.taken(),
            writing_both(self._open, self._sealed, session) as (openly, closed),
        ):
            yield openly, SealedWriter(closed)
