"""Put a backup in the register's place: look first, lose nothing unseen, and be able to go back."""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

from sharebook.domain.backups import Keeping
from sharebook.domain.clock import Clock
from sharebook.domain.findings import Finding, Severity
from sharebook.services.ports import Progress
from sharebook.words.losses import Losing


@dataclass(frozen=True, slots=True)
class Candidate:
    """A register that could be put in place: unpacked, unlocked, and looked through.

    Attributes:
        folder: where it lies now.
        moment: when the backup was made, or the last entry of a kept register was written.
        entries: how far its chain goes.
        findings: what the check of the register found in it.
    """

    folder: Path
    register_id: str
    school: str
    moment: datetime
    entries: int
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Preview:
    """What restoring would do.

    Attributes:
        file: the backup, or the kept register.
        lost: what would be lost; None where the register in use cannot be read, so nobody knows.
        newer: a newer backup of the same register on this computer, or None.
    """

    file: Path
    candidate: Candidate
    lost: Losing | None
    newer: Path | None

    @property
    def is_sound(self) -> bool:
        """Whether the check found nothing wrong in it."""
        wrong = (Severity.STOP, Severity.WARNING)
        return not any(each.severity in wrong for each in self.candidate.findings)


@dataclass(frozen=True, slots=True)
class Restored:
    """What restoring did.

    Attributes:
        kept_as: the register that was in use, renamed; restoring this folder goes back. None
            where there was none.
    """

    preview: Preview
    kept_as: Path | None


class Ground(Protocol):
    """Folders and files; `bootstrap.restores` has the real one."""

    def alone(self) -> AbstractContextManager[None]:
        """Keep every writer out of the register in use, if there is one."""
        ...

    def candidate(self, file: Path, progress: Progress) -> AbstractContextManager[Candidate]:
        """Unpack a backup beside the register and look through it; removed afterwards."""
        ...

    def lost(self, candidate: Candidate) -> Losing | None:
        """Return what the register in use has that the candidate lacks."""
        ...

    def newer(self, candidate: Candidate) -> Sequence[Path]:
        """Return backups of this computer that hold more, newest first."""
        ...

    def switch(self, candidate: Candidate, moment: datetime) -> Path | None:
        """Put the candidate in place and return where the old register is kept."""
        ...

    def remember(self, candidate: Candidate, moment: datetime, paused_until: datetime) -> None:
        """Remember the restore beside the backups, so that nothing is thinned for a while."""
        ...


class Restoring:
    """Restores one register. Its file is never written to: folders change their names."""

    def __init__(self, ground: Ground, keeping: Keeping, clock: Clock) -> None:
        self._ground = ground
        self._keeping = keeping
        self._clock = clock

    def preview(self, file: Path, progress: Progress) -> Preview:
        """Say what restoring would bring and lose; nothing is left changed.

        Args:
            file: a backup, or the folder of a register kept by an earlier restore.
            progress: hears how far the looking has come.

        Raises:
            Refused: the passphrase is not that of the time (`restore_wrong_passphrase`), it is
                another school's (`restore_other_register`), or the register itself.
            Trouble: `backup_damaged` and the like, no room to unpack it.
        """
        with self._ground.candidate(file, progress) as candidate:
            return self._preview(file, candidate)

    def restore(self, file: Path, progress: Progress) -> Restored:
        """Put it in place; the old register is kept beside it under another name.

        Raises:
            Refused: as `preview`; somebody is writing in the register.
            Trouble: as `preview`; the system would not rename the folder. Nothing was changed.
        """
        with self._ground.alone(), self._ground.candidate(file, progress) as candidate:
            preview = self._preview(file, candidate)
            now = self._clock.now()
            self._ground.remember(candidate, now, now + self._keeping.pause)
            return Restored(preview, self._ground.switch(candidate, now))

    def _preview(self, file: Path, candidate: Candidate) -> Preview:
        newer = next(iter(self._ground.newer(candidate)), None)
        return Preview(file, candidate, self._ground.lost(candidate), newer)
