"""The compartment as a register of its own: its log is sealed, everything else is the open one's.

Pupils, recipients, flows, headings and agreements are read from the open register. Disclosures,
what belongs to them (requests, incidents, files, findings left as they are) and call notes are
read from and written to the sealed file alone, which has its own numbers and its own chain.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Protocol, TypeVar

from sharebook.domain.acknowledgements import Acknowledgement
from sharebook.domain.attachments import Attachment
from sharebook.domain.calls import Call
from sharebook.domain.chain import Head
from sharebook.domain.disclosures import Disclosure
from sharebook.domain.disposal import Disposal, Order
from sharebook.domain.findings import Finding
from sharebook.domain.incidents import Incident
from sharebook.domain.names import FlowId, PupilId, RecipientId, Seq
from sharebook.domain.pupils import Pupil
from sharebook.domain.recorded import Recorded
from sharebook.domain.requests import Request
from sharebook.domain.school_dates import Chase
from sharebook.store.register import SqlRegister
from sharebook.store.verifying import Progress

T = TypeVar("T")

SEALED_KINDS: frozenset[type[object]] = frozenset(
    {Disclosure, Call, Chase, Attachment, Incident, Acknowledgement, Request}
)


class Writer(Protocol):
    """Adds records inside one transaction."""

    def next_id(self, kind: type[object]) -> int:
        """Return the next free identifier for records of `kind`."""
        ...

    def add(self, record: object, supersedes: Seq | None = None, reason: str = "") -> Seq:
        """Write `record` and return its place in the chain."""
        ...

    def attach(self, content: bytes) -> str:
        """Keep the bytes of a file; return their SHA-256 in hex."""
        ...

    def dispose(self, order: Order) -> Disposal:
        """Write the disposal and blank what it covers."""
        ...


class SealedWriter:
    """Lets nothing into the compartment but what belongs there."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer

    def next_id(self, kind: type[object]) -> int:
        """Return the next free identifier for sealed records of `kind`, from 1."""
        _refuse_open(kind)
        return self._writer.next_id(kind)

    def add(self, record: object, supersedes: Seq | None = None, reason: str = "") -> Seq:
        """Write `record` into the compartment's own chain.

        Raises:
            TypeError: such records belong to the open register (a bug).
        """
        _refuse_open(type(record))
        return self._writer.add(record, supersedes, reason)

    def attach(self, content: bytes) -> str:
        """Keep the bytes of a file in the compartment; return their SHA-256 in hex."""
        return self._writer.attach(content)

    def dispose(self, order: Order) -> Disposal:
        """Blank what has left the compartment; `sweep` it afterwards.

        Raises:
            Refused: disposal_nothing.
        """
        return self._writer.dispose(order)


class SealedView:
    """`services.ports.Register` for whoever holds the compartment's key.

    Args:
        openly: everybody's register; only read.
        sealed: the compartment's own file.
    """

    def __init__(self, openly: SqlRegister, sealed: SqlRegister) -> None:
        self._open = openly
        self._sealed = sealed

    def _holding(self, kind: type[object]) -> SqlRegister:
        return self._sealed if kind in SEALED_KINDS else self._open

    def current(self, kind: type[T]) -> list[Recorded[T]]:
        """Return the records of `kind` that nothing supersedes, in the order of their writing."""
        return self._holding(kind).current(kind)

    def history(self, kind: type[T]) -> list[Recorded[T]]:
        """Return all records of `kind`, superseded ones too, in the order of their writing."""
        return self._holding(kind).history(kind)

    def versions(self, kind: type[T], identifier: int) -> list[Recorded[T]]:
        """Return every record of one thing, oldest first."""
        return self._holding(kind).versions(kind, identifier)

    def record_at(self, kind: type[T], seq: Seq) -> Recorded[T]:
        """Return the record of `kind` that stands at one place in its file's chain.

        Raises:
            LookupError: nothing of that kind stands there.
        """
        return self._holding(kind).record_at(kind, seq)

    def count(self, kind: type[object]) -> int:
        """Return how many records of `kind` nothing supersedes."""
        return self._holding(kind).count(kind)

    def about(self, kind: type[T], pupil: PupilId) -> list[Recorded[T]]:
        """Return all records of `kind` that name `pupil`."""
        return self._holding(kind).about(kind, pupil)

    def attached(self, digest: str) -> bytes | None:
        """Return the bytes of a file attached to a sealed entry."""
        return self._sealed.attached(digest)

    def find_pupils(self, words: str, limit: int = 50) -> list[Pupil]:
        """Return pupils whose name, class or UPN matches every word, best first."""
        return self._open.find_pupils(words, limit)

    def disclosures_about(self, pupil: PupilId) -> list[Recorded[Disclosure]]:
        """Return every sealed entry whose cohort holds `pupil`, superseded ones too."""
        return self._sealed.disclosures_about(pupil)

    def disclosures_between(self, first: date, last: date) -> list[Recorded[Disclosure]]:
        """Return sealed entries from `first` to `last`, superseded ones too, oldest first."""
        return self._sealed.disclosures_between(first, last)

    def disclosures_to(self, recipient: RecipientId, limit: int = -1) -> list[Recorded[Disclosure]]:
        """Return the newest `limit` sealed entries to `recipient` (-1: all), newest first."""
        return self._sealed.disclosures_to(recipient, limit)

    def last_disclosures(self, limit: int) -> list[Recorded[Disclosure]]:
        """Return the newest `limit` sealed entries by day, newest first."""
        return self._sealed.last_disclosures(limit)

    def first_day(self) -> date | None:
        """Return the day of the oldest sealed disclosure."""
        return self._sealed.first_day()

    def last_sent(self, recipient: RecipientId) -> date | None:
        """Return the day of the newest sealed entry that gave `recipient` data."""
        return self._sealed.last_sent(recipient)

    def last_sent_by_flow(self, recipient: RecipientId) -> dict[FlowId | None, date]:
        """Return the same for each flow of the open register."""
        return self._sealed.last_sent_by_flow(recipient)

    def head(self) -> Head:
        """Return the end of the compartment's own chain."""
        return self._sealed.head()

    def heads(self) -> Iterator[Head]:
        """Yield the head of the compartment's chain as it was after each entry, newest first."""
        return self._sealed.heads()

    @contextmanager
    def writing(self, person: str) -> Iterator[SealedWriter]:
        """Open one transaction in the sealed file alone; all of it is kept or none."""
        with self._sealed.writing(person) as writer:
            yield SealedWriter(writer)

    def sweep(self) -> bool:
        """Write the sealed file anew after something left it; say whether that was owed."""
        return self._sealed.sweep()

    def verify(self, progress: Progress) -> Iterator[Finding]:
        """Compare the sealed file, its structure, records and chain."""
        return self._sealed.verify(progress)

    def close(self) -> None:
        """Let go of the sealed file and its key; the open register has an owner of its own."""
        self._sealed.close()


def _refuse_open(kind: type[object]) -> None:
    if kind not in SEALED_KINDS:
        message = f"a {kind.__name__} belongs to the open register"
        raise TypeError(message)
