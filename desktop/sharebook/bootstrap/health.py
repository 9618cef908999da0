"""What the findings about a register are made from, on real disks."""

import contextlib
import shutil
from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path

from sharebook.bootstrap.access import Access
from sharebook.bootstrap.backups import DiskShelves, Source, backups_folder
from sharebook.bootstrap.people import people
from sharebook.bootstrap.places import place_at
from sharebook.bootstrap.remembered_head import (
    RememberedHead,
    remembered_compartment,
    remembered_register,
)
from sharebook.domain.backups import Proof
from sharebook.domain.clock import Clock
from sharebook.domain.errors import Refused, Trouble
from sharebook.domain.people import Person
from sharebook.domain.places import Place
from sharebook.domain.remembered import Seen
from sharebook.services.backup_ports import Backup
from sharebook.services.health.ground import BackupsKnown, Chain, KeyCopy, Room
from sharebook.store.chain_points import chain_points
from sharebook.vault.backup_shelf import Shelf
from sharebook.vault.bundle import Bundle
from sharebook.vault.key_disk import read_key_file

_SPARE = 50_000_000  # bytes; what Windows and others should have left
_COPIES = 3  # a new data file, a backup, and its copy being proved


class HealthGround:
    """`services.health.ground.Ground` for the register that `access` opens.

    Args:
        practice: tells whether it is a practice register.
        sheet: tells when the recovery sheet was last proved.
    """

    def __init__(
        self,
        access: Access,
        clock: Clock,
        practice: Callable[[], bool],
        sheet: Callable[[], date | None],
    ) -> None:
        self._access = access
        self._clock = clock
        self._practice = practice
        self._sheet = sheet
        source = Source(access.folder, access.database, access.data_key)
        register_id = access.register_id
        self._shelves = DiskShelves(source, backups_folder(register_id), register_id)

    def practice(self) -> bool:
        """Tell whether it is a practice register."""
        return self._practice()

    def place(self) -> Place:
        """Return where the register lies."""
        return place_at(self._access.folder)

    def seen(self) -> Seen:
        """Return how it stands to what this computer remembers of it."""
        return self._memory().seen()

    def has_compartment(self) -> bool:
        """Return whether the compartment's file is where the key file says; no key is needed."""
        bundle = Bundle(self._access.folder)
        name = read_key_file(bundle).sealed
        try:
            return not name or bundle.database(name).stat().st_size > 0
        except FileNotFoundError:
            return False
        except OSError:  # out of reach is not gone
            return True

    def sealed_seen(self) -> tuple[Seen, int] | None:
        """Return the same for the compartment, and how many entries its chain has."""
        memory = self._sealed_memory()
        if memory is None:
            return None
        return memory.seen(), int(memory.points([]).head.seq)

    def note_check(self, *, well: bool) -> None:
        """Remember that everything was checked; a disk that will not have it does no harm."""
        with contextlib.suppress(Refused, Trouble, OSError):
            self._memory().note()
            self._memory().note_check(well=well)

    def accept(self) -> None:
        """Remember the register as it is, from now on.

        Raises:
            Trouble: `memory_not_written`, or the register cannot be read.
        """
        sealed = self._sealed_memory()
        try:
            self._memory().accept()
            if sealed is not None:
                sealed.accept()
        except OSError as wrong:
            raise Trouble("memory_not_written", reason=wrong.strerror) from wrong

    def note(self) -> None:
        """Remember the register as it is now if it fits; never stands in anybody's way."""
        with contextlib.suppress(Refused, Trouble, OSError):
            self._memory().note()
        with contextlib.suppress(Refused, Trouble, OSError):
            if (sealed := self._sealed_memory()) is not None:
                sealed.note()

    def chain(self, places: Sequence[int]) -> Chain:
        """Return the end of its chain, and the hashes at `places`."""
        found = chain_points(self._access.database, self._access.data_key, places)
        return Chain(found.head, found.hashes, found.written)

    def backups(self) -> BackupsKnown:
        """Return what is known of its backups; none of them is proved."""
        memory = self._shelves.memory()
        place = Path(memory.second_place) if memory.second_place else None
        return BackupsKnown(
            own=self._shelves.backups(),
            second_place=place,
            failed_code=memory.failed_code,
            restored_at=_moment(memory.restored_at),
            restored_seq=memory.restored_seq,
        )

    def newest_copy(self, folder: Path) -> datetime | None:
        """Return when the newest copy in the second place was made; None where there is none."""
        copies = Shelf(folder, self._access.register_id).backups()
        return copies[0].moment if copies else None

    def proof(self, backup: Backup) -> Proof:
        """Read a whole backup and tell whether it is what was written."""
        return self._shelves.proof(backup)

    def key_copy(self) -> KeyCopy:
        """Return how the copy of the key file stands."""
        bundle = Bundle(self._access.folder)
        try:
            copy = bundle.keys_backup.read_bytes()
            return KeyCopy.SAME if copy == bundle.keys.read_bytes() else KeyCopy.STALE
        except OSError:
            return KeyCopy.MISSING

    def room(self) -> Room | None:
        """Return the room on its disk."""
        try:
            free = shutil.disk_usage(self._access.folder).free
            size = self._access.database.stat().st_size
        except OSError:
            return None
        return Room(free, size * _COPIES + _SPARE)

    def people(self) -> Sequence[Person]:
        """Return who has a passphrase."""
        return people(self._access.folder)

    def sheet_proved_on(self) -> date | None:
        """Return when the recovery sheet last opened the register."""
        return self._sheet()

    def _memory(self) -> RememberedHead:
        return remembered_register(self._access, self._clock, self._restored_at())

    def _sealed_memory(self) -> RememberedHead | None:
        sealed = self._access.sealed
        if sealed is None or not self.has_compartment():
            return None
        return remembered_compartment(self._access, sealed, self._clock, self._restored_at())

    def _restored_at(self) -> datetime | None:
        return _moment(self._shelves.memory().restored_at)


def _moment(text: str) -> datetime | None:
    try:
        found = datetime.fromisoformat(text) if text else None
    except ValueError:
        return None
    return found if found is None or found.tzinfo else None
