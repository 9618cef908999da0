"""One byte of a file, locked for this process: Windows, also on a share.

The lock is mandatory there, but only for that byte; what stands in front of it can be read.
"""

import sys

if sys.platform == "win32":
    import errno
    import msvcrt
    import os

    _TAKEN = (errno.EACCES, errno.EDEADLK)

    def try_lock(handle: int, at: int) -> bool:
        """Lock the byte at `at` and return True, or return False where another process has it.

        Raises:
            OSError: the file system cannot lock.
        """
        os.lseek(handle, at, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError as wrong:
            if wrong.errno in _TAKEN:
                return False
            raise
        return True

    def unlock(handle: int, at: int) -> None:
        """Give the byte at `at` back."""
        os.lseek(handle, at, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_UNLCK, 1)
