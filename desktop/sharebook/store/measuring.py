"""The peers a register is measured against: the same facts without key, chain or bitmaps."""

import contextlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from sharebook.store.checks import chain
from sharebook.store.families.every import family_of
from sharebook.store.family import FRONT
from sharebook.store.opening import APPLICATION_ID, settle
from sharebook.store.shelves import Shelves
from sharebook.store.sqlite import Connection, Row, connect, number
from sharebook.store.writing import SALT_BYTES

_EVERY_PAGE = -1
_BEYOND = 2**23  # places no log of a school comes to


def plain_copy(connection: Connection, target: Path) -> None:
    """Write the open register's tables, indexes and views to a new file without a key.

    Args:
        connection: to an invented register; anybody can read the copy.
        target: where nothing is.
    """
    target.open("xb").close()
    version = number(connection, "PRAGMA user_version")
    connection.execute("ATTACH DATABASE ? AS plain KEY ''", (str(target),))
    try:
        connection.execute("SELECT sqlcipher_export('plain')").fetchall()
        connection.execute(f"PRAGMA plain.application_id = {APPLICATION_ID:d}")
        connection.execute(f"PRAGMA plain.user_version = {version:d}")
    finally:
        connection.execute("DETACH DATABASE plain")


def open_plain(path: Path) -> Connection:
    """Return a connection to a plain copy, with the manners of every other one."""
    connection = connect(path)
    settle(connection)
    return connection


def copy_pages(source: Connection, target: Connection) -> None:
    """Copy every page with SQLite's own backup; what a backup takes besides is not counted."""
    source.backup(target, pages=_EVERY_PAGE)


def compact(connection: Connection) -> None:
    """Write the file anew without gaps, as its plain copy is written."""
    connection.execute("VACUUM")


def read_log(connection: Connection) -> int:
    """Read every entry of the log and do nothing with it; return how many there are."""
    return sum(1 for _ in connection.execute(chain.LOG))


def follow_log(connection: Connection) -> int:
    """Check each entry of the log against the one before; return how many do not hold."""
    return sum(1 for _ in chain.links(connection))


def find_by_letters(connection: Connection, word: str) -> list[Row]:
    """Look for `word` inside names through the trigrams."""
    sql = "SELECT rowid FROM pupil_fts WHERE pupil_fts MATCH ? LIMIT 50"
    found: list[Row] = connection.execute(sql, (f'"{word}"',)).fetchall()
    return found


def find_by_reading(connection: Connection, word: str) -> list[Row]:
    """Look for `word` inside names by reading every one of them."""
    sql = (
        "SELECT id FROM pupil WHERE superseded_by IS NULL"
        " AND (surname LIKE ? OR forename LIKE ? OR known_as LIKE ?) LIMIT 50"
    )
    found: list[Row] = connection.execute(sql, (f"%{word}%",) * 3).fetchall()
    return found


@contextlib.contextmanager
def unlogged(connection: Connection) -> Iterator["UnloggedWriter"]:
    """Hold a scratch copy for writing records without commitments and without a log."""
    connection.execute("PRAGMA foreign_keys = OFF")  # a record stands on its entry of the log
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield UnloggedWriter(connection)
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        connection.execute("PRAGMA foreign_keys = ON")


class UnloggedWriter:
    """Writes records as the register's writer does, but for what makes them provable."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._shelves = Shelves.of(connection)

    def add(self, record: object) -> int:
        """Write `record` alone and return its place."""
        family = family_of(type(record))
        sql = f'SELECT max(seq) FROM "{family.entity}"'  # noqa: S608 - our own name
        seq = max(number(self._connection, sql), _BEYOND) + 1
        front = [seq, family.id_of(record), None, None, "", bytes(SALT_BYTES)]
        cells = [*front, *family.to_row(record, self._shelves)]
        names = ", ".join(f'"{name}"' for name in [*FRONT, *family.names])
        marks = ", ".join("?" * len(cells))
        self._connection.execute(
            f'INSERT INTO "{family.entity}" ({names}) VALUES ({marks})',  # noqa: S608 - our own names
            cells,
        )
        family.add_beside(seq, record, self._shelves)
        return seq

    def add_rows(self, record: object, pupils: Iterable[int]) -> None:
        """Write `record`, which names nobody, and one row for each of `pupils` beside it."""
        seq = self.add(record)
        self._connection.executemany(
            "INSERT INTO disclosure_pupil (pupil, disclosure) VALUES (?, ?)",
            [(pupil, seq) for pupil in pupils],
        )


def busiest(connection: Connection) -> tuple[int, int]:
    """Return the pupil on roll and the recipient that most single entries are about."""
    pupil = number(
        connection,
        "SELECT p.pupil FROM disclosure_pupil p JOIN spell s ON s.pupil = p.pupil"
        " WHERE s.superseded_by IS NULL AND s.last_day IS NULL"
        " GROUP BY p.pupil ORDER BY count(*) DESC, p.pupil LIMIT 1",
    )
    recipient = number(
        connection,
        "SELECT recipient FROM disclosure GROUP BY recipient ORDER BY count(*) DESC LIMIT 1",
    )
    return pupil, recipient


def facts(connection: Connection) -> int:
    """Return how often a pupil stands in a disclosure."""
    return number(connection, "SELECT sum(n_pupils) FROM disclosure")
