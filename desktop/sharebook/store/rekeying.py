"""Holding a register still while its keys change, and copying it under a new key."""

import contextlib
import os
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from sharebook.domain.errors import Trouble
from sharebook.store.chaining import read_head
from sharebook.store.errors import surroundings
from sharebook.store.generation import read_generation, write_generation
from sharebook.store.opening import open_database, settle, unlock
from sharebook.store.sqlite import Connection, connect, number

_OWNER_ONLY = 0o600
_LEFT_BY_SQLITE = ("", "-journal")
_PARTS = "SELECT count(*) FROM sqlite_master"


class HeldRegister:
    """A register that is read and copied while nobody can write to it.

    Args:
        guard: a connection in a writing transaction; it keeps every other writer out.
        reader: another one, because SQLite copies nothing out of a writing transaction.
    """

    def __init__(self, guard: Connection, reader: Connection) -> None:
        self._guard = guard
        self._reader = reader

    @property
    def generation(self) -> int:
        """The newest change of keys the file knows."""
        return read_generation(self._reader)

    def note(self, generation: int, at: str) -> None:
        """Write that the keys were changed, and keep holding.

        Raises:
            Trouble: one of `errors`; the file does not know of the change then.
        """
        write_generation(self._guard, generation, at)
        with surroundings():
            self._guard.execute("COMMIT")
            self._guard.execute("BEGIN IMMEDIATE")

    def copy_to(self, target: Path, data_key: bytes, generation: int, at: str) -> None:
        """Write the register to the new file `target` under another key, and prove the copy.

        Args:
            target: where nothing is.
            data_key: 32 bytes.
            generation: the change of keys that the copy belongs to.
            at: the moment of it, ISO 8601 UTC.

        Raises:
            Trouble: one of `errors`; no file is left behind.
            FileExistsError: something stands at `target`.
        """
        os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, _OWNER_ONLY))
        try:
            with surroundings():
                with _opened(target, data_key) as copy:
                    self._reader.backup(copy)
                    write_generation(copy, generation, at)
                with _opened(target, data_key) as copy:  # anew: what stands on the disk
                    self._prove(copy)
        except BaseException:
            remove_copy(target)
            raise

    def _prove(self, copy: Connection) -> None:
        bad = copy.execute("PRAGMA cipher_integrity_check").fetchall()
        bad += [row for row in copy.execute("PRAGMA quick_check").fetchall() if row[0] != "ok"]
        same = read_head(copy) == read_head(self._reader)
        if bad or not same or number(copy, _PARTS) != number(self._reader, _PARTS):
            raise Trouble("copy_not_whole")


@contextlib.contextmanager
def held(path: Path, data_key: bytes) -> Iterator[HeldRegister]:
    """Keep every writer out of the register file at `path` until the end.

    Raises:
        Trouble: as `open_database`, or somebody writes for longer than we wait.
    """
    # Both are open before either holds a lock: closing any handle on a file frees this process's.
    with (
        closing(open_database(path, data_key)) as reader,
        closing(open_database(path, data_key)) as guard,
    ):
        with surroundings():
            guard.execute("BEGIN IMMEDIATE")
        try:
            yield HeldRegister(guard, reader)
        finally:
            if guard.in_transaction:
                guard.execute("ROLLBACK")


def generation_of(path: Path, data_key: bytes) -> int:
    """Return the newest change of keys the register file at `path` knows.

    Raises:
        Trouble: as `open_database`.
    """
    with closing(open_database(path, data_key)) as connection:
        return read_generation(connection)


def remove_copy(path: Path) -> None:
    """Remove an unfinished copy with what SQLite may have left beside it."""
    for end in _LEFT_BY_SQLITE:
        with contextlib.suppress(OSError):
            path.with_name(path.name + end).unlink(missing_ok=True)


@contextlib.contextmanager
def _opened(path: Path, data_key: bytes) -> Iterator[Connection]:
    with closing(connect(path)) as connection:
        unlock(connection, data_key)
        settle(connection)
        yield connection
