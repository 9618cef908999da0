"""A new, empty, encrypted register file."""

import os
from pathlib import Path

from sharebook.domain.errors import Refused, Trouble
from sharebook.store import migrations
from sharebook.store.errors import surroundings
from sharebook.store.opening import APPLICATION_ID, settle, unlock
from sharebook.store.sqlite import Connection, connect

_OWNER_ONLY = 0o600  # SQLite gives its journal the same rights; Windows has its own


def create_database(path: Path, data_key: bytes, register_id: str) -> Connection:
    """Write an empty register at `path` under a raw key of 32 bytes and return it, open.

    Args:
        path: where nothing is yet, in a folder that exists.
        data_key: 32 random bytes.
        register_id: which register this is; its chain begins with it.

    Raises:
        Refused: register_exists.
        Trouble: the folder cannot be written, or one of `errors`; no file is left behind.
        ValueError: the key is not 32 bytes.
    """
    _claim(path)
    try:
        with surroundings():
            return _filled(path, data_key, register_id)
    except BaseException:
        path.unlink()
        raise


def _claim(path: Path) -> None:
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, _OWNER_ONLY))
    except FileExistsError:
        raise Refused("register_exists", path=str(path)) from None
    except OSError as error:
        raise Trouble("cannot_open", cause=str(error)) from error


def _filled(path: Path, data_key: bytes, register_id: str) -> Connection:
    connection = connect(path)
    try:
        unlock(connection, data_key)
        settle(connection)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID:d}")
        migrations.upgrade(connection, None)
        connection.execute(
            "INSERT INTO meta (key, value) VALUES ('register_id', ?)", (register_id,)
        )
    except BaseException:
        connection.close()
        raise
    return connection
