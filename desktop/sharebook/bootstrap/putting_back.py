"""What the window needs to restore a backup: which there are, whose they are, and the secrets."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from sharebook.bootstrap.backups import every_backup
from sharebook.bootstrap.clocks import SystemClock
from sharebook.bootstrap.restores import restoring, with_passphrase, with_recovery
from sharebook.domain.clock import Clock
from sharebook.domain.errors import Refused, Trouble
from sharebook.domain.people import Person
from sharebook.services.restoring import Restoring
from sharebook.vault.backup_file import read_keys
from sharebook.vault.bundle import Bundle
from sharebook.vault.key_disk import read_key_file


@dataclass(frozen=True, slots=True)
class Restorable:
    """One backup that could be restored; nothing about it is proved yet.

    Attributes:
        entries: how far its chain goes.
    """

    file: Path
    school: str
    moment: datetime
    entries: int


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose a backup is, and who could open it when it was made."""

    school: str
    people: tuple[Person, ...]


@dataclass(frozen=True, slots=True)
class Secrets:
    """What opens a backup.

    Attributes:
        person: who opens it; "" for the recovery sheet.
        secret: their passphrase of that time, or the code on the sheet.
        now: today's passphrase, where it is another one; only to compare.
    """

    person: str
    secret: str = field(repr=False)
    now: str = field(default="", repr=False)


def restorable(live: Path | None) -> Sequence[Restorable]:
    """Return this computer's backups of the register at `live`, newest first.

    Where there is no such register any more, or its key file cannot be read: of every register.
    """
    wanted = _identity(live)
    return [
        Restorable(each.file, each.manifest.school, each.moment, each.manifest.seq)
        for each in every_backup()
        if wanted in ("", each.manifest.register_id)
    ]


def owner_of(file: Path) -> Owner:
    """Return whose backup it is; `file` may be the folder of a register put aside.

    Raises:
        Refused: `file_not_found`.
        Trouble: `backup_damaged` and the like.
    """
    if not file.exists():
        raise Refused("file_not_found", "file", file=file.name)
    keys = read_key_file(Bundle(file)) if file.is_dir() else read_keys(file)
    return Owner(keys.school, tuple(Person(slot.name, slot.role) for slot in keys.people))


def restoring_with(live: Path, secrets: Secrets, clock: Clock | None = None) -> Restoring:
    """Return the service that restores the register at `live`, which may be missing."""
    way_in = (
        with_passphrase(secrets.person, secrets.secret)
        if secrets.person
        else with_recovery(secrets.secret)
    )
    in_use = with_passphrase(secrets.person, secrets.now) if secrets.now else None
    return restoring(live, way_in, clock or SystemClock(), in_use)


def _identity(live: Path | None) -> str:
    if live is None:
        return ""
    try:
        return read_key_file(Bundle(live)).register_id
    except Trouble:
        return ""
