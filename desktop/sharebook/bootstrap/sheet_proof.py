"""Proving that the recovery sheet still opens the register, and remembering when that was.

A sheet that nobody has tried for years is a hope. Whoever holds it types its code; nothing is
changed by it but the remembered day, which stands in the register itself, so that every computer
and every backup knows of it.
"""

import hashlib
import hmac
from contextlib import closing
from datetime import date

from sharebook.bootstrap.access import Access
from sharebook.bootstrap.clocks import SystemClock
from sharebook.domain.clock import Clock
from sharebook.domain.errors import Refused
from sharebook.domain.names import Code
from sharebook.domain.people import StaffRole
from sharebook.store.opening import open_database
from sharebook.store.sheet_proofs import read_proved, write_proved
from sharebook.vault.bundle import Bundle
from sharebook.vault.key_disk import read_key_file
from sharebook.vault.unlocking import unlock_with_recovery
from sharebook.vault.writer_lock import WriterLock

_MARK = 16  # hexadecimal letters of the digest of the sheet's public key


def refuse_new_sheet(access: Access) -> None:
    """Let somebody pass who may make a new sheet, before it is printed in vain.

    Raises:
        Refused: `only_reads`, `needs_compartment_holder_for_sheet`.
        Trouble: as `read_key_file`.
    """
    _refuse_reader(access)
    keys = read_key_file(Bundle(access.folder))
    if keys.sealed and keys.holders and access.sealed is None:
        raise Refused("needs_compartment_holder_for_sheet")


class SheetProof:
    """What is known of the recovery sheet of the register that `access` opens."""

    def __init__(self, access: Access, clock: Clock | None = None) -> None:
        self._access = access
        self._clock = clock or SystemClock()

    def proved_on(self) -> date | None:
        """Return the day on which the sheet in force was last typed in and proved, or None.

        Raises:
            Trouble: as `read_key_file` or `open_database`.
        """
        with closing(open_database(self._access.database, self._access.data_key)) as connection:
            return read_proved(connection, self._mark())

    def prove(self, code: str) -> None:
        """Let a code pass that opens this register; nothing is written.

        Raises:
            Refused: `recovery_mistyped`, `recovery_wrong` (another register's, or an older sheet).
            Trouble: `keys_changed`, or as `read_key_file`.
        """
        found = unlock_with_recovery(self._access.folder, code)
        if not hmac.compare_digest(found.data_key, self._access.data_key):
            raise Refused("register_moved_on")

    def remember(self) -> None:
        """Write that the sheet in force was proved today.

        Raises:
            Refused: `only_reads`, or somebody else writes.
            Trouble: the disk would not have it.
        """
        _refuse_reader(self._access)
        lock = WriterLock(self._access.folder, self._access.person, self._clock)
        lock.take()
        try:
            with closing(open_database(self._access.database, self._access.data_key)) as connection:
                write_proved(connection, self._mark(), self._clock.today())
        finally:
            lock.let_go()

    def _mark(self) -> str:
        public = read_key_file(Bundle(self._access.folder)).recovery.public_key
        return hashlib.sha256(b"Sharebook recovery sheet" + public).hexdigest()[:_MARK]


def _refuse_reader(access: Access) -> None:
    if access.role == Code(StaffRole.DATA_PROTECTION_OFFICER):
        raise Refused("only_reads")
