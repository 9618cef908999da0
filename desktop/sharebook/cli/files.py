"""Files named on the command line, with plain words when they cannot be had."""

import contextlib
from pathlib import Path

from sharebook.domain.errors import Refused, Trouble

_LARGEST = 64 * 1024 * 1024  # bytes; every reader refuses far smaller files with its own words


def read(path: Path) -> bytes:
    """Return the bytes of a file.

    Raises:
        Refused: it is not there, or it has no end in sight.
        Trouble: it cannot be read.
    """
    try:
        with path.open("rb") as file:
            content = file.read(_LARGEST + 1)
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError) as error:
        raise Refused("file_not_found", "file", file=path.name) from error
    except OSError as error:
        raise Trouble("file_unreadable", file=path.name, why=error.strerror) from error
    if len(content) > _LARGEST:
        raise Refused("file_too_large", "file", file=path.name, megabytes=_LARGEST // 1024**2)
    return content


def write(path: Path, content: bytes) -> None:
    """Write a whole file or none: beside it first, then in its place; a device is written to.

    Raises:
        Refused: the path names no file.
        Trouble: the disk would not have it.
    """
    if not path.name:
        raise Refused("file_not_named", "file", typed=str(path))
    part = path.with_name(path.name + ".part")
    try:
        if path.exists() and not path.is_file():
            path.write_bytes(content)  # /dev/stdout and its like must not be replaced
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(content)
        part.replace(path)
    except OSError as error:
        with contextlib.suppress(OSError):  # the first failure is the one to tell
            part.unlink(missing_ok=True)
        raise Trouble("file_not_written", file=path.name, why=error.strerror) from error
