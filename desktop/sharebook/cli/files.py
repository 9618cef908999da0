"""Files named on the command line, with plain words when they cannot be had."""

from pathlib import Path

from sharebook.domain.errors import Refused, Trouble


def read(path: Path) -> bytes:
    """Return the bytes of a file.

    Raises:
        Refused: it is not there.
        Trouble: it cannot be read.
    """
    try:
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError) as error:
        raise Refused("file_not_found", "file", file=path.name) from error
    except OSError as error:
        raise Trouble("file_unreadable", file=path.name, why=error.strerror) from error


def write(path: Path, content: bytes) -> None:
    """Write a whole file or none: beside it first, then in its place.

    Raises:
        Trouble: the disk would not have it.
    """
    part = path.with_name(path.name + ".part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(content)
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise Trouble("file_not_written", file=path.name, why=error.strerror) from error
