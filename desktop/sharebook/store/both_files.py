"""One transaction over two register files: what happens in both happens in both or in neither.

The second file is attached to a connection of its own, opened for that one transaction, so that no
query of everyday work can reach it. Both files keep a rollback journal, and SQLite joins the two
journals by a third file that names them: taking it away is the one step that keeps everything.
"""

import contextlib
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from sharebook.store.errors import surroundings
from sharebook.store.opening import KEY_BYTES, look_at_file, open_database
from sharebook.store.padding import keep_room
from sharebook.store.sealed_file import told
from sharebook.store.shelves import Shelves
from sharebook.store.sqlite import MAIN, Connection, address
from sharebook.store.writing import Session, SqlWriter, all_or_nothing, refuse_halves

SECOND = "second"
_MANNERS = (
    "synchronous = EXTRA",
    "secure_delete = ON",
    "journal_mode = DELETE",  # any other and SQLite does not join the journals
)


@dataclass(frozen=True, slots=True)
class KeyedFile:
    """A register file and its raw key of 32 bytes."""

    path: Path
    key: bytes = field(repr=False)


@contextlib.contextmanager
def writing_both(
    first: KeyedFile, second: KeyedFile, session: Session
) -> Iterator[tuple[SqlWriter, SqlWriter]]:
    """Open one transaction in two files; all of it is kept or none. The second stays padded.

    Yields:
        The writers of the first and of the second file.

    Raises:
        Trouble: as `open_database` for the first file, `compartment_missing` or
            `compartment_damaged` for the second, or one of `errors`; nothing was kept.
    """
    with told():
        look_at_file(second.path)
    with closing(open_database(first.path, first.key)) as connection:
        with told(), surroundings():
            _attach(connection, second)
        mine, other = (Shelves.of(connection, schema=name) for name in (MAIN, SECOND))
        with all_or_nothing(connection):
            writers = (
                SqlWriter(connection, mine, session),
                SqlWriter(connection, other, session, SECOND),
            )
            yield writers
            for writer in writers:
                refuse_halves(writer)
            keep_room(connection, SECOND)


def _attach(connection: Connection, file: KeyedFile) -> None:
    if len(file.key) != KEY_BYTES:
        message = f"a data key has {KEY_BYTES} bytes, not {len(file.key)}"
        raise ValueError(message)
    key = f"x'{file.key.hex()}'"  # bound as text it would be taken for a passphrase
    connection.execute(f'ATTACH DATABASE ? AS {SECOND} KEY "{key}"', (address(file.path),))
    for statement in _MANNERS:
        connection.execute(f"PRAGMA {SECOND}.{statement}")
    connection.execute(f"SELECT count(*) FROM {SECOND}.sqlite_master")  # noqa: S608 - ours
