"""What opening does about a change of keys that somebody's power cut interrupted."""

import contextlib

from sharebook.bootstrap.access import Access
from sharebook.bootstrap.held_keys import holding
from sharebook.bootstrap.key_age import refuse_old
from sharebook.domain.clock import Clock
from sharebook.domain.errors import SharebookError, Trouble
from sharebook.store.rekeying import generation_of
from sharebook.vault.bundle import Bundle
from sharebook.vault.key_disk import read_key_file
from sharebook.vault.leftovers import is_untidy, tidy


def are_current(access: Access, generation: int, clock: Clock) -> bool:
    """Tell whether the keys that were unlocked still hold, and finish an interrupted change.

    Working out a passphrase takes half a second, in which another computer may change the keys.

    Args:
        access: what unlocking gave.
        generation: of the key file that was unlocked.
        clock: for the moment that is noted.

    Raises:
        Trouble: `keys_older`, `register_older`, or as `open_database`.
    """
    try:
        known = generation_of(access.database, access.data_key)
    except Trouble:
        if _changed_since(access, generation):
            return False
        raise
    if _changed_since(access, generation):
        return False
    refuse_old(access, generation, known)
    bundle = Bundle(access.folder)
    if known < generation or is_untidy(bundle, read_key_file(bundle)):
        finish(access, clock)
    return True


def finish(access: Access, clock: Clock) -> None:
    """Finish an interrupted change and tidy up; where nothing can be written now, another time."""
    with contextlib.suppress(SharebookError), holding(access, clock) as found:
        tidy(Bundle(access.folder), found.keys)


def _changed_since(access: Access, generation: int) -> bool:
    keys = read_key_file(Bundle(access.folder))
    return (keys.generation, keys.database) != (generation, access.database.name)
