"""Somebody who has the data key and a plain SQLite tool, and is neat."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import apsw

_GUARDS = (
    "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL AND"
    " (type = 'trigger' OR sql LIKE 'CREATE UNIQUE%') ORDER BY rowid"
)


def tool(database: Path, key: bytes) -> apsw.Connection:
    """Return SQLite3 Multiple Ciphers at a register file, knowing nothing of Sharebook."""
    connection = apsw.Connection(str(database), flags=apsw.SQLITE_OPEN_READWRITE)
    connection.pragma("cipher", "sqlcipher")
    connection.pragma("legacy", 4)
    connection.pragma("key", f"x'{key.hex()}'")
    connection.pragma("foreign_keys", False)
    connection.pragma("ignore_check_constraints", True)
    return connection


@contextmanager
def unguarded(database: Path, key: bytes) -> Iterator[apsw.Connection]:
    """Take every guard down, let the attack happen, and put the guards back as they were."""
    connection = tool(database, key)
    guards = connection.execute(_GUARDS).fetchall()
    connection.execute("BEGIN")
    for kind, name, _ in guards:
        connection.execute(f'DROP {"TRIGGER" if kind == "trigger" else "INDEX"} "{name}"')
    yield connection
    for _, _, sql in guards:
        connection.execute(str(sql))
    connection.execute("COMMIT")
    connection.close()
