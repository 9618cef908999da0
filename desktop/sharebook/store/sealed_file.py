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
from sharebook.store.opening import open_database
from sharebook.store.padding import ROOM, STEP, keep_room, unmoved
from sharebook.store.sqlite import Connection, DatabaseError, connect, number

_WAIT_MS = 2_000


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


def refuse_strange(path: Path, data_key: bytes, register_id: str) -> None:
    """Let the compartment of this register pass.

    Raises:
        Trouble: `compartment_missing`, `compartment_damaged` (also where it is another register's
            or under another key), or one of `errors`.
    """
    with told(), closing(open_database(path, data_key)) as connection, surroundings():
        row = connection.execute("SELECT value FROM meta WHERE key = 'register_id'").fetchone()
        if row is None or row[0] != identity_of(register_id):
            raise Trouble("compartment_damaged", cause="another register's")


def upgrade_sealed(path: Path, data_key: bytes) -> None:
    """Bring the compartment to this program's schema, after a copy as large as itself was kept.

    Only for whoever holds the register for writing.

    Raises:
        Trouble: the disk failed; the file is as it was.
    """
    with closing(open_database(path, data_key)) as connection, surroundings():
        before = number(connection, "PRAGMA user_version")
        if before >= migrations.newest():
            return
        copy = path.with_name(f"{path.stem}-before-upgrade-from-{before}{path.suffix}")
        with unmoved(path):
            if not copy.exists():
                copy_database(connection, copy, data_key, _Unheard())
                copy.chmod(0o600)
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
        connection.execute(f"PRAGMA rekey = \"x'{data_key.hex()}'\"")


def roll_back(path: Path) -> None:
    """Let SQLite undo a transaction in the file at `path` that a power cut interrupted; no key.

    Where nothing was interrupted nothing is done, and where somebody is at work, or the disk
    refuses, it is left to the next one.
    """
    if not has_journal(path):
        return
    with contextlib.suppress(DatabaseError), closing(connect(path)) as connection:
        connection.execute(f"PRAGMA busy_timeout = {_WAIT_MS}")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()  # reads the journal


def has_journal(path: Path) -> bool:
    """Tell whether a transaction is under way in the file at `path`, or was interrupted.

    A journal that begins with a zero was never used or is done with.
    """
    try:
        with path.with_name(path.name + "-journal").open("rb") as journal:
            return journal.read(1) not in {b"", b"\0"}
    except FileNotFoundError:
        return False
    except OSError:  # it is there and cannot be looked at
        return True


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


def _give_room(connection: Connection) -> None:
    with surroundings():
        connection.execute("BEGIN IMMEDIATE")
        try:
            keep_room(connection, room=STEP + ROOM)
            connection.execute("COMMIT")
        finally:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
