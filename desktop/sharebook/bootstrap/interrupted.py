"""What opening does about a change of keys that somebody's power cut interrupted."""

import contextlib

from sharebook.bootstrap.access import Access
from sharebook.bootstrap.held_keys import holding
from sharebook.bootstrap.key_age import refuse_old, refuse_old_compartment
from sharebook.domain.clock import Clock
from sharebook.domain.errors import SharebookError, Trouble
from sharebook.store.rekeying import generation_of
from sharebook.store.sealed_file import generation_of_sealed, roll_back
from sharebook.vault.bundle import Bundle
from sharebook.vault.key_disk import read_key_file
from sharebook.vault.leftovers import is_untidy, tidy
from sharebook.vault.unlocking import Unlocked


def are_current(access: Access, unlocked: Unlocked, clock: Clock) -> bool:
    """Tell whether the keys that were unlocked still hold, and finish an interrupted change.

    Working out a passphrase takes half a second, in which another computer may change the keys.

    Args:
        access: the way in that unlocking gave.
        unlocked: what unlocking found.
        clock: for the moment that is noted.

    Raises:
        Trouble: `keys_older`, `register_older`, `compartment_missing`, `compartment_damaged`,
            `compartment_older`, or as `open_database`.
    """
    try:
        known, sealed_knows = _known_to_files(access)
    except Trouble:
        if _changed_since(access, unlocked):
            return False
        raise
    if _changed_since(access, unlocked):
        return False
    refuse_old(access, unlocked.generation, known)
    behind = known < unlocked.generation
    if unlocked.sealed:
        refuse_old_compartment(access, unlocked.sealed.generation, sealed_knows)
        behind = behind or sealed_knows < unlocked.sealed.generation
    bundle = Bundle(access.folder)
    keys = read_key_file(bundle)
    if keys.sealed:
        roll_back(bundle.database(keys.sealed))
    if behind or is_untidy(bundle, keys):
        finish(access, clock)
    return True


def finish(access: Access, clock: Clock) -> None:
    """Finish an interrupted change and tidy up; where nothing can be written now, another time."""
    with contextlib.suppress(SharebookError), holding(access, clock) as found:
        tidy(Bundle(access.folder), found.keys)


def _known_to_files(access: Access) -> tuple[int, int]:
    """Return which change of keys the data file knows, and which the compartment; 0: not asked."""
    known = generation_of(access.database, access.data_key)
    sealed = access.sealed
    if sealed is None:
        return known, 0
    return known, generation_of_sealed(sealed.database, sealed.data_key, access.register_id)


def _changed_since(access: Access, unlocked: Unlocked) -> bool:
    keys = read_key_file(Bundle(access.folder))
    return (keys.generation, keys.database) != (unlocked.generation, access.database.name)
