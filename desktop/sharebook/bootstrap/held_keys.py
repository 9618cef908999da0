"""Changing the key file and the data files together, so that a power cut leaves one whole register.

The order is always the same: what the new key file names is on the disk first; replacing the key
file is the change; the data files are told last. Whoever opens the register next finishes the rest.
The compartment takes part where whoever acts holds its key; nobody else touches its file.
"""

import contextlib
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from sharebook.bootstrap.access import Access, SealedAccess
from sharebook.bootstrap.key_age import refuse_old, refuse_old_compartment
from sharebook.domain.clock import Clock
from sharebook.domain.errors import Refused, Trouble
from sharebook.domain.names import NO_CODE
from sharebook.store.padding import unmoved
from sharebook.store.rekeying import HeldRegister, held
from sharebook.store.sealed_file import create_sealed, roll_back, told
from sharebook.vault import leftovers
from sharebook.vault.authentic import is_authentic, is_sealed_part_authentic
from sharebook.vault.both_keys import BothKeys
from sharebook.vault.bundle import Bundle
from sharebook.vault.kdf import KEY_BYTES
from sharebook.vault.key_changes import (
    stamped,
    with_data_key,
    with_new_compartment,
    with_sealed_key,
)
from sharebook.vault.key_disk import commit_key_file, read_key_file
from sharebook.vault.key_file import HOLDERS, KeyFile
from sharebook.vault.writer_lock import WriterLock

Change = Callable[[KeyFile, BothKeys], KeyFile]  # and the keys the result is for


@dataclass(frozen=True, slots=True)
class Held:
    """The files of a register that nobody else writes to meanwhile.

    Attributes:
        sealed: the compartment; None where whoever acts does not hold its key.
        at: the moment of the change, ISO 8601 UTC.
    """

    register: HeldRegister
    sealed: HeldRegister | None
    access: Access
    at: str

    def note(self, keys: KeyFile) -> None:
        """Tell the files of the change; where one cannot be told now, the next opening does it."""
        with contextlib.suppress(Trouble):
            self._note_openly(keys)
        with contextlib.suppress(Trouble):
            self.note_sealed(keys)

    def settle(self, keys: KeyFile) -> None:
        """Finish an interrupted change, after the ages of the files were compared.

        Raises:
            Trouble: `keys_older`, `register_older`, `compartment_older`, or one of `errors`.
        """
        refuse_old(self.access, keys.generation, self.register.generation)
        if self.sealed:
            refuse_old_compartment(self.access, keys.sealed_generation, self.sealed.generation)
        self._note_openly(keys)
        self.note_sealed(keys)

    def _note_openly(self, keys: KeyFile) -> None:
        if self.register.generation < keys.generation:
            self.register.note(keys.generation, self.at)

    def note_sealed(self, keys: KeyFile) -> None:
        """Tell the compartment of the change; its date stays.

        Raises:
            Trouble: one of `errors`.
        """
        if self.sealed and self.access.sealed and self.sealed.generation < keys.sealed_generation:
            with unmoved(self.access.sealed.database):
                self.sealed.note(keys.sealed_generation, self.at)


