"""Backups of a real register on real disks."""

import contextlib
import errno
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from datetime import datetime
from io import BytesIO
from pathlib import Path

from sharebook.bootstrap.access import SealedAccess
from sharebook.bootstrap.copying import Copied, Original, copy_files
from sharebook.bootstrap.keeping import keeping
from sharebook.domain.backups import Manifest, Proof
from sharebook.domain.clock import Clock
from sharebook.domain.errors import Refused, Trouble
from sharebook.services.backing_up import Backups
from sharebook.services.backup_ports import Backup
from sharebook.services.ports import Progress
from sharebook.store import copies
from sharebook.store.both_files import KeyedFile
from sharebook.vault.backup_file import KEYS, pack, prove
from sharebook.vault.backup_settings import BackupSettings, read_settings, write_settings
from sharebook.vault.backup_shelf import Kept, Shelf
from sharebook.vault.backup_zip import digest_of
from sharebook.vault.bundle import Bundle
from sharebook.vault.key_disk import read_key_file
from sharebook.vault.places import default_place

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_OF_THE_DISK = ("disk_error", "read_only")


@dataclass(frozen=True, slots=True)
class Source:
    """The register that is backed up."""

    folder: Path
    database: Path
    data_key: bytes = field(repr=False)
    sealed: SealedAccess | None = None  # where whoever makes the backup holds its key


class Unheard:
    """Progress of work that nobody watches."""

    def report(self, done: int, total: int, doing: str = "") -> None:
        """Tell nobody."""


class DiskShelves:
    """`services.backing_up.Shelves` over folders."""

    def __init__(self, source: Source, folder: Path, register_id: str) -> None:
        self._source = source
        self._register_id = register_id
        self._own = Shelf(folder, register_id)

    @property
    def folder(self) -> Path:
        """This computer's own folder of backups."""
        return self._own.folder

    def alone(self) -> AbstractContextManager[None]:
        """Keep every other backup of this computer out."""
        return self._own.alone()

    def make(self, moment: datetime, progress: Progress) -> Kept:
        """Make one, prove it, and put it in its place."""
        part = self._own.new_part()
        copy = part.with_name(part.name + ".db")
        try:
            with disk_told(self._own.folder):
                manifest = self._pack(part, copy, moment, progress)
                return Kept(self._own.name(part, manifest.school, moment), manifest)
        finally:
            copies.remove_database(copy)
            part.unlink(missing_ok=True)

    def backups(self) -> list[Kept]:
        """Return those of this computer's own folder, newest first."""
        return self._own.backups()

    def second_backups(self, folder: Path) -> list[Kept]:
        """Return those in another folder, newest first."""
        return Shelf(folder, self._register_id).backups()

    def unreadable(self) -> list[Path]:
        """Return files that are called backups and cannot be read as such."""
        return self._own.unreadable()

    def proof(self, backup: Backup) -> Proof:
        """Read a whole backup and tell whether it is what was written."""
        return prove(backup.file, self._source.data_key)

    def copy_to(self, folder: Path, made: Backup) -> Path:
        """Copy one to another folder and prove the copy.

        Raises:
            Refused: `backup_place_missing`.
            Trouble: `backup_no_room`, `backup_not_written`, `backup_differs`.
        """
        if folder.resolve() == self._own.folder.resolve():
            return made.file
        if not folder.is_dir():  # never made: it may be a stick that is not plugged in
            raise Refused("backup_place_missing", "to", folder=folder)
        with disk_told(folder):
            kept = Kept(made.file, made.manifest)
            return Shelf(folder, self._register_id).take_copy(kept, self._source.data_key)

    def drop(self, backup: Backup) -> None:
        """Remove one; what the system will not remove now goes next time."""
        with contextlib.suppress(OSError):
            backup.file.unlink(missing_ok=True)

    def memory(self) -> BackupSettings:
        """Return what is remembered."""
        return read_settings(self._own.folder)

    def remember_place(self, folder: Path | None) -> None:
        """Remember the second place; None for none."""
        if folder is not None:
            if not folder.is_dir():
                raise Refused("backup_place_missing", "to", folder=folder)
            inside = self._source.folder.resolve()
            if inside in [folder.resolve(), *folder.resolve().parents]:
                raise Refused("backup_place_in_register", "to", folder=folder)
        place = "" if folder is None else str(folder.absolute())
        self._remember(replace(self.memory(), second_place=place))

    def remember_failure(self, code: str, moment: datetime) -> None:
        """Remember why the automatic backup was not made; "" that it was."""
        old = self.memory()
        if code or old.failed_code:
            at = moment.isoformat(timespec="seconds") if code else ""
            with contextlib.suppress(Trouble):  # a full disk is told at the next opening
                self._remember(replace(old, failed_code=code, failed_at=at))

    def _remember(self, settings: BackupSettings) -> None:
        with disk_told(self._own.folder):
            self._own.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            write_settings(self._own.folder, settings)

    def _pack(self, part: Path, copy: Path, moment: datetime, progress: Progress) -> Manifest:
        sealed = copy.with_name(copy.name.removesuffix(".db") + "-sealed.db")
        try:
            found = copy_files(self._original(), copy, sealed, progress)
            files = {found.keys.database: copy}
            if found.keys.sealed:
                files[found.keys.sealed] = sealed
            manifest = self._manifest(found, files, moment)
            pack(part, manifest, found.text, files, self._source.data_key)
        finally:
            copies.remove_database(sealed)
        if prove(part, self._source.data_key) is not Proof.WHOLE:
            raise Trouble("backup_differs")
        return manifest

    def _original(self) -> Original:
        source, sealed = self._source, self._source.sealed
        return Original(
            source.folder,
            KeyedFile(source.database, source.data_key),
            KeyedFile(sealed.database, sealed.data_key) if sealed else None,
        )

    def _manifest(self, found: Copied, files: Mapping[str, Path], moment: datetime) -> Manifest:
        digests = {KEYS: digest_of(BytesIO(found.text))}
        for name, copy in files.items():
            with copy.open("rb") as file:
                digests[name] = digest_of(file)
        contents = found.contents
        return Manifest(
            register_id=contents.register_id,
            school=found.keys.school,
            made_at=moment.isoformat(timespec="seconds"),
            database=found.keys.database,
            seq=int(contents.head.seq),
            head=contents.head.hash.hex(),
            counts=contents.counts,
            digests=digests,
            sealed=found.keys.sealed,
        )


