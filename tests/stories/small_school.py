"""A small invented school in a real encrypted register, as a practice school would be."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from sharebook.bootstrap.desk import Desk
from sharebook.bootstrap.opening import new_register
from sharebook.bootstrap.sealed_log import sealed_log
from sharebook.domain.bases import BasisChain
from sharebook.domain.cohorts import Cohort
from sharebook.domain.contacts import Contact, Restriction
from sharebook.domain.disclosures import Disclosure
from sharebook.domain.drafts import Draft
from sharebook.domain.flows import Exclusion
from sharebook.domain.names import (
    Code,
    ContactId,
    DisclosureId,
    ExclusionId,
    FlowId,
    PupilId,
    RecipientId,
    SpellId,
)
from sharebook.domain.people import Person, StaffRole
from sharebook.domain.pupils import Pupil, Spell
from sharebook.vault.strength import LEAST
from tests.builders import a_flow, a_school
from tests.conftest import StillClock
from tests.moulds import copied

PERSON, LEAD = "Pat Inkwell", "Quinn Samplewright"
JUNO, KIT = PupilId(1), PupilId(2)
PASSPHRASE = "paper lantern otter meadow kettle"  # noqa: S105 - an invented school
LONG_NAME = ("Ẹniọlá Aderónkẹ́", "Przykładowska-Featherstonehaugh")
TODAY = datetime(2026, 9, 14, 10, 40, tzinfo=UTC)
_BEGAN = date(2022, 9, 1)
_NAMES = [
    ("Juno", "Sampleton", "4", "Kingfisher"),
    ("Kit", "Sampleton", "2", "Wren"),
    ("Otis", "Pretendy", "4", "Kingfisher"),
    ("Bea", "Exampleby", "4", "Kingfisher"),
    (*LONG_NAME, "6", "Heron"),
    ("Ada", "Nobodata", "R", "Robin"),
]
_CONTACTS = [
    (1, "Dana Sampleton", "mother", True, Restriction.NONE, ""),
    (1, "Rex Sampleton", "father", True, Restriction.NO_CONTACT, "court order"),
    (1, "Gran Placeholder", "grandmother", False, Restriction.ASK_FIRST, ""),
    (3, "Vera Pretendy", "mother", True, Restriction.NONE, ""),
    (5, f"Adébáyọ̀ {LONG_NAME[1]}", "father", True, Restriction.NONE, ""),
    (6, "Sol Nobodata", "mother", True, Restriction.NONE, ""),
]
_RECIPIENTS = [
    ("Pretend Plates Catering", "caterer"),
    ("NHS school nurse", "nhs"),
    ("Made-up Progress Tracker", "tracker"),
    ("Department for Education", "government"),
    ("The local authority", "local_authority"),
    ("Example Gazette", "media"),
]
_TASK = BasisChain(Code("A6_E"))
_FLOWS = [
    (1, "so that lunch is safe", "name class allergy", "PI", "on_change", ""),
    (2, "for the height and weight checks", "name dob address", "PI", "yearly", ""),
    (3, "to follow progress", "name class attainment", "PI", "termly", ""),
    (4, "for the school census", "name address attendance_summary fsm", "LO", "termly", "A6_C"),
    (5, "for attendance returns", "name attendance_summary", "LO", "daily", "A6_C"),
]


def make_school(folder: Path, clock: StillClock | None = None) -> Desk:
    """Open the register in `folder`."""
    return copied("small", _office_s, folder, clock or StillClock(TODAY))


def make_lead_s_school(folder: Path) -> Desk:
    """Open the same register for its safeguarding lead, with two sealed entries."""
    return copied("small, sealed", _lead_s, folder, StillClock(TODAY))


def _office_s(folder: Path, clock: StillClock) -> Desk:
    return _school_of(Person(PERSON, Code(StaffRole.OFFICE)), folder, clock)


def _lead_s(folder: Path, clock: StillClock) -> Desk:
    desk = _school_of(Person(LEAD, Code(StaffRole.SAFEGUARDING_LEAD)), folder, clock)
    sealed = sealed_log(desk)
    for pupils, what in (((JUNO,), "What was said at breakfast club"), ((JUNO, KIT), "A worry")):
        draft = Draft(
            recipient=RecipientId(5),
            pupils=pupils,
            items=(Code("safeguarding_concern"),),
            description=what,
            purpose="so that the children are kept safe",
            day=TODAY.date(),
            time="09:10",
            basis=replace(_TASK, condition=Code("A9_G"), schedule1=Code("SCH1_18")),
            method=Code("phone"),
            decided_by=LEAD,
        )
        sealed.recording.save(draft, LEAD)
    return desk


def _school_of(person: Person, folder: Path, clock: StillClock) -> Desk:
    made = new_register(folder, a_school(), person, PASSPHRASE, clock=clock, strength=LEAST)
    write_pupils(made.desk)
    write_sharing(made.desk)
    return made.desk


def write_pupils(desk: Desk) -> None:
    """Write children, their classes and the adults in their lives."""
    with desk.register.writing(PERSON) as writer:
        for place, (forename, surname, year, room) in enumerate(_NAMES, 1):
            born = date(2018, 3, 13 + place)
            began = date(2026, 9, 1) if surname == "Nobodata" else _BEGAN
            writer.add(Pupil(PupilId(place), surname, forename, born))
            writer.add(Spell(SpellId(place), PupilId(place), year, room, began))
        for place, (pupil, name, part, held, restriction, note) in enumerate(_CONTACTS, 1):
            writer.add(
                Contact(
                    ContactId(place),
                    PupilId(pupil),
                    name,
                    part,
                    held,
                    restriction,
                    note,
                    rank=place,
                )
            )


def write_sharing(desk: Desk) -> None:
    """Write who is given what, one child shut out, and two acts."""
    from sharebook.domain.recipients import Recipient

    rows = desk.catalogues.items
    for name, kind in _RECIPIENTS:
        desk.arranging.add_recipient(Recipient(RecipientId(0), name, Code(kind)), PERSON)
    for whom, purpose, items, heading, cycle, basis in _FLOWS:
        flow = a_flow(
            id=FlowId(0),
            recipient=RecipientId(whom),
            purpose=purpose,
            items=tuple(Code(item) for item in items.split() if item in rows),
            heading=Code(heading),
            cycle=Code(cycle),
            basis=BasisChain(Code(basis)) if basis else _TASK,
            notice_line=purpose,
            valid_from=_BEGAN,
            covers=_not_reception(),
        )
        desk.arranging.add_flow(flow, PERSON)
    with desk.register.writing(PERSON) as writer:
        writer.add(
            Exclusion(
                ExclusionId(1),
                PupilId(4),
                RecipientId(1),
                "her parent objected",
                date(2025, 6, 2),
            )
        )
        writer.add(_act(1, 2, date(2026, 3, 3), "so that Juno could be assessed", "PI"))
        writer.add(_act(2, 6, date(2026, 6, 19), "for the sports day page", "CO"))


def _not_reception():
    from sharebook.domain.flows import CohortRule, Reach

    return CohortRule(Reach.YEARS, ("2", "4", "6"))


def _act(number: int, whom: int, day: date, purpose: str, heading: str) -> Disclosure:
    return Disclosure(
        DisclosureId(number),
        day,
        RecipientId(whom),
        Cohort.of([PupilId(1)]),
        purpose,
        description="Referral form and two reading samples",
        basis=_TASK,
        heading=Code(heading),
        method=Code("secure_email"),
        decided_by="Theo Placeholder",
    )
