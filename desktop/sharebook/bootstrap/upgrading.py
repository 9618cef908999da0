"""Bringing a register of an older format up to date: only while nobody else can write to it."""

import contextlib
from collections.abc import Iterator
from typing import Protocol

from sharebook.bootstrap.access import Access
from sharebook.domain.clock import Clock
from sharebook.domain.errors import Refused, SharebookError, Trouble
from sharebook.store.opening import open_database
from sharebook.vault.writer_lock import WriterLock


class Claim(Protocol):
    """A claim to write: the writer's lock, or what stands for it where nobody may write."""

    def take(self) -> None:
        """Hold the register for writing from now on.

        Raises:
            Refused: another program writes, or this is a snapshot.
            Trouble: as `WriterLock.take`.
        """
        ...

    def let_go(self) -> None:
        """Give the claim up."""
        ...

    @property
    def is_held(self) -> bool:
        """Whether this desk may write now."""
        ...


_OF_THE_DISK = ("disk_full", "disk_error", "read_only", "cannot_open", "writer_lock_refused")


@contextlib.contextmanager
def alone(lock: Claim) -> Iterator[None]:
    """Hold the register for writing while its file is brought up to date, and no longer.

    Raises:
        Refused: `upgrade_must_wait` (or `_for_somebody`): another program writes.
        Trouble: `upgrade_stopped`, the disk or the folder refused; the file is as it was.
    """
    held = lock.is_held
    try:
        lock.take()
        yield
    except Refused as refused:
        raise _waiting(refused) from refused
    except Trouble as trouble:
        if trouble.code not in _OF_THE_DISK:
            raise
        raise Trouble("upgrade_stopped", cause=trouble.code) from trouble
    finally:
        if not held:
            lock.let_go()


def bring_up_to_date(access: Access, clock: Clock) -> None:
    """Upgrade a register of an older format; where that cannot be done now, another time.

    Whoever opens a desk at it then is told why.
    """
    lock = WriterLock(access.folder, access.person, clock)
    with contextlib.suppress(SharebookError):
        open_database(access.database, access.data_key, lambda: alone(lock)).close()


def _waiting(refused: Refused) -> Refused:
    if refused.code == "register_being_written_by_somebody":
        return Refused("upgrade_must_wait_for_somebody")
    return Refused("upgrade_must_wait", "", **refused.facts)