def backups_folder(register_id: str) -> Path:
    """Return where this computer keeps the backups of one register."""
    return default_place() / "Backups" / register_id


def every_backup() -> list[Kept]:
    """Return the backups of every register on this computer, newest first; nothing is proved."""
    try:
        folders = [each for each in (default_place() / "Backups").iterdir() if each.is_dir()]
    except OSError:
        return []
    found = [kept for folder in folders for kept in Shelf(folder, folder.name).backups()]
    return sorted(found, key=lambda kept: kept.moment, reverse=True)


def shelves_of(source: Source) -> DiskShelves:
    """Return where the backups of a register stand."""
    register_id = read_key_file(Bundle(source.folder)).register_id
    return DiskShelves(source, backups_folder(register_id), register_id)


def backups_of(source: Source, clock: Clock) -> Backups:
    """Return the service that backs a register up."""
    return Backups(shelves_of(source), keeping(), clock)


@contextlib.contextmanager
def disk_told(folder: Path) -> Iterator[None]:
    """Say what a disk refused while something was written to `folder`.

    Raises:
        Trouble: `backup_no_room`, `backup_not_written`.
    """
    try:
        yield
    except OSError as wrong:
        if wrong.errno in _FULL:
            raise Trouble("backup_no_room", folder=folder) from wrong
        raise Trouble("backup_not_written", folder=folder, reason=wrong.strerror) from wrong
    except Trouble as trouble:
        if trouble.code == "disk_full":
            raise Trouble("backup_no_room", folder=folder) from trouble
        if trouble.code in _OF_THE_DISK:  # their own sentences tell of saving
            reason = trouble.facts.get("cause", trouble.code)
            raise Trouble("backup_not_written", folder=folder, reason=reason) from trouble
        raise
