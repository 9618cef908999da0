"""Times of files in the register's folder, put back after sealed work.

Whoever may look into the folder could otherwise see when something was written that the open log
does not have: by the folder's own time (a journal came and went), the lock's, the sealed file's.
"""

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path


@contextlib.contextmanager
def unseen(*paths: Path) -> Iterator[None]:
    """Put the times of `paths` back at the end to what they were at the beginning.

    A path that comes into being meanwhile takes the times of the first one.
    """
    before = {path: found for path in paths if (found := _times(path)) is not None}
    try:
        yield
    finally:
        usual = before.get(paths[0])
        for path in reversed(paths):  # a folder's time may move with what is in it
            times = before.get(path, usual)
            if times is not None:
                with contextlib.suppress(OSError):  # a share may keep its own times
                    os.utime(path, ns=times)


def _times(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_atime_ns, found.st_mtime_ns
