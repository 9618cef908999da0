"""What the findings are made from; `bootstrap.health` brings the real ones."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from sharebook.domain.backups import Proof
from sharebook.domain.chain import Head
from sharebook.domain.people import Person
from sharebook.domain.places import Place
from sharebook.domain.remembered import Seen
from sharebook.services.backup_ports import Backup


class KeyCopy(StrEnum):
    """How the copy of the key file stands to the key file."""

    SAME = "same"
    MISSING = "missing"
    STALE = "stale"


@dataclass(frozen=True, slots=True)
class Room:
    """Room on the register's disk.

    Attributes:
        free: bytes.
        needed: what a backup or a change of keys would take, bytes.
    """

    free: int
    needed: int


@dataclass(frozen=True, slots=True)
class Chain:
    """The end of the chain, read from the disk.

    Attributes:
        hashes: at the places that were asked for and are there.
        written: when the newest entry was written, UTC; None where nobody can tell.
    """

    head: Head
    hashes: Mapping[int, bytes]
    written: datetime | None


@dataclass(frozen=True, slots=True)
class BackupsKnown:
    """What this computer knows of the backups of the register.

    Attributes:
        own: on this computer, newest first.
        second_place: a folder that gets copies, or None.
        failed_code: why the last automatic one was not made, or "".
        restored_at: when one was put in the register's place here; None for never.
        restored_seq: how far its chain went.
    """

    own: Sequence[Backup]
    second_place: Path | None = None
    failed_code: str = ""
    restored_at: datetime | None = None
    restored_seq: int = 0


class Ground(Protocol):
    """Everything around one open register that can be looked at quickly."""

    def practice(self) -> bool:
        """Tell whether it is a practice register, which nobody would miss."""
        ...

    def place(self) -> Place:
        """Return where the register lies."""
        ...

    def seen(self) -> Seen:
        """Return how it stands to what this computer remembers of it."""
        ...

    def has_compartment(self) -> bool:
        """Tell whether the file for what is sealed, which every register has, is there."""
        ...

    def sealed_seen(self) -> tuple[Seen, int] | None:
        """Return the same for the compartment, and how many entries its chain has.

        None for everybody who does not hold its key.
        """
        ...

    def note_check(self, *, well: bool) -> None:
        """Remember that everything was checked, and with what outcome."""
        ...

    def accept(self) -> None:
        """Remember the register as it is, from now on."""
        ...

    def chain(self, places: Sequence[int]) -> Chain:
        """Return the end of its chain, and the hashes at `places`."""
        ...

    def backups(self) -> BackupsKnown:
        """Return what is known of its backups; none of them is proved."""
        ...

    def newest_copy(self, folder: Path) -> datetime | None:
        """Return when the newest copy in the second place was made; None where there is none."""
        ...

    def proof(self, backup: Backup) -> Proof:
        """Read a whole backup and tell whether it is what was written."""
        ...

    def key_copy(self) -> KeyCopy:
        """Return how the copy of the key file stands."""
        ...

    def room(self) -> Room | None:
        """Return the room on its disk; None where nobody can tell."""
        ...

    def people(self) -> Sequence[Person]:
        """Return who has a passphrase."""
        ...

    def sheet_proved_on(self) -> date | None:
        """Return when the recovery sheet was last typed in and opened the register."""
        ...
