"""Changing the key file and the data file together, so that a power cut leaves one whole register.

The order is always the same: what the new key file names is on the disk first; replacing the key
file is the change; the data file is told last. Whoever opens the register next finishes the rest.
"""

import contextlib
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from sharebook.bootstrap.access import Access
from sharebook.bootstrap.key_age import refuse_old
from sharebook.domain.clock import Clock
from sharebook.domain.errors import Refused, Trouble
from sharebook.store.rekeying import HeldRegister, held
from sharebook.vault import leftovers
from sharebook.vault.authentic import is_authentic
from sharebook.vault.bundle import Bundle
from sharebook.vault.kdf import KEY_BYTES
from sharebook.vault.key_changes import stamped, with_data_key
from sharebook.vault.key_disk import commit_key_file, read_key_file
from sharebook.vault.key_file import KeyFile
from sharebook.vault.writer_lock import WriterLock

Change = Callable[[KeyFile, bytes], KeyFile]  # and the data key the result is for


@dataclass(frozen=True, slots=True)
class HeldKeys:
    """The keys of a register that nobody else writes to meanwhile.

    Attributes:
        keys: as they stand, proved, and known to the data file.
    """

    access: Access
    keys: KeyFile
    _register: HeldRegister
    _at: str

    def change(self, change: Change) -> None:
        """Put the changed key file in place.

        Raises:
            Refused: what `change` refuses.
            Trouble: the disk would not have it; nothing was changed.
        """
        key = self.access.data_key
        after = stamped(change(self.keys, key), key)
        commit_key_file(self._bundle, after)
        with contextlib.suppress(Trouble):  # it holds; the next opening tells the data file
            self._register.note(after.generation, self._at)
        leftovers.tidy(self._bundle, after)

    def change_with_data_key(self, change: Change) -> Access:
        """Write the register under a new key, and return the way into it; the old one is removed.

        A window that still has the old data file open must be opened anew with what is returned.

        Raises:
            Refused: what `change` refuses.
            Trouble: the disk would not have it; nothing was changed.
        """
        key, name = os.urandom(KEY_BYTES), leftovers.next_database(self._bundle, self.keys)
        after = stamped(change(with_data_key(self.keys, key, name), key), key)
        target = self._bundle.database(name)
        leftovers.mark(self._bundle, self.keys.database, name)
        try:
            self._register.copy_to(target, key, after.generation, self._at)
            commit_key_file(self._bundle, after)
        except BaseException:
            leftovers.tidy(self._bundle, read_key_file(self._bundle))
            raise
        return replace(self.access, database=target, data_key=key)

    @property
    def _bundle(self) -> Bundle:
        return Bundle(self.access.folder)


@contextlib.contextmanager
def holding(access: Access, clock: Clock) -> Iterator[HeldKeys]:
    """Hold the register for writing while its keys change; an interrupted change is finished first.

    Raises:
        Refused: another program writes (`register_being_written`), or changed the keys since
            this register was opened (`register_moved_on`).
        Trouble: `keys_changed`, `keys_older`, `register_older`, or as `open_database`.
    """
    lock = WriterLock(access.folder, access.person, clock)
    lock.take()
    try:
        current_keys(access)
        at = clock.now().isoformat(timespec="seconds")
        with held(access.database, access.data_key) as register:
            keys = current_keys(access)
            _settle(access, keys, register, at)
            yield HeldKeys(access, keys, register, at)
    finally:
        lock.let_go()


def current_keys(access: Access) -> KeyFile:
    """Return the key file, proved to belong to the open register.

    Raises:
        Refused: it names another data file by now (`register_moved_on`).
        Trouble: `keys_changed`, or as `read_key_file`.
    """
    keys = read_key_file(Bundle(access.folder))
    if keys.database != access.database.name:
        raise Refused("register_moved_on")
    if not is_authentic(keys, access.data_key):
        raise Trouble("keys_changed", folder=access.folder)
    return keys


def _settle(access: Access, keys: KeyFile, register: HeldRegister, at: str) -> None:
    refuse_old(access, keys.generation, register.generation)
    if register.generation < keys.generation:
        register.note(keys.generation, at)
