"""The in-tray: a request comes, waits by the school's days, and is decided by an entry."""

from dataclasses import replace
from datetime import date

import pytest

from sharebook.domain.disclosures import Asker, Decision
from sharebook.domain.errors import Refused
from sharebook.domain.names import Code, PupilId, RecipientId, RequestId
from sharebook.domain.requests import Request
from sharebook.services.asking import Asking
from tests.builders import JUNO, catalogues

PAT = "Pat Inkwell"
NURSE = RecipientId(2)
TODAY = date(2026, 9, 14)  # a Monday


@pytest.fixture
def asking(office, clock):
    return Asking(office.register, office.book, catalogues(), clock)


def a_request(**changes):
    made = Request(
        RequestId(0),
        date(2026, 9, 9),
        recipient=NURSE,
        asker=Asker("R. Invented", "team lead"),
        pupils=(JUNO, PupilId(2)),
        asked_for="Height, weight and who collects them",
        purpose="to plan a visit at home",
        power="their public task",
        wanted_by=date(2026, 9, 18),
    )
    return replace(made, **changes)


def decided(office, asking, number, **changes):
    draft = replace(asking.decide(number), items=(Code("name"),), **changes)
    return office.recording.save(draft, PAT)


def test_a_request_waits_in_school_days_and_by_its_day(office, asking):
    made = asking.receive(a_request(), PAT)

    (shown,) = asking.waiting()
    assert made.id == 1
    assert shown.school_days == 3  # Thursday, Friday, Monday
    assert shown.day == date(2026, 9, 18)
    assert not shown.late
    assert shown.request.whose(office.book.recipients()) == "NHS"


def test_somebody_who_is_no_recipient_may_ask(asking):
    made = asking.receive(
        a_request(recipient=None, asker=Asker(organisation=" Example Police ")), PAT
    )

    assert made.whose({}) == "Example Police"
    assert replace(made, asker=Asker("R. Invented")).whose({}) == "R. Invented"


@pytest.mark.parametrize(
    ("missing", "code"),
    [
        ({"recipient": None, "asker": Asker(post="nurse")}, "request_who"),
        ({"recipient": RecipientId(99)}, "recipient_unknown"),
        ({"pupils": ()}, "request_pupils"),
        ({"asked_for": " "}, "request_what"),
        ({"purpose": ""}, "request_why"),
        ({"received_on": date(2026, 9, 15)}, "request_day_to_come"),
        ({"wanted_by": date(2026, 9, 8)}, "request_wanted_before"),
    ],
)
def test_one_of_the_five_answers_missing_writes_nothing(office, asking, missing, code):
    before = office.register.head()

    with pytest.raises(Refused, match=code):
        asking.receive(a_request(**missing), PAT)
    assert office.register.head() == before


def test_the_most_pressing_stands_on_top_and_the_decided_below(office, asking):
    for day in (None, date(2026, 9, 20), date(2026, 9, 11)):
        asking.receive(a_request(wanted_by=day), PAT)
    asking.receive(a_request(), PAT)
    asking.close(4, PAT)

    tray = asking.tray()

    assert [int(each.request.id) for each in tray] == [3, 2, 1, 4]
    assert [each.late for each in tray] == [True, False, False, False]


def test_deciding_fills_the_form_and_its_entry_closes_the_request_with_it(office, asking):
    asking.receive(a_request(tracking="NHS-77"), PAT)

    draft = asking.decide(1)
    assert (draft.recipient, draft.pupils, draft.purpose) == (
        NURSE,
        (JUNO, PupilId(2)),
        "to plan a visit at home",
    )
    assert draft.description == draft.considered.asked_for == "Height, weight and who collects them"
    assert draft.considered.requested_on == date(2026, 9, 9)
    assert draft.considered.wanted_by == date(2026, 9, 18)
    assert draft.considered.power == "their public task"
    assert catalogues().triggers[draft.trigger].asked
    assert "NHS-77" in draft.note
    assert draft.request == 1

    entry = office.recording.save(draft, PAT)

    (shown,) = asking.tray()
    assert (shown.request.entry, shown.request.closed_on) == (entry.number, TODAY)
    assert not asking.waiting()
    with pytest.raises(Refused, match="request_closed"):
        asking.decide(1)


def test_an_entry_that_is_refused_leaves_the_request_waiting(office, asking):
    asking.receive(a_request(), PAT)

    with pytest.raises(Refused, match="refusal_needs_reason"):
        decided(office, asking, 1, decision=Decision.REFUSED)
    with pytest.raises(Refused, match="request_unknown"):
        office.recording.save(replace(asking.decide(1), request=RequestId(7)), PAT)

    assert len(asking.waiting()) == 1
    assert office.recording.last() is None


