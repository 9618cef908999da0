"""Opening the register in a window: itself, or a snapshot while another program writes."""

from dataclasses import dataclass

from sharebook.bootstrap.access import Access
from sharebook.bootstrap.desk import Desk
from sharebook.bootstrap.snapshot import Snapshot, is_being_written, take_snapshot
from sharebook.domain.clock import Clock
from sharebook.services.ports import Progress
from sharebook.vault.reading_room import tidy_rooms


@dataclass(frozen=True, slots=True)
class Ready:
    """A register that was looked at in one thread, to be opened in another.

    Attributes:
        snapshot: None where nobody else writes: the register itself is opened.
    """

    access: Access
    clock: Clock
    snapshot: Snapshot | None = None

    def open(self) -> Desk:
        """Return the desk, once; it belongs to the thread that asks.

        Raises:
            Trouble: as `Desk.opened`.
        """
        try:
            return Desk.opened(self.access, self.clock, self.snapshot)
        finally:
            self.forget()

    def forget(self) -> None:
        """Let go of a snapshot that nobody will open any more."""
        if self.snapshot is not None:
            self.snapshot.room.close()


def ready(access: Access, clock: Clock, progress: Progress) -> Ready:
    """Take a snapshot if another program writes, and prove that what was found opens.

    Raises:
        Trouble: as `Desk.opened` and `take_snapshot`; nothing is left behind.
        Cancelled: the person pressed Stop; nothing is left behind.
    """
    tidy_rooms()
    writing = is_being_written(access, clock)
    found = Ready(access, clock, take_snapshot(access, clock, progress) if writing else None)
    try:
        desk = Desk.opened(access, clock, found.snapshot)
        try:
            desk.school()
        finally:
            desk.close()
    except BaseException:
        found.forget()
        raise
    return found


def open_snapshot(access: Access, clock: Clock, progress: Progress) -> Desk:
    """Return a desk at a fresh snapshot, whoever writes.

    Raises:
        Trouble: as `Desk.opened` and `take_snapshot`; nothing is left behind.
        Cancelled: the person pressed Stop; nothing is left behind.
    """
    return Ready(access, clock, take_snapshot(access, clock, progress)).open()
