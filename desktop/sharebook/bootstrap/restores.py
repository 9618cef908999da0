"""Restoring a real register on real disks."""

import contextlib
import errno
import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path

from sharebook.bootstrap.backups import backups_folder
from sharebook.bootstrap.keeping import keeping
from sharebook.domain.backups import Manifest, Proof
from sharebook.domain.clock import Clock
from sharebook.domain.errors import Refused, SharebookError, Trouble
from sharebook.domain.findings import Finding
from sharebook.services.ports import Progress
from sharebook.services.restoring import Candidate, Restoring
from sharebook.store.comparing import Ahead, ahead_of, last_written
from sharebook.store.copies import Contents, look_into
from sharebook.store.opening import open_database
from sharebook.store.register import SqlRegister
from sharebook.store.sealed_file import generation_of_sealed
from sharebook.vault.backup_file import prove, read_keys, read_manifest, unpack
from sharebook.vault.backup_settings import read_settings, write_settings
from sharebook.vault.backup_shelf import Shelf
from sharebook.vault.bundle import Bundle
from sharebook.vault.key_disk import read_key_file
from sharebook.vault.key_file import KeyFile
from sharebook.vault.places import refuse_unsafe
from sharebook.vault.switching import (
    kept_beside,
    kept_name,
    new_folder_beside,
    remove_folder,
    switch,
)
from sharebook.vault.unlocking import Unlocked, unlock, unlock_with_recovery
from sharebook.vault.writer_lock import WriterLock

WayIn = Callable[[Path], Unlocked]  # from a register's folder
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_RESTORER = "Somebody who is restoring a backup"  # for the sentence others read meanwhile


def with_passphrase(person: str, passphrase: str) -> WayIn:
    """Return the way in for somebody whose passphrase may be another one by now."""

    def way_in(folder: Path) -> Unlocked:
        try:
            return unlock(folder, person, passphrase)
        except Refused as refused:
            if refused.code != "wrong_passphrase":
                raise
            raise Refused("restore_wrong_passphrase", "passphrase", person=person) from refused

    return way_in


def with_recovery(code: str) -> WayIn:
    """Return the way in for whoever holds the recovery sheet of the time."""
    return lambda folder: unlock_with_recovery(folder, code)


def restoring(live: Path, way_in: WayIn, clock: Clock, in_use: WayIn | None = None) -> Restoring:
    """Return the service that restores the register at `live`, which may be missing.

    Args:
        live: the folder of the register in use.
        way_in: opens the backup, with the secret of its time.
        clock: for names and for what is remembered.
        in_use: opens the register in use, where today's secret is another; only to compare.
    """
    return Restoring(DiskGround(live, way_in, clock, in_use or way_in), keeping(), clock)


def people_in(file: Path) -> list[str]:
    """Return who could open a backup, or a kept register's folder, when it was made.

    Raises:
        Trouble: `backup_damaged`, or as `read_key_file`.
    """
    return [slot.name for slot in _keys_of(file).people]


def put_aside(live: Path) -> list[Path]:
    """Return the registers that earlier restores put aside beside `live`, newest first."""
    return kept_beside(live)


