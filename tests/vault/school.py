"""A real register of three people, made once with the cheapest passphrase and copied."""

from dataclasses import dataclass
from pathlib import Path

from sharebook.bootstrap.keys import KeyKeeping
from sharebook.bootstrap.opening import (
    access,
    access_with_recovery,
    new_register,
    open_register,
)
from sharebook.domain.names import Code, PupilId
from sharebook.domain.people import Person
from sharebook.domain.pupils import Pupil
from sharebook.vault.strength import LEAST
from tests.builders import a_pupil, a_school
from tests.conftest import StillClock

PAT, THEO, QUINN = "Pat Inkwell", "Theo Placeholder", "Quinn Samplewright"
PASSPHRASES = {
    PAT: "teapot lantern walrus gravel comet",
    THEO: "pebble mitten orchard waltz falcon",
    QUINN: "saddle ribbon harbour turnip quartz",
}
ANOTHER = "violet anchor biscuit thunder maple"
ROLES = {PAT: Code("office"), THEO: Code("head"), QUINN: Code("dpo")}
PUPILS = 5


@dataclass(frozen=True)
class Small:
    """A register's folder and the code on its sheet."""

    folder: Path
    code: str


def make(folder: Path, clock: StillClock) -> Small:
    """Make the register with Pat, Theo and Quinn in it, and five pupils."""
    pat = Person(PAT, ROLES[PAT])
    made = new_register(folder, a_school(), pat, PASSPHRASES[PAT], clock, LEAST)
    with made.desk.register.writing(PAT) as writer:
        for number in range(PUPILS):
            writer.add(a_pupil(id=PupilId(number + 1), upn=""))
    made.desk.close()
    keys = keeping_with_sheet(Small(folder, made.recovery_code), clock)
    for name in (THEO, QUINN):
        keys.add(Person(name, ROLES[name]), PASSPHRASES[name])
    return Small(folder, made.recovery_code)


def keeping(small: Small, clock: StillClock, who: str = PAT) -> KeyKeeping:
    """Return the keys as `who` finds them after unlocking."""
    return KeyKeeping(access(small.folder, who, PASSPHRASES[who], clock), clock, LEAST)


def keeping_with_sheet(small: Small, clock: StillClock) -> KeyKeeping:
    """Return the keys as the holder of the sheet finds them."""
    return KeyKeeping(access_with_recovery(small.folder, small.code, clock), clock, LEAST)


def pupils(small: Small, who: str, clock: StillClock, passphrase: str = "") -> int:
    """Return how many pupils `who` finds after unlocking."""
    passphrase = passphrase or PASSPHRASES[who]
    desk = open_register(small.folder, who, passphrase, clock)
    try:
        return desk.register.count(Pupil)
    finally:
        desk.close()


def files(small: Small) -> list[str]:
    """Return the names of the register's files."""
    return sorted(file.name for file in small.folder.iterdir() if file.name != "writer.lock")


def everybody_finds_everything(small: Small, clock: StillClock, *without: str) -> None:
    """Let everybody but `without`, and whoever has the sheet, open the register."""
    for who in set(PASSPHRASES) - set(without):
        assert pupils(small, who, clock) == PUPILS
    access_with_recovery(small.folder, small.code, clock)
