"""The calendar in a real register: read, looked at, kept, changed; returns and receipts."""

from datetime import date

import pytest

from sharebook.domain.disclosures import Disclosure, Receipt
from sharebook.domain.errors import Refused
from sharebook.domain.school_dates import DateKind, SchoolDate
from sharebook.words.sentences import sentence, told
from tests.calendar.conftest import CENSUS, COPY, RESULTS, TERMS
from tests.ui.peopled import PAT


def codes(desk):
    return {(due.code, due.number): due for due in desk.reviewing.due()}


def test_reading_writes_nothing_and_keeping_writes_what_was_shown(desk):
    proposal = desk.calendar.read(TERMS)
    assert desk.register.count(SchoolDate) == 0
    kept = desk.calendar.keep(proposal.lines, PAT)
    assert len(kept) == len(proposal.lines) == 7
    assert [each.record.kind for each in desk.calendar.dates()].count(DateKind.TERM) == 3
    assert desk.calendar.days().why_closed(date(2026, 10, 27)) == "Half term"


def test_the_same_text_again_changes_nothing(typed):
    proposal = typed.calendar.read(TERMS)
    assert all(line.known for line in proposal.lines)
    assert typed.calendar.keep(proposal.lines, PAT) == []


def test_a_term_typed_anew_takes_the_place_of_the_old_which_stays_on_record(typed):
    proposal = typed.calendar.read("Autumn term: 3 September 2026 – 18 December 2026")
    assert proposal.lines[0].replaces is not None
    new = typed.calendar.keep(proposal.lines, PAT)[0]
    assert len(typed.register.versions(SchoolDate, new.id)) == 2
    terms = [each.record for each in typed.calendar.dates() if each.record.kind is DateKind.TERM]
    assert len(terms) == 3
    assert terms[0].first_day == date(2026, 9, 3)


def test_taking_out_needs_a_reason_and_stays_on_record(typed):
    half = next(each.record for each in typed.calendar.dates() if each.record.kind == "break")
    with pytest.raises(Refused) as refused:
        typed.calendar.take_out(half.id, " ", PAT)
    assert told(refused.value)
    typed.calendar.take_out(half.id, "the council moved it", PAT)
    assert typed.calendar.days().is_school_day(half.first_day)
    assert typed.register.versions(SchoolDate, half.id)[-1].reason == "the council moved it"
    with pytest.raises(Refused):
        typed.calendar.take_out(half.id, "again", PAT)


def test_a_text_without_a_day_is_refused_in_plain_words(desk):
    with pytest.raises(Refused) as refused:
        desk.calendar.read("we do not know yet")
    assert "Nothing was changed" in told(refused.value)


def test_the_year_knows_its_returns_and_which_are_recorded(typed):
    found = typed.calendar.returns(date(2026, 9, 1), date(2027, 8, 31))
    census = [each for each in found if each.flow == CENSUS]
    assert [each.day for each in census] == [
        date(2026, 10, 1),
        date(2027, 1, 21),
        date(2027, 5, 20),
    ]
    assert [bool(each.done) for each in census] == [True, False, False]
    assert not any(each.assumed for each in found)
    assert [each.day for each in found if each.flow == RESULTS] == [date(2027, 7, 7)]


def test_without_terms_the_returns_say_that_their_days_are_assumed(desk):
    found = desk.calendar.returns(date(2026, 9, 1), date(2027, 8, 31))
    assert found
    assert all(each.assumed for each in found)


def test_a_return_not_recorded_is_overdue_in_school_days(typed):
    due = codes(typed)[("return_overdue", COPY)]
    assert due.day == date(2026, 10, 8)
    assert "4 school days ago" in sentence("return_overdue_more", due.facts)
    assert ("return_overdue", CENSUS) not in codes(typed)


def test_a_return_of_a_flow_that_began_later_is_not_overdue(typed):
    assert ("return_overdue", RESULTS) in codes(typed)  # it ran last July already


def test_a_return_comes_up_two_months_ahead_with_the_school_days_left(typed, clock):
    clock.moment = clock.moment.replace(month=12, day=1)
    due = codes(typed)[("return_coming", CENSUS)]
    assert due.day == date(2027, 1, 21)
    assert "27 school days left" in sentence("return_coming_more", due.facts)


def waiting(desk) -> int:
    found = [due.number for due in desk.reviewing.due() if due.code == "receipt_missing"]
    return int(found[0])


def test_a_receipt_is_asked_for_after_ten_school_days(typed):
    due = codes(typed)[("receipt_missing", waiting(typed))]
    assert (due.day, due.overdue) == (date(2026, 9, 30), True)


def test_received_is_a_version_of_the_same_entry_and_can_be_taken_back(typed):
    number = waiting(typed)
    typed.chasing.received(number, PAT, "R-17")
    assert typed.recording.entry(number).record.receipt is Receipt.RECEIVED
    assert typed.recording.entry(number).record.tracking == "R-17"
    assert not [due for due in typed.reviewing.due() if due.number == number]
    told_versions = typed.retelling.told(
        "disclosure", typed.remembering.history("disclosure", number)
    )
    assert "something came to it" in told_versions[-1].title
    typed.chasing.undo_received(number, PAT)
    assert waiting(typed) == number
    assert typed.recording.entry(number).record.tracking == ""


def test_asking_again_waits_another_ten_school_days(typed, clock):
    number = waiting(typed)
    typed.chasing.ask_again(number, PAT)
    due = codes(typed)[("receipt_asked", number)]
    assert (due.day, due.overdue) == (date(2026, 11, 4), False)  # half term lies between
    assert "14 October 2026" in sentence("receipt_asked_more", due.facts)


@pytest.mark.parametrize("verb", ["received", "ask_again"])
def test_no_receipt_is_noted_where_none_is_awaited(typed, verb):
    number = waiting(typed)
    typed.chasing.received(number, PAT)
    with pytest.raises(Refused) as refused:
        getattr(typed.chasing, verb)(number, PAT)
    assert refused.value.code == "receipt_not_awaited"
    with pytest.raises(Refused) as unknown:
        getattr(typed.chasing, verb)(999, PAT)
    assert unknown.value.code == "entry_unknown"


def test_a_struck_out_entry_waits_for_nothing(typed):
    number = waiting(typed)
    typed.striking.strike_out(number, "never sent", PAT)
    with pytest.raises(Refused) as refused:
        typed.chasing.received(number, PAT)
    assert refused.value.code == "entry_by_mistake"


def test_a_noted_receipt_leaves_one_standing_entry(typed):
    number = waiting(typed)
    typed.chasing.received(number, PAT)
    current = [each for each in typed.register.current(Disclosure) if each.record.number == number]
    assert len(current) == 1
    assert typed.chasing.undo_received(number, PAT).record.receipt is Receipt.EXPECTED
    with pytest.raises(Refused):
        typed.chasing.undo_received(number, PAT)
