"""What backing up needs from the outside; `bootstrap.backups` brings the real ones."""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from pathlib import Path
from typing import Protocol

from sharebook.domain.backups import Manifest, Proof
from sharebook.services.ports import Progress


class Backup(Protocol):
    """A finished backup in its place."""

    @property
    def file(self) -> Path:
        """Where it stands."""
        ...

    @property
    def manifest(self) -> Manifest:
        """What it says about itself."""
        ...

    @property
    def moment(self) -> datetime:
        """When it was made."""
        ...


class Memory(Protocol):
    """What the folder of backups remembers."""

    @property
    def second_place(self) -> str:
        """A folder that gets a copy too, or ""."""
        ...

    @property
    def thinning_paused_until(self) -> str:
        """Nothing is thinned before; "" for no pause."""
        ...

    @property
    def failed_code(self) -> str:
        """Why the last automatic backup was not made, or ""."""
        ...


class Shelves(Protocol):
    """Where backups of one register are put and found; `bootstrap.backups` has the real one."""

    @property
    def folder(self) -> Path:
        """This computer's own folder of backups."""
        ...

    def alone(self) -> AbstractContextManager[None]:
        """Keep every other backup of this computer out."""
        ...

    def make(self, moment: datetime, progress: Progress) -> Backup:
        """Make one, prove it, and put it in its place."""
        ...

    def backups(self) -> Sequence[Backup]:
        """Return those of this computer's own folder, newest first."""
        ...

    def copy_to(self, folder: Path, made: Backup) -> Path:
        """Copy one to another folder and prove the copy."""
        ...

    def second_backups(self, folder: Path) -> Sequence[Backup]:
        """Return those in another folder, newest first."""
        ...

    def unreadable(self) -> Sequence[Path]:
        """Return files of this computer's folder that only bear a backup's name."""
        ...

    def proof(self, backup: Backup) -> Proof:
        """Read a whole backup and tell whether it is what was written."""
        ...

    def drop(self, backup: Backup) -> None:
        """Remove one."""
        ...

    def memory(self) -> Memory:
        """Return what is remembered."""
        ...

    def remember_place(self, folder: Path | None) -> None:
        """Remember the second place."""
        ...

    def remember_failure(self, code: str, moment: datetime) -> None:
        """Remember why the automatic backup was not made; "" that it was."""
        ...
