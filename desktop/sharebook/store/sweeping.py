"""Leaving nothing of what was disposed of between the pages of the file.

SQLite overwrites what it deletes, but a page that was rearranged before may keep a stale copy.
Writing the whole file anew ends that. It is a transaction of its own, whole or undone; a row in
``meta`` says that it was done, so that a power cut before it is made good at the next opening.
"""

import re

from sharebook.store.errors import surroundings
from sharebook.store.sqlite import Connection, number

_START = "swept-"
_VALUE = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{6})?\+00:00")
_NEWEST_SWEPT = (
    "SELECT max(CAST(substr(key, length(?1) + 1) AS INTEGER)) FROM meta"
    " WHERE substr(key, 1, length(?1)) = ?1"
)


def owed(connection: Connection) -> bool:
    """Say whether something was disposed of since the file was last written anew."""
    with surroundings():
        return _newest(connection) > number(connection, _NEWEST_SWEPT, _START)


def sweep(connection: Connection, at: str) -> None:
    """Write the file anew, without what was deleted, and note it as done `at` (ISO 8601 UTC).

    Raises:
        Trouble: one of `errors`; the file is as it was and the sweep is still owed.
    """
    with surroundings():
        connection.execute("VACUUM")
    note_swept(connection, at)


def note_swept(connection: Connection, at: str) -> None:
    """Write that the file was written anew `at`, for whoever did that another way.

    A file that must keep its size, as the compartment's, is not vacuumed but encrypted anew.

    Raises:
        Trouble: one of `errors`; the sweep is still owed.
    """
    with surroundings():
        connection.execute(
            "INSERT OR IGNORE INTO meta (key, value) VALUES (?, ?)",
            (f"{_START}{_newest(connection):d}", at),
        )


def swept_keys(connection: Connection) -> set[str]:
    """Return the names of the rows that sweeps have left, as far as they name a disposal."""
    rows = connection.execute(
        "SELECT m.key, m.value FROM meta m JOIN disposal d ON m.key = ?1 || d.seq", (_START,)
    ).fetchall()
    return {str(key) for key, value in rows if _VALUE.fullmatch(value)}


def _newest(connection: Connection) -> int:
    return number(connection, "SELECT max(disposal) FROM disposed")