def test_a_decision_put_off_keeps_it_waiting_until_somebody_looks_again(office, asking, clock):
    asking.receive(a_request(wanted_by=None), PAT)
    first = decided(office, asking, 1, decision=Decision.DEFERRED)

    (shown,) = asking.waiting()
    assert shown.put_off
    assert shown.day == date(2026, 9, 15)  # the next school day, where nobody names one
    asking.look_again(1, date(2026, 9, 24), PAT)
    assert asking.waiting()[0].day == date(2026, 9, 24)
    with pytest.raises(Refused, match="request_day_passed"):
        asking.look_again(1, date(2026, 9, 13), PAT)

    second = decided(office, asking, 1)
    assert asking.request(1).record.entry == second.number != first.number
    assert not asking.waiting()


def test_a_correction_takes_the_request_along(office, asking):
    asking.receive(a_request(), PAT)
    wrong = decided(office, asking, 1)
    draft = office.recording.reopen(wrong)

    right = office.recording.correct(
        wrong.number, replace(draft, decision=Decision.REFUSED, reason="No power."), "slip", PAT
    )
    assert asking.request(1).record.entry == right.number
    assert not asking.waiting()

    put_off = replace(office.recording.reopen(right), decision=Decision.DEFERRED)
    office.recording.correct(right.number, put_off, "not decided yet", PAT)
    assert asking.waiting()[0].put_off


def test_a_correction_that_decides_nothing_asked_lets_the_request_wait_again(office, asking):
    asking.receive(a_request(), PAT)
    wrong = decided(office, asking, 1)

    free = replace(office.recording.reopen(wrong), request=None)
    office.recording.correct(wrong.number, free, "it was not about this", PAT)

    assert asking.waiting()[0].request.entry is None


def test_a_struck_out_entry_opens_its_request_again_and_put_back_closes_it(office, asking):
    asking.receive(a_request(), PAT)
    entry = decided(office, asking, 1)

    office.striking.strike_out(entry.number, "Entered twice.", PAT)
    assert asking.waiting()[0].request.entry is None

    office.striking.put_back(entry.number, "It was right.", PAT)
    assert asking.request(1).record.entry == entry.number
    assert not asking.waiting()


def test_another_entry_about_a_decided_request_changes_nothing(office, asking):
    asking.receive(a_request(), PAT)
    draft = asking.decide(1)
    first = office.recording.save(draft, PAT)
    second = office.recording.save(draft, PAT)

    assert asking.request(1).record.entry == first.number
    office.striking.strike_out(second.number, "Once was enough.", PAT)
    assert not asking.waiting()


def test_an_entry_done_once_more_decides_no_request(office, asking):
    asking.receive(a_request(), PAT)

    assert office.recording.repeat(decided(office, asking, 1)).request is None


def test_putting_right_keeps_what_was_decided_and_what_stood_before(office, asking):
    asking.receive(a_request(), PAT)
    decided(office, asking, 1)

    asking.change(1, a_request(power="a duty of theirs", entry=None), PAT, "heard wrong")

    assert asking.request(1).record.power == "a duty of theirs"
    assert asking.request(1).record.entry == 1
    told = [each.record.power for each in office.register.versions(Request, 1)]
    assert told == ["their public task", "their public task", "a duty of theirs"]


def test_taken_back_and_not_taken_back_after_all(asking):
    asking.receive(a_request(), PAT)

    closed = asking.close(1, PAT)
    assert "Taken back" in closed.outcome
    with pytest.raises(Refused, match="request_closed"):
        asking.close(1, PAT)
    assert asking.open_again(1, PAT).waits
    with pytest.raises(Refused, match="request_not_taken_back"):
        asking.open_again(1, PAT)
    with pytest.raises(Refused, match="request_unknown"):
        asking.one(2)


def test_what_waits_is_due_and_said_in_words(office, asking):
    asking.receive(a_request(wanted_by=date(2026, 9, 10)), PAT)
    asking.receive(a_request(wanted_by=None), PAT)
    asking.receive(a_request(), PAT)
    decided(office, asking, 3, decision=Decision.DEFERRED)

    found = {each.number: each for each in office.reviewing.due() if each.about == "request"}

    assert [found[n].code for n in (1, 2, 3)] == [
        "request_wanted",
        "request_waiting",
        "request_put_off",
    ]
    assert found[1].overdue
    assert found[1].facts["ago"] == "3 school days ago"


def test_a_request_is_in_no_answer(office, asking):
    before = office.answering.answer(JUNO)
    asking.receive(a_request(), PAT)

    assert office.answering.answer(JUNO) == before
