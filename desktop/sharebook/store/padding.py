"""Keeping a file's size and date from telling how much is written in it.

The compartment's file is made larger than it need be and grows by a whole step at a time, long
before the room in it runs out. What is written takes free pages, so the size stays. Every page is
encrypted, the free ones too, and looks like noise.
"""

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

from sharebook.store.errors import surroundings
from sharebook.store.sqlite import MAIN, Connection, number

STEP = 256  # pages; 1 MiB
ROOM = 128  # free pages that are left after every transaction
_PAGE, _RESERVED = 4096, 80  # bytes; SQLCipher keeps 80 of each page for itself
_USABLE = _PAGE - _RESERVED
_ON_A_FURTHER_PAGE = _USABLE - 4  # each names the next one
_STAYS_IN_THE_ROW = (_USABLE - 12) * 32 // 255 - 23  # bytes of a long value; SQLite's file format
_SPARE = 200  # bytes for the row's own header, less than what would save a page
_FILLER = "sharebook_filler"


def keep_room(connection: Connection, schema: str = MAIN, room: int = ROOM) -> None:
    """Grow the file by whole steps if few free pages are left; the last thing in a transaction.

    Args:
        connection: in a writing transaction, which this becomes a part of.
        schema: the file, by the name it is attached under.
        room: how many free pages are to be left.

    Raises:
        Trouble: one of `errors`; the transaction is lost.
    """
    with surroundings():
        pages = number(connection, f"PRAGMA {schema}.page_count")
        free = number(connection, f"PRAGMA {schema}.freelist_count")
        wanted = -(-(pages + max(0, room - free)) // STEP) * STEP
        if wanted > pages:
            _grow(connection, schema, wanted)


@contextlib.contextmanager
def unmoved(path: Path) -> Iterator[None]:
    """Give the file the date back that it had, however the block ends.

    Where the system refuses, the date has moved and nothing else is the matter.
    """
    before = path.stat()
    try:
        yield
    finally:
        with contextlib.suppress(OSError):
            os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def _grow(connection: Connection, schema: str, wanted: int) -> None:
    """Fill the file up to `wanted` pages with one long value of zeros, and take it out again."""
    table = f'{schema}."{_FILLER}"'
    connection.execute(f"CREATE TABLE {table} (zeros BLOB)")
    free = number(connection, f"PRAGMA {schema}.freelist_count")
    further = wanted - number(connection, f"PRAGMA {schema}.page_count") + free
    length = _STAYS_IN_THE_ROW + further * _ON_A_FURTHER_PAGE - _SPARE
    connection.execute(f"INSERT INTO {table} VALUES (zeroblob(?))", (length,))  # noqa: S608 - our own names
    connection.execute(f"DROP TABLE {table}")
