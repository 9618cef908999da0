"""Opening a register file: every doubt is settled before anything can be written."""

from pathlib import Path

from sharebook.domain.errors import Trouble
from sharebook.store import migrations
from sharebook.store.errors import surroundings, trouble_of
from sharebook.store.sqlite import Connection, DatabaseError, connect, number

APPLICATION_ID = 0x53424B31  # "SBK1"
KEY_BYTES = 32
_SMALLEST_FILE = 4096  # one page
_PLAIN_HEADER = b"SQLite format 3\x00"

# The defaults of SQLCipher 4, said aloud so that a later library cannot change the format.
_CIPHER = (
    "PRAGMA cipher_page_size = 4096",
    "PRAGMA kdf_iter = 256000",
    "PRAGMA cipher_hmac_algorithm = HMAC_SHA512",
    "PRAGMA cipher_kdf_algorithm = PBKDF2_HMAC_SHA512",
)
_MANNERS = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
    "PRAGMA temp_store = MEMORY",  # a sort on disk would spill names in plain text
    "PRAGMA cache_size = -65536",  # KiB
    "PRAGMA secure_delete = ON",
    "PRAGMA journal_mode = DELETE",  # a write-ahead log drops commits after one flipped bit
    "PRAGMA synchronous = EXTRA",
)
_WAIT_MS = 10_000
_CORE_TABLES = ("meta", "log")  # of every version there ever was
_CORE = f"SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name IN {_CORE_TABLES}"  # noqa: S608 - two names of ours


def open_database(path: Path, data_key: bytes, alone: migrations.Alone | None = None) -> Connection:
    """Return a connection to the register file at `path`, unlocked with 32 raw bytes.

    A file of an older schema is upgraded, after an encrypted copy was put beside it, where the
    caller can keep every other program from writing meanwhile.

    Args:
        path: the file.
        data_key: 32 bytes.
        alone: keeps others from writing; None leaves a file of an older schema as it is.

    Raises:
        Trouble: register_missing, register_empty, register_plain, register_damaged,
            register_unfinished, register_foreign, schema_newer, or one of `errors`.
            The file is as it was then.
        ValueError: the key is not 32 bytes (SQLCipher would take it for a passphrase).
    """
    look_at_file(path)
    try:
        with surroundings():
            return _opened(path, data_key, alone)
    except Trouble as trouble:
        if trouble.code == "register_damaged" and _is_plain(path):
            raise Trouble("register_plain", path=str(path)) from trouble
        raise


def _opened(path: Path, data_key: bytes, alone: migrations.Alone | None) -> Connection:
    connection = connect(path)
    try:
        unlock(connection, data_key)
        _look_inside(connection)
        settle(connection)
        if alone is not None:
            _upgrade(connection, path, alone)
    except BaseException:
        connection.close()
        raise
    return connection


def _upgrade(connection: Connection, path: Path, alone: migrations.Alone) -> None:
    """Upgrade a file, or say that it is not of the version it says it is of."""
    try:
        migrations.upgrade(connection, path, alone=alone)
    except DatabaseError as error:
        raise trouble_of(error) or Trouble("register_damaged", cause=str(error)) from error


def unlock(connection: Connection, data_key: bytes) -> None:
    """Give `connection` its key and the cipher's parameters.

    Raises:
        ValueError: the key is not 32 bytes.
        Trouble: no_cipher, this SQLite cannot encrypt.
    """
    if len(data_key) != KEY_BYTES:
        message = f"a data key has {KEY_BYTES} bytes, not {len(data_key)}"
        raise ValueError(message)
    connection.execute("PRAGMA cipher_log_level = NONE")  # first: it would write to the terminal
    connection.execute(f"PRAGMA key = \"x'{data_key.hex()}'\"")
    for statement in _CIPHER:
        connection.execute(statement)
    if not number(connection, "PRAGMA cipher_status"):
        raise Trouble("no_cipher")


def settle(connection: Connection) -> None:
    """Set the manners every connection keeps."""
    connection.execute(f"PRAGMA busy_timeout = {_WAIT_MS}")
    for statement in _MANNERS:
        connection.execute(statement)


def look_at_file(path: Path) -> None:
    """Let a file pass that may be an encrypted register, going by its size.

    It is not opened for that: closing any handle on a file gives up every lock this process has on
    it (POSIX), and another thread may be in the middle of writing to this one.

    Raises:
        Trouble: register_missing, register_empty, register_plain, register_damaged, cannot_open.
    """
    try:
        found = path.stat()
        small = found.st_size < _SMALLEST_FILE  # too small for anyone to have it open
        plain = small and _is_plain(path)
    except FileNotFoundError:
        raise Trouble("register_missing", path=str(path)) from None
    except OSError as error:
        raise Trouble("cannot_open", cause=str(error)) from error
    if found.st_size == 0:
        raise Trouble("register_empty", path=str(path))
    if plain:
        raise Trouble("register_plain", path=str(path))
    if small:
        raise Trouble("register_damaged", cause=f"{found.st_size} bytes")


def _is_plain(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(len(_PLAIN_HEADER)) == _PLAIN_HEADER


def _look_inside(connection: Connection) -> None:
    tables = number(connection, "SELECT count(*) FROM sqlite_master")
    mark = number(connection, "PRAGMA application_id")
    if not tables and mark in (0, APPLICATION_ID):  # the key fits, so it is ours, just begun
        raise Trouble("register_unfinished")
    if mark != APPLICATION_ID:
        raise Trouble("register_foreign")
    if number(connection, _CORE) != len(_CORE_TABLES):
        raise Trouble("register_damaged", cause="the log is not there")
    migrations.refuse_newer(connection)
