"""A pretended register's surroundings, filled in by each test."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from sharebook.domain.backups import Manifest, Proof
from sharebook.domain.chain import Head
from sharebook.domain.errors import Trouble
from sharebook.domain.names import Code, Seq
from sharebook.domain.people import Person
from sharebook.domain.places import Place
from sharebook.domain.remembered import Fit, Seen
from sharebook.services.backup_ports import Backup
from sharebook.services.health.ground import BackupsKnown, Chain, KeyCopy, Room

NOW = datetime(2026, 9, 14, 10, 40, tzinfo=UTC)
HEAD = Head(Seq(40), bytes([40]) * 32)


def hash_of(seq: int) -> bytes:
    return bytes([seq]) * 32


@dataclass(frozen=True)
class ABackup:
    """A backup that stands nowhere."""

    manifest: Manifest
    file: Path = Path("a.sharebook-backup")

    @property
    def moment(self) -> datetime:
        return self.manifest.moment


def a_backup(days_ago: float = 0, seq: int = 40, head: bytes | None = None) -> ABackup:
    made = (NOW - timedelta(days=days_ago)).isoformat()
    digest = (head or hash_of(seq)).hex()
    return ABackup(Manifest("a" * 32, "Example Lane", made, "register-1.db", seq, digest, {}, {}))


@dataclass
class Pretended:
    """`services.health.ground.Ground` where all is well until a test says otherwise."""

    is_practice: bool = False
    where: Place = field(default_factory=lambda: Place(Path("/srv/office/Example.sharebook")))
    fits: Seen = field(default_factory=lambda: Seen(Fit.FITS))
    head: Head = HEAD
    written: datetime | None = NOW - timedelta(hours=3)
    own: Sequence[Backup] = field(default_factory=lambda: [a_backup()])
    second_place: Path | None = Path("/stick")
    second: datetime | None = NOW
    failed_code: str = ""
    restored_at: datetime | None = None
    proved: Proof = Proof.WHOLE
    compartment: bool = True
    copy: KeyCopy = KeyCopy.SAME
    space: Room | None = field(default_factory=lambda: Room(10**10, 10**8))
    known: Sequence[Person] = (
        Person("Pat Inkwell", Code("office")),
        Person("Theo Placeholder", Code("head")),
    )
    proved_on: date | None = date(2026, 5, 1)
    unreadable: bool = False
    sealed: tuple[Seen, int] | None = None
    checks: list[bool] = field(default_factory=list)
    accepted: int = 0

    def has_compartment(self) -> bool:
        return self.compartment

    def practice(self) -> bool:
        return self.is_practice

    def place(self) -> Place:
        return self.where

    def seen(self) -> Seen:
        return self.fits

    def sealed_seen(self) -> tuple[Seen, int] | None:
        return self.sealed

    def note_check(self, *, well: bool) -> None:
        self.checks.append(well)

    def accept(self) -> None:
        self.accepted += 1

    def chain(self, places: Sequence[int]) -> Chain:
        if self.unreadable:
            raise Trouble("register_damaged", cause="a test")
        hashes = {seq: hash_of(seq) for seq in places if 0 < seq <= self.head.seq}
        return Chain(self.head, hashes, self.written)

    def backups(self) -> BackupsKnown:
        return BackupsKnown(self.own, self.second_place, self.failed_code, self.restored_at)

    def newest_copy(self, folder: Path) -> datetime | None:
        return self.second

    def proof(self, backup: Backup) -> Proof:
        return self.proved

    def key_copy(self) -> KeyCopy:
        return self.copy

    def room(self) -> Room | None:
        return self.space

    def people(self) -> Sequence[Person]:
        return self.known

    def sheet_proved_on(self) -> date | None:
        return self.proved_on
