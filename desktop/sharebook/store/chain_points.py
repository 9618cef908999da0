"""Single places of a register's chain, read through a connection of their own."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sharebook.domain.chain import Head
from sharebook.store.chaining import read_head
from sharebook.store.copies import opened
from sharebook.store.errors import surroundings
from sharebook.store.opening import look_at_file


@dataclass(frozen=True, slots=True)
class ChainPoints:
    """The end of a chain and some places before it.

    Attributes:
        hashes: by place; a place that the chain lacks is missing.
        written: when the newest entry was written, UTC; None where there is none or nobody can
            tell.
    """

    head: Head
    hashes: Mapping[int, bytes]
    written: datetime | None


def chain_points(database: Path, data_key: bytes, places: Iterable[int]) -> ChainPoints:
    """Return the end of the chain in a register file, and its hashes at `places`.

    Raises:
        Trouble: as `look_at_file`, or the file cannot be read.
    """
    look_at_file(database)
    with surroundings(), opened(database, data_key) as connection:
        head = read_head(connection)
        sql = "SELECT hash FROM log WHERE seq = ?"
        rows = {seq: connection.execute(sql, (seq,)).fetchone() for seq in places}
        last = connection.execute("SELECT at FROM log WHERE seq = ?", (head.seq,)).fetchone()
    return ChainPoints(
        head, {seq: bytes(row[0]) for seq, row in rows.items() if row}, _moment(last)
    )


def _moment(row: tuple[object, ...] | None) -> datetime | None:
    try:
        found = datetime.fromisoformat(str(row[0])) if row else None
    except ValueError:
        return None
    return found if found is None or found.tzinfo else None
