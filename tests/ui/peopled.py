"""A real register with a little of everything in it, and an office that remembers where it went."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from sharebook.bootstrap.desk import Desk
from sharebook.bootstrap.opening import new_register
from sharebook.domain.agreements import Agreement, Approval
from sharebook.domain.bases import BasisChain
from sharebook.domain.calls import Call
from sharebook.domain.cohorts import Cohort
from sharebook.domain.contacts import Contact, Restriction
from sharebook.domain.disclosures import Decision
from sharebook.domain.names import (
    NO_CODE,
    AgreementId,
    CallId,
    Code,
    ContactId,
    DisclosureId,
    FlowId,
    PupilId,
    RecipientId,
    SpellId,
)
from sharebook.domain.people import Person
from sharebook.domain.pupils import Spell
from sharebook.domain.recipients import FormerName
from sharebook.ui.background import Background
from sharebook.ui.changed import Changed
from sharebook.ui.screens.base import Office
from sharebook.ui.telling import Telling
from sharebook.ui.widgets.toast import Toast
from sharebook.vault.strength import LEAST
from tests.builders import a_disclosure, a_flow, a_pupil, a_recipient, a_school
from tests.conftest import StillClock
from tests.moulds import copied

PAT = "Pat Inkwell"
JUNO, KIT, OTIS, LONG = PupilId(1), PupilId(2), PupilId(3), PupilId(4)
NURSE = RecipientId(2)
LONG_NAME = ("Przykładowska-Featherstonehaugh", "Ẹniọlá Aderónkẹ́")


def open_empty(folder: Path, clock: StillClock) -> Desk:
    """Open a register with a school and nothing else."""
    return copied("empty", _empty, folder / "a.sharebook", clock)


def peopled(folder: Path, clock: StillClock) -> Desk:
    """Open a register with four children, two recipients and four entries, one put right."""
    return copied("peopled", _peopled, folder / "a.sharebook", clock)


def _empty(folder: Path, clock: StillClock) -> Desk:
    person = Person(PAT, Code("office"))
    phrase = "paper lantern otter meadow kettle"
    return new_register(folder, a_school(), person, phrase, clock, LEAST).desk


def _peopled(folder: Path, clock: StillClock) -> Desk:
    desk = _empty(folder, clock)
    fill(desk)
    return desk


def fill(desk: Desk) -> None:
    """Write children, recipients, calls and entries."""
    with desk.register.writing(PAT) as writer:
        for record in (*_children(), *_recipients(), *_calls()):
            writer.add(record)
        first = writer.add(a_disclosure(recipient=NURSE, unit="school nurse"))
        writer.add(
            a_disclosure(
                id=DisclosureId(2),
                recipient=NURSE,
                unit="school nurse",
                day=date(2026, 9, 7),
                time="09:12",
                items=(Code("name"), Code("class")),
            ),
            supersedes=first,
            reason="The class was left out.",
        )
        writer.add(
            a_disclosure(
                id=DisclosureId(3),
                day=date(2026, 9, 10),
                decision=Decision.REFUSED,
                reason="No reason in law to give them.",
                basis=BasisChain(),
            )
        )
        writer.add(
            a_disclosure(
                id=DisclosureId(4),
                day=date(2026, 9, 11),
                time="15:20",
                cohort=Cohort.of([JUNO, KIT]),
                decided_by="",
                method=NO_CODE,
            )
        )


def _children() -> list[object]:
    juno = a_pupil()
    surname, forename = LONG_NAME
    others: dict[str, Any] = {"upn": "", "upn_state": "none"}
    return [
        juno,
        replace(juno, id=KIT, forename="Kit", born=date(2020, 5, 2), **others),
        replace(juno, id=OTIS, forename="Otis", surname="Pretendby", **others),
        replace(juno, id=LONG, forename=forename, surname=surname, protected=True, **others),
        Spell(SpellId(1), JUNO, "3", "Swift", date(2025, 9, 1), date(2026, 8, 31)),
        Spell(SpellId(2), JUNO, "4", "Kingfisher", date(2026, 9, 1)),
        Spell(SpellId(3), KIT, "2", "Robin", date(2024, 9, 1)),
        Spell(SpellId(4), OTIS, "6", "Heron", date(2022, 9, 1), date(2026, 7, 21), "Sample Hill"),
        Spell(SpellId(5), LONG, "R", "Wren", date(2026, 9, 1)),
        Contact(ContactId(1), JUNO, "Dana Sampleton", "Mother", responsibility=True),
        Contact(
            ContactId(2),
            JUNO,
            "Rex Sampleton",
            "Father",
            responsibility=True,
            restriction=Restriction.NO_CONTACT,
            restriction_note="Order of 3 May 2025.",
            rank=2,
        ),
    ]


def _recipients() -> list[object]:
    nurse = a_recipient(
        id=NURSE,
        name="NHS",
        kind=Code("health"),
        role=Code("controller"),
        units=("school nurse",),
        person="R. Invented, team lead",
        secure_address="nurses@nhs.example",
        dpo="dpo@nhs.example",
        keeps_for="Until age 25, then destroyed",
        former_names=(FormerName("School Health Service", date(2021, 8, 31)),),
    )
    height = a_flow(
        id=FlowId(2),
        recipient=NURSE,
        unit="school nurse",
        purpose="to plan the yearly visit",
        items=(Code("name"), Code("class")),
        cycle=Code("yearly"),
        method=Code("secure_email"),
    )
    agreed = Agreement(
        AgreementId(1),
        "School nursing, 2025",
        (NURSE,),
        date(2025, 9, 1),
        date(2027, 8, 31),
        review_due=date(2026, 1, 31),
        approvals=(Approval("Example Lane", "Head", "Theo Placeholder", date(2025, 8, 30)),),
    )
    old = Agreement(
        AgreementId(2), "School nursing, 2021", (NURSE,), date(2021, 9, 1), date(2025, 8, 31)
    )
    return [a_recipient(), nurse, a_flow(), height, agreed, old]


def _calls() -> list[object]:
    call = Call(
        CallId(1),
        JUNO,
        date(2026, 2, 2),
        "09:20",
        ContactId(1),
        "Dana Sampleton",
        (Code("rang_back"),),
        organisations=2,
    )
    return [call]


@dataclass
class Went:
    """Remembers which screens were asked for."""

    been: list[tuple[str, dict[str, Any]]] = field(default_factory=list)

    def __call__(self, name: str, /, **wanted: Any) -> None:
        self.been.append((name, wanted))


def an_office(desk: Desk, background: Background, answers: Any, window: QWidget) -> Office:
    """Return an office at `desk`; `office.go` is a `Went`."""
    changed = Changed(window)
    return Office(desk, background, answers, Telling(answers), changed, Toast(window), Went())


Opened = Callable[[Desk], Office]
