"""What is left of a child whose time has ended: a skeleton, and not one copy of the name."""

from dataclasses import replace
from datetime import date

import pytest
from sqlcipher3.dbapi2 import IntegrityError

from sharebook.domain.calls import Call
from sharebook.domain.contacts import Contact
from sharebook.domain.disclosures import Disclosure
from sharebook.domain.disposal import Disposal, Disposed, skeleton
from sharebook.domain.errors import Refused
from sharebook.domain.pupils import Pupil, Spell
from sharebook.store import sweeping
from tests.conftest import Quiet
from tests.disposal.school import BEA, EVERYBODY, JUNO, NAME, PAT, about_juno, copies_of, order
from tests.store.samples import one_of_each


def findings(register):
    return [each.code for each in register.verify(Quiet())]


def dispose(book, *orders):
    with book.register.writing(PAT) as writer:
        made = [writer.dispose(each) for each in orders or [order()]]
    book.register.sweep()
    return made[0]


def test_the_name_is_there_before_and_nowhere_afterwards(book):
    assert copies_of(book.path) > 10
    assert [each.id for each in book.register.find_pupils(NAME)] == [JUNO]

    with book.register.writing(PAT) as writer:
        writer.dispose(order())
        writer.dispose(order(Disposed.ENTRY, 3))  # about two children, and it names this one
    book.register.sweep()

    assert copies_of(book.path) == 0
    assert book.register.find_pupils(NAME) == []
    assert book.register.find_pupils(NAME[:2]) == []
    assert NAME.encode() not in book.path.read_bytes()
    assert [each.name for each in book.path.parent.iterdir()] == [book.path.name]


def test_what_is_left_still_verifies_after_opening_anew(book):
    dispose(book)

    assert findings(book.register) == []
    assert findings(book.reopened()) == []


def test_the_skeleton_stays_and_the_words_go(book):
    before = {each.seq: each.record for each in book.register.history(Disclosure)}
    dispose(book)

    after = {each.seq: each for each in book.register.history(Disclosure)}
    assert after.keys() == before.keys()
    for seq, was in before.items():
        now = after[seq]
        alone = list(was.cohort) == [JUNO]
        assert now.disposed is alone
        assert now.record == (skeleton(was) if alone else was)
        assert (now.record.day, now.record.recipient, now.record.basis.lawful_basis) == (
            was.day, was.recipient, was.basis.lawful_basis
        )  # fmt: skip
        assert len(now.record.cohort) == len(was.cohort)
    assert {each.reason for each in after.values() if each.disposed} == {""}


def test_earlier_versions_contacts_spells_and_calls_go_too(book):
    dispose(book)

    register = book.register
    for kind in (Contact, Spell, Call):
        about = register.about(kind, JUNO)
        assert about
        assert all(each.disposed and each.record == skeleton(each.record) for each in about)
    versions = register.versions(Pupil, JUNO)
    assert len(versions) == 2
    assert all(each.record == Pupil(JUNO, "", "", date.min) for each in versions)
    assert not any(each.disposed for each in register.about(Contact, BEA))


def test_the_register_of_disposals_names_the_numbers_and_not_the_child(book):
    made = dispose(book)

    (line,) = book.register.history(Disposal)
    assert line.record == made
    assert (made.what, made.pupil, made.entries, made.calls) == (Disposed.PUPIL, JUNO, (1, 2), 1)
    assert (made.first_day, made.last_day) == (date(2026, 3, 3), date(2026, 9, 14))
    assert made.records == 8  # two of the child, a spell, a contact, a shutting-out, two, a call
    assert line.by == PAT


def test_one_entry_goes_with_what_it_puts_right_and_the_child_stays(book):
    made = dispose(book, order(Disposed.ENTRY, 2))

    assert made.entries == (1, 2)
    assert made.pupil == JUNO
    assert [each.id for each in book.register.find_pupils(NAME)] == [JUNO]
    assert findings(book.register) == []


def test_one_call_note_goes_alone(book):
    made = dispose(book, order(Disposed.CALL, 1))

    assert (made.calls, made.records, made.pupil) == (1, 1, JUNO)
    assert book.register.history(Call)[0].disposed
    assert findings(book.register) == []


