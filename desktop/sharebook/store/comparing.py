"""What one copy of a register holds that another does not."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sharebook.domain.errors import Trouble
from sharebook.store.copies import opened
from sharebook.store.errors import surroundings
from sharebook.store.opening import look_at_file
from sharebook.store.sqlite import Connection, number


@dataclass(frozen=True, slots=True)
class Ahead:
    """Entries at the end of one copy that the other lacks.

    Attributes:
        count: how many; 0 when the other holds everything.
        first, last: their numbers.
        since, until: when the first and the last were written; None when there are none.
        sealed: entries of the compartment that the other lacks; 0 for who holds no key.
    """

    count: int
    first: int = 0
    last: int = 0
    since: datetime | None = None
    until: datetime | None = None
    sealed: int = 0


def ahead_of(mine: tuple[Path, bytes], other: tuple[Path, bytes]) -> Ahead:
    """Return the entries of `mine` (file and key) after the last that both share.

    Raises:
        Trouble: one of the files cannot be read.
    """
    look_at_file(mine[0])
    look_at_file(other[0])
    with surroundings(), opened(*mine) as here, opened(*other) as there:
        last = _entries(here)
        shared = _shared(here, there, min(last, _entries(there)))
        if shared == last:
            return Ahead(0)
        since, until = _written(here, shared + 1), _written(here, last)
    return Ahead(last - shared, shared + 1, last, since, until)


def last_written(path: Path, data_key: bytes) -> datetime | None:
    """Return when the newest entry of a register file was written; None in an empty one.

    Raises:
        Trouble: the file cannot be read.
    """
    look_at_file(path)
    with surroundings(), opened(path, data_key) as connection:
        last = _entries(connection)
        return _written(connection, last) if last else None


def _shared(here: Connection, there: Connection, most: int) -> int:
    """Return the last entry that is the same in both; before it everything is, as hashes chain."""
    least = 0
    while least < most:
        middle = (least + most + 1) // 2
        if _hash(here, middle) == _hash(there, middle):
            least = middle
        else:
            most = middle - 1
    return least


def _entries(connection: Connection) -> int:
    return number(connection, "SELECT max(seq) FROM log")


def _hash(connection: Connection, seq: int) -> bytes | None:
    row = connection.execute("SELECT hash FROM log WHERE seq = ?", (seq,)).fetchone()
    return bytes(row[0]) if row else None


def _written(connection: Connection, seq: int) -> datetime:
    row = connection.execute("SELECT at FROM log WHERE seq = ?", (seq,)).fetchone()
    try:
        return datetime.fromisoformat(row[0])
    except (TypeError, ValueError) as wrong:
        raise Trouble("record_unreadable", entity="log", seq=seq) from wrong
