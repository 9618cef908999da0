"""Make one golden register: what a school's folder looked like under one format.

Run once for each format that is released, from the top of the repository:

    python -m tests.samples.make_register NAME

with the format as NAME, `schema-2-keys-1` for schema 2 and key file format 1. It writes
`tests/samples/registers/NAME/register/` and, beside it, `holds.json`: what the register holds, as
the program of the day told it. A sample is never made twice: it stands for what schools have on
their disks, so this refuses a name that is taken. `tests/reliability/test_golden_registers.py`
opens them all.

Everybody in it is invented, and the passphrases are as cheap as a reader accepts.
"""

import argparse
import json
import shutil
import sys
import tempfile
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from sharebook.bootstrap.desk import Desk
from sharebook.bootstrap.keys import KeyKeeping
from sharebook.bootstrap.opening import access, access_with_recovery, new_register, open_register
from sharebook.domain.agreements import Agreement
from sharebook.domain.contacts import Contact, Restriction
from sharebook.domain.disclosures import Decision
from sharebook.domain.names import AgreementId, Code, ContactId, FlowId, PupilId, SpellId
from sharebook.domain.people import Person
from sharebook.services.answering import CallNote
from sharebook.services.recording import FlowChoice
from sharebook.store.families.every import EVERY
from sharebook.vault.strength import LEAST
from tests.builders import (
    CATERER,
    JUNO,
    a_flow,
    a_pupil,
    a_recipient,
    a_school,
    a_spell,
    an_exclusion,
)
from tests.samples.further_kinds import write_further

REGISTERS = Path(__file__).with_name("registers")
PAT, PASSPHRASE = "Pat Inkwell", "teapot lantern walrus gravel comet"
THEO, ANOTHER = "Theo Placeholder", "pebble mitten orchard waltz falcon"
NAMES = ("Juno Sampleton", "Bea Exampleby", "Otis Pretendby", "Łukasz Przykładowski")
HOUR = timedelta(hours=1)
AS_AT = date(2026, 9, 18)  # the day of the answer that is written beside the sample


@dataclass
class Walking:
    """A clock that goes on by an hour each time it is asked for the moment."""

    moment: datetime = datetime(2026, 9, 14, 8, 0, tzinfo=UTC)

    def now(self) -> datetime:
        self.moment += HOUR
        return self.moment

    def today(self) -> date:
        return self.moment.date()


class TakenError(Exception):
    """A sample of that name is there, and stays as it is."""


def make(name: str, registers: Path = REGISTERS) -> Path:
    """Make the sample called `name` and return its folder.

    Raises:
        TakenError: it is there already.
    """
    place = registers / name
    if place.exists():
        raise TakenError(name)
    with tempfile.TemporaryDirectory() as made_in:
        folder = Path(made_in) / "Example Lane Primary School.sharebook"
        clock = Walking()
        code = _made(folder, clock)
        holds = _what_it_holds(folder, clock) | {"recovery_code": code}
        (folder / "writer.lock").unlink(missing_ok=True)
        shutil.copytree(folder, place / "register")
    text = json.dumps(holds, indent=2, ensure_ascii=False) + "\n"
    (place / "holds.json").write_text(text, encoding="utf-8", newline="\n")
    return place


def _made(folder: Path, clock: Walking) -> str:
    """Make the register, with two people and a key that was renewed once."""
    made = new_register(folder, a_school(), Person(PAT, Code("office")), PASSPHRASE, clock, LEAST)
    _fill(made.desk)
    _record(made.desk)
    write_further(made.desk, PAT)
    made.desk.close()
    sheet = KeyKeeping(access_with_recovery(folder, made.recovery_code, clock), clock, LEAST)
    sheet.add(Person(THEO, Code("head")), ANOTHER)
    keys = KeyKeeping(access(folder, PAT, PASSPHRASE, clock), clock, LEAST)
    keys.add(Person("Robin Standin", Code("office")), "saddle ribbon harbour turnip quartz")
    keys.remove("Robin Standin")
    _seal_one(folder, clock)
    return made.recovery_code


def _seal_one(folder: Path, clock: Walking) -> None:
    """Record one sealed entry, in the name of the head."""
    desk = open_register(folder, THEO, ANOTHER, clock)
    try:
        if desk.compartment is not None:
            recording = desk.compartment.recording
            draft = replace(
                recording.start(FlowChoice(CATERER, None, "", "")),
                pupils=(JUNO,),
                items=(Code("name"),),
                purpose="a sealed matter",
            )
            recording.save(draft, THEO)
    finally:
        desk.close()


