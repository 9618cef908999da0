"""What SQLite says went wrong, in the register's own codes."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

from sharebook import assets
from sharebook.domain.errors import Trouble
from sharebook.store.sqlite import DatabaseError

_CODES = (
    ("SQLITE_FULL", "disk_full"),
    ("SQLITE_IOERR", "disk_error"),
    ("SQLITE_BUSY", "register_locked"),
    ("SQLITE_LOCKED", "register_locked"),
    ("SQLITE_CORRUPT", "register_damaged"),
    ("SQLITE_NOTADB", "register_damaged"),
    ("SQLITE_READONLY", "read_only"),
    ("SQLITE_PERM", "read_only"),
    ("SQLITE_CANTOPEN", "cannot_open"),
)
_DAMAGE = {  # words that come without a code of their own
    "Could not decode to UTF-8": "text that is not UTF-8",
    "invalid fts5 file format": "a search index of an unknown kind",
}
_GONE = re.compile(r"no such table: (?:\w+\.)?(\w+)")  # likewise; somebody with the key dropped it
_OURS = re.compile(r"^CREATE (?:VIRTUAL )?(?:TABLE|VIEW) (\w+)", re.MULTILINE)
_NO_REKEY = "An error occurred with PRAGMA key or rekey"  # likewise; the disk would not have it


def trouble_of(error: Exception) -> Trouble | None:
    """Return the trouble that `error` of SQLite means, or None where it is a fault of ours."""
    for words, cause in _DAMAGE.items():
        if str(error).startswith(words):
            return Trouble("register_damaged", cause=cause)
    if str(error).startswith(_NO_REKEY):
        return Trouble("disk_error", cause="encrypting anew")
    if (gone := _GONE.match(str(error))) and gone[1] in _tables():
        return Trouble("register_damaged", cause=str(error))
    name = str(getattr(error, "sqlite_errorname", ""))
    for start, code in _CODES:
        if name.startswith(start):
            return Trouble(code, cause=str(error))
    return None


@cache
def _tables() -> frozenset[str]:
    """Return what every register has; a name that is none of these is a fault of ours."""
    texts = [assets.read_text("schema", name) for name in assets.names("schema")]
    return frozenset(name for text in texts for name in _OURS.findall(text))


@contextmanager
def surroundings() -> Iterator[None]:
    """Turn failures of disk, lock and file into `Trouble`; everything else stays loud.

    Raises:
        Trouble: one of disk_full, disk_error, register_locked, register_damaged, read_only,
            cannot_open.
    """
    try:
        yield
    except DatabaseError as error:
        trouble = trouble_of(error)
        if trouble is None:
            raise
        raise trouble from error
