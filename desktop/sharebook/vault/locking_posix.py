"""One byte of a file, locked for this process: Linux and macOS.

The system frees the lock when the process ends, however it ends. It also frees it when the process
closes *any* handle of the file, so nobody but the holder may open a lock file in this process.
"""

import sys

if sys.platform != "win32":
    import fcntl
    import os

    def try_lock(handle: int, at: int) -> bool:
        """Lock the byte at `at` and return True, or return False where another process has it.

        Raises:
            OSError: the file system cannot lock.
        """
        try:
            fcntl.lockf(handle, fcntl.LOCK_EX | fcntl.LOCK_NB, 1, at, os.SEEK_SET)
        except (BlockingIOError, PermissionError):  # which of the two depends on the system
            return False
        return True

    def unlock(handle: int, at: int) -> None:
        """Give the byte at `at` back."""
        fcntl.lockf(handle, fcntl.LOCK_UN, 1, at, os.SEEK_SET)
