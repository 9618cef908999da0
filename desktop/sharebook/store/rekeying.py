"""Holding a register still while its keys change, and copying it under a new key."""

import contextlib
import errno
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from sharebook.domain.errors import Trouble
from sharebook.store.copies import contents, copy_database, look_into, opened, remove_database
from sharebook.store.errors import surroundings
from sharebook.store.generation import read_generation, write_generation
from sharebook.store.opening import open_database
from sharebook.store.sqlite import Connection

_OWNER_ONLY = 0o600


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
            Trouble: `register_damaged` (the old file; it stays), `copy_not_whole`, or one of
                `errors`; no file is left behind.
            FileExistsError: something stands at `target`.
        """
        try:
            copy_database(self._reader, target, data_key, _Unheard())
            target.chmod(_OWNER_ONLY)
        except FileExistsError:
            raise
        except OSError as error:
            code = "disk_full" if error.errno == errno.ENOSPC else "cannot_open"
            raise Trouble(code, cause=str(error)) from error
        try:
            if look_into(target, data_key) != contents(self._reader):
                raise Trouble("copy_not_whole")
            with opened(target, data_key) as copy:
                write_generation(copy, generation, at)
        except BaseException:
            remove_database(target)
            raise


class _Unheard:
    def report(self, done: int, total: int, doing: str = "") -> None:
        """Tell nobody: changing keys is not stopped half-way."""


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
