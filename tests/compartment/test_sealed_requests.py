"""A safeguarding request stands in the compartment alone: it waits and is decided there."""

from dataclasses import replace
from datetime import date

import pytest

from sharebook.bootstrap.sealed_log import log_of, speaking_of
from sharebook.documents.plain import body
from sharebook.domain.disclosures import Receipt
from sharebook.domain.errors import Refused
from sharebook.domain.names import RequestId
from sharebook.domain.requests import Request
from sharebook.domain.school_dates import Chase
from sharebook.ui.screens.requests.rows import Which, read_tray
from tests.compartment.school import HUSHED, JUNO, POLICE, QUINN, a_referral


def a_request():
    return Request(
        RequestId(0),
        date(2026, 9, 9),
        recipient=POLICE,
        pupils=(JUNO,),
        asked_for=f"What {HUSHED} told the school",
        purpose="to keep a child safe",
    )


def test_the_office_sees_nothing_of_it(sealed, lead, office):
    sealed.asking.receive(a_request(), QUINN)

    assert [row.id for row in read_tray(lead).rows] == [Which(1, sealed=True)]
    assert read_tray(office).rows == ()
    assert office.asking.tray() == lead.asking.tray() == []
    assert not [due for due in office.reviewing.due() if due.about == "request"]
    assert not [due for due in lead.reviewing.due() if due.about == "request"]
    assert [due.code for due in sealed.due()] == ["request_waiting"]
    with pytest.raises(Refused, match="no_compartment"):
        log_of(office, sealed=True)


def test_it_is_decided_in_the_sealed_log_under_its_own_number(sealed, lead):
    lead.asking.receive(replace(a_request(), asked_for="Her name"), QUINN)
    sealed.asking.receive(a_request(), QUINN)

    entry = sealed.recording.save(sealed.asking.decide(1), QUINN)

    assert sealed.asking.request(1).record.entry == entry.number == 1
    assert lead.asking.request(1).record.waits  # the open request of the same number
    sealed.striking.strike_out(1, "Decided by nobody yet.", QUINN)
    assert sealed.asking.waiting()


def test_an_entry_moved_to_the_other_log_takes_no_request_along(sealed, lead):
    lead.asking.receive(a_request(), QUINN)
    entry = lead.recording.save(lead.asking.decide(1), QUINN)

    moved = sealed.sealing.move_in(entry.number, "It is about safeguarding.", QUINN)

    assert sealed.recording.entry(moved.sealed_number).record.request is None
    assert not lead.asking.waiting()  # it was decided all the same


def test_a_refusal_names_it_as_a_person_does(sealed, lead):
    with pytest.raises(Refused) as refused, speaking_of(sealed=True):
        sealed.asking.one(7)
    assert refused.value.facts["number"] == "S7"


def test_the_receipt_of_a_sealed_entry_is_asked_for_in_the_compartment(sealed, lead):
    draft = a_referral(lead, receipt=Receipt.EXPECTED, day=date(2026, 8, 20))
    entry = sealed.recording.save(draft, QUINN)

    said = body(sealed.chase_letter(entry.number, QUINN))
    sealed.chasing.ask_again(entry.number, QUINN)

    assert "Entry S1" in said
    assert "Juno" not in said
    assert HUSHED not in said
    assert lead.register.count(Chase) == 0
    assert sealed.chasing.waits(entry.number)[1] == (date(2026, 9, 14),)
    assert sealed.chasing.every(lead.calendar.days())[0].entry.number == entry.number
    sealed.chasing.received(entry.number, QUINN)
    assert not sealed.chasing.every(lead.calendar.days())