def test_an_entry_about_several_goes_with_the_last_of_them(book):
    dispose(book, order())
    assert not book.register.versions(Disclosure, 3)[0].disposed

    made = dispose(book, order(number=BEA))

    assert book.register.versions(Disclosure, 3)[0].disposed
    assert made.entries == (3, 5)
    assert findings(book.register) == []


def test_an_event_of_many_goes_when_everybody_has_gone(book):
    dispose(book, *(order(number=number) for number in EVERYBODY))

    assert all(each.disposed for each in book.register.history(Disclosure))
    assert len(book.register.versions(Disclosure, 4)[0].record.cohort) == len(EVERYBODY)
    assert findings(book.register) == []


def test_nothing_is_disposed_of_twice(book):
    dispose(book)

    with pytest.raises(Refused, match="disposal_nothing"):
        dispose(book)
    assert len(book.register.history(Disposal)) == 1


def test_what_was_disposed_of_is_not_written_over(book):
    dispose(book)
    child = book.register.versions(Pupil, JUNO)[-1]

    with (
        pytest.raises(Refused, match="record_disposed_of"),
        book.register.writing(PAT) as writer,
    ):
        writer.add(replace(child.record, surname=NAME), child.seq, "found again")


def test_work_goes_on_after_a_disposal(book):
    dispose(book)

    with book.register.writing(PAT) as writer:
        writer.add(about_juno(6, cohort=about_juno(6).cohort.of([BEA])))

    assert findings(book.reopened()) == []


def test_a_disposal_that_fails_half_way_leaves_everything(book):
    before = book.register.head()

    with pytest.raises(Refused), book.register.writing(PAT) as writer:
        _ = writer.dispose(order()), writer.dispose(order())

    assert book.register.head() == before
    assert [each.id for each in book.register.find_pupils(NAME)] == [JUNO]
    assert findings(book.register) == []


def test_a_file_with_no_children_in_it_disposes_of_entries_about_one(empty):
    """So is the compartment: its entries name children who stand in the open register."""
    with empty.writing(PAT) as writer:
        writer.add(about_juno(1))
        writer.add(about_juno(2, cohort=about_juno(2).cohort.of([JUNO, BEA])))
    with empty.writing(PAT) as writer:
        made = writer.dispose(order())
    with empty.writing(PAT) as writer:
        last = writer.dispose(order(number=BEA))  # both have gone now, by this file's own word

    assert (made.entries, last.entries) == ((1,), (2,))
    sweeping.note_swept(empty._connection, "2026-09-14T10:40:00+00:00")
    assert not empty.owes_a_sweep()


@pytest.mark.parametrize("record", one_of_each(), ids=lambda each: type(each).__name__)
def test_a_skeleton_of_a_skeleton_is_itself(record):
    try:
        once = skeleton(record)
    except TypeError:
        return
    assert skeleton(once) == once


class TestTheGuards:
    """What an SQLite tool may do while the schema stands."""

    def refused(self, book, statement):
        connection = book.register._connection
        with pytest.raises(IntegrityError, match="append only"):
            connection.execute(statement)

    def test_a_record_is_not_blanked_without_a_disposal(self, book):
        self.refused(book, "UPDATE call SET salt = zeroblob(16), reason = '', note = ''")

    def test_a_record_is_not_said_to_be_disposed_of_later(self, book):
        dispose(book, order(Disposed.CALL, 1))
        seq = book.register.history(Disposal)[0].seq
        with book.register.writing(PAT) as writer:
            writer.add(about_juno(9))
        self.refused(book, f"INSERT INTO disposed VALUES (2, {seq})")  # noqa: S608 - a test's own

    def test_a_disposed_record_is_not_filled_again(self, book):
        dispose(book)
        self.refused(book, f"UPDATE pupil SET surname = '{NAME}' WHERE id = 1")  # noqa: S608 - a test's own

    def test_a_disposal_lets_nothing_else_be_changed(self, book):
        dispose(book)
        for change in ("day = day + 1", "recipient = 2", "salt = randomblob(16)", "note = 'x'"):
            self.refused(book, f"UPDATE disclosure SET {change} WHERE id = 1")  # noqa: S608 - a test's own

    def test_a_disposal_is_neither_edited_nor_deleted(self, book):
        dispose(book)
        self.refused(book, "UPDATE disposal SET because = ''")
        self.refused(book, "DELETE FROM disposed")
        self.refused(book, "DELETE FROM disposal")
