"""Bringing a register file to this program's schema, one numbered script after another."""

import errno
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from sharebook import assets
from sharebook.domain.errors import Trouble
from sharebook.store.errors import surroundings
from sharebook.store.sqlite import Connection, complete_statement, number

Alone = Callable[[], AbstractContextManager[object]]  # keeps every other program from writing
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


@dataclass(frozen=True, slots=True)
class Script:
    """One step of the schema.

    Attributes:
        number: the version a file has after it, from 1.
        text: SQL statements.
    """

    number: int
    text: str


@cache
def shipped() -> tuple[Script, ...]:
    """Return the scripts of this program, ``resources/schema/<number>_<name>.sql``, in order.

    They are read once: every opening asks for the newest.
    """
    names = assets.names("schema")
    return tuple(Script(int(name[:4]), assets.read_text("schema", name)) for name in names)


def newest(scripts: Sequence[Script] | None = None) -> int:
    """Return the schema version that all `scripts` lead to."""
    return max(script.number for script in scripts or shipped())


def refuse_newer(connection: Connection) -> None:
    """Let no older program near a newer file.

    Raises:
        Trouble: schema_newer, naming both versions.
    """
    found, known = _version(connection), newest()
    if found > known:
        raise Trouble("schema_newer", found=found, known=known)


def upgrade(
    connection: Connection,
    path: Path | None,
    scripts: Sequence[Script] | None = None,
    alone: Alone = nullcontext,
) -> Path | None:
    """Run the scripts the file lacks; all of them happen or none.

    Args:
        connection: an open register, or a new empty file.
        path: where the file is, so that a copy can stand beside it first; None in memory.
        scripts: what to run, the shipped ones unless a test brings its own.
        alone: held meanwhile, so that nobody writes between the copy and the change; not asked
            for where nothing is due.

    Returns:
        The encrypted copy taken before, or None if nothing had to be changed or kept.

    Raises:
        Trouble: the disk failed; the file is as it was.
    """
    scripts = shipped() if scripts is None else scripts
    with surroundings():
        if not _due(connection, scripts):
            return None
        with alone():
            before, due = _version(connection), _due(connection, scripts)
            if not due:  # another program has just done it
                return None
            copy = _copy_beside(connection, path, before) if path and before else None
            _run(connection, due)
    return copy


def statements(text: str) -> Iterator[str]:
    """Split SQL text into statements; a trigger's inner semicolons do not end it."""
    gathered = ""
    for line in text.splitlines(keepends=True):
        if not gathered and (not line.strip() or line.startswith("--")):
            continue
        gathered += line
        if complete_statement(gathered):
            yield gathered
            gathered = ""


def _version(connection: Connection) -> int:
    return number(connection, "PRAGMA user_version")


def _due(connection: Connection, scripts: Sequence[Script]) -> list[Script]:
    before = _version(connection)
    return [script for script in scripts if script.number > before]


def _run(connection: Connection, due: Sequence[Script]) -> None:
    connection.execute("BEGIN IMMEDIATE")
    try:
        for script in due:
            for statement in statements(script.text):  # executescript would commit half-way
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {script.number:d}")
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")


def _copy_beside(connection: Connection, path: Path, version: int) -> Path:
    """Keep the register as it is now, under the same key, flushed to the disk.

    Raises:
        Trouble: disk_full, cannot_open; no unfinished copy is left behind.
    """
    copy = path.with_name(f"{path.stem}-before-upgrade-from-{version}{path.suffix}")
    unfinished = copy.with_name(copy.name + ".part")
    try:
        unfinished.unlink(missing_ok=True)
        unfinished.touch(mode=0o600)  # an empty file is filled in place and keeps its rights
        try:
            connection.execute("VACUUM INTO ?", (str(unfinished),))
            _flush(unfinished)  # SQLite leaves that to the system
            return unfinished.replace(copy)
        finally:
            unfinished.unlink(missing_ok=True)
    except OSError as error:
        code = "disk_full" if error.errno in _FULL else "cannot_open"
        raise Trouble(code, cause=str(error)) from error


def _flush(file: Path) -> None:
    with file.open("r+b") as written:
        os.fsync(written.fileno())