def sealed_about_juno(desk: Desk) -> list[str]:
    """Return what the sealed entries about one child were for; none without the key to them."""
    if desk.compartment is None:
        return []
    rows = desk.compartment.about(JUNO)
    return [row.entry.record.purpose for row in rows]


def _fill(desk: Desk) -> None:
    with desk.register.writing(PAT) as writer:
        for number, name in enumerate(NAMES, 1):
            forename, surname = name.split()
            known = {"upn": "", "upn_state": "none"} if number > 1 else {}
            writer.add(a_pupil(id=PupilId(number), forename=forename, surname=surname, **known))
            room = "Kingfisher" if number < 3 else "Heron"
            writer.add(a_spell(id=SpellId(number), pupil=PupilId(number), class_name=room))
        writer.add(Contact(ContactId(1), JUNO, "Dana Sampleton", "mother", responsibility=True))
        writer.add(
            Contact(
                ContactId(2),
                JUNO,
                "Rex Sampleton",
                "father",
                True,
                Restriction.NO_CONTACT,
                "court order of 2 May 2025",
                rank=2,
            )
        )
    desk.arranging.add_recipient(a_recipient(), PAT)
    desk.arranging.add_flow(a_flow(), PAT)
    desk.arranging.change_flow(a_flow(items=(Code("name"), Code("class"))), date(2026, 9, 1), PAT)
    with desk.register.writing(PAT) as writer:
        writer.add(an_exclusion(pupil=PupilId(3), flow=FlowId(1)))
        writer.add(
            Agreement(AgreementId(1), "School lunches", (CATERER,), date(2022, 9, 1), version="2")
        )


def _record(desk: Desk) -> None:
    """Record for one child, for a class and for all, put one right and strike one out."""
    recording = desk.recording
    flow = next(each for each in recording.choices() if each.flow is not None)
    first = recording.save(replace(recording.start(flow), pupils=(JUNO,)), PAT)
    recording.save(replace(recording.start(flow), pupils=(JUNO, PupilId(2), PupilId(4))), PAT)
    other = replace(
        recording.start(FlowChoice(CATERER, None, "", "")),
        pupils=(PupilId(2),),
        items=(Code("name"), Code("dob")),
        purpose="for a birthday cake",
    )
    struck = recording.save(other, PAT)
    refused = replace(other, decision=Decision.REFUSED, reason="nobody needs to know that")
    recording.save(refused, PAT)
    wrong = recording.reopen(first)
    recording.correct(
        first.number, replace(wrong, note="by telephone"), "the way was left out", PAT
    )
    desk.striking.strike_out(struck.number, "told twice", PAT)
    answer = desk.answering.answer(JUNO)
    desk.answering.keep_call(
        answer, CallNote(caller=ContactId(1), known_by=(Code("known_voice"),)), PAT
    )


def _what_it_holds(folder: Path, clock: Walking) -> dict[str, Any]:
    head = open_register(folder, THEO, ANOTHER, clock)
    sealed = sealed_about_juno(head)
    head.close()
    desk = open_register(folder, PAT, PASSPHRASE, clock)
    try:
        register = desk.register
        return {
            "people": {PAT: PASSPHRASE, THEO: ANOTHER},
            "school": desk.school().name,
            "entries": register.head().seq,
            "seal": str(desk.checking.seal()),
            "counts": {each.entity: len(register.history(each.kind)) for each in EVERY},
            "standing": {each.entity: register.count(each.kind) for each in EVERY},
            "names": [each.record.full_name for each in register.current(type(a_pupil()))],
            "as_at": AS_AT.isoformat(),
            "sealed": sealed,
            "has_juno": [line.purpose for line in desk.answering.answer(JUNO, AS_AT).lines],
        }
    finally:
        desk.close()


def main() -> int:
    """Make the sample named on the command line."""
    parser = argparse.ArgumentParser(description="Make one golden register.")
    parser.add_argument("name", help="the format, as in schema-2-keys-1")
    name = parser.parse_args().name
    try:
        place = make(name)
    except TakenError:
        print(f"{name} is there already and stays as it is.", file=sys.stderr)  # noqa: T201 - a script
        return 1
    print(place)  # noqa: T201 - a script
    return 0


if __name__ == "__main__":
    sys.exit(main())
