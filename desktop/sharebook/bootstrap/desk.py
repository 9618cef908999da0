"""An open register with everything a person can do at it."""

import contextlib
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Protocol, Self

from sharebook.bootstrap.access import Access
from sharebook.bootstrap.backups import Unheard
from sharebook.bootstrap.compartment_file import leave_no_trace
from sharebook.bootstrap.draft_box import carry_over
from sharebook.bootstrap.one_writer import OneWriterRegister
from sharebook.bootstrap.sheet_proof import SheetProof
from sharebook.bootstrap.snapshot import ReadingClaim, Snapshot
from sharebook.bootstrap.verbs import Verbs
from sharebook.catalogues.loading import load
from sharebook.domain.catalogue import Catalogues
from sharebook.domain.clock import Clock
from sharebook.domain.errors import Refused, Trouble
from sharebook.domain.names import Code
from sharebook.domain.people import StaffRole
from sharebook.domain.school import School
from sharebook.services.ports import Progress
from sharebook.vault.writer_lock import WriterLock


class Opener(Protocol):
    """A register that was made ready to be opened (`reading.Ready`)."""

    def open(self) -> "Desk":
        """Return the desk."""
        ...


class Desk(Verbs):
    """Every service of one open register; a desk belongs to the thread that opened it."""

    def __init__(
        self,
        access: Access,
        clock: Clock,
        catalogues: Catalogues,
        snapshot: Snapshot | None = None,
    ) -> None:
        """Open the register, or a snapshot of it, in which nothing can be saved.

        Raises:
            Trouble: `register_of_other_keys`, `register_unfinished`, or as `open_database`.
        """
        self._snapshot = snapshot
        reading = snapshot.reading if snapshot else access
        self.lock: WriterLock | ReadingClaim = (
            ReadingClaim(snapshot, clock)
            if snapshot
            else WriterLock(access.folder, access.person, clock)
        )
        try:
            self._live = OneWriterRegister(
                reading.database,
                reading.data_key,
                clock,
                self.lock,
                only_reads=access.role == Code(StaffRole.DATA_PROTECTION_OFFICER),
            )
        except BaseException:
            self.lock.let_go()
            raise
        super().__init__(access, self._live, clock, catalogues)
        self._reading = reading
        self._opened = False
        self._refuse_anothers()
        self._opened_at = self.register.head()
        self._opened = True

    @classmethod
    def opened(cls, access: Access, clock: Clock, snapshot: Snapshot | None = None) -> Self:
        """Open the register, or a snapshot of it, with the shipped catalogues."""
        return cls(access, clock, load(), snapshot)

    def again(self) -> "Desk":
        """Open a second desk at the same register, for work in another thread."""
        return Desk(self._access, self.clock, self.shipped, self._snapshot)

    def moved(self, way: "Access | Opener") -> "Desk":
        """Open the register another way, after its keys changed or anew; close this desk.

        The backup that this desk owes is owed by the new one.

        Raises:
            Trouble: as for opening; this desk stays open then.
        """
        fresh = Desk(way, self.clock, self.shipped) if isinstance(way, Access) else way.open()
        if self._snapshot is None:
            fresh._opened_at = self._opened_at  # noqa: SLF001  # of its own kind
        carry_over(self._access, fresh._access, [self.person])  # noqa: SLF001  # of its own kind
        self.close()
        return fresh

    def _refuse_anothers(self) -> None:
        """Work only with the data file that says it belongs to these keys."""
        found = self.register.identity()
        if found != self._access.register_id:
            begun = bool(found) or self.register.head().seq > 0
            self.close()
            code = "register_of_other_keys" if begun else "register_unfinished"
            raise Trouble(code, path=str(self._access.database))

    def close(self) -> None:
        """Let go of the files, the keys and the writer's lock; remember how the register ended."""
        try:
            if self._opened:
                with contextlib.suppress(Refused, Trouble):  # a place out of reach keeps nobody in
                    self.surroundings.note()
            self._close_compartment()
        finally:
            self.register.close()

    def leave(self, progress: Progress | None = None) -> None:
        """Make the backup that is due and close: how the window locks and ends.

        The command line only closes, to stay quick, and backs up when asked to. Nothing that goes
        wrong with the backup keeps the desk open; it is remembered for the next opening.

        Raises:
            Cancelled: the person pressed Stop; the desk is closed, nothing half-made is left.
        """
        try:
            self.leave_no_trace()
            if self._owes_a_backup():
                self._back_up(progress or Unheard())
        finally:
            self.close()

    def step_away(self) -> Callable[[Progress], None] | None:
        """Close at once; return the backup that is due, for a worker's thread, or None.

        How the window locks: the door stands there while the backup is made behind it.
        """
        try:
            self.leave_no_trace()
            owed = self._owes_a_backup()
            if owed:
                self.backing_up.note_begun()
        finally:
            self.close()
        access, clock, catalogues = self._access, self.clock, self.shipped

        def back_up(progress: Progress) -> None:
            desk = Desk(access, clock, catalogues)
            try:
                desk._back_up(progress)
            finally:
                desk.close()

        return back_up if owed else None

    def wait_to_write(self, seconds: float) -> None:
        """Be patient with another program that writes: what is saved here waits for it so long."""
        if isinstance(self.lock, WriterLock):
            self.lock.patience = seconds

    @property
    def as_at(self) -> datetime | None:
        """When the snapshot was taken that is read here (UTC); None at the register itself."""
        return self._snapshot.as_at if self._snapshot else None

    @property
    def reading_status(self) -> str:
        """As at when this is, and who writes meanwhile; "" at the register itself."""
        return self.lock.status() if isinstance(self.lock, ReadingClaim) else ""

    def refuse_if_left_behind(self) -> None:
        """Let a desk pass whose file is the one the keys name, or a snapshot.

        Raises:
            Refused: `register_left_behind`: keys were changed, or a backup restored, meanwhile.
            Trouble: the folder or the data file is out of reach.
        """
        if self._snapshot is None and self._live.is_left_behind():
            raise Refused("register_left_behind")

    def _refuse_copy(self) -> None:
        if isinstance(self.lock, ReadingClaim):
            self.lock.take()

    def _owes_a_backup(self) -> bool:
        if self._snapshot is not None:
            return False  # whoever writes owes it
        with contextlib.suppress(Refused, Trouble):  # the register itself is out of reach
            due = self.backing_up.is_due(self._opened_at, self.register.head())
            always = self._access.sealed is not None  # or a backup would tell of a sealed entry
            return (due or always) and not self.school().practice
        return False

    def leave_no_trace(self) -> None:
        """Write the compartment anew, if this desk's person holds its key, whatever they did."""
        if self._snapshot is None and self._access.sealed is not None:
            leave_no_trace(self._access.sealed)

    def _back_up(self, progress: Progress) -> None:
        with contextlib.suppress(Refused, Trouble):
            self.backing_up.make_on_leaving(progress)

    @property
    def access(self) -> Access:
        """The way in, for whoever changes the register's keys."""
        return self._access

    @property
    def person(self) -> str:
        """Who opened it."""
        return self._access.person

    @property
    def role(self) -> Code:
        """That person's part in the school."""
        return self._access.role

    @property
    def folder(self) -> Path:
        """Where the register lies."""
        return self._access.folder

    def school(self) -> School:
        """Return the school whose register this is."""
        return self.book.school()

    def sheet_proved_on(self) -> date | None:
        """Return the day on which the recovery sheet in force was last typed in and proved."""
        return SheetProof(self._access, self.clock).proved_on()