@dataclass(frozen=True, slots=True)
class HeldKeys:
    """The keys of a register that nobody else writes to meanwhile.

    Attributes:
        keys: as they stand, proved, and known to the data files.
    """

    access: Access
    keys: KeyFile
    _files: Held

    def change(self, change: Change) -> None:
        """Put the changed key file in place.

        Raises:
            Refused: what `change` refuses.
            Trouble: the disk would not have it; nothing was changed.
        """
        both = _both(self.access)
        after = stamped(change(self.keys, both), both)
        commit_key_file(self._bundle, after)
        self._files.note(after)
        leftovers.tidy(self._bundle, after)

    def renew(self, change: Change, *, compartment: bool) -> Access:
        """Write the register under a new key, and return the way into it; the old one is removed.

        With `compartment` the same is done to that, in the same step; only for who holds its key.
        A window that still has an old file open must be opened anew with what is returned.

        Raises:
            Refused: what `change` refuses.
            Trouble: the disk would not have it; nothing was changed.
        """
        after, access = self._renewed(change, compartment=compartment)
        names = {self.keys.database, after.database, self.keys.sealed, after.sealed} - {""}
        leftovers.mark(self._bundle, *sorted(names))
        try:
            self._copy(access, after)
            commit_key_file(self._bundle, after)
        except BaseException:
            leftovers.tidy(self._bundle, read_key_file(self._bundle))
            raise
        if after.sealed == self.keys.sealed:
            with contextlib.suppress(Trouble):
                self._files.note_sealed(after)
        return access

    def begin_compartment(self, change: Change | None = None) -> SealedAccess:
        """Begin an empty compartment, and return the way into it for whoever may have it.

        A compartment there was before stays where it is; no key file names it any more.

        Raises:
            Refused: what `change` refuses.
            Trouble: the disk would not have it; nothing was changed.
        """
        name = leftovers.next_sealed(self._bundle, self.keys)
        both = BothKeys(self.access.data_key, os.urandom(KEY_BYTES))
        begun = with_new_compartment(self.keys, both.sealed, name)
        after = stamped(change(begun, both) if change else begun, both)
        made = SealedAccess(self._bundle.database(name), both.sealed)
        leftovers.mark(self._bundle, name)
        try:
            create_sealed(made.database, made.data_key, self.keys.register_id)
            commit_key_file(self._bundle, after)
        except BaseException:
            leftovers.tidy(self._bundle, read_key_file(self._bundle))
            raise
        self._files.note(after)
        leftovers.tidy(self._bundle, after)
        return made

    def _renewed(self, change: Change, *, compartment: bool) -> tuple[KeyFile, Access]:
        both = replace(_both(self.access), data=os.urandom(KEY_BYTES))
        name = leftovers.next_database(self._bundle, self.keys)
        keys = with_data_key(self.keys, both.data, name)
        access = replace(self.access, database=self._bundle.database(name), data_key=both.data)
        if compartment and self.access.sealed:
            both = replace(both, sealed=os.urandom(KEY_BYTES))
            sealed = leftovers.next_sealed(self._bundle, self.keys)
            keys = with_sealed_key(keys, both.sealed, sealed)
            place = self._bundle.database(sealed)
            access = replace(access, sealed=SealedAccess(place, both.sealed))
        return stamped(change(keys, both), both), access

    def _copy(self, access: Access, after: KeyFile) -> None:
        files = self._files
        files.register.copy_to(access.database, access.data_key, after.generation, files.at)
        if access.sealed and files.sealed and after.sealed != self.keys.sealed:
            target, generation = access.sealed, after.sealed_generation
            with told():
                files.sealed.copy_to(target.database, target.data_key, generation, files.at)

    @property
    def _bundle(self) -> Bundle:
        return Bundle(self.access.folder)


@contextlib.contextmanager
def holding(access: Access, clock: Clock) -> Iterator[HeldKeys]:
    """Hold the register for writing while its keys change; an interrupted change is finished first.

    Raises:
        Refused: another program writes (`register_being_written`), or changed the keys since
            this register was opened (`register_moved_on`).
        Trouble: `keys_changed`, `keys_older`, `register_older`, `compartment_older`, or as
            `open_database`.
    """
    lock = WriterLock(access.folder, access.person, clock)
    lock.take()
    try:
        named = current_keys(access)
        if named.sealed:
            roll_back(Bundle(access.folder).database(named.sealed))
        at = clock.now().isoformat(timespec="seconds")
        with held(access.database, access.data_key) as register, _held_sealed(access) as sealed:
            keys = current_keys(access)
            files = Held(register, sealed, access, at)
            files.settle(keys)
            yield HeldKeys(access, keys, files)
    finally:
        lock.let_go()


def current_keys(access: Access) -> KeyFile:
    """Return the key file, proved to belong to the open register.

    Raises:
        Refused: it names other data files by now (`register_moved_on`).
        Trouble: `keys_changed`, or as `read_key_file`.
    """
    keys = read_key_file(Bundle(access.folder))
    if keys.database != access.database.name or not _is_theirs(keys, access):
        raise Refused("register_moved_on")
    if not is_authentic(keys, access.data_key):
        raise Trouble("keys_changed", folder=access.folder)
    if access.sealed and not is_sealed_part_authentic(keys, access.sealed.data_key):
        raise Trouble("keys_changed", folder=access.folder)
    return keys


def _is_theirs(keys: KeyFile, access: Access) -> bool:
    """Tell whether the compartment is still what it was when this register was opened."""
    if access.sealed:
        return keys.sealed == access.sealed.database.name
    holder = access.role in HOLDERS or access.role == NO_CODE
    return not (holder and keys.sealed)  # somebody else has begun it since


@contextlib.contextmanager
def _held_sealed(access: Access) -> Iterator[HeldRegister | None]:
    if access.sealed is None:
        yield None
        return
    with contextlib.ExitStack() as stack:
        with told():
            sealed = stack.enter_context(held(access.sealed.database, access.sealed.data_key))
        yield sealed


def _both(access: Access) -> BothKeys:
    return BothKeys(access.data_key, access.sealed.data_key if access.sealed else b"")
