"""A real register in a folder, and a private place for its backups."""

import shutil
from pathlib import Path

import pytest

from sharebook.bootstrap.desk import Desk
from sharebook.bootstrap.opening import new_register, open_register
from sharebook.domain.names import Code, PupilId
from sharebook.domain.people import Person
from sharebook.vault.strength import LEAST
from tests.builders import a_pupil, a_school
from tests.conftest import StillClock

PAT, PASSPHRASE = "Pat Inkwell", "teapot lantern walrus gravel comet"
SENTINEL = "Sentinelworth"


def make(folder: Path, clock: StillClock) -> str:
    """Make a register with one child in it; return its recovery code."""
    person = Person(PAT, Code("office"))
    made = new_register(folder, a_school(), person, PASSPHRASE, clock, LEAST)
    record(made.desk)
    made.desk.close()
    return made.recovery_code


def opened(folder: Path, clock: StillClock) -> Desk:
    return open_register(folder, PAT, PASSPHRASE, clock)


def record(desk: Desk, count: int = 1) -> int:
    """Add `count` children, one entry each; return the place of the last."""
    for _ in range(count):
        with desk.register.writing(PAT) as writer:
            number = PupilId(writer.next_id(type(a_pupil())))
            seq = writer.add(a_pupil(id=number, surname=SENTINEL, upn=""))
    return int(seq)


def copy_of(template: Path, folder: Path) -> Path:
    return Path(shutil.copytree(template, folder / template.name))


def private_place(monkeypatch: pytest.MonkeyPatch, place: Path) -> Path:
    """Have backups go below `place`, and nowhere near this person's own."""
    monkeypatch.setattr("sharebook.bootstrap.backups.default_place", lambda: place)
    return place / "Backups"


def backup_files(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.sharebook-backup"))


def left_over(folder: Path) -> list[str]:
    """Return unfinished things anywhere below `folder`."""
    return [path.name for path in folder.rglob("*") if ".part" in path.name]


def entries(folder: Path, clock: StillClock) -> int:
    """Return how many entries the register in `folder` has."""
    desk = opened(folder, clock)
    try:
        return int(desk.register.head().seq)
    finally:
        desk.close()


def work(folder: Path, clock: StillClock, count: int) -> int:
    """Add `count` entries and close; return the last one's place."""
    desk = opened(folder, clock)
    last = record(desk, count)
    desk.close()
    return last


def everything(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
