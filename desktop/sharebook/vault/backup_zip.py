"""A backup as a container: a plain stored zip whose last bytes prove all bytes before them.

Any zip program opens it. The check stands in the zip's comment, at the very end of the file: it
is an HMAC-SHA-256 over everything in front of it, so a changed byte anywhere is found, also in
what zip readers pass over.
"""

import errno
import hashlib
import hmac
import os
import shutil
import struct
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import IO

_CHECK = 64  # bytes at the end: the check, hexadecimal
_BLOCK = 1024 * 1024
_OWNER_ONLY = 0o600
_MOST_MEMBERS = 8
_BROKEN = (
    zipfile.BadZipFile,
    struct.error,
    ValueError,
    KeyError,
    EOFError,
    RuntimeError,  # "encrypted", and NotImplementedError below it
    OverflowError,
)


class NotABackup(ValueError):
    """The file is cut, changed, or never was a backup."""


def write_zip(
    target: Path, members: Mapping[str, Path | bytes], moment: datetime, key: bytes
) -> None:
    """Write `members` to the new file `target`, checked by `key` (32 bytes), down to the disk.

    Raises:
        OSError: the disk is full or gone; the unfinished file is the caller's to remove.
    """
    handle = os.open(target, os.O_RDWR | os.O_CREAT | os.O_EXCL | _BINARY, _OWNER_ONLY)
    with os.fdopen(handle, "w+b") as file:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as packed:
            for name, content in members.items():
                _add(packed, zipfile.ZipInfo(name, moment.timetuple()[:6]), content)
            packed.comment = b"0" * _CHECK
        length = file.seek(0, os.SEEK_END) - _CHECK
        check = _check(file, length, key)
        file.seek(length)
        file.write(check)
        file.flush()
        os.fsync(file.fileno())


def is_proved(path: Path, key: bytes) -> bool:
    """Tell whether every byte of the file is as `write_zip` wrote it under `key`.

    Raises:
        OSError: the file cannot be read.
    """
    with path.open("rb") as file:
        length = file.seek(0, os.SEEK_END) - _CHECK
        if length < 0:
            return False
        check = _check(file, length, key)
        file.seek(length)
        return hmac.compare_digest(check, file.read())


@contextmanager
def opened_zip(path: Path) -> Iterator[zipfile.ZipFile]:
    """Open a container for reading; what it holds is not proved by that.

    Raises:
        NotABackup: it is none.
        OSError: the file cannot be read.
    """
    try:
        with zipfile.ZipFile(path) as packed:
            _refuse_odd(packed.infolist(), path.stat().st_size)
            yield packed
    except _BROKEN as wrong:
        raise NotABackup(str(wrong)) from wrong
    except OSError as wrong:
        if wrong.errno == errno.EINVAL:  # its own tables point outside the file
            raise NotABackup(str(wrong)) from wrong
        raise


def digest_of(source: IO[bytes]) -> str:
    """Return the SHA-256 of what is left in `source`, hexadecimal."""
    digest = hashlib.sha256()
    while block := source.read(_BLOCK):
        digest.update(block)
    return digest.hexdigest()


def _add(packed: zipfile.ZipFile, info: zipfile.ZipInfo, content: Path | bytes) -> None:
    info.external_attr = _OWNER_ONLY << 16
    if isinstance(content, bytes):
        packed.writestr(info, content)
        return
    info.file_size = content.stat().st_size  # lets zip choose its wide form where it must
    with content.open("rb") as source, packed.open(info, "w") as into:
        shutil.copyfileobj(source, into, _BLOCK)


def _refuse_odd(members: list[zipfile.ZipInfo], size: int) -> None:
    names = [each.filename for each in members]
    stored = all(each.compress_type == zipfile.ZIP_STORED for each in members)
    fits = sum(each.file_size for each in members) <= size
    if not (stored and fits and len(set(names)) == len(names) <= _MOST_MEMBERS):
        message = "no backup of ours"
        raise NotABackup(message)


def _check(file: IO[bytes], length: int, key: bytes) -> bytes:
    file.seek(0)
    code = hmac.new(key, digestmod="sha256")
    left = length
    while left and (block := file.read(min(left, _BLOCK))):
        code.update(block)
        left -= len(block)
    return code.hexdigest().encode()


_BINARY: int = getattr(os, "O_BINARY", 0)  # Windows would turn line ends into its own
