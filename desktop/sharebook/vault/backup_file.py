"""One backup of a register: manifest, key file and data files in one `.sharebook-backup`.

Without a key one can read which register it is of, when it was made and how far its chain goes.
That nothing in it was changed is known only to whoever holds the data key it was made under.
"""

import errno
import os
import shutil
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from sharebook.domain.backups import Manifest, Proof
from sharebook.domain.errors import Trouble
from sharebook.vault.authentic import is_authentic
from sharebook.vault.backup_manifest import from_json, to_json
from sharebook.vault.backup_zip import NotABackup, digest_of, is_proved, opened_zip, write_zip
from sharebook.vault.bundle import Bundle, is_database_name, is_sealed_name
from sharebook.vault.key_file import KeyFile
from sharebook.vault.key_json import NotAKeyFile
from sharebook.vault.key_json import from_json as keys_from_json
from sharebook.vault.replacing import flush_folder

SUFFIX = ".sharebook-backup"
MANIFEST, KEYS = "manifest.json", "register.keys"
_MOST_TEXT = 256 * 1024  # bytes of the manifest or the key file
_OWNER_ONLY = 0o600
_OF_THE_TARGET = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS)  # never from reading


def pack(
    target: Path, manifest: Manifest, keys: bytes, files: Mapping[str, Path], data_key: bytes
) -> None:
    """Write a backup to the new file `target`, down to the disk.

    `files` are the data files that the manifest names, by their names.

    Raises:
        OSError: the disk is full or gone; the unfinished file is the caller's to remove.
    """
    members: dict[str, Path | bytes] = {MANIFEST: to_json(manifest), KEYS: keys, **files}
    write_zip(target, members, manifest.moment, _own_key(data_key))


def read_manifest(file: Path) -> Manifest:
    """Return what the backup says about itself; not proved yet.

    Raises:
        Trouble: `backup_damaged`, `backup_unreadable`, `backup_newer`.
    """
    with _told(file), opened_zip(file) as packed:
        return _manifest(packed)


def read_keys(file: Path) -> KeyFile:
    """Return the key file inside; not proved yet.

    Raises:
        Trouble: as `read_manifest`.
    """
    with _told(file), opened_zip(file) as packed:
        return keys_from_json(_text(packed, KEYS))


def prove(file: Path, data_key: bytes) -> Proof:
    """Read the whole backup and tell whether it is what Sharebook wrote under `data_key`.

    Raises:
        Trouble: `backup_unreadable`, `backup_newer`.
    """
    try:
        with _told(file), opened_zip(file) as packed:
            if not _digests_fit(packed):
                return Proof.DAMAGED
            if is_proved(file, _own_key(data_key)):
                return Proof.WHOLE
            same_key = is_authentic(keys_from_json(_text(packed, KEYS)), data_key)
            return Proof.DAMAGED if same_key else Proof.OTHER_KEY
    except Trouble as trouble:
        if trouble.code != "backup_damaged":
            raise
        return Proof.DAMAGED


def unpack(file: Path, folder: Path) -> None:
    """Write the backup's files into the new `folder`, as a register; nothing is proved by that.

    Raises:
        Trouble: `backup_damaged` or `backup_unreadable`.
        OSError: the disk is full; what was written is the caller's to remove.
    """
    bundle = Bundle(folder)
    with _told(file), opened_zip(file) as packed:
        manifest = _manifest(packed)
        keys = _text(packed, KEYS)
        places = {bundle.keys: keys, bundle.keys_backup: keys}
    for place, content in places.items():
        _write_through(place, content)
    with _told(file), opened_zip(file) as packed:
        for name in _data_files(manifest):
            _extract(packed, name, bundle.database(name))
    flush_folder(folder)


def _digests_fit(packed: zipfile.ZipFile) -> bool:
    for name, digest in _manifest(packed).digests.items():
        with packed.open(name) as member:
            if digest_of(member) != digest:
                return False
    return True


def _manifest(packed: zipfile.ZipFile) -> Manifest:
    manifest = from_json(_text(packed, MANIFEST))
    names = {KEYS, *_data_files(manifest)}
    if set(packed.namelist()) != {MANIFEST, *names} or set(manifest.digests) != names:
        raise NotABackup
    if not is_database_name(manifest.database):
        raise NotABackup
    if manifest.sealed and not is_sealed_name(manifest.sealed):
        raise NotABackup
    return manifest


def _data_files(manifest: Manifest) -> list[str]:
    return [name for name in (manifest.database, manifest.sealed) if name]


def _text(packed: zipfile.ZipFile, name: str) -> bytes:
    if packed.getinfo(name).file_size > _MOST_TEXT:
        raise NotABackup
    return packed.read(name)


def _extract(packed: zipfile.ZipFile, name: str, target: Path) -> None:
    handle = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, _OWNER_ONLY)
    with os.fdopen(handle, "wb") as into, packed.open(name) as source:
        shutil.copyfileobj(source, into, 1024 * 1024)
        into.flush()
        os.fsync(into.fileno())


def _write_through(target: Path, content: bytes) -> None:
    handle = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, _OWNER_ONLY)
    with os.fdopen(handle, "wb") as into:
        into.write(content)
        into.flush()
        os.fsync(into.fileno())


@contextmanager
def _told(file: Path) -> Iterator[None]:
    """Say what is wrong with a backup; a disk that is full while unpacking is said elsewhere."""
    try:
        yield
    except (NotABackup, NotAKeyFile) as wrong:
        raise Trouble("backup_damaged", file=file.name) from wrong
    except OSError as wrong:
        if wrong.errno in _OF_THE_TARGET:
            raise
        raise Trouble("backup_unreadable", file=file.name, reason=wrong.strerror) from wrong


def _own_key(data_key: bytes) -> bytes:
    return HKDF(SHA256(), 32, None, b"Sharebook backup file").derive(data_key)


_BINARY: int = getattr(os, "O_BINARY", 0)
