"""The dialogs that are about one child, request, entry or row of the law, with long names."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from sharebook.domain.disclosures import Asker
from sharebook.domain.incidents import Incident
from sharebook.domain.names import Code, FlowId, IncidentId, RequestId
from sharebook.domain.pupils import Pupil, Spell
from sharebook.domain.requests import Request
from sharebook.services.gathering import About
from sharebook.ui.dialogs.base import SheetDialog
from sharebook.ui.dialogs.why import Asked, WhyDialog
from sharebook.ui.screens.base import Office
from sharebook.ui.screens.calendar.dates_dialog import DatesDialog
from sharebook.ui.screens.incident_dialog import IncidentDialog
from sharebook.ui.screens.law.change_dialog import ChangeDialog
from sharebook.ui.screens.leave_dialog import LeaveDialog as LeaveGaps
from sharebook.ui.screens.left_dialog import LeftDialog
from sharebook.ui.screens.pupils.contact_dialog import ContactDialog, EndContactDialog
from sharebook.ui.screens.pupils.home_dialogs import ApartDialog, TogetherDialog
from sharebook.ui.screens.pupils.record_dialogs import FlagsDialog, NamesDialog, ProtectDialog
from sharebook.ui.screens.pupils.roll_dialogs import LeaveDialog, PlaceDialog, TwoSchoolsDialog
from sharebook.ui.screens.record.decision_form import DecisionFormDialog, answered
from sharebook.ui.screens.record.form import Form
from sharebook.ui.screens.record.paste_dialog import PasteDialog
from sharebook.ui.screens.record.templates import TemplatesDialog
from sharebook.ui.screens.requests.again_dialog import LookAgain
from sharebook.ui.screens.requests.dialog import RequestDialog
from sharebook.ui.screens.requests.facts import read_request
from sharebook.ui.screens.requests.rows import Which
from sharebook.ui.screens.today.chase_dialog import ChaseDialog
from tests.screens.looking import cut_off_for_good, keep
from tests.screens.test_safe_dialogs import around, hanas, pressed
from tests.screens.test_screens import LOOKS
from tests.ui.peopled import JUNO, LONG, NURSE, PAT

__all__ = ["around", "hanas"]

DARK_AND_LARGE = LOOKS[-1]
Build = Callable[[QWidget, Office], SheetDialog]
OfChild = Callable[[QWidget, Office, Pupil], SheetDialog]
PASTED = """Sampleton, Juno
Otis Pretendby
Kit Sampletone
nobody at all of that name in this school"""


def _child(kind: OfChild) -> Build:
    return lambda window, office: kind(window, office, office.desk.answering.pupil(LONG))


def _place(*, back: bool) -> OfChild:
    def build(window: QWidget, office: Office, child: Pupil) -> SheetDialog:
        return PlaceDialog(window, office, child, _spell(office), back=back)

    return build


def _spell(office: Office) -> Spell:
    return office.desk.answering.spells(LONG)[-1]


def _of_contact(kind: type[ContactDialog | EndContactDialog]) -> Build:
    def build(window: QWidget, office: Office) -> SheetDialog:
        desk = office.desk
        contact = desk.answering.contacts(JUNO)[1]
        return kind(window, office, desk.answering.pupil(JUNO), contact)

    return build


def _look_again(window: QWidget, office: Office) -> SheetDialog:
    desk = office.desk
    made = desk.asking.receive(
        Request(
            RequestId(0),
            date(2026, 9, 9),
            recipient=NURSE,
            asker=Asker("R. Invented", "team lead for the whole of the county"),
            pupils=(LONG,),
            asked_for="Every height and weight since reception",
            purpose="to plan a visit",
            wanted_by=date(2026, 9, 11),
        ),
        PAT,
    )
    return LookAgain(window, office, read_request(desk, Which(int(made.id))))


def _incident(window: QWidget, office: Office) -> SheetDialog:
    desk = office.desk
    with desk.register.writing(PAT) as writer:
        number = writer.next_id(Incident)
        writer.add(
            Incident(
                IncidentId(number),
                4,
                desk.clock.today(),
                "10:20",
                Code("wrong_recipient"),
                "The list of allergies went to another school of nearly the same name.",
                owner="Theo Placeholder",
            )
        )
    return IncidentDialog(window, office, number, sealed=False)


def _change(window: QWidget, office: Office) -> SheetDialog:
    lines = office.desk.amending.lines("gateways")
    return ChangeDialog(
        window, office, max(lines, key=lambda it: len(it.here.words if it.here else ""))
    )


def _why(window: QWidget, office: Office) -> SheetDialog:
    desk = office.desk
    line = desk.amending.lines("gateways")[0]
    reason = desk.explaining.row(line.catalogue, line.code, desk.clock.today())
    assert reason is not None
    return WhyDialog(window, [Asked("Which law is it under?", (reason, reason))])


def _paste(window: QWidget, office: Office) -> SheetDialog:
    dialog = PasteDialog(office, About(office.desk.clock.today(), NURSE, FlowId(2)), window)
    dialog.take_text(PASTED)
    return dialog


def _decision(window: QWidget, office: Office) -> SheetDialog:
    form = Form(office.desk)
    form.setParent(window)
    form.hide()
    return DecisionFormDialog(window, answered(form, office.desk))


def _templates(window: QWidget, office: Office) -> SheetDialog:
    form = Form(office.desk)
    form.setParent(window)
    form.hide()
    return TemplatesDialog(window, office, form)


BUILT: dict[str, Build] = {
    "apart": _child(ApartDialog),
    "back": _child(_place(back=True)),
    "change-law": _change,
    "chase": lambda window, _office: ChaseDialog(window, "S1"),
    "contact": _of_contact(ContactDialog),
    "contact-ends": _of_contact(EndContactDialog),
    "dates": DatesDialog,
    "decision-form": _decision,
    "flags": _child(FlagsDialog),
    "incident": _incident,
    "leave-gaps": lambda window, office: LeaveGaps(window, office, office.desk.reviewing.gaps()),
    "leaves": _child(LeaveDialog),
    "left": LeftDialog,
    "look-again": _look_again,
    "moves": _child(_place(back=False)),
    "names": _child(NamesDialog),
    "paste": _paste,
    "protect": _child(ProtectDialog),
    "request": RequestDialog,
    "templates": _templates,
    "together": _child(TogetherDialog),
    "two-schools": lambda window, office: TwoSchoolsDialog(
        window, office, office.desk.answering.pupil(LONG), _spell(office)
    ),
    "why": _why,
}


@pytest.mark.parametrize("around", [DARK_AND_LARGE], ids=str, indirect=True)
@pytest.mark.parametrize("name", BUILT)
def test_a_dialog_about_one_thing_shows_its_words_and_esc_writes_nothing(around, pictures, name):
    window, office, look = around
    dialog = BUILT[name](window, office)
    head, found = office.desk.register.head(), []

    def look_at() -> None:
        found.extend(cut_off_for_good(dialog))
        keep(dialog, pictures / f"dialog-{name}-{look}.png")

    assert not pressed(dialog, Qt.Key.Key_Escape, look_at)

    assert found == []
    assert office.desk.register.head() == head
