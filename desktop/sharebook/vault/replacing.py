"""Putting one small file in the place of another, all of it or nothing."""

import contextlib
import os
import time
from collections.abc import Callable
from pathlib import Path

_TRIES = 10
_WAIT = 0.5  # seconds; ten tries are about five seconds
_OWNER_ONLY = 0o600


def replace_file(path: Path, content: bytes, pause: Callable[[float], None] = time.sleep) -> None:
    """Write `content` so that `path` holds either the old bytes or the new, whatever happens.

    Windows refuses while a virus scanner or an indexer looks at the old file, hence the tries.

    Raises:
        OSError: the disk is full or the folder read-only; the old file is untouched.
    """
    part = path.with_name(path.name + ".part")
    try:
        _write_through(part, content)
        rename_patiently(part, path, pause)
    except OSError:
        with contextlib.suppress(OSError):  # the first failure is the one to tell
            part.unlink(missing_ok=True)
        raise
    flush_folder(path.parent)


def flush_folder(folder: Path) -> None:
    """Make the names in `folder` survive a power cut, where the system can."""
    if os.name != "posix":
        return
    with contextlib.suppress(OSError):  # network shares refuse it
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _write_through(part: Path, content: bytes) -> None:
    handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | _BINARY, _OWNER_ONLY)
    with os.fdopen(handle, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def rename_patiently(part: Path, path: Path, pause: Callable[[float], None] = time.sleep) -> None:
    """Give `part` the name `path`, trying for five seconds while Windows holds either of them.

    Raises:
        OSError: the system refused; both are as they were.
    """
    for _ in range(_TRIES - 1):
        try:
            part.replace(path)
        except PermissionError:
            pause(_WAIT)
        else:
            return
    part.replace(path)


_BINARY: int = getattr(os, "O_BINARY", 0)  # Windows would turn line ends into its own
