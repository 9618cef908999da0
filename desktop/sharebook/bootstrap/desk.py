"""An open register with everything a person can do at it."""

import contextlib
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Self

from sharebook.bootstrap.backups import Source, Unheard, backups_of
from sharebook.bootstrap.one_writer import OneWriterRegister
from sharebook.catalogues.loading import load
from sharebook.domain.catalogue import Catalogues
from sharebook.domain.clock import Clock
from sharebook.domain.errors import Refused, Trouble
from sharebook.domain.names import Code
from sharebook.domain.school import School
from sharebook.services.answering import Answering
from sharebook.services.arranging import Arranging
from sharebook.services.backing_up import Backups
from sharebook.services.book import Book
from sharebook.services.browsing import Browsing
from sharebook.services.checking import Checking
from sharebook.services.choosing import Choosing
from sharebook.services.enrolling import Enrolling
from sharebook.services.exporting import Exporting
from sharebook.services.importing import ImportPage, ImportPupils
from sharebook.services.judging import Judging
from sharebook.services.ports import Progress
from sharebook.services.publishing.desk import Publishing
from sharebook.services.publishing.sources import Sources
from sharebook.services.recording import Recording
from sharebook.services.remembering import Remembering
from sharebook.services.retelling import Retelling
from sharebook.services.reviewing import Reviewing
from sharebook.services.striking import Striking
from sharebook.store.register import SqlRegister
from sharebook.vault.writer_lock import WriterLock


@dataclass(frozen=True, slots=True)
class Access:
    """How to open the register once more, in another thread."""

    folder: Path
    database: Path
    data_key: bytes = field(repr=False)
    register_id: str
    person: str
    role: Code


class Desk:
    """Every service of one open register; a desk belongs to the thread that opened it."""

    def __init__(self, access: Access, clock: Clock, catalogues: Catalogues) -> None:
        """Open the register.

        Raises:
            Trouble: `register_of_other_keys`, `register_unfinished`, or as `open_database`.
        """
        self._access = access
        self.clock = clock
        self.catalogues = catalogues
        self.lock = WriterLock(access.folder, access.person, clock)
        self.register: SqlRegister = OneWriterRegister(
            access.database, access.data_key, clock, self.lock
        )
        self._refuse_anothers()
        self.book = Book(self.register)
        self._opened_at = self.register.head()

    @classmethod
    def opened(cls, access: Access, clock: Clock) -> Self:
        """Open the register with the shipped catalogues."""
        return cls(access, clock, load())

    def again(self) -> "Desk":
        """Open a second desk at the same register, for work in another thread."""
        return Desk(self._access, self.clock, self.catalogues)

    def _refuse_anothers(self) -> None:
        """Work only with the data file that says it belongs to these keys."""
        found = self.register.identity()
        if found != self._access.register_id:
            begun = bool(found) or self.register.head().seq > 0
            self.close()
            code = "register_of_other_keys" if begun else "register_unfinished"
            raise Trouble(code, path=str(self._access.database))

    def close(self) -> None:
        """Let go of the file, the key and the writer's lock."""
        self.register.close()

    def leave(self, progress: Progress | None = None) -> None:
        """Make the backup that is due and close: how the window locks and ends.

        The command line only closes, to stay quick, and backs up when asked to. Nothing that goes
        wrong with the backup keeps the desk open; it is remembered for the next opening.

        Raises:
            Cancelled: the person pressed Stop; the desk is closed, nothing half-made is left.
        """
        try:
            if self._owes_a_backup():
                self._back_up(progress or Unheard())
        finally:
            self.close()

    def step_away(self) -> Callable[[Progress], None] | None:
        """Close at once; return the backup that is due, for a worker's thread, or None.

        How the window locks: the door stands there while the backup is made behind it.
        """
        try:
            owed = self._owes_a_backup()
        finally:
            self.close()
        access, clock, catalogues = self._access, self.clock, self.catalogues

        def back_up(progress: Progress) -> None:
            desk = Desk(access, clock, catalogues)
            try:
                desk._back_up(progress)
            finally:
                desk.close()

        return back_up if owed else None

    def _owes_a_backup(self) -> bool:
        with contextlib.suppress(Refused, Trouble):  # the register itself is out of reach
            due = self.backing_up.is_due(self._opened_at, self.register.head())
            return due and not self.school().practice
        return False

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

    @cached_property
    def judging(self) -> Judging:
        """The checks."""
        return Judging(self.register, self.book, self.catalogues)

    @cached_property
    def choosing(self) -> Choosing:
        """Pupils, classes and years to pick from."""
        return Choosing(self.register)

    @cached_property
    def answering(self) -> Answering:
        """Answer a family."""
        return Answering(self.register, self.book, self.catalogues, self.clock)

    @cached_property
    def recording(self) -> Recording:
        """Record a disclosure."""
        return Recording(self.register, self.book, self.judging, self.clock)

    @cached_property
    def striking(self) -> Striking:
        """Strike out what was recorded by mistake."""
        return Striking(self.register)

    @cached_property
    def remembering(self) -> Remembering:
        """What any record said before."""
        return Remembering(self.register)

    @cached_property
    def retelling(self) -> Retelling:
        """The same in words."""
        return Retelling(self.book, self.choosing, self.catalogues)

    @cached_property
    def arranging(self) -> Arranging:
        """Keep recipients, flows and headings."""
        return Arranging(self.register, self.book, self.catalogues, self.clock)

    @cached_property
    def browsing(self) -> Browsing:
        """Look things up."""
        return Browsing(self.register, self.book, self.judging, self.choosing)

    @cached_property
    def enrolling(self) -> Enrolling:
        """Put a child on roll by hand."""
        return Enrolling(self.register, self.clock)

    @cached_property
    def reviewing(self) -> Reviewing:
        """What is due and what is missing."""
        return Reviewing(self.register, self.book, self.judging, self.catalogues, self.clock)

    @cached_property
    def importing_pupils(self) -> ImportPupils:
        """Bring in a pupil file."""
        return ImportPupils(self.register, self.catalogues, self.clock)

    @cached_property
    def importing_page(self) -> ImportPage:
        """Bring in a sharing page."""
        return ImportPage(self.register, self.catalogues, self.clock)

    @cached_property
    def publishing(self) -> Publishing:
        """Make the documents."""
        sources = Sources(
            self.register, self.book, self.answering, self.reviewing, self.catalogues, self.clock
        )
        return Publishing(sources)

    @cached_property
    def exporting(self) -> Exporting:
        """Hand the register out as tables or as one JSON document."""
        return Exporting(self.register, self.book, self.choosing, self.catalogues)

    @cached_property
    def backing_up(self) -> Backups:
        """Make backups and look after them."""
        source = Source(self.folder, self._access.database, self._access.data_key)
        return backups_of(source, self.clock)

    @cached_property
    def checking(self) -> Checking:
        """Check the register's health."""
        return Checking(self.register)
