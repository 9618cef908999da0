"""A folder of backups of one register: on this computer, or on a share or a stick."""

import contextlib
import math
import os
import secrets
import shutil
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sharebook.domain.backups import Manifest, Proof
from sharebook.domain.errors import Refused, Trouble
from sharebook.vault.backup_file import SUFFIX, prove, read_manifest
from sharebook.vault.bundle import SUFFIX as OF_A_REGISTER
from sharebook.vault.bundle import folder_name
from sharebook.vault.lock_file import LockFile
from sharebook.vault.replacing import flush_folder, rename_patiently

_LOCK = "backups.lock"
_UNFINISHED, _PART = "sharebook-backup-", ".part"
_A_DAY = 24 * 3600  # seconds
_OWNER_ONLY = 0o700
_busy = threading.Lock()


@dataclass(frozen=True, slots=True)
class Kept:
    """A backup on a shelf; what its manifest says is not proved by standing there."""

    file: Path
    manifest: Manifest

    @property
    def moment(self) -> datetime:
        """When it was made."""
        return self.manifest.moment


class Shelf:
    """The backups of one register in one folder."""

    def __init__(self, folder: Path, register_id: str) -> None:
        self.folder = folder
        self._register_id = register_id

    def backups(self) -> list[Kept]:
        """Return this register's backups, newest first; what cannot be read is passed over."""
        found = [kept for file in self._files() if (kept := self._kept(file))]
        return sorted(found, key=lambda kept: kept.moment, reverse=True)

    def unreadable(self) -> list[Path]:
        """Return files that are called backups and are none that can be read."""
        return [file for file in self._files() if not _readable(file)]

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Make the folder if need be, and be the only one of this computer who puts into it.

        Raises:
            Refused: another backup is under way (`backup_under_way`).
            Trouble: the folder cannot be made or written (`backup_place_refused`).
        """
        if not _busy.acquire(blocking=False):
            raise Refused("backup_under_way")
        try:
            with self._locked():
                self._tidy()
                yield
        finally:
            _busy.release()

    def new_part(self) -> Path:
        """Return the path of an unfinished backup; unlike any other."""
        return self.folder / f"{_UNFINISHED}{secrets.token_hex(4)}{_PART}"

    def name(self, part: Path, school: str, moment: datetime) -> Path:
        """Give a finished, proved backup its name, and return where it stands now.

        Raises:
            OSError: the disk refused.
        """
        stem = (
            f"{folder_name(school).removesuffix(OF_A_REGISTER)} {moment.astimezone():%Y-%m-%d %H%M}"
        )
        target = self.folder / (stem + SUFFIX)
        number = 1
        while target.exists():
            number += 1
            target = self.folder / f"{stem} ({number}){SUFFIX}"
        rename_patiently(part, target)
        flush_folder(self.folder)
        return target

    def take_copy(self, made: Kept, data_key: bytes) -> Path:
        """Copy a backup from another shelf, prove the copy, and return where it stands.

        Raises:
            OSError: the disk is full or gone; nothing half-made is left.
            Trouble: what was written is not what was read (`backup_differs`).
        """
        self._tidy(_A_DAY)  # another computer may be at work on a share
        part = self.new_part()
        try:
            _copy_through(made.file, part)
            if prove(part, data_key) is not Proof.WHOLE:
                raise Trouble("backup_differs")
            return self.name(part, made.manifest.school, made.moment)
        finally:
            part.unlink(missing_ok=True)

    def _kept(self, file: Path) -> Kept | None:
        try:
            manifest = read_manifest(file)
        except Trouble:
            return None
        return Kept(file, manifest) if manifest.register_id == self._register_id else None

    def _files(self) -> list[Path]:
        try:
            return sorted(each for each in self.folder.iterdir() if each.suffix == SUFFIX)
        except OSError:
            return []

    @contextmanager
    def _locked(self) -> Iterator[None]:
        try:
            self.folder.mkdir(mode=_OWNER_ONLY, parents=True, exist_ok=True)
            lock = LockFile(self.folder / _LOCK)
        except OSError as wrong:
            raise self._refused(wrong) from wrong
        try:
            self._claim(lock)
            yield
        finally:
            lock.close()

    def _claim(self, lock: LockFile) -> None:
        try:
            taken = lock.try_lock()
        except OSError as wrong:
            raise self._refused(wrong) from wrong
        if not taken:
            raise Refused("backup_under_way")

    def _refused(self, wrong: OSError) -> Trouble:
        return Trouble("backup_place_refused", folder=self.folder, reason=wrong.strerror)

    def _tidy(self, older_than: float = -math.inf) -> None:
        """Remove what a crash left, if it has lain there for so many seconds."""
        with contextlib.suppress(OSError):
            for file in self.folder.glob(f"{_UNFINISHED}????????{_PART}*"):
                if time.time() - file.stat().st_mtime >= older_than:
                    file.unlink(missing_ok=True)


def _readable(file: Path) -> bool:
    try:
        read_manifest(file)
    except Trouble:
        return False
    return True


def _copy_through(source: Path, target: Path) -> None:
    with source.open("rb") as read, target.open("xb") as write:
        shutil.copyfileobj(read, write, 1024 * 1024)
        write.flush()
        os.fsync(write.fileno())
