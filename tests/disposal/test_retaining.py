"""When the time to keep something ends, and what stops it from going."""

from dataclasses import replace
from datetime import UTC, date, datetime
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sharebook.domain.disposal import Disposed
from sharebook.domain.errors import Refused
from sharebook.domain.holds import HoldReason
from sharebook.domain.names import Code
from sharebook.domain.retention import years_after
from sharebook.services.book import Book
from sharebook.services.disposing import Disposing, Word
from sharebook.services.retaining import Retaining
from tests.builders import CATERER, a_pupil, a_spell, catalogues
from tests.disposal.school import BEA, JUNO, PAT, about_juno

BORN = date(2018, 3, 14)  # of everybody in the school of these tests
OFFICE = Word("the rule has ended", "Theo Placeholder, head", PAT, Code("office"))


@pytest.fixture
def office(book):
    retaining = Retaining(book.register, Book(book.register), catalogues(), book.clock)
    disposing = Disposing(book.register, retaining, book.clock)
    return SimpleNamespace(
        retaining=retaining, disposing=disposing, clock=book.clock, register=book.register
    )


def on(office, day):
    office.clock.moment = datetime(day.year, day.month, day.day, 10, tzinfo=UTC)


def due(office):
    return {(each.what, each.number): each for each in office.retaining.due()}


def test_nobody_is_due_before_the_time_and_leavers_are_on_the_day(office):
    on(office, date(2043, 3, 13))
    assert due(office) == {}

    on(office, date(2043, 3, 14))
    assert set(due(office)) == {(Disposed.PUPIL, number) for number in range(1, 11)}
    found = due(office)[Disposed.PUPIL, JUNO]
    assert found.ended.rule.row.code == "PUPIL"
    assert found.ended.on == date(2043, 3, 14)
    assert not found.held


def test_a_child_on_roll_is_never_due(office):
    on(office, date(2099, 1, 1))

    assert (Disposed.PUPIL, 20) not in due(office)
    with pytest.raises(Refused, match="disposal_on_roll"):
        office.retaining.due_one(Disposed.PUPIL, 20)


def test_the_longest_rule_counts(office):
    with office.register.writing(PAT) as writer:
        writer.add(about_juno(7, items=(Code("ehcp"),)))
        flagged = office.register.versions(type(a_pupil()), BEA)[0]
        writer.add(replace(flagged.record, flags=("SEN support",)), flagged.seq)

    on(office, date(2048, 1, 1))
    assert (Disposed.PUPIL, JUNO) not in due(office)
    assert (Disposed.PUPIL, BEA) not in due(office)
    assert (Disposed.PUPIL, 3) in due(office)

    on(office, date(2049, 3, 14))
    assert due(office)[Disposed.PUPIL, JUNO].ended.rule.row.code == "PUPIL_SEN"
    assert due(office)[Disposed.PUPIL, BEA].ended.rule.row.code == "PUPIL_SEN"


def test_the_school_may_keep_longer_or_shorter_and_says_who_decided(office):
    office.retaining.choose(Code("PUPIL"), 6, "schedule of 2027", PAT)
    office.retaining.choose(Code("PUPIL_CARE"), 6, "schedule of 2027", PAT)
    on(office, date(2031, 9, 1))

    found = due(office)[Disposed.PUPIL, JUNO]
    assert (found.ended.rule.years, found.ended.rule.authority) == (6, "schedule of 2027")

    office.retaining.choose(Code("PUPIL"), 30, "the governors", PAT)
    assert due(office) == {}


def test_a_row_nobody_is_sure_of_is_off_until_the_school_switches_it_on(office):
    on(office, date(2035, 1, 1))
    assert due(office) == {}

    office.retaining.choose(Code("ENTRY"), 6, "the governors", PAT)
    office.retaining.choose(Code("CALL"), 3, "the governors", PAT)

    assert set(due(office)) == {
        (Disposed.ENTRY, 2),  # which puts 1 right
        (Disposed.ENTRY, 5),
        (Disposed.CALL, 1),
    }
    office.retaining.choose(Code("ENTRY"), 6, "the governors", PAT, in_use=False)
    assert set(due(office)) == {(Disposed.CALL, 1)}


@pytest.mark.parametrize(
    ("rule", "years", "authority", "code"),
    [
        ("NONE", 6, "the head", "keeping_unknown"),
        ("PUPIL", 0, "the head", "keeping_years_wrong"),
        ("PUPIL", 121, "the head", "keeping_years_wrong"),
        ("PUPIL", 6, " ", "keeping_needs_authority"),
    ],
)
def test_a_schedule_that_makes_no_sense_is_refused(office, rule, years, authority, code):
    with pytest.raises(Refused, match=code):
        office.retaining.choose(Code(rule), years, authority, PAT)


