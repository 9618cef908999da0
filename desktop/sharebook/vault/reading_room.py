"""A private folder on this computer for a copy that is only read, gone when nobody reads it.

A lock in the folder tells a room in use from one that a crash left behind.
"""

import atexit
import contextlib
import os
import shutil
import tempfile
import threading
from pathlib import Path

from sharebook.domain.errors import Trouble
from sharebook.vault.lock_file import LockFile

_START = "sharebook-reading-"
_LOCK = "in.use"
_TRIES = 3  # another program may tidy a room away before it is locked

_guard = threading.Lock()
_ours: set[Path] = set()  # closing any handle on our own locks would give them up (POSIX)


class ReadingRoom:
    """One such folder; whoever reads in it enters, and the last who leaves removes it.

    Its maker is the first reader, until `close`.
    """

    def __init__(self) -> None:
        """Make the folder.

        Raises:
            Trouble: `snapshot_not_made`.
        """
        try:
            self.folder, self._lock = _locked_folder()
        except OSError as wrong:
            raise Trouble("snapshot_not_made", reason=wrong.strerror) from wrong
        self._readers = {id(self)}

    def enter(self, reader: object) -> None:
        """Keep the folder until `reader` has left too."""
        with _guard:
            self._readers.add(id(reader))

    def leave(self, reader: object) -> None:
        """Let `reader` go, who may have gone already; the last takes the folder with them."""
        with _guard:
            self._readers.discard(id(reader))
            if self._readers or self.folder not in _ours:
                return
            _ours.discard(self.folder)
            self._lock.free()
        shutil.rmtree(self.folder, ignore_errors=True)

    def close(self) -> None:
        """Let the maker go."""
        self.leave(self)


def _close_all() -> None:
    """Leave nothing behind when the program ends."""
    while _ours:
        shutil.rmtree(_ours.pop(), ignore_errors=True)


atexit.register(_close_all)


def tidy_rooms() -> int:
    """Remove the rooms that crashes left behind; return how many."""
    removed = 0
    with _guard:
        for folder in Path(tempfile.gettempdir()).glob(f"{_START}*"):
            if folder not in _ours and _is_left_behind(folder):
                shutil.rmtree(folder, ignore_errors=True)
                removed += 1
    return removed


def _locked_folder() -> tuple[Path, LockFile]:
    for _ in range(_TRIES):
        with _guard:
            folder = Path(tempfile.mkdtemp(prefix=_START))
            _ours.add(folder)
            with contextlib.suppress(FileNotFoundError):
                lock = LockFile(folder / _LOCK)
                if lock.try_lock() and lock.is_the_one_on_disk():
                    return folder, lock
                lock.close()
            _ours.discard(folder)
    raise FileNotFoundError(folder)


def _is_left_behind(folder: Path) -> bool:
    try:
        mine = not hasattr(os, "getuid") or folder.lstat().st_uid == os.getuid()
        if not mine or folder.is_symlink():
            return False
        lock = LockFile(folder / _LOCK, make=False)
    except FileNotFoundError:
        return folder.is_dir()
    except OSError:
        return False
    free = False
    with contextlib.suppress(OSError):
        free = lock.try_lock()
    lock.close()
    return free
