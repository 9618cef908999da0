"""What the safeguarding lead and the head can do in the compartment.

Everything here is reached through `desk.compartment` alone, which is None for everybody else. The
ordinary services of a desk never see the sealed file, not even a holder's: answers, notices,
reports, exports, prints and searches are the same for everyone.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from sharebook.bootstrap.access import Access, SealedAccess
from sharebook.bootstrap.attached_copies import limits
from sharebook.bootstrap.sealed_writing import BothOnDisk, OneWriterSealed, SealedTurn
from sharebook.domain.catalogue import Catalogues
from sharebook.domain.clock import Clock
from sharebook.domain.names import PupilId
from sharebook.domain.sealed import said_number
from sharebook.services.acknowledging import Acknowledging
from sharebook.services.answering import Answering
from sharebook.services.asking import Asking
from sharebook.services.attaching import Attaching
from sharebook.services.book import Book
from sharebook.services.browsing import Browsing, LogRow
from sharebook.services.chasing import Chasing
from sharebook.services.checking import Checking
from sharebook.services.choosing import Choosing
from sharebook.services.incidents import Incidents
from sharebook.services.judging import Judging
from sharebook.services.letting_go import LettingGo
from sharebook.services.publishing.sealed_log_content import SealedSources, sealed_log
from sharebook.services.recording import Recording
from sharebook.services.remembering import Remembering
from sharebook.services.retaining import Retaining
from sharebook.services.retelling import Retelling, ToldVersion
from sharebook.services.reviewing import Due, Gap, Reviewing
from sharebook.services.sealing import Sealing
from sharebook.services.striking import Striking
from sharebook.store.compartment import SealedView
from sharebook.store.register import SqlRegister

if TYPE_CHECKING:
    from sharebook.documents.model import Document


_SEALED_DUE = frozenset({"entry", "request", "incident"})


@dataclass(frozen=True, slots=True)
class OpenParts:
    """What the compartment borrows from the open register: names, lists and checks."""

    register: SqlRegister
    book: Book
    judging: Judging
    choosing: Choosing
    retelling: Retelling
    catalogues: Catalogues
    clock: Clock
    refuse_copy: Callable[[], None]


class Compartment:
    """The sealed log and its services; belongs to the thread that opened it, as its desk does.

    Args:
        openly: the open register's parts; lists and names come from there.
        access: of somebody who holds the compartment's key.

    Raises:
        Trouble: `compartment_missing`, `compartment_damaged`, or one of the store's `errors`.
    """

    def __init__(self, openly: OpenParts, access: Access, sealed: SealedAccess) -> None:
        turn = SealedTurn(access, sealed, openly.clock, openly.refuse_copy)
        self._open = openly
        self._file = OneWriterSealed(sealed, access.register_id, openly.clock, turn)
        self._both = BothOnDisk(access, sealed, openly.clock, turn)
        self.register = SealedView(openly.register, self._file)

    @cached_property
    def judging(self) -> Judging:
        """The checks, for entries that are sealed, less what is left as it is among these."""
        parts = self._open
        return Judging(self.register, parts.book, parts.catalogues, sealed=True)

    @cached_property
    def acknowledging(self) -> Acknowledging:
        """What is left as it is of the sealed entries."""
        return Acknowledging(self.register, self._open.catalogues, self._open.clock)

    @cached_property
    def recording(self) -> Recording:
        """Record a sealed disclosure, or put one right."""
        parts = self._open
        return Recording(self.register, parts.book, self.judging, parts.clock)

    @cached_property
    def incidents(self) -> Incidents:
        """What went wrong with sealed entries."""
        return Incidents(self.register, self._open.catalogues, self._open.clock)

    @cached_property
    def attaching(self) -> Attaching:
        """Files that belong to sealed entries."""
        return Attaching(self.register, limits(), sealed=True)

    @cached_property
    def striking(self) -> Striking:
        """Strike out a sealed entry that was recorded by mistake."""
        return Striking(self.register)

    @cached_property
    def browsing(self) -> Browsing:
        """Look things up in the sealed log."""
        parts = self._open
        return Browsing(self.register, parts.book, self.judging, parts.choosing)

    @cached_property
    def asking(self) -> Asking:
        """Requests that nobody else may know of."""
        parts = self._open
        return Asking(self.register, parts.book, parts.catalogues, parts.clock)

    @cached_property
    def chasing(self) -> Chasing:
        """Receipts for sealed entries."""
        parts = self._open
        return Chasing(self.register, parts.catalogues, parts.clock)

    @cached_property
    def remembering(self) -> Remembering:
        """What a sealed entry said before."""
        return Remembering(self.register)

    @cached_property
    def answering(self) -> Answering:
        """What is true of a child with the sealed entries in place of the open log's.

        For the holder's own eyes; nothing prints or keeps it.
        """
        parts = self._open
        return Answering(self.register, parts.book, parts.catalogues, parts.clock)

    @cached_property
    def checking(self) -> Checking:
        """Check the sealed file and its own chain; its seal."""
        return Checking(self.register)

    @cached_property
    def sealing(self) -> Sealing:
        """Move an entry in, or bring one out."""
        return Sealing(self._open.register, self.register, self._both, self._open.clock)

    @cached_property
    def letting_go(self) -> LettingGo:
        """Dispose of what is sealed about children who were disposed of."""
        parts = self._open
        rules = Retaining(self.register, parts.book, parts.catalogues, parts.clock)
        return LettingGo(parts.register, self._file, rules, parts.clock)

    @cached_property
    def _reviewing(self) -> Reviewing:
        parts = self._open
        return Reviewing(self.register, parts.book, self.judging, parts.catalogues, parts.clock)

    def due(self) -> list[Due]:
        """Return what is due here: receipts that have not come, requests that wait."""
        return [each for each in self._reviewing.due() if each.about in _SEALED_DUE]

    def gaps(self) -> list[Gap]:
        """Return what this year's sealed entries lack."""
        return [each for each in self._reviewing.gaps() if each.about == "entry"]

    def about(self, pupil: PupilId) -> list[LogRow]:
        """Return the sealed entries about one pupil that stand, newest first."""
        rows = self.browsing.timeline(pupil)
        return [row for row in rows if not row.mistake and not row.put_right_by]

    def history(self, number: int) -> tuple[ToldVersion, ...]:
        """Return in words what a sealed entry said before, oldest first.

        Raises:
            Refused: there is no such sealed entry.
        """
        versions = self.remembering.history("disclosure", number)
        told = self._open.retelling.told("disclosure", versions)
        return tuple(_sealed(each) for each in told)

    def log(self, pupil: PupilId) -> "Document":
        """Return the sealed entries about one pupil as a document for the safeguarding file.

        Raises:
            Refused: there is no such pupil.
        """
        parts = self._open
        sources = SealedSources(self.register, parts.book, self.browsing, parts.catalogues)
        return sealed_log(sources, self.answering.pupil(pupil), parts.clock.today())

    def chase_letter(self, number: int, person: str) -> "Document":
        """Return a letter that asks for the receipt of a sealed entry; writes nothing down.

        Raises:
            Refused: no such sealed entry, or no receipt of it is awaited.
        """
        from sharebook.services.publishing.asking_content import LetterWish, sealed_letter

        parts = self._open
        wish = LetterWish(number, person, parts.clock.today(), sealed=True)
        return sealed_letter(self.chasing, parts.book, parts.catalogues, wish, self.register)

    def close(self) -> None:
        """Let go of the sealed file and its key."""
        self._file.close()


def _sealed(version: ToldVersion) -> ToldVersion:
    old, new = (f"Entry {said_number(version.number, sealed=sealed)}" for sealed in (False, True))
    return replace(version, title=version.title.replace(old, new, 1))