class TestHolds:
    def test_a_hold_on_everything_stops_everything(self, office):
        office.retaining.hold(HoldReason.INQUIRY, "the inquiry of 2040", PAT)
        on(office, date(2043, 4, 1))

        assert all(each.held for each in due(office).values())
        with pytest.raises(Refused, match="disposal_held"):
            office.disposing.dispose(Disposed.PUPIL, JUNO, OFFICE)
        assert office.register.find_pupils("Quillfeather")

    def test_a_hold_on_one_child_leaves_the_others(self, office):
        office.retaining.hold(HoldReason.OPEN_REQUEST, "request of May", PAT, pupil=JUNO)
        on(office, date(2043, 4, 1))

        assert {each.number for each in due(office).values() if each.held} == {JUNO}

    def test_a_hold_on_a_recipient_covers_whoever_was_told_of(self, office):
        office.retaining.hold(HoldReason.LITIGATION, "a case", PAT, recipient=CATERER)
        on(office, date(2043, 4, 1))

        assert due(office)[Disposed.PUPIL, JUNO].held

    def test_lifting_supersedes_and_both_stay_on_record(self, office):
        hold = office.retaining.hold(HoldReason.POLICE, "asked on 3 May", PAT, pupil=JUNO)
        on(office, date(2043, 4, 1))
        office.retaining.lift(hold.id, "the police are done", PAT)

        assert office.retaining.holds() == []
        assert not due(office)[Disposed.PUPIL, JUNO].held
        (kept,) = office.retaining.holds(lifted=True)
        assert (kept.record.lifted_on, kept.reason) == (date(2043, 4, 1), "the police are done")

    def test_a_hold_says_what_for_and_is_lifted_once_and_for_a_reason(self, office):
        with pytest.raises(Refused, match="hold_needs_note"):
            office.retaining.hold(HoldReason.OTHER, " ", PAT)
        with pytest.raises(Refused, match="hold_unknown"):
            office.retaining.lift(9, "over", PAT)
        hold = office.retaining.hold(HoldReason.OTHER, "wait", PAT)
        with pytest.raises(Refused, match="hold_needs_because"):
            office.retaining.lift(hold.id, "", PAT)
        office.retaining.lift(hold.id, "over", PAT)
        with pytest.raises(Refused, match="hold_lifted_already"):
            office.retaining.lift(hold.id, "over", PAT)


class TestOnWhoseWord:
    @pytest.fixture(autouse=True)
    def later(self, office):
        on(office, date(2043, 4, 1))

    @pytest.mark.parametrize(
        ("changes", "code"),
        [
            ({"because": " "}, "disposal_needs_reason"),
            ({"approved_by": ""}, "disposal_needs_approval"),
            ({"role": Code("dpo")}, "disposal_only_reads"),
            ({"because": "Juno Quillfeather is 25"}, "disposal_names_child"),
        ],
    )
    def test_without_it_nothing_goes(self, office, changes, code):
        before = office.register.head()
        known_as = office.register.versions(type(a_pupil()), JUNO)[-1]
        with office.register.writing(PAT) as writer:
            writer.add(replace(known_as.record, known_as=""), known_as.seq)
        before = office.register.head()

        with pytest.raises(Refused, match=code):
            office.disposing.dispose(Disposed.PUPIL, JUNO, replace(OFFICE, **changes))

        assert office.register.head() == before

    def test_the_head_approves_by_doing_it(self, office):
        head = Word("the rule has ended", "", "Theo Placeholder", Code("head"))

        made = office.disposing.dispose(Disposed.PUPIL, JUNO, head)

        assert made.approved_by == "Theo Placeholder, Headteacher"
        assert [each.record for each in office.disposing.disposals()] == [made]

    def test_what_is_not_due_is_refused_with_the_day(self, office):
        on(office, date(2040, 1, 1))
        with pytest.raises(Refused, match="disposal_not_due"):
            office.disposing.dispose(Disposed.PUPIL, JUNO, OFFICE)
        with pytest.raises(Refused, match="disposal_never_due"):
            office.disposing.dispose(Disposed.ENTRY, 2, OFFICE)
        with pytest.raises(Refused, match="disposal_nothing"):
            office.disposing.dispose(Disposed.PUPIL, 999, OFFICE)

    def test_a_proposal_says_what_would_go_and_what_stays(self, office):
        proposal = office.disposing.propose(Disposed.PUPIL, JUNO)

        assert proposal.alone == (1, 2)
        assert proposal.shared == (3, 4)
        assert proposal.naming == (3,)  # two children, and the words are about this one
        assert office.disposing.disposals() == []

    def test_the_file_is_written_anew_and_owes_nothing(self, office):
        office.disposing.dispose(Disposed.PUPIL, JUNO, OFFICE)

        assert not office.register.owes_a_sweep()


@given(st.dates(date(1900, 1, 1), date(2200, 1, 1)), st.integers(1, 120))
def test_years_after_a_day_are_never_early(day, years):
    end = years_after(day, years)

    assert end.year == day.year + years
    assert (end.month, end.day) >= (day.month, day.day)


def test_a_spell_that_ends_today_keeps_the_child(office):
    on(office, date(2044, 1, 1))
    with office.register.writing(PAT) as writer:
        again = a_spell(id=99, pupil=JUNO, first_day=date(2043, 9, 1), last_day=date(2044, 1, 1))
        writer.add(again)

    assert (Disposed.PUPIL, JUNO) not in due(office)
