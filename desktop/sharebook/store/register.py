"""The register the services work with, over one SQLCipher file."""

import json
import secrets
from collections.abc import Iterator
from contextlib import AbstractContextManager
from datetime import UTC, date
from typing import TypeVar

from sharebook.domain.chain import Head
from sharebook.domain.clock import Clock
from sharebook.domain.disclosures import GAVE_DATA, Disclosure
from sharebook.domain.findings import Finding
from sharebook.domain.names import FlowId, PupilId, RecipientId, Seq
from sharebook.domain.pupils import Pupil
from sharebook.domain.recorded import Recorded
from sharebook.store import attached_files, search, sweeping
from sharebook.store.chaining import read_head, register_id
from sharebook.store.errors import surroundings
from sharebook.store.families.disclosure import DISCLOSURE
from sharebook.store.families.every import family_of
from sharebook.store.families.pupil import PUPIL
from sharebook.store.holding import HOLDS
from sharebook.store.reading import Reader
from sharebook.store.shelves import Shelves
from sharebook.store.sqlite import Connection, number
from sharebook.store.verifying import Progress, verify
from sharebook.store.writing import RandomBytes, Session, SqlWriter, transaction

T = TypeVar("T")

_LAST_SENT = """SELECT max(day) FROM disclosure WHERE recipient = ? AND superseded_by IS NULL
    AND decision IN (SELECT value FROM json_each(?))"""
_LAST_SENT_BY_FLOW = """SELECT flow, max(day) FROM disclosure WHERE recipient = ?
    AND superseded_by IS NULL AND decision IN (SELECT value FROM json_each(?)) GROUP BY flow"""
_BY_DAY = "r.day, r.time, r.seq"
_NEWEST_DAY = "r.day DESC, r.time DESC, r.seq DESC"


