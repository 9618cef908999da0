"""Read the file a person chose."""

from pathlib import Path

from sharebook.domain.errors import Trouble


def read_file(path: Path) -> bytes:
    """Return everything in the file at `path`.

    Raises:
        Trouble: it is gone, locked by another program, or not ours to read.
    """
    try:
        return path.read_bytes()
    except OSError as error:
        why = error.strerror or "the disk would not give it"
        raise Trouble("chosen_file_unread", file=path.name, why=why) from error
