"""A second, encrypted copy of an open register, and looking whether a copy is whole."""

import contextlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from sharebook.domain.chain import Head
from sharebook.domain.errors import Trouble
from sharebook.store.chaining import read_head, register_id
from sharebook.store.errors import surroundings
from sharebook.store.opening import look_at_file, settle, unlock
from sharebook.store.sqlite import Connection, DatabaseError, connect, number
from sharebook.store.verifying import Progress

_STEP_PAGES = 2048  # 8 MiB at a time, so that a colleague's save is not kept waiting
_BY_WORDS = {  # sqlite3_errstr
    "database or disk is full": "disk_full",
    "disk I/O error": "disk_error",
    "database is locked": "register_locked",
    "database table is locked": "register_locked",
    "database disk image is malformed": "register_damaged",
    "file is not a database": "register_damaged",
    "attempt to write a readonly database": "read_only",
    "unable to open database file": "cannot_open",
}
_TABLES = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'pupil_fts%'"


@dataclass(frozen=True, slots=True)
class Contents:
    """What a register file holds.

    Attributes:
        counts: rows of each table, by its name.
    """

    register_id: str
    head: Head
    counts: dict[str, int]


def copy_database(source: Connection, target: Path, data_key: bytes, progress: Progress) -> None:
    """Copy the open register to the new file `target`, under the same key.

    The copy is one whole state of the register, however much is saved meanwhile: SQLite starts
    again when another program writes, and takes along what this one writes.

    The source's pages are proved first: SQLite's copying takes a page that fails its proof for
    zeros, without a word, and the copy would carry those under a good proof of its own.

    Raises:
        Trouble: `register_damaged` or another of `errors`; no file is left behind.
        FileExistsError: something stands at `target`.
        Cancelled: the person pressed Stop; no file is left behind.
    """
    with surroundings():
        _refuse_changed_pages(source)
    target.open("xb").close()
    try:
        with surroundings(), opened(target, data_key) as copy, _words_alone():
            source.backup(copy, pages=_STEP_PAGES, progress=_teller(progress))
    except BaseException:
        remove_database(target)
        raise


def look_into(path: Path, data_key: bytes) -> Contents:
    """Return what the register file at `path` holds, after looking at every page of it.

    It is opened anew, so what is judged is what stands on the disk. Nothing is written to it, and
    an older schema is left as it is.

    Raises:
        Trouble: `register_damaged` or what opening raises; the file is not whole.
    """
    look_at_file(path)
    with surroundings(), opened(path, data_key) as connection:
        connection.execute("PRAGMA query_only = ON")
        _refuse_damage(connection)
        return contents(connection)


def contents(connection: Connection) -> Contents:
    """Return what an open register holds, all of one moment."""
    connection.execute("BEGIN")
    try:
        tables = sorted(row[0] for row in connection.execute(_TABLES).fetchall())
        counts = {
            table: number(connection, f'SELECT count(*) FROM "{table}"')  # noqa: S608 - our own names
            for table in tables
        }
        return Contents(register_id(connection), read_head(connection), counts)
    finally:
        connection.execute("ROLLBACK")


def remove_database(path: Path) -> None:
    """Remove an unfinished copy with what SQLite may have left beside it."""
    for end in ("", "-journal"):
        with contextlib.suppress(OSError):
            path.with_name(path.name + end).unlink(missing_ok=True)


def _refuse_changed_pages(connection: Connection) -> None:
    bad = connection.execute("PRAGMA cipher_integrity_check").fetchall()
    if bad:
        raise Trouble("register_damaged", cause=str(bad[0][0]))


def _refuse_damage(connection: Connection) -> None:
    _refuse_changed_pages(connection)
    rows = connection.execute("PRAGMA quick_check").fetchall()
    bad = [row for row in rows if row[0] != "ok"]
    if bad:
        raise Trouble("register_damaged", cause=str(bad[0][0]))


@contextlib.contextmanager
def opened(path: Path, data_key: bytes) -> Iterator[Connection]:
    """Hold the register file at `path` open, as it is: no upgrade, nothing made."""
    connection = connect(path)
    try:
        unlock(connection, data_key)
        settle(connection)
        yield connection
    finally:
        connection.close()


@contextlib.contextmanager
def _words_alone() -> Iterator[None]:
    """Turn a failed copying into `Trouble`; it comes with SQLite's words and no code."""
    try:
        yield
    except DatabaseError as error:
        code = _BY_WORDS.get(str(error))
        if code is None:
            raise
        raise Trouble(code, cause=str(error)) from error


def _teller(progress: Progress) -> Callable[[int, int, int], None]:
    def tell(_status: int, remaining: int, total: int) -> None:
        progress.report(total - remaining, total, "Copying")

    return tell