class SqlRegister:
    """`services.ports.Register`; like its connection it stays in the thread that opened it.

    Args:
        connection: from `open_database`.
        random: gives that many unpredictable bytes, for salts.
    """

    def __init__(
        self,
        connection: Connection,
        clock: Clock,
        random: RandomBytes = secrets.token_bytes,
    ) -> None:
        self._connection = connection
        self._clock = clock
        self._random = random
        self._shelves = Shelves.of(connection)
        self._reader = Reader(connection, self._shelves)

    def current(self, kind: type[T]) -> list[Recorded[T]]:
        """Return the records of `kind` that nothing supersedes, in the order of their writing."""
        return self._reader.read(family_of(kind), "WHERE r.superseded_by IS NULL")

    def history(self, kind: type[T]) -> list[Recorded[T]]:
        """Return all records of `kind`, superseded ones too, in the order of their writing."""
        return self._reader.read(family_of(kind))

    def versions(self, kind: type[T], identifier: int) -> list[Recorded[T]]:
        """Return every record of one thing, oldest first."""
        return self._reader.read(family_of(kind), "WHERE r.id = ?", values=[identifier])

    def record_at(self, kind: type[T], seq: Seq) -> Recorded[T]:
        """Return the record of `kind` that stands at one place in the chain.

        Raises:
            LookupError: nothing of that kind stands there.
        """
        return self._reader.read(family_of(kind), "WHERE r.seq = ?", values=[seq])[0]

    def attached(self, digest: str) -> bytes | None:
        """Return the bytes of an attached file, or None where they are not here.

        Raises:
            Trouble: one of `errors`.
        """
        with surroundings():
            return attached_files.read(self._connection, digest)

    def count(self, kind: type[object]) -> int:
        """Return how many records of `kind` nothing supersedes."""
        table = family_of(kind).entity
        sql = f'SELECT count(*) FROM "{table}" WHERE superseded_by IS NULL'  # noqa: S608 - ours
        with surroundings():
            return number(self._connection, sql)

    def about(self, kind: type[T], pupil: PupilId) -> list[Recorded[T]]:
        """Return all records of `kind` (spells, contacts, exclusions, calls) that name `pupil`."""
        family = family_of(kind)
        if "pupil" not in family.names:
            message = f"a {family.entity} names no pupil"
            raise LookupError(message)
        return self._reader.read(family, "WHERE r.pupil = ?", values=[pupil])

    def find_pupils(self, words: str, limit: int = 50) -> list[Pupil]:
        """Return pupils whose name, class or UPN matches every word, best first."""
        with surroundings():
            found = search.find(self._connection, words, self._clock.today(), limit)
        marks = ", ".join("?" * len(found))
        where = f"WHERE r.superseded_by IS NULL AND r.id IN ({marks})"
        by_id = {
            each.record.id: each.record for each in self._reader.read(PUPIL, where, values=found)
        }
        return [by_id[PupilId(identifier)] for identifier in found]

    def disclosures_about(self, pupil: PupilId) -> list[Recorded[Disclosure]]:
        """Return every disclosure whose cohort holds `pupil`, superseded ones too, oldest first."""
        return self._reader.read(DISCLOSURE, HOLDS, _BY_DAY, {"pupil": pupil})

    def disclosures_between(self, first: date, last: date) -> list[Recorded[Disclosure]]:
        """Return disclosures made from `first` to `last`, superseded ones too, oldest first."""
        days = [first.toordinal(), last.toordinal()]
        return self._reader.read(DISCLOSURE, "WHERE r.day BETWEEN ? AND ?", _BY_DAY, days)

    def disclosures_to(self, recipient: RecipientId, limit: int = -1) -> list[Recorded[Disclosure]]:
        """Return the newest `limit` disclosures to `recipient` by day (-1: all), newest first."""
        where, order = "WHERE r.recipient = ?", f"{_NEWEST_DAY} LIMIT ?"
        return self._reader.read(DISCLOSURE, where, order, [recipient, limit])

    def last_disclosures(self, limit: int) -> list[Recorded[Disclosure]]:
        """Return the newest `limit` disclosures by day, newest first."""
        return self._reader.read(DISCLOSURE, "", f"{_NEWEST_DAY} LIMIT ?", [limit])

    def first_day(self) -> date | None:
        """Return the day of the oldest disclosure."""
        with surroundings():
            oldest = number(self._connection, "SELECT min(day) FROM disclosure")
        return date.fromordinal(oldest) if oldest else None

    def last_sent(self, recipient: RecipientId) -> date | None:
        """Return the day of the newest disclosure that gave `recipient` data."""
        gave = json.dumps(sorted(GAVE_DATA))
        with surroundings():
            newest = number(self._connection, _LAST_SENT, recipient, gave)
        return date.fromordinal(newest) if newest else None

    def last_sent_by_flow(self, recipient: RecipientId) -> dict[FlowId | None, date]:
        """Return the same for each flow it was given data under, None for outside any flow."""
        values = recipient, json.dumps(sorted(GAVE_DATA))
        with surroundings():
            newest = self._connection.execute(_LAST_SENT_BY_FLOW, values).fetchall()
        return {flow: date.fromordinal(day) for flow, day in newest}

    def identity(self) -> str:
        """Return which register the file says it is; "" if making it was interrupted."""
        with surroundings():
            return register_id(self._connection)

    def head(self) -> Head:
        """Return the end of the chain."""
        with surroundings():
            return read_head(self._connection)

    def heads(self) -> Iterator[Head]:
        """Yield the chain's head as it was after each entry, newest first."""
        with surroundings():
            rows = self._connection.execute(
                "SELECT seq, hash FROM log ORDER BY seq DESC"
            ).fetchall()
        for seq, digest in rows:
            yield Head(Seq(seq), digest)

    def writing(self, person: str) -> AbstractContextManager[SqlWriter]:
        """Open one transaction in `person`'s name; all of it is kept or none."""
        session = Session.of(person, self._clock.now(), self._random)
        return transaction(self._connection, self._shelves, session)

    def owes_a_sweep(self) -> bool:
        """Say whether the file must still be written anew after a disposal."""
        return sweeping.owed(self._connection)

    def sweep(self) -> bool:
        """Write the file anew after a disposal, if that is owed; say whether it was done.

        Raises:
            Trouble: one of `errors`; the file is as it was and the sweep is still owed.
        """
        if not self.owes_a_sweep():
            return False
        sweeping.sweep(self._connection, self._clock.now().astimezone(UTC).isoformat())
        self._shelves.forget()
        return True

    def verify(self, progress: Progress) -> Iterator[Finding]:
        """Compare file, structure, records and chain, page by page from the disk."""
        return verify(self._connection, progress)

    def close(self) -> None:
        """Let go of the file and the key."""
        self._connection.close()
