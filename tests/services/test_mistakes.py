"""Recorded by mistake: gone for families and from figures, struck through for the office."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from sharebook.catalogues.loading import load
from sharebook.domain.disclosures import Decision, Disclosure, Receipt
from sharebook.domain.errors import Refused
from sharebook.domain.names import NO_CODE, Code, PupilId
from sharebook.services.exporting import Exporting
from sharebook.services.publishing.log_content import LogWish, log_content
from sharebook.services.publishing.report_content import report_content
from sharebook.services.publishing.sources import Sources
from sharebook.services.recording import FlowChoice
from tests.services.conftest import NURSE, PAT

JUNO, BEA = PupilId(1), PupilId(2)
LEE = "Lee Ladle"
HOUR = timedelta(hours=1)


@pytest.fixture
def coat(office):
    """Say that a coat was asked for, for Juno and Bea."""

    def record(**changes):
        draft = replace(
            office.recording.start(FlowChoice(NURSE, None, "NHS", "")),
            day=date(2026, 9, 10),
            pupils=(JUNO, BEA),
            items=(Code("name"),),
            purpose="for a coat",
            **changes,
        )
        return office.recording.save(draft, PAT).number

    return record


@pytest.fixture
def sources(office, clock):
    return Sources(office.register, office.book, office.answering, office.reviewing, load(), clock)


def told(office, pupil=JUNO, known=None):
    lines = office.answering.answer(pupil, known=known).lines
    return [line.times for line in lines if line.purpose == "for a coat"]


def refused(verb, *words):
    with pytest.raises(Refused) as caught:
        verb(*words)
    return caught.value.code


def test_a_mistake_leaves_every_childs_answer(office, coat):
    coat(), coat()

    office.striking.strike_out(2, "Entered twice.", LEE)

    assert told(office) == told(office, BEA) == [1]
    assert [event.number for event in office.answering.events(JUNO)] == [1]


def test_a_mistake_is_not_in_the_familys_printed_log(office, coat, sources):
    coat()
    with_it = log_content(sources, LogWish(JUNO))
    office.striking.strike_out(1, "Nothing was sent.", PAT)
    without = log_content(sources, LogWish(JUNO))

    assert [each.organisation for each in with_it.occasions] == ["NHS"]
    assert without.occasions == ()
    assert "mistake" not in repr(without).casefold()


def test_the_office_still_sees_it_with_who_when_and_why(office, coat, clock):
    coat()
    clock.moment += HOUR
    office.striking.strike_out(1, " Nothing was sent. ", LEE)

    (row,) = office.browsing.log(date.min, date.max)
    assert row.mistake
    assert (row.entry.reason, row.entry.by, row.entry.at) == (
        "Nothing was sent.",
        LEE,
        clock.moment,
    )
    assert (row.written.by, row.put_right_by, row.gaps) == (PAT, 0, ())
    assert [each.entry for each in office.browsing.timeline(JUNO)] == [row.entry]


def test_what_was_answered_before_the_mistake_was_found_can_still_be_told(office, coat, clock):
    coat()
    before = clock.moment
    clock.moment += HOUR
    office.striking.strike_out(1, "Nothing was sent.", PAT)

    assert told(office, known=before) == [1]
    assert told(office) == []


def test_a_mistake_has_no_gaps_is_not_due_and_is_in_no_figure(office, coat, sources):
    before = report_content(sources, 2026)
    gaps, due = office.reviewing.gaps(), office.reviewing.due()
    coat(method=NO_CODE, decided_by="", receipt=Receipt.EXPECTED)
    assert office.reviewing.gaps() != gaps
    assert office.reviewing.due() != due

    office.striking.strike_out(1, "Nothing was sent.", PAT)

    assert office.reviewing.gaps() == gaps
    assert office.reviewing.due() == due
    assert office.reviewing.entries_this_year() == []
    after = report_content(sources, 2026)
    assert replace(after, frame=before.frame) == before
    assert office.register.last_sent(NURSE) is None


def test_same_as_last_time_passes_over_mistakes(office, coat):
    coat(), coat(note="the right one")
    for number in range(3, 14):
        coat()
        office.striking.strike_out(number, "Entered twice.", PAT)

    assert office.recording.last().number == 2


def test_a_mistake_is_taken_back_and_everything_is_as_before(office, coat, clock):
    coat(decision=Decision.PART, reason="Not the address.")
    first = office.recording.entry(1).record
    office.striking.strike_out(1, "Nothing was sent.", PAT)
    clock.moment += HOUR

    office.striking.put_back(1, "It was sent, by Lee.", LEE)

    assert office.recording.entry(1).record == first
    assert told(office) == [1]
    (row,) = office.browsing.log(date.min, date.max)
    assert not row.mistake
    assert (row.written.by, row.put_right_by, row.puts_right) == (PAT, 0, 0)


def test_nothing_is_lost_and_the_chain_holds(office, coat, quiet):
    coat()
    office.striking.strike_out(1, "Nothing was sent.", PAT)
    office.striking.put_back(1, "It was.", PAT)
    office.striking.strike_out(1, "It was not.", PAT)

    reasons = [each.reason for each in office.register.versions(Disclosure, 1)]
    assert reasons == ["", "Nothing was sent.", "It was.", "It was not."]
    assert list(office.register.verify(quiet)) == []


def test_the_next_entry_has_the_next_number(office, coat):
    coat()
    office.striking.strike_out(1, "Nothing was sent.", PAT)

    assert coat() == 2


def test_what_was_put_back_can_be_put_right(office, coat):
    coat()
    office.striking.strike_out(1, "Nothing was sent.", PAT)
    office.striking.put_back(1, "It was.", PAT)
    draft = office.recording.reopen(office.recording.entry(1).record)
    office.recording.correct(1, replace(draft, pupils=(JUNO,)), "Bea was away.", PAT)

    right, wrong = sorted(office.browsing.log(date.min, date.max), key=lambda it: it.puts_right)[
        ::-1
    ]
    assert (right.puts_right, wrong.put_right_by) == (1, 2)
    assert told(office, BEA) == []


def test_striking_out_a_correction_leaves_neither_entry(office, coat, sources):
    coat()
    draft = office.recording.reopen(office.recording.entry(1).record)
    office.recording.correct(1, replace(draft, pupils=(JUNO,)), "Bea was away.", PAT)
    assert ("1", "entries corrected, reasons kept") in report_content(sources, 2026).figures

    office.striking.strike_out(2, "No coat was given at all.", PAT)

    assert told(office) == told(office, BEA) == []
    assert ("0", "entries corrected, reasons kept") in report_content(sources, 2026).figures
    rows = {row.entry.record.number: row for row in office.browsing.log(date.min, date.max)}
    assert (rows[1].put_right_by, rows[2].puts_right, rows[2].mistake) == (2, 1, True)


def test_the_offices_table_has_one_row_for_each_number(office, coat):
    coat()
    office.striking.strike_out(1, "Nothing was sent.", PAT)
    exporting = Exporting(office.register, office.book, office.choosing, load())

    table = exporting.table("log", "csv", date(2026, 9, 14)).decode("utf-8-sig").splitlines()

    assert len(table) == 2
    assert "recorded by mistake" in table[1]


def test_what_cannot_be_is_told_and_nothing_is_written(office, coat):
    coat(), coat()
    draft = office.recording.reopen(office.recording.entry(1).record)
    office.recording.correct(1, draft, "it was wrong", PAT)
    office.striking.strike_out(2, "Nothing was sent.", PAT)
    struck = office.recording.entry(2).record
    head = office.register.head()
    strike_out, put_back = office.striking.strike_out, office.striking.put_back

    assert refused(strike_out, 9, "why", PAT) == "entry_unknown"
    assert refused(strike_out, 1, "why", PAT) == "entry_put_right_already"
    assert refused(strike_out, 2, "why", PAT) == "entry_by_mistake"
    assert refused(strike_out, 3, "  ", PAT) == "mistake_needs_reason"
    assert refused(put_back, 9, "why", PAT) == "entry_unknown"
    assert refused(put_back, 3, "why", PAT) == "entry_no_mistake"
    assert refused(put_back, 2, "  ", PAT) == "no_mistake_needs_reason"
    assert refused(office.recording.correct, 2, draft, "why", PAT) == "entry_by_mistake"
    assert refused(office.recording.reopen, struck) == "entry_by_mistake"
    assert office.register.head() == head
