"""The encrypted SQLite module under one name, so that types and errors have one home."""

from collections.abc import Sequence
from pathlib import Path
from typing import TypeAlias
from urllib.parse import quote

from sqlcipher3 import dbapi2
from sqlcipher3.dbapi2 import Connection, DatabaseError, complete_statement

__all__ = [
    "MAIN",
    "Cell",
    "Connection",
    "DatabaseError",
    "Row",
    "address",
    "complete_statement",
    "connect",
    "in_memory",
    "number",
]

Cell: TypeAlias = str | int | bytes | None
Row: TypeAlias = Sequence[Cell]

MAIN = "main"  # what SQLite calls the file a connection was opened on; others are attached


def connect(path: Path) -> Connection:
    """Return a connection to the file at `path`, which must exist; transactions are ours to begin.

    Nothing is read yet. The address form with ``mode=rw`` never creates a file.
    """
    return dbapi2.connect(address(path), uri=True, isolation_level=None)


def address(path: Path) -> str:
    """Return the address form of a file that must exist, for opening or attaching it."""
    place = path.absolute().as_posix()
    slash = "" if place.startswith("/") else "/"
    return f"file://{slash}{quote(place)}?mode=rw"


def in_memory() -> Connection:
    """Return an empty database that lives in memory; nothing of it reaches a disk."""
    return dbapi2.connect(":memory:", isolation_level=None)


def number(connection: Connection, sql: str, *values: Cell) -> int:
    """Return the one whole number `sql` asks for; 0 when it finds none."""
    row = connection.execute(sql, values).fetchone()
    return int(row[0] or 0) if row else 0
