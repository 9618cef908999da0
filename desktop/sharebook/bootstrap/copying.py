"""The files of a register copied for a backup, so that key file and data files belong together.

Whoever makes the backup need not hold the compartment's key. Its file is then copied byte for byte,
read once more when everything else is copied, and only taken if nothing moved meanwhile and no
transaction was under way. That also makes the two data files ones of the same moment.
"""

import hashlib
import os
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from io import BufferedReader
from pathlib import Path

from sharebook.domain.errors import Refused, Trouble
from sharebook.services.ports import Progress
from sharebook.store import copies
from sharebook.store.both_files import KeyedFile
from sharebook.store.opening import open_database
from sharebook.store.sealed_file import roll_back, told
from sharebook.vault.authentic import is_authentic
from sharebook.vault.bundle import Bundle
from sharebook.vault.journals import has_journal
from sharebook.vault.key_file import KeyFile
from sharebook.vault.key_json import NotAKeyFile, from_json

_TRIES = 3  # a colleague may save between looking and copying
_BLOCK = 1024 * 1024
_OWNER_ONLY = 0o600
_BINARY: int = getattr(os, "O_BINARY", 0)
Unmoved = Callable[[], bool]  # whether the source is still what was copied


@dataclass(frozen=True, slots=True)
class Original:
    """The files of a register that are copied.

    Attributes:
        sealed: the compartment; None where whoever copies does not hold its key.
    """

    folder: Path
    openly: KeyedFile
    sealed: KeyedFile | None


@dataclass(frozen=True, slots=True)
class Copied:
    """What was copied.

    Attributes:
        contents: what the copy of the data file holds, looked at anew.
        keys: the key file the copies belong to.
        text: its bytes.
    """

    contents: copies.Contents
    keys: KeyFile
    text: bytes


class _Unheard:
    def report(self, done: int, total: int, doing: str = "") -> None:
        """Tell nobody: the compartment is small, and its size is nobody's business."""


def copy_files(original: Original, target: Path, sealed_target: Path, progress: Progress) -> Copied:
    """Copy data file and compartment to new files, and return them with their key file.

    Raises:
        Refused: `backup_keys_moved`, the keys were changed since the register was opened;
            `backup_register_busy`, somebody saved each time.
        Trouble: `backup_differs`, `compartment_missing`, or what reading raises; no file is left
            behind.
        OSError: the disk is full or gone.
    """
    try:
        for _ in range(_TRIES):
            found = _attempt(original, target, sealed_target, progress)
            if found is not None:
                return found
            _remove(target, sealed_target)
        raise Refused("backup_register_busy")
    except BaseException:
        _remove(target, sealed_target)
        raise


def copied(source: KeyedFile, target: Path, progress: Progress) -> copies.Contents:
    """Copy one data file to `target` and return what the copy holds, looked at anew.

    Raises:
        Trouble: `backup_differs`, or what reading raises; no file is left behind.
    """
    with closing(open_database(source.path, source.key)) as connection:
        for _ in range(_TRIES):
            before = copies.contents(connection)
            copies.copy_database(connection, target, source.key, progress)
            found = copies.look_into(target, source.key)
            after = copies.contents(connection)
            if found in (before, after):
                return found
            copies.remove_database(target)
            if before == after:
                break
        raise Trouble("backup_differs")


def _attempt(
    original: Original, target: Path, sealed_target: Path, progress: Progress
) -> Copied | None:
    bundle = Bundle(original.folder)
    text, keys = _proved_keys(bundle, original.openly)
    unmoved = _sealed_copied(bundle, keys, original.sealed, sealed_target)
    contents = copied(original.openly, target, progress)
    whole = unmoved() and bundle.keys.read_bytes() == text
    return Copied(contents, keys, text) if whole else None


def _proved_keys(bundle: Bundle, openly: KeyedFile) -> tuple[bytes, KeyFile]:
    try:
        text = bundle.keys.read_bytes()
        keys = from_json(text)
    except NotAKeyFile as wrong:
        raise Trouble("keys_damaged", folder=bundle.folder) from wrong
    if keys.database != openly.path.name or not is_authentic(keys, openly.key):
        raise Refused("backup_keys_moved")
    return text, keys


def _sealed_copied(
    bundle: Bundle, keys: KeyFile, sealed: KeyedFile | None, target: Path
) -> Unmoved:
    if not keys.sealed:
        return lambda: True
    source = bundle.database(keys.sealed)
    if sealed is None:
        return _byte_for_byte(source, target)
    if sealed.path != source:
        raise Refused("backup_keys_moved")
    with told():
        before = copied(sealed, target, _Unheard())
    return lambda: _contents(sealed) == before


def _contents(file: KeyedFile) -> copies.Contents:
    with closing(open_database(file.path, file.key)) as connection:
        return copies.contents(connection)


def _byte_for_byte(source: Path, target: Path) -> Unmoved:
    roll_back(source)
    quiet = not has_journal(source)
    digest = _copy_bytes(source, target) if quiet else b""

    def unmoved() -> bool:
        return quiet and not has_journal(source) and _digest(source) == digest

    return unmoved


def _copy_bytes(source: Path, target: Path) -> bytes:
    digest = hashlib.sha256()
    handle = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, _OWNER_ONLY)
    with os.fdopen(handle, "wb") as into, _opened(source) as file:
        while block := file.read(_BLOCK):
            digest.update(block)
            into.write(block)
    return digest.digest()


def _digest(source: Path) -> bytes:
    with _opened(source) as file:
        return hashlib.file_digest(file, "sha256").digest()


def _opened(source: Path) -> BufferedReader:
    try:
        return source.open("rb")
    except FileNotFoundError as gone:
        raise Trouble("compartment_missing") from gone


def _remove(*targets: Path) -> None:
    for target in targets:
        copies.remove_database(target)
