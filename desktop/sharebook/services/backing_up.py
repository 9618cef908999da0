"""Make backups, know which there are, and let old ones go."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sharebook.domain.backups import Keeping, Proof, Rule, to_drop
from sharebook.domain.chain import Head
from sharebook.domain.clock import Clock
from sharebook.domain.errors import Refused, SharebookError, Trouble
from sharebook.services.backup_ports import Backup, Memory, Shelves
from sharebook.services.ports import Progress

STOPPED = "backup_stopped"


@dataclass(frozen=True, slots=True)
class Copied:
    """What became of the copy in the second place.

    Attributes:
        folder: where it was to go.
        file: where it stands, or None.
        problem: why not.
    """

    folder: Path
    file: Path | None = None
    problem: SharebookError | None = None


@dataclass(frozen=True, slots=True)
class Made:
    """A new backup.

    Attributes:
        copies: in the second place and wherever else it was asked for.
        thinned: older ones that no rule wanted any more.
    """

    backup: Backup
    copies: tuple[Copied, ...]
    thinned: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class Listed:
    """One file of this computer's folder of backups.

    Attributes:
        backup: what can be read of it, or None where it is none.
    """

    file: Path
    proof: Proof
    backup: Backup | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """How a register stands with its backups.

    Attributes:
        folder: where this computer keeps them.
        backups: those in it, newest first; nothing about them is proved.
        second: the second place, or None.
        second_is_there: whether it can be reached now.
        second_newest: the newest backup in it.
        failed_code: why the last automatic backup was not made, or "".
        paused_until: nothing is let go before; None for no pause.
    """

    folder: Path
    backups: tuple[Backup, ...]
    second: Path | None
    second_is_there: bool
    second_newest: Backup | None
    failed_code: str
    paused_until: datetime | None


class Backups:
    """Backs one register up.

    Every backup is made in this computer's own folder first and copied from there, so that a stick
    pulled out too early costs the copy and never the backup.
    """

    def __init__(self, shelves: Shelves, keeping: Keeping, clock: Clock) -> None:
        self._shelves = shelves
        self._keeping = keeping
        self._clock = clock

    def make(self, progress: Progress, also: Path | None = None) -> Made:
        """Make a backup, copy it to the second place and to the folder `also`, thin the old ones.

        Raises:
            Refused: another backup is under way; the keys were changed meanwhile.
            Trouble: no room, or the disk refused; nothing half-made is left. The second place
                raises nothing: what became of it is told in `Made.copies`.
            Cancelled: the person pressed Stop; nothing half-made is left.
        """
        with self._shelves.alone():
            made = self._shelves.make(self._clock.now(), progress)
            copies = tuple(self._copied(folder, made) for folder in self._places(also))
            thinned = self._thin(self._shelves.backups())
            for copy in copies:
                if copy.file:
                    thinned += self._thin(self._shelves.second_backups(copy.folder))
            self._shelves.remember_failure("", self._clock.now())
        return Made(made, copies, tuple(thinned))

    def backups(self) -> Sequence[Backup]:
        """Return this computer's backups, newest first."""
        return self._shelves.backups()

    def standing(self) -> Standing:
        """Return how things stand; a drive that does not answer may take its time."""
        memory = self._shelves.memory()
        second = Path(memory.second_place) if memory.second_place else None
        there = second is not None and second.is_dir()
        copies = self._shelves.second_backups(second) if second is not None and there else ()
        until = memory.thinning_paused_until
        paused = datetime.fromisoformat(until) if until else None
        return Standing(
            self._shelves.folder,
            tuple(self._shelves.backups()),
            second,
            there,
            next(iter(copies), None),
            memory.failed_code,
            paused if paused and paused > self._clock.now() else None,
        )

    def proved(self, progress: Progress) -> list[Listed]:
        """Read every backup of this computer from end to end; newest first, unreadable files last.

        Raises:
            Cancelled: the person pressed Stop.
        """
        found = self._shelves.backups()
        listed = []
        for done, backup in enumerate(found):
            progress.report(done, len(found), "Reading backups")
            listed.append(Listed(backup.file, self._proof(backup), backup))
        progress.report(len(found), len(found), "Reading backups")
        return listed + [Listed(file, Proof.DAMAGED) for file in self._shelves.unreadable()]

    def proved_one(self, backup: Backup) -> Listed:
        """Read one backup from end to end."""
        return Listed(backup.file, self._proof(backup), backup)

    @property
    def rules(self) -> tuple[Rule, ...]:
        """How long backups are kept."""
        return self._keeping.rules

    def memory(self) -> Memory:
        """Return the second place, and until when nothing is thinned."""
        return self._shelves.memory()

    def is_due(self, opened_at: Head, now: Head) -> bool:
        """Tell whether closing should make a backup: something is in no backup of this computer.

        A computer that never made one, and where nothing was written, is left alone, unless one
        was begun.
        """
        newest = next(iter(self._shelves.backups()), None)
        if newest is None:
            return now != opened_at or bool(self._shelves.memory().failed_code)
        return (newest.manifest.seq, newest.manifest.head) != (now.seq, now.hash.hex())

    def note_begun(self) -> None:
        """Remember that an automatic backup is owed, should it be stopped or the power go."""
        self._shelves.remember_failure(STOPPED, self._clock.now())

    def make_on_leaving(self, progress: Progress) -> Made | None:
        """Make a backup without standing in anybody's way; a failure is remembered for later.

        Raises:
            Cancelled: the person pressed Stop; that is remembered too.
        """
        self.note_begun()
        try:
            return self.make(progress)
        except (Refused, Trouble) as problem:
            self._shelves.remember_failure(problem.code, self._clock.now())
            return None

    def remember_place(self, folder: Path | None) -> None:
        """Copy every backup to `folder` from now on; None ends it.

        Raises:
            Refused: there is no such folder (`backup_place_missing`), or it lies inside the
                register (`backup_place_in_register`).
            Trouble: it could not be remembered.
        """
        self._shelves.remember_place(folder)

    def _proof(self, backup: Backup) -> Proof:
        try:
            return self._shelves.proof(backup)
        except Trouble:  # it cannot be read, so nothing about it is proved
            return Proof.DAMAGED

    def _places(self, also: Path | None) -> list[Path]:
        second = self._shelves.memory().second_place
        places = ([Path(second)] if second else []) + ([also] if also else [])
        return list(dict.fromkeys(places))

    def _copied(self, folder: Path, made: Backup) -> Copied:
        try:
            return Copied(folder, self._shelves.copy_to(folder, made))
        except (Refused, Trouble) as problem:
            return Copied(folder, problem=problem)

    def _thin(self, backups: Sequence[Backup]) -> list[Path]:
        until = self._shelves.memory().thinning_paused_until
        if until and self._clock.now() < datetime.fromisoformat(until):
            return []
        dropped = to_drop(backups, self._keeping.rules)
        for backup in dropped:
            self._shelves.drop(backup)
        return [backup.file for backup in dropped]
