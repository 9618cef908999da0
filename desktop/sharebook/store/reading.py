"""Records out of their tables, with the story of their writing, in a fixed number of queries."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, TypeVar

from sharebook.domain.errors import Trouble
from sharebook.domain.names import Seq
from sharebook.domain.recorded import Recorded
from sharebook.store.errors import surroundings
from sharebook.store.family import Family
from sharebook.store.shelves import Shelves
from sharebook.store.sqlite import Cell, Connection

T = TypeVar("T")
_STORY = 9  # cells of the story before the record's own


class Reader:
    """Reads records of any family through one connection."""

    def __init__(self, connection: Connection, shelves: Shelves) -> None:
        self._connection = connection
        self._shelves = shelves

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
            f' r.salt = zeroblob(16){own} FROM "{family.entity}" r JOIN log w ON w.seq = r.seq'
            f" LEFT JOIN log s ON s.seq = r.superseded_by {where} ORDER BY {order}"
        )
        with surroundings():
            rows = self._connection.execute(sql, values).fetchall()
            family.fetch([(row[0], row[_STORY:]) for row in rows], self._shelves)
        return [self._recorded(family, row) for row in rows]

    def _recorded(self, family: Family[T], row: Sequence[Any]) -> Recorded[T]:
        seq, identifier, at, by, supersedes, superseded_by, superseded_at, reason, gone = row[
            :_STORY
        ]
        return Recorded(
            record=family.from_row(seq, identifier, row[_STORY:], self._shelves),
            seq=Seq(seq),
            at=_moment(family, seq, at),
            by=by,
            supersedes=supersedes,
            superseded_by=superseded_by,
            superseded_at=_moment(family, seq, superseded_at) if superseded_at else None,
            reason=reason,
            disposed=bool(gone),
        )


def _moment(family: Family[Any], seq: int, stored: str) -> datetime:
    try:
        return datetime.fromisoformat(stored)
    except ValueError as error:
        raise Trouble("record_unreadable", entity=family.entity, seq=seq) from error
