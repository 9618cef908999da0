"""What SQLite says went wrong, in the register's own codes."""

from collections.abc import Iterator
from contextlib import contextmanager

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
_NO_REKEY = "An error occurred with PRAGMA key or rekey"  # likewise; the disk would not have it


def trouble_of(error: Exception) -> Trouble | None:
    """Return the trouble that `error` of SQLite means, or None where it is a fault of ours."""
    for words, cause in _DAMAGE.items():
        if str(error).startswith(words):
            return Trouble("register_damaged", cause=cause)
    if str(error).startswith(_NO_REKEY):
        return Trouble("disk_error", cause="encrypting anew")
    name = str(getattr(error, "sqlite_errorname", ""))
    for start, code in _CODES:
        if name.startswith(start):
            return Trouble(code, cause=str(error))
    return None


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
