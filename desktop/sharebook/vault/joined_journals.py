"""Journals of two files that were written in one transaction, after that was interrupted.

SQLite joins the journals of such a transaction by a third file that names them, `…-mj…`, and each
journal names it by its whole path. While the third file is there the transaction did not happen
and both journals must be played back. But a folder that was renamed, copied or reached over another
drive letter since then lacks that path: SQLite would take the transaction for done, and a file
that is half written for whole. So whoever opens the register looks for the third file beside it.
Where it is, the path is cut off both journals, which leaves two ordinary ones, to be played back by
whoever opens each file next; then the third file is taken away, for it tells that something was
going on.
"""

import contextlib
import os
from pathlib import Path

from sharebook.domain.clock import Clock
from sharebook.domain.errors import SharebookError
from sharebook.vault.writer_lock import WriterLock, held_here

_JOINING = "*-mj*"
_JOURNALS = "*-journal"
_MAGIC = bytes.fromhex("d9d505f920a163d7")
_NUMBER = 4  # bytes of a page number, a length, a checksum
_TAIL = 2 * _NUMBER + len(_MAGIC)
_LONGEST = 4096  # bytes of a path


def settle_joined(folder: Path, person: str, clock: Clock) -> None:
    """Make what an interrupted transaction over two files has left independent of the path.

    Only while nobody writes, this program included; otherwise it is left to the next opening, and
    so it is where the disk refuses.

    Args:
        folder: the register's.
        person: for the lock's note.
        clock: for its time.
    """
    joining = [each for each in folder.glob(_JOINING) if each.is_file()]
    if not joining or held_here(folder):
        return
    lock = WriterLock(folder, person, clock)
    with contextlib.suppress(SharebookError, OSError):
        lock.take()
        try:
            _separate(folder, joining)
        finally:
            lock.let_go()


def _separate(folder: Path, joining: list[Path]) -> None:
    names = {each.name for each in joining}
    for journal in folder.glob(_JOURNALS):
        with journal.open("r+b") as file:
            end, path = _joined_to(file.read())
            if path.replace("\\", "/").rpartition("/")[2] in names:
                file.truncate(end)
                file.flush()
                os.fsync(file.fileno())
    for each in joining:  # only now: until here it says that nothing of this happened
        each.unlink()


def _joined_to(journal: bytes) -> tuple[int, str]:
    """Return where the third file's path begins at the end of a journal, and that path, or ""."""
    whole = len(journal)
    tail = journal[-_TAIL:]
    if len(tail) < _TAIL or tail[2 * _NUMBER :] != _MAGIC:
        return whole, ""
    length, checksum = (
        int.from_bytes(tail[at : at + _NUMBER], "big") for at in range(0, 2 * _NUMBER, _NUMBER)
    )
    path = journal[whole - _TAIL - length : whole - _TAIL]
    if not 0 < length < min(_LONGEST, whole - _TAIL) or checksum not in _sums(path):
        return whole, ""
    return whole - _TAIL - length - _NUMBER, path.decode(errors="replace")


def _sums(path: bytes) -> set[int]:
    """Return what SQLite may have noted as the sum of `path`: C's letters have a sign, or none."""
    signed = sum(each - 256 if each > 127 else each for each in path)  # noqa: PLR2004 - a byte
    return {sum(path) & 0xFFFFFFFF, signed & 0xFFFFFFFF}
