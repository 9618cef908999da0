"""Open a register, or make a new one."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from sharebook.bootstrap.access import Access, SealedAccess
from sharebook.bootstrap.clocks import SystemClock
from sharebook.bootstrap.compartment_file import with_compartment
from sharebook.bootstrap.desk import Desk
from sharebook.bootstrap.interrupted import are_current
from sharebook.bootstrap.upgrading import bring_up_to_date
from sharebook.domain.clock import Clock
from sharebook.domain.people import Person
from sharebook.domain.school import School
from sharebook.store.creating import create_database
from sharebook.store.sealed_file import create_sealed
from sharebook.vault.creating import NewKeys, create_keys, discard_keys
from sharebook.vault.joined_journals import settle_joined
from sharebook.vault.key_file import HOLDERS
from sharebook.vault.places import refuse_unsafe
from sharebook.vault.strength import Strength
from sharebook.vault.unlocking import Unlocked, unlock, unlock_with_recovery


@dataclass(frozen=True, slots=True)
class Made:
    """A new register, open, with the code for its recovery sheet."""

    desk: Desk
    recovery_code: str = field(repr=False)


def open_register(folder: Path, person: str, passphrase: str, clock: Clock | None = None) -> Desk:
    """Unlock and open a register.

    Raises:
        Refused: wrong passphrase, or nobody of that name.
        Trouble: a file is missing, damaged, empty, not encrypted, another register's, newer than
            this program, or was never finished.
    """
    return _finished(open_unfinished(folder, person, passphrase, clock))


def open_unfinished(folder: Path, person: str, passphrase: str, clock: Clock | None = None) -> Desk:
    """Unlock and open a register that may hold no school yet, for whoever will write it.

    Raises:
        Refused: wrong passphrase, or nobody of that name.
        Trouble: as for `open_register`, but for a missing school.
    """
    return Desk.opened(access(folder, person, passphrase, clock), clock or SystemClock())


def open_with_recovery(folder: Path, code: str, clock: Clock | None = None) -> Desk:
    """Open a register with the code on its recovery sheet.

    Raises:
        Refused: the code is mistyped, or is another register's.
        Trouble: as for `open_register`.
    """
    found = access_with_recovery(folder, code, clock)
    return _finished(Desk.opened(found, clock or SystemClock()))


def access(folder: Path, person: str, passphrase: str, clock: Clock | None = None) -> Access:
    """Return the way into a register, after an interrupted change of its keys was finished.

    Raises:
        Refused: wrong passphrase, or nobody of that name.
        Trouble: `keys_older`, `register_older`, and as for `open_register`.
    """
    return _current(folder, lambda: unlock(folder, person, passphrase), clock)


def access_with_recovery(folder: Path, code: str, clock: Clock | None = None) -> Access:
    """Return the way in with the code on the recovery sheet.

    Raises:
        Refused: the code is mistyped, or is another register's.
        Trouble: as for `access`.
    """
    return _current(folder, lambda: unlock_with_recovery(folder, code), clock)


def new_register(
    folder: Path,
    school: School,
    person: Person,
    passphrase: str,
    clock: Clock | None = None,
    strength: Strength | None = None,
) -> Made:
    """Make an empty register with the school and the catalogue's headings in it.

    Raises:
        Refused: the folder holds something, or the passphrase is too weak.
        Trouble: the disk would not have it; nothing is left behind.
    """
    refuse_unsafe(folder, os.environ)
    keys = create_keys(folder, school.name, person.name, person.role, passphrase, strength)
    with _or_nothing(keys):
        desk = _empty(folder, keys, person, clock)
        try:
            desk.arranging.found_school(school, person.name)
        except BaseException:
            desk.close()  # Windows removes no open file
            raise
    return Made(desk, keys.recovery_code)


def new_empty_register(
    folder: Path,
    school: str,
    person: Person,
    passphrase: str,
    clock: Clock | None = None,
    strength: Strength | None = None,
) -> Made:
    """Make a register with no record in it; the caller writes the school.

    Raises:
        Refused: the folder holds something, or the passphrase is too weak.
        Trouble: the disk would not have it; nothing is left behind.
    """
    refuse_unsafe(folder, os.environ)
    keys = create_keys(folder, school, person.name, person.role, passphrase, strength)
    with _or_nothing(keys):
        desk = _empty(folder, keys, person, clock)
    return Made(desk, keys.recovery_code)


@contextmanager
def _or_nothing(keys: NewKeys) -> Iterator[None]:
    """Leave nothing of a new register behind if making it fails."""
    try:
        yield
    except BaseException:
        discard_keys(keys)
        raise


def _empty(folder: Path, keys: NewKeys, person: Person, clock: Clock | None) -> Desk:
    create_sealed(keys.sealed, keys.sealed_key, keys.register_id)
    create_database(keys.database, keys.data_key, keys.register_id).close()
    holds = person.role in HOLDERS
    sealed = SealedAccess(keys.sealed, keys.sealed_key) if holds else None
    found = Access(
        folder,
        keys.database,
        keys.data_key,
        keys.register_id,
        person.name,
        person.role,
        sealed,
    )
    return Desk.opened(found, clock or SystemClock())


def _finished(desk: Desk) -> Desk:
    """Return the desk of a register that holds a school, after an interrupted disposal is done."""
    try:
        desk.school()
        desk.disposing.sweep()
    except BaseException:
        desk.close()
        raise
    return desk


def _current(folder: Path, unlocking: Callable[[], Unlocked], clock: Clock | None) -> Access:
    """Unlock; once more where somebody changed the keys while the passphrase was worked out."""
    while True:
        unlocked = unlocking()
        found = _access(folder, unlocked)
        settle_joined(folder, found.person, clock or SystemClock())
        if are_current(found, unlocked, clock or SystemClock()):
            bring_up_to_date(found, clock or SystemClock())
            return with_compartment(found, unlocked.format, clock or SystemClock())


def _access(folder: Path, unlocked: Unlocked) -> Access:
    sealed = unlocked.sealed
    return Access(
        folder,
        unlocked.database,
        unlocked.data_key,
        unlocked.register_id,
        unlocked.person or "recovery sheet",
        unlocked.role,
        SealedAccess(sealed.database, sealed.data_key) if sealed else None,
    )
