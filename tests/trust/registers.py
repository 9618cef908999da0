"""A register of a few hundred entries, all invented, and what it says when it is read."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

from sharebook.bootstrap.desk import Desk
from sharebook.bootstrap.opening import new_register, open_register
from sharebook.domain.calls import Call
from sharebook.domain.cohorts import Cohort
from sharebook.domain.contacts import Contact
from sharebook.domain.disclosures import Decision, Disclosure
from sharebook.domain.names import CallId, Code, ContactId, DisclosureId, PupilId, SpellId
from sharebook.domain.people import Person
from sharebook.domain.seal import seal_of
from sharebook.services.exporting import KINDS
from sharebook.store.writing import SqlWriter
from sharebook.vault.strength import LEAST
from tests.builders import a_disclosure, a_flow, a_pupil, a_recipient, a_school, a_spell
from tests.conftest import StillClock

PAT, PASSPHRASE = "Pat Inkwell", "teapot lantern walrus gravel comet"
PUPILS = 60
RECIPIENTS = 6
START = datetime(2026, 9, 14, 10, 40, tzinfo=UTC)
_SURNAMES = ("Sampleton", "Placeholder", "Mockford", "Testwell", "Draftley", "Inkling")
_FORENAMES = ("Juno", "Zoë", "Łukasz", "Ada", "Remy", "Oona", "Bede", "Wren", "Søren", "Tal")


@dataclass(frozen=True)
class Kept:
    """A closed register and what somebody knew of it at the time.

    Attributes:
        seal: as printed on that day.
        told: everything it says, from `everything`.
        key: 32 bytes; only an insider has it.
    """

    folder: Path
    seal: str
    told: dict[str, Any]
    key: bytes

    @property
    def database(self) -> Path:
        return self.folder / "register-1.db"


def opened(folder: Path) -> Desk:
    return open_register(folder, PAT, PASSPHRASE, StillClock(START))


def make(folder: Path, role: str = "office") -> None:
    """Make the school with its pupils, their contacts, recipients and flows; Pat has `role`."""
    clock = StillClock(START)
    person = Person(PAT, Code(role))
    desk = new_register(folder, a_school(), person, PASSPHRASE, clock, LEAST).desk
    with desk.register.writing(PAT) as writer:
        for number in range(1, PUPILS + 1):
            _enrol(writer, number)
        for number in range(1, RECIPIENTS + 1):
            name = f"Pretend Provider {number}"
            writer.add(a_recipient(id=number, name=name, units=("North", "South")))
            writer.add(a_flow(id=number, recipient=number, notice_line=name))
    desk.close()


def _enrol(writer: SqlWriter, number: int) -> None:
    surname, forename = _SURNAMES[number % 6], _FORENAMES[number % 10]
    pupil, flags = PupilId(number), ("SEN support",) if number % 7 == 0 else ()
    born = date(2018, 3, 14) + timedelta(days=number)
    writer.add(a_pupil(id=pupil, surname=surname, forename=forename, upn="", born=born,
                       admission_number=f"{number:05}", flags=flags))  # fmt: skip
    writer.add(a_spell(id=SpellId(number), pupil=pupil, class_name=f"Class {number % 3}"))
    mother = Contact(ContactId(number), pupil, f"Sam {surname}", "mother", responsibility=True)
    writer.add(replace(mother, phone="01234 567"))


def work(desk: Desk, count: int, seed: int) -> None:
    """Record `count` entries, each in its own transaction: alone, in bulk, corrections, calls."""
    chance = Random(seed)  # noqa: S311 - the same work each time
    desk.register._connection.execute("PRAGMA synchronous = OFF")  # no power cut is waited for here
    for step in range(count):
        with desk.register.writing(PAT) as writer:
            _one(writer, chance, step)


def _one(writer: SqlWriter, chance: Random, step: int) -> None:
    if step % 9 == 8:
        identifier = CallId(writer.next_id(Call))
        pupil, day = PupilId(chance.randint(1, PUPILS)), date(2026, 5, 1)
        writer.add(Call(identifier, pupil, day, "10:15", None, "Sam", (Code("voice"),), "asked"))
        return
    bulk = step % 5 == 0
    start = chance.randint(1, PUPILS)
    pupils = range(start, PUPILS + 1) if bulk else [start]
    entry = a_disclosure(
        id=DisclosureId(writer.next_id(type(a_disclosure()))),
        day=date(2025, 9, 1) + timedelta(days=chance.randint(0, 300)),
        recipient=chance.randint(1, RECIPIENTS),
        cohort=Cohort.of(PupilId(each) for each in pupils),
        flow=chance.randint(1, RECIPIENTS),
        flow_version=1,
        note=f"told on the telephone, call {step}, {chance.randrange(10**9)}",
        decision=Decision.REFUSED if step % 11 == 10 else Decision.SHARED,
    )
    seq = writer.add(entry)
    if step % 13 == 12:
        writer.add(replace(entry, note="put right"), supersedes=seq, reason="wrong call")
    if step % 17 == 16:  # what search knows is told anew too
        pupil = PupilId(chance.randint(1, PUPILS))
        old = writer._connection.execute(
            "SELECT seq FROM pupil WHERE id = ? AND superseded_by IS NULL", (pupil,)
        ).fetchone()[0]
        writer.add(a_pupil(id=pupil, surname=f"Renamed{step}", upn=""), old, "new surname")


def seal_away(desk: Desk, count: int) -> None:
    """Record `count` entries that only Pat as head can read."""
    assert desk.compartment is not None
    for number in range(1, count + 1):
        with desk.compartment.register.writing(PAT) as writer:
            cohort = Cohort.of([PupilId(number)])
            writer.add(
                a_disclosure(id=DisclosureId(number), cohort=cohort, note=f"sealed {number}")
            )


def kept(folder: Path) -> Kept:
    """Return what is known of a closed register."""
    desk = opened(folder)
    try:
        seal = str(seal_of(desk.register.head()))
        return Kept(folder, seal, everything(desk), desk.access.data_key)
    finally:
        desk.close()


def everything(desk: Desk) -> dict[str, Any]:
    """Return every record, superseded ones too, every entry of the chain, and what search finds."""
    told: dict[str, Any] = {name: desk.register.history(kind) for name, kind in KINDS.items()}
    told["chain"] = list(desk.register.heads())
    for words in ("samp", "wren", "je", "class 1", "renamed", "luk"):
        told[words] = sorted(each.id for each in desk.register.find_pupils(words, 200))
    if desk.compartment is not None:
        told["sealed"] = desk.compartment.register.history(Disclosure)
        told["sealed chain"] = list(desk.compartment.register.heads())
    return told
