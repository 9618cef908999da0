"""Every service of one open register, made when it is first asked for."""

from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING

from sharebook.bootstrap.access import Access
from sharebook.bootstrap.backups import Source, backups_of
from sharebook.bootstrap.deciding_verbs import DecidingVerbs
from sharebook.bootstrap.draft_box import drafting_of, forget_disposed
from sharebook.bootstrap.health import HealthGround
from sharebook.bootstrap.reads_lists import READ_THE_LISTS
from sharebook.bootstrap.sheet_proof import SheetProof
from sharebook.domain.catalogue import Catalogues
from sharebook.domain.clock import Clock
from sharebook.domain.disposal import Disposal
from sharebook.domain.errors import Trouble
from sharebook.services.acknowledging import Acknowledging
from sharebook.services.amending import Amending
from sharebook.services.answering import Answering
from sharebook.services.arranging import Arranging
from sharebook.services.asking import Asking
from sharebook.services.backing_up import Backups
from sharebook.services.book import Book
from sharebook.services.browsing import Browsing
from sharebook.services.calendar import Calendar
from sharebook.services.chasing import Chasing
from sharebook.services.checking import Checking
from sharebook.services.choosing import Choosing
from sharebook.services.disposing import Disposing
from sharebook.services.drafting import Drafting
from sharebook.services.enrolling import Enrolling
from sharebook.services.explaining import Explaining
from sharebook.services.exporting import Exporting
from sharebook.services.gathering import Gathering
from sharebook.services.importing import ImportPage, ImportPupils
from sharebook.services.judging import Judging
from sharebook.services.minding import Minding
from sharebook.services.publishing.desk import Publishing
from sharebook.services.publishing.sources import Sources
from sharebook.services.recording import Recording
from sharebook.services.remembering import Remembering
from sharebook.services.retaining import Retaining
from sharebook.services.retelling import Retelling
from sharebook.services.reviewing import Reviewing
from sharebook.store.register import SqlRegister

if TYPE_CHECKING:
    from sharebook.bootstrap.compartment import Compartment
    from sharebook.bootstrap.map_verbs import MapVerbs
    from sharebook.bootstrap.pupil_verbs import PupilVerbs
    from sharebook.services.letting_go import LettingGo


