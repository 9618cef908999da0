"""A file one process at a time holds: an OS lock far behind a short text about the holder."""

import contextlib
import os
import sys
import threading
from pathlib import Path

if sys.platform == "win32":
    from sharebook.vault.locking_windows import try_lock, unlock
else:
    from sharebook.vault.locking_posix import try_lock, unlock

_AT = 1024 * 1024  # bytes; nothing is ever written there
NOTE_BYTES = 1024
_OWNER_ONLY = 0o600
_BINARY: int = getattr(os, "O_BINARY", 0)


class LockFile:
    """An open lock file; `close` frees the lock."""

    def __init__(self, path: Path, *, make: bool = True) -> None:
        """Open the file at `path`, which is made if it is not there.

        Args:
            path: of the file.
            make: False lets only a file be opened that is there.

        Raises:
            OSError: the folder is read-only or gone.
        """
        flags = os.O_RDWR | _BINARY | (os.O_CREAT if make else 0)
        self._path = path
        self._turn = threading.Lock()  # the sign of life comes from a thread of its own
        self._handle = os.open(path, flags, _OWNER_ONLY)

    def try_lock(self) -> bool:
        """Take the lock, or return False where another process holds it.

        Raises:
            OSError: the file system cannot lock.
        """
        return try_lock(self._handle, _AT)

    def is_the_one_on_disk(self) -> bool:
        """Tell whether the path still leads to the file that is locked."""
        try:
            return os.path.samestat(os.fstat(self._handle), self._path.stat())
        except OSError:
            return False

    def read(self) -> bytes:
        """Return the text in front of the lock, without what pads it."""
        with self._turn:
            os.lseek(self._handle, 0, os.SEEK_SET)
            return os.read(self._handle, NOTE_BYTES).rstrip()

    def write(self, note: bytes) -> None:
        """Put `note` in front of the lock; it only feeds a message, so a full disk is no matter."""
        with self._turn, contextlib.suppress(OSError):
            os.lseek(self._handle, 0, os.SEEK_SET)
            os.write(self._handle, note[:NOTE_BYTES].ljust(NOTE_BYTES - 1) + b"\n")

    def free(self) -> None:
        """Give the lock back and close the file."""
        with contextlib.suppress(OSError):  # closing frees it anyway
            unlock(self._handle, _AT)
        self.close()

    def close(self) -> None:
        """Close a file whose lock was not taken."""
        os.close(self._handle)