class DiskGround:
    """`services.restoring.Ground` over the folders beside one register."""

    def __init__(self, live: Path, way_in: WayIn, clock: Clock, in_use: WayIn) -> None:
        self._live = live.resolve()
        self._way_in = way_in
        self._in_use = in_use
        self._clock = clock
        self._lock = WriterLock(self._live, _RESTORER, clock)
        self._unlocked: Unlocked | None = None

    @contextlib.contextmanager
    def alone(self) -> Iterator[None]:
        """Keep every writer out of the register in use, if there is one."""
        if self._live.is_dir():
            self._lock.take()
        try:
            yield
        finally:
            self._lock.let_go()

    @contextlib.contextmanager
    def candidate(self, file: Path, progress: Progress) -> Iterator[Candidate]:
        """Unpack a backup beside the register and look through it; removed afterwards."""
        if file.resolve() == self._live:
            raise Refused("restore_same_register", "file")
        if file.is_dir():
            yield self._looked_at(file.resolve(), None, progress)
            return
        manifest = read_manifest(file)
        with self._room() as folder:
            with self._told():
                unpack(file, folder)
            yield self._looked_at(folder, (file, manifest), progress)

    def lost(self, candidate: Candidate) -> Ahead | None:
        """Return what the register in use has that the candidate lacks; None: nobody knows."""
        try:
            mine, other = self._in_use_now(candidate.folder), self._unlocked
            if mine is None or other is None:
                return None
            there = (_database(candidate.folder), other.data_key)
            lost = ahead_of((_database(self._live), mine.data_key), there)
        except (SharebookError, OSError):
            return None
        return replace(lost, sealed=self._sealed_lost(candidate.folder, mine, other))

    def _sealed_lost(self, folder: Path, mine: Unlocked, other: Unlocked) -> int:
        """Count what the compartment in use has besides, for who holds the keys of both."""
        if mine.sealed is None or other.sealed is None:
            return 0
        with contextlib.suppress(SharebookError, OSError):  # its own check tells of that
            here, there = (_sealed_database(each) for each in (self._live, folder))
            return ahead_of((here, mine.sealed.data_key), (there, other.sealed.data_key)).count
        return 0

    def newer(self, candidate: Candidate) -> list[Path]:
        """Return backups of this computer that hold more, newest first."""
        shelf = Shelf(backups_folder(candidate.register_id), candidate.register_id)
        return [each.file for each in shelf.backups() if each.manifest.seq > candidate.entries]

    def switch(self, candidate: Candidate, moment: datetime) -> Path | None:
        """Put the candidate in place and return where the old register is kept."""
        with self._left_alone(candidate.folder):
            if sys.platform == "win32":  # an open lock file would hold its folder there
                self._lock.let_go()
            with self._told():
                return switch(self._live, candidate.folder, kept_name(self._live, moment))

    def remember(self, candidate: Candidate, moment: datetime, paused_until: datetime) -> None:
        """Remember the restore beside the backups; a restore does not fail for want of that."""
        folder = backups_folder(candidate.register_id)
        with contextlib.suppress(OSError):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            remembered = replace(
                read_settings(folder),
                thinning_paused_until=paused_until.isoformat(timespec="seconds"),
                restored_seq=candidate.entries,
                restored_at=moment.isoformat(timespec="seconds"),
            )
            write_settings(folder, remembered)

    @contextlib.contextmanager
    def _left_alone(self, folder: Path) -> Iterator[None]:
        """Refuse to move a register from under somebody who writes in it."""
        lock = WriterLock(folder, _RESTORER, self._clock)
        lock.take()
        try:
            if sys.platform == "win32":
                lock.let_go()
            yield
        finally:
            lock.let_go()

    @contextlib.contextmanager
    def _room(self) -> Iterator[Path]:
        if not self._live.exists():
            refuse_unsafe(self._live, os.environ)
        with self._told():
            folder = new_folder_beside(self._live)
        try:
            yield folder
        finally:
            remove_folder(folder)

    def _looked_at(
        self, folder: Path, packed: tuple[Path, Manifest] | None, progress: Progress
    ) -> Candidate:
        keys = read_key_file(Bundle(folder))
        self._refuse_another(keys)
        unlocked = self._way_in(folder)
        self._unlocked = unlocked
        found = look_into(unlocked.database, unlocked.data_key)
        if found.register_id != keys.register_id:
            raise Trouble("register_damaged", cause="another register's data file")
        if packed:
            _refuse_changed(*packed, found, unlocked.data_key)
            moment = packed[1].moment
        else:
            moment = last_written(unlocked.database, unlocked.data_key) or self._clock.now()
        _refuse_without_compartment(folder, keys)
        findings = self._verified(unlocked, progress)
        return Candidate(
            folder, keys.register_id, keys.school, moment, int(found.head.seq), findings
        )

    def _verified(self, unlocked: Unlocked, progress: Progress) -> tuple[Finding, ...]:
        alone = partial(self._left_alone, unlocked.database.parent)
        connection = open_database(unlocked.database, unlocked.data_key, alone)
        register = SqlRegister(connection, self._clock)
        try:
            findings = tuple(register.verify(progress))
        finally:
            register.close()
        return findings + self._sealed_verified(unlocked, progress)

    def _sealed_verified(self, unlocked: Unlocked, progress: Progress) -> tuple[Finding, ...]:
        """Look through the compartment too, for whoever holds its key."""
        sealed = unlocked.sealed
        if sealed is None:
            return ()
        generation_of_sealed(sealed.database, sealed.data_key, unlocked.register_id)
        register = SqlRegister(open_database(sealed.database, sealed.data_key), self._clock)
        try:
            return tuple(register.verify(progress))
        finally:
            register.close()

    def _in_use_now(self, candidate: Path) -> Unlocked | None:
        """Return the keys of the register in use; the candidate's where they are the same."""
        mine, other = Bundle(self._live).keys, Bundle(candidate).keys
        if mine.read_bytes() == other.read_bytes():
            return self._unlocked
        return self._in_use(self._live)

    def _refuse_another(self, keys: KeyFile) -> None:
        try:
            mine = read_key_file(Bundle(self._live))
        except Trouble:
            return  # shredded or gone: whose it was cannot be asked any more
        if mine.register_id != keys.register_id:
            raise Refused("restore_other_register", "file", theirs=keys.school, ours=mine.school)

    @contextlib.contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except OSError as wrong:
            folder = self._live.parent
            if wrong.errno in _FULL:
                raise Trouble("restore_no_room", folder=folder) from wrong
            raise Trouble("restore_stopped", folder=folder, reason=wrong.strerror) from wrong


def _refuse_changed(file: Path, manifest: Manifest, found: Contents, data_key: bytes) -> None:
    """Compare a backup with its check, and what was unpacked with what the manifest says."""
    told = (manifest.register_id, manifest.seq, manifest.head, dict(manifest.counts))
    seen = (found.register_id, int(found.head.seq), found.head.hash.hex(), found.counts)
    if prove(file, data_key) is not Proof.WHOLE or told != seen:
        raise Trouble("backup_damaged", file=file.name)


def _refuse_without_compartment(folder: Path, keys: KeyFile) -> None:
    if keys.sealed and not Bundle(folder).database(keys.sealed).is_file():
        raise Trouble("compartment_missing")


def _database(folder: Path) -> Path:
    bundle = Bundle(folder)
    return bundle.database(read_key_file(bundle).database)


def _sealed_database(folder: Path) -> Path:
    bundle = Bundle(folder)
    return bundle.database(read_key_file(bundle).sealed)


def _keys_of(file: Path) -> KeyFile:
    return read_key_file(Bundle(file)) if file.is_dir() else read_keys(file)
