"""Records out of their tables, with the story of their writing, in a fixed number of queries."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, TypeVar

from sharebook.domain.errors import Trouble
from sharebook.domain.recorded import Recorded
from sharebook.store.errors import surroundings
from sharebook.store.family import Family
from sharebook.store.filling import filled
from sharebook.store.shelves import Shelves
from sharebook.store.sqlite import MAIN, Cell, Connection, Row

T = TypeVar("T")
_STORY = 9  # cells of the story before the record's own
_BATCH = 2000  # rows taken apart together


class Reader:
    """Reads records of any family through one connection.

    Args:
        schema: the file they stand in, by the name it is attached under.
    """

    def __init__(self, connection: Connection, shelves: Shelves, schema: str = MAIN) -> None:
        self._connection = connection
        self._shelves = shelves
        self._schema = schema

    def read(
        self,
        family: Family[T],
        where: str = "",
        order: str = "r.seq",
        values: Sequence[Cell] | Mapping[str, Cell] = (),
    ) -> list[Recorded[T]]:
        """Return the records of `family` that SQL `where` (over alias r) takes in.

        Raises:
            Trouble: the file cannot be read, or holds something that is no such record.
        """
        own = "".join(f', r."{name}"' for name in family.names)
        sql = (  # names come from our own families, values are bound
            "SELECT r.seq, r.id, w.at, w.person, r.supersedes, r.superseded_by, s.at, r.reason,"  # noqa: S608 - see above
            f' r.salt = zeroblob(16){own} FROM {self._schema}."{family.entity}" r'
            f" JOIN {self._schema}.log w ON w.seq = r.seq"
            f" LEFT JOIN {self._schema}.log s ON s.seq = r.superseded_by {where} ORDER BY {order}"
        )
        with surroundings():
            rows = self._connection.execute(sql, values).fetchall()
            family.fetch([(row[0], row[_STORY:]) for row in rows], self._shelves)
        return [
            recorded
            for start in range(0, len(rows), _BATCH)
            for recorded in self._recorded(family, rows[start : start + _BATCH])
        ]

    def _recorded(self, family: Family[T], rows: Sequence[Row]) -> list[Recorded[T]]:
        columns: list[Sequence[Any]] = list(zip(*rows, strict=True))
        seqs, identifiers, ats, persons, old, new, new_ats, reasons, gone = columns[:_STORY]
        records = family.from_rows(seqs, identifiers, columns[_STORY:], self._shelves)
        told = {
            "record": records,
            "seq": seqs,
            "at": _moments(family, seqs, ats),
            "by": persons,
            "supersedes": old,
            "superseded_by": new,
            "superseded_at": _moments(family, seqs, new_ats),
            "reason": reasons,
            "disposed": map(bool, gone),
        }
        return filled(Recorded, len(rows), told)


def _moments(
    family: Family[Any], seqs: Sequence[int], stored: Sequence[str | None]
) -> Iterator[datetime | None]:
    known: dict[str | None, datetime | None] = {None: None}
    for seq, text in zip(seqs, stored, strict=True):
        if text not in known:
            known[text] = _moment(family, seq, text or "")
    return map(known.__getitem__, stored)


def _moment(family: Family[Any], seq: int, stored: str) -> datetime:
    try:
        return datetime.fromisoformat(stored)
    except ValueError as error:
        raise Trouble("record_unreadable", entity=family.entity, seq=seq) from error
