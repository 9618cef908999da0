"""The compartment's file on the disk: a register file of its own, padded, under a key of its own.

Everybody can see that it is there, and every register has one from the start, so that its being
there says nothing. What it holds is for whoever has its key; but a transaction in it that a power
cut interrupted is rolled back by whoever opens the register next, with the key or without: the
journal holds encrypted pages and needs none.
"""

import contextlib
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from sharebook.domain.errors import Trouble
from sharebook.store import migrations
from sharebook.store.copies import copy_database
from sharebook.store.creating import create_database
from sharebook.store.errors import surroundings
from sharebook.store.generation import read_generation
from sharebook.store.opening import open_database
from sharebook.store.padding import ROOM, STEP, keep_room, unmoved
from sharebook.store.sqlite import Connection, DatabaseError, connect, number
from sharebook.store.sweeping import note_swept

_WAIT_MS = 1_000


class _Unheard:
    def report(self, done: int, total: int, doing: str = "") -> None:
        """Tell nobody."""


def identity_of(register_id: str) -> str:
    """Return what the compartment of a register calls itself; its chain begins with that."""
    return f"{register_id}-sealed"


def create_sealed(path: Path, data_key: bytes, register_id: str) -> None:
    """Make an empty compartment at `path`.

    Args:
        path: where nothing is yet.
        data_key: 32 random bytes, not the register's.
        register_id: whose compartment it is.

    Raises:
        Refused: register_exists.
        Trouble: as `create_database`; no file is left behind.
    """
    with closing(create_database(path, data_key, identity_of(register_id))) as connection:
        _give_room(connection)


def generation_of_sealed(path: Path, data_key: bytes, register_id: str) -> int:
    """Return the newest change of its keys that the compartment of this register knows.

    Raises:
        Trouble: `compartment_missing`, `compartment_damaged` (also where it is another register's
            or under another key), or one of `errors`.
    """
    with told(), closing(open_database(path, data_key)) as connection, surroundings():
        row = connection.execute("SELECT value FROM meta WHERE key = 'register_id'").fetchone()
        if row is None or row[0] != identity_of(register_id):
            raise Trouble("compartment_damaged", cause="another register's")
        return read_generation(connection)


def upgrade_sealed(path: Path, data_key: bytes, alone: migrations.Alone) -> None:
    """Bring the compartment to this program's schema, after a copy as large as itself was kept.

    Args:
        path: the compartment's file.
        data_key: 32 bytes.
        alone: keeps every other program from writing; not asked for where nothing is due.

    Raises:
        Trouble: the disk failed; the file is as it was.
    """
    with closing(open_database(path, data_key)) as connection, surroundings():
        if number(connection, "PRAGMA user_version") >= migrations.newest():
            return
        with alone(), unmoved(path):
            _keep_as_it_is(connection, path, data_key)
            migrations.upgrade(connection, None)
            _give_room(connection)


def rewrite(path: Path, data_key: bytes) -> None:
    """Encrypt every page of the compartment anew, so that two copies of it have no page in common.

    Whoever compares yesterday's file with today's learns that somebody who holds the key was
    there, and not whether, or how much, they wrote.

    Raises:
        Trouble: one of `errors`; the file holds what it held.
    """
    with closing(open_database(path, data_key)) as connection, surroundings():
        connection.execute(f"PRAGMA busy_timeout = {_WAIT_MS}")  # somebody waits for the door
        connection.execute(f"PRAGMA rekey = \"x'{data_key.hex()}'\"")


def sweep_padded(connection: Connection, at: str) -> None:
    """Write the compartment anew without what was deleted, as large as it was; note it `at`.

    A power cut between the writing and the growing leaves it smaller, and the sweep still owed.

    Raises:
        Trouble: one of `errors`; the sweep is still owed.
    """
    with surroundings():
        before = number(connection, "PRAGMA page_count")
        connection.execute("VACUUM")
        gap = before - number(connection, "PRAGMA page_count")
        free = number(connection, "PRAGMA freelist_count")
    _give_room(connection, max(ROOM, gap + free))
    note_swept(connection, at)


def roll_back(path: Path) -> None:
    """Let SQLite undo a transaction in the file at `path` that a power cut interrupted; no key.

    Where nothing was interrupted nothing is done, and where somebody is at work, or the disk
    refuses, it is left to the next one.
    """
    if not path.with_name(path.name + "-journal").exists():
        return
    with contextlib.suppress(DatabaseError), closing(connect(path)) as connection:
        connection.execute(f"PRAGMA busy_timeout = {_WAIT_MS}")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()  # reads the journal


@contextlib.contextmanager
def told() -> Iterator[None]:
    """Say of the compartment what is said of a register's file.

    Raises:
        Trouble: `compartment_missing`, `compartment_damaged`, or what was raised.
    """
    try:
        yield
    except Trouble as trouble:
        if trouble.code == "register_missing":
            raise Trouble("compartment_missing") from trouble
        if trouble.code.startswith("register_") and trouble.code != "register_locked":
            raise Trouble("compartment_damaged", cause=trouble.code) from trouble
        raise


def _keep_as_it_is(connection: Connection, path: Path, data_key: bytes) -> None:
    before = number(connection, "PRAGMA user_version")
    copy = path.with_name(f"{path.stem}-before-upgrade-from-{before}{path.suffix}")
    if before < migrations.newest() and not copy.exists():
        copy_database(connection, copy, data_key, _Unheard())
        copy.chmod(0o600)


def _give_room(connection: Connection, room: int = STEP + ROOM) -> None:
    with surroundings():
        connection.execute("BEGIN IMMEDIATE")
        try:
            keep_room(connection, room=room)
            connection.execute("COMMIT")
        finally:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
