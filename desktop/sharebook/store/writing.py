"""One transaction: records go in with their entries of the chain, all of them or none."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Self

from sharebook.domain.chain import Head, Link, commitment, next_hash
from sharebook.domain.disposal import Disposal, DisposalId, Disposed, Order
from sharebook.domain.errors import Refused
from sharebook.domain.names import Seq
from sharebook.domain.pupils import Pupil
from sharebook.store import attached_files, disposing, search
from sharebook.store.chaining import read_head
from sharebook.store.errors import surroundings
from sharebook.store.families.every import family_of
from sharebook.store.family import FRONT, Family
from sharebook.store.plain import tidy
from sharebook.store.shelves import Shelves
from sharebook.store.sqlite import MAIN, Connection, number

SALT_BYTES = 16
NO_SALT = bytes(SALT_BYTES)  # what disposal leaves
RandomBytes = Callable[[int], bytes]


@dataclass(frozen=True, slots=True)
class Session:
    """Who writes, when, and where salts come from.

    Attributes:
        person: the name in the log.
        at: ISO 8601 UTC with microseconds; one moment for the whole transaction.
        random: gives that many unpredictable bytes.
    """

    person: str
    at: str
    random: RandomBytes

    @classmethod
    def of(cls, person: str, moment: datetime, random: RandomBytes) -> Self:
        """Return the session of `person` at `moment`."""
        return cls(tidy(person), moment.astimezone(UTC).isoformat(timespec="microseconds"), random)


class SqlWriter:
    """Adds records in one person's name; lives as long as its transaction.

    Args:
        schema: the file it writes to, by the name it is attached under.

    Attributes:
        whole: False if a record is half in; such a transaction must not be kept.
    """

    def __init__(
        self, connection: Connection, shelves: Shelves, session: Session, schema: str = MAIN
    ) -> None:
        self._connection = connection
        self._shelves = shelves
        self._session = session
        self._schema = schema
        self._head = read_head(connection, schema)
        self.whole = True

    def next_id(self, kind: type[object]) -> int:
        """Return one more than the highest identifier of `kind` written so far."""
        table = self._table(family_of(kind))
        return number(self._connection, f"SELECT max(id) FROM {table}") + 1  # noqa: S608 - ours

    def add(self, record: object, supersedes: Seq | None = None, reason: str = "") -> Seq:
        """Write `record` and its entry, and return its place in the chain.

        Raises:
            Refused: no_such_record, superseded_already, record_disposed_of.
            Trouble: one of `errors`; the transaction is lost.
        """
        if not self._connection.in_transaction:
            message = "this transaction is over"
            raise RuntimeError(message)
        family = family_of(type(record))
        if supersedes is not None:
            self._refuse_unless_current(family, supersedes)
        self.whole = False
        with surroundings():
            self._write(family, record, supersedes, tidy(reason))
        self.whole = True
        return self._head.seq

    def attach(self, content: bytes) -> str:
        """Keep the bytes of a file beside the records; return their SHA-256 in hex.

        Raises:
            Trouble: one of `errors`; the transaction is lost.
        """
        with surroundings():
            return attached_files.keep(self._connection, content, self._schema)

    def dispose(self, order: Order) -> Disposal:
        """Write the disposal and blank what it covers; `sweep` the register afterwards.

        Raises:
            Refused: disposal_nothing.
            Trouble: one of `errors`; the transaction is lost.
        """
        if self._schema != MAIN and order.what is not Disposed.FILES:
            message = "dispose through a connection of the file's own"
            raise RuntimeError(message)
        with surroundings():
            found = disposing.covered(self._connection, self._shelves, order, self._schema)
        disposing.refuse_empty(order, found)
        disposal = disposing.disposal_of(DisposalId(self.next_id(Disposal)), order, found)
        seq = self.add(disposal)
        self.whole = False
        with surroundings():
            disposing.blank(self._connection, self._shelves, seq, found, self._schema)
        self.whole = True
        return disposal

    def _write(
        self, family: Family[Any], record: object, supersedes: Seq | None, reason: str
    ) -> None:
        seq, salt = Seq(self._head.seq + 1), self._session.random(SALT_BYTES)
        identifier = family.id_of(record)
        link = Link(
            seq=seq,
            at=self._session.at,
            by=self._session.person,
            operation="add" if supersedes is None else "supersede",
            entity=family.entity,
            entity_id=identifier,
            commitment=commitment(salt, record, supersedes, reason),
        )
        self._log(link)
        if supersedes is not None:
            self._mark_superseded(family, supersedes, seq)
        front = [seq, identifier, supersedes, None, reason, salt]
        cells = [*front, *family.to_row(record, self._shelves)]
        names = ", ".join(f'"{name}"' for name in [*FRONT, *family.names])
        marks = ", ".join("?" * len(cells))
        self._connection.execute(
            f"INSERT INTO {self._table(family)} ({names}) VALUES ({marks})",  # noqa: S608 - our own names
            cells,
        )
        family.add_beside(seq, record, self._shelves)
        if isinstance(record, Pupil):
            search.index(self._connection, identifier, record, known=supersedes is not None)

    def _log(self, link: Link) -> None:
        digest = next_hash(self._head.hash, link)
        self._connection.execute(
            f"INSERT INTO {self._schema}.log"  # noqa: S608 - our own names
            " (seq, at, person, operation, entity, entity_id, commitment, hash)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                link.seq,
                link.at,
                link.by,
                link.operation,
                link.entity,
                link.entity_id,
                link.commitment,
                digest,
            ),
        )
        self._head = Head(link.seq, digest)

    def _refuse_unless_current(self, family: Family[Any], seq: Seq) -> None:
        row = self._connection.execute(
            f"SELECT superseded_by, salt FROM {self._table(family)} WHERE seq = ?",  # noqa: S608 - ours
            (seq,),
        ).fetchone()
        if row is None:
            raise Refused("no_such_record", seq=seq)
        if row[1] == NO_SALT:
            raise Refused("record_disposed_of")
        if row[0] is not None:
            raise Refused("superseded_already", seq=seq, by=row[0])

    def _mark_superseded(self, family: Family[Any], old: Seq, new: Seq) -> None:
        self._connection.execute(
            f"UPDATE {self._table(family)} SET superseded_by = ? WHERE seq = ?",  # noqa: S608 - ours
            (new, old),
        )

    def _table(self, family: Family[Any]) -> str:
        return f'{self._schema}."{family.entity}"'


@contextmanager
def transaction(connection: Connection, shelves: Shelves, session: Session) -> Iterator[SqlWriter]:
    """Hold the register for writing; keep everything at the end, or nothing after an error.

    Raises:
        Trouble: one of `errors`; nothing was kept.
    """
    with all_or_nothing(connection, shelves):
        writer = SqlWriter(connection, shelves, session)
        yield writer
        refuse_halves(writer)


@contextmanager
def all_or_nothing(connection: Connection, *shelves: Shelves) -> Iterator[None]:
    """Hold every file of `connection` for writing; keep all of it at the end, or nothing.

    Raises:
        Trouble: one of `errors`; nothing was kept.
    """
    with surroundings():
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:  # a full disk has made SQLite undo it already
                connection.execute("ROLLBACK")
            for each in shelves:
                each.forget()
            raise


def refuse_halves(writer: SqlWriter) -> None:
    """Let no transaction be kept in which a record is half in (a bug)."""
    if not writer.whole:
        message = "a record is half written"
        raise RuntimeError(message)