class Verbs(DecidingVerbs):
    """What a person can do at an open register; `Desk` opens and closes it."""

    def __init__(
        self, access: Access, register: SqlRegister, clock: Clock, catalogues: Catalogues
    ) -> None:
        self._access = access
        self._reading = access  # of what is read; at a snapshot the copy's
        self.register = register
        self.clock = clock
        self.shipped = catalogues
        self.book = Book(register)

    @property
    def catalogues(self) -> Catalogues:
        """The law and the lists as this school uses them: its type, and its own word on rows."""
        found: Catalogues | None = self.__dict__.get("_lists")
        if found is not None:
            return found
        from sharebook.bootstrap.lists import lists_of

        found, complete = lists_of(self.register, self.shipped)
        if complete:
            self.__dict__["_lists"] = found
        return found

    def read_lists_again(self) -> None:
        """Let what the law's lists say now count; services made before are made anew."""
        for name in ("_lists", *READ_THE_LISTS):
            self.__dict__.pop(name, None)
        self._close_compartment()

    @cached_property
    def amending(self) -> Amending:
        """Keep the school's own word on the law's lists."""
        return Amending(self.register, self.shipped, self.clock)

    @cached_property
    def explaining(self) -> Explaining:
        """Say why the program asks what it asks."""
        return Explaining(self.catalogues, self.amending)

    @cached_property
    def compartment(self) -> "Compartment | None":
        """The sealed log, for whoever holds its key; None for everybody else.

        Raises:
            Trouble: its file is missing, damaged or another register's.
        """
        if self._reading.sealed is None:
            return None
        from sharebook.bootstrap.compartment import Compartment, OpenParts

        parts = OpenParts(
            self.register,
            self.book,
            self.judging,
            self.choosing,
            self.retelling,
            self.catalogues,
            self.clock,
            self._refuse_copy,
        )
        return Compartment(parts, self._reading, self._reading.sealed)

    def _refuse_copy(self) -> None:
        """Refuse to save in a snapshot; a desk that reads one knows."""

    def _close_compartment(self) -> None:
        opened: Compartment | None = self.__dict__.pop("compartment", None)
        if opened is not None:
            opened.close()

    @cached_property
    def judging(self) -> Judging:
        """The checks."""
        return Judging(self.register, self.book, self.catalogues)

    @cached_property
    def choosing(self) -> Choosing:
        """Pupils, classes and years to pick from."""
        return Choosing(self.register)

    @cached_property
    def gathering(self) -> Gathering:
        """Pupils from somebody's list, or by the rule of regular sharing."""
        return Gathering(self.choosing, self.book, self.catalogues, self.clock)

    @cached_property
    def answering(self) -> Answering:
        """Answer a family."""
        return Answering(self.register, self.book, self.catalogues, self.clock)

    @cached_property
    def recording(self) -> Recording:
        """Record a disclosure."""
        return Recording(self.register, self.book, self.judging, self.clock)

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
    def map(self) -> "MapVerbs":
        """Agreements, safeguards, children shut out, recipients replaced, purposes by day."""
        from sharebook.bootstrap.map_verbs import MapVerbs

        return MapVerbs(self)

    @cached_property
    def pupils(self) -> "PupilVerbs":
        """On roll, at home, named, flagged, protected: what changes about one child."""
        from sharebook.bootstrap.pupil_verbs import PupilVerbs

        return PupilVerbs(self)

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
    def calendar(self) -> Calendar:
        """Terms, closures, school days and the returns of the year."""
        return Calendar(self.register, self.book, self.catalogues, self.clock)

    @cached_property
    def asking(self) -> Asking:
        """Requests that wait for a decision."""
        return Asking(self.register, self.book, self.catalogues, self.clock)

    @cached_property
    def acknowledging(self) -> Acknowledging:
        """What is left as it is."""
        return Acknowledging(self.register, self.shipped, self.clock)

    @cached_property
    def chasing(self) -> Chasing:
        """Receipts that have not come."""
        return Chasing(self.register, self.catalogues, self.clock)

    @cached_property
    def retaining(self) -> Retaining:
        """How long things are kept, and what stops their disposal."""
        return Retaining(self.register, self.book, self.catalogues, self.clock)

    @cached_property
    def disposing(self) -> Disposing:
        """Dispose of what has run its time."""
        return Disposing(
            self.register, self.retaining, self.clock, self._beyond, self._forget_drafts
        )

    def _forget_drafts(self, made: list[Disposal]) -> None:
        forget_disposed(self._access, self.clock, made)

    def _beyond(self) -> "LettingGo | None":
        return None if self.compartment is None else self.compartment.letting_go

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
    def drafting(self) -> Drafting:
        """Keep what is half-typed."""
        return drafting_of(self._access, self.clock, self._disposals())

    def _disposals(self) -> list[Disposal]:
        with suppress(Trouble):  # a damaged register is told of elsewhere
            return [each.record for each in self.register.current(Disposal)]
        return []

    @cached_property
    def backing_up(self) -> Backups:
        """Make backups and look after them."""
        found = self._access
        source = Source(found.folder, found.database, found.data_key, found.sealed)
        return backups_of(source, self.clock)

    @cached_property
    def checking(self) -> Checking:
        """Check the register's health."""
        return Checking(self.register)

    @cached_property
    def surroundings(self) -> HealthGround:
        """The disk, the backups and this computer's memory around the register."""
        sheet = SheetProof(self._access, self.clock)
        return HealthGround(
            self._access, self.clock, lambda: self.book.school().practice, sheet.proved_on
        )

    @cached_property
    def minding(self) -> Minding:
        """Mind what is wrong with the register or around it."""
        return Minding(
            self.register, self.checking, self.surroundings, self.clock, self._sealed_checking
        )

    def _sealed_checking(self) -> Checking | None:
        return None if self.compartment is None else self.compartment.checking
