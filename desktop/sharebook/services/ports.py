"""What the services need from the outside, as Protocols; `bootstrap` brings the real ones."""

from collections.abc import Iterator
from contextlib import AbstractContextManager
from datetime import date
from typing import Protocol, TypeVar

from sharebook.domain.chain import Head
from sharebook.domain.disclosures import Disclosure
from sharebook.domain.findings import Finding
from sharebook.domain.names import FlowId, PupilId, RecipientId, Seq
from sharebook.domain.pupils import Pupil
from sharebook.domain.recorded import Recorded

T = TypeVar("T")


class Progress(Protocol):
    """Hears how far long work has come."""

    def report(self, done: int, total: int, doing: str = "") -> None:
        """Tell that `done` of `total` steps are behind us.

        Raises:
            Cancelled: the person pressed Stop.
        """
        ...


class Writer(Protocol):
    """Adds records inside one transaction; nothing is edited or deleted."""

    def next_id(self, kind: type[object]) -> int:
        """Return the next free identifier for records of `kind`, from 1, without gaps."""
        ...

    def add(self, record: object, supersedes: Seq | None = None, reason: str = "") -> Seq:
        """Write `record`, chain it, and return its place in the chain.

        Raises:
            Refused: the superseded record does not exist or is superseded already.
        """
        ...


class FilingWriter(Writer, Protocol):
    """Also keeps the bytes of attached files."""

    def attach(self, content: bytes) -> str:
        """Keep `content` beside the records; return its SHA-256 in hex."""
        ...


class Register(Protocol):
    """The school's whole book, as the services see it."""

    def current(self, kind: type[T]) -> list[Recorded[T]]:
        """Return the records of `kind` that nothing supersedes, in the order of their writing."""
        ...

    def history(self, kind: type[T]) -> list[Recorded[T]]:
        """Return all records of `kind`, superseded ones too, in the order of their writing."""
        ...

    def versions(self, kind: type[T], identifier: int) -> list[Recorded[T]]:
        """Return every record of one thing, oldest first."""
        ...

    def record_at(self, kind: type[T], seq: Seq) -> Recorded[T]:
        """Return the record of `kind` that stands at one place in the chain.

        Raises:
            LookupError: nothing of that kind stands there.
        """
        ...

    def count(self, kind: type[object]) -> int:
        """Return how many records of `kind` nothing supersedes, without reading them."""
        ...

    def about(self, kind: type[T], pupil: PupilId) -> list[Recorded[T]]:
        """Return all records of `kind` (spells, contacts, exclusions, calls) that name `pupil`."""
        ...

    def find_pupils(self, words: str, limit: int = 50) -> list[Pupil]:
        """Return pupils whose name, class or UPN matches every word, best first."""
        ...

    def disclosures_about(self, pupil: PupilId) -> list[Recorded[Disclosure]]:
        """Return every disclosure whose cohort holds `pupil`, superseded ones too, oldest first."""
        ...

    def disclosures_between(self, first: date, last: date) -> list[Recorded[Disclosure]]:
        """Return disclosures made from `first` to `last`, superseded ones too, oldest first."""
        ...

    def disclosures_to(self, recipient: RecipientId, limit: int = -1) -> list[Recorded[Disclosure]]:
        """Return the newest `limit` disclosures to `recipient` by day (-1: all), newest first."""
        ...

    def last_disclosures(self, limit: int) -> list[Recorded[Disclosure]]:
        """Return the newest `limit` disclosures by day, newest first."""
        ...

    def first_day(self) -> date | None:
        """Return the day of the oldest disclosure."""
        ...

    def last_sent(self, recipient: RecipientId) -> date | None:
        """Return the day of the newest disclosure that gave `recipient` data."""
        ...

    def last_sent_by_flow(self, recipient: RecipientId) -> dict[FlowId | None, date]:
        """Return the same for each flow it was given data under, None for outside any flow."""
        ...

    def head(self) -> Head:
        """Return the end of the chain."""
        ...

    def heads(self) -> Iterator[Head]:
        """Yield the chain's head as it was after each entry, newest first."""
        ...

    def writing(self, person: str) -> AbstractContextManager[Writer]:
        """Open one transaction in `person`'s name; all of it is kept or none."""
        ...

    def verify(self, progress: Progress) -> Iterator[Finding]:
        """Compare files, structure, records and chain; yield what does not hold."""
        ...

    def close(self) -> None:
        """Let go of the file and the key."""
        ...


class FilingRegister(Register, Protocol):
    """The register with its attached files."""

    def attached(self, digest: str) -> bytes | None:
        """Return the bytes of an attached file, or None where they are not here."""
        ...

    def writing(self, person: str) -> AbstractContextManager[FilingWriter]:
        """Open one transaction in `person`'s name; all of it is kept or none."""
        ...
