"""The compartment as a file: begun in older registers, kept up to date, and left without a trace.

What is read from and written to it is the business of the desk.
"""

import contextlib
import os
from dataclasses import replace

from sharebook.bootstrap.access import Access, SealedAccess
from sharebook.bootstrap.held_keys import holding
from sharebook.bootstrap.upgrading import alone
from sharebook.domain.clock import Clock
from sharebook.domain.errors import SharebookError, Trouble
from sharebook.domain.names import NO_CODE
from sharebook.store.sealed_file import rewrite, upgrade_sealed
from sharebook.vault.bundle import Bundle
from sharebook.vault.key_file import BEFORE_COMPARTMENTS, HOLDERS
from sharebook.vault.leftovers import unmarked_compartments
from sharebook.vault.writer_lock import WriterLock


def with_compartment(access: Access, key_format: int, clock: Clock) -> Access:
    """Return the way in with the compartment, for whom it is.

    A register of before there were compartments gets one when somebody first opens it who may have
    its key; where that cannot be done now, another time. A compartment of an older schema is
    brought up to date.

    Args:
        access: the way in as it was unlocked.
        key_format: of the key file.
        clock: for the moment that is noted.

    Raises:
        Trouble: `keys_changed`; the key file says there is no compartment, and there is one.
    """
    if access.sealed:
        _bring_up_to_date(access, access.sealed, clock)
        return access
    may_hold = access.role in HOLDERS or access.role == NO_CODE
    if key_format != BEFORE_COMPARTMENTS or not may_hold:
        return access
    if unmarked_compartments(Bundle(access.folder)):
        raise Trouble("keys_changed", folder=access.folder)
    with contextlib.suppress(SharebookError), holding(access, clock) as found:
        return replace(access, sealed=found.begin_compartment())
    return access


def leave_no_trace(sealed: SealedAccess) -> None:
    """Write the compartment anew when its holder leaves, whether or not they wrote anything in it.

    Every page changes, so that nobody who keeps yesterday's file sees how many pages were written.
    The date becomes that of leaving. Where that cannot be done now, it is done next time.
    """
    with contextlib.suppress(SharebookError, OSError):
        rewrite(sealed.database, sealed.data_key)
        os.utime(sealed.database)


def _bring_up_to_date(access: Access, sealed: SealedAccess, clock: Clock) -> None:
    lock = WriterLock(access.folder, access.person, clock)
    with contextlib.suppress(SharebookError):
        upgrade_sealed(sealed.database, sealed.data_key, lambda: alone(lock))
