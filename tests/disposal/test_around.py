"""What the rest of the program makes of children and entries that were disposed of."""

from dataclasses import replace
from datetime import date
from types import SimpleNamespace

import pytest

from sharebook.domain.disposal import Disposed
from sharebook.domain.errors import Refused
from sharebook.domain.holds import Hold, HoldId, HoldReason
from sharebook.domain.names import Code
from sharebook.domain.retention import Keeping, KeepingId
from sharebook.services.answering import Answering
from sharebook.services.book import Book
from sharebook.services.browsing import Browsing
from sharebook.services.choosing import Choosing
from sharebook.services.enrolling import Enrolling, NewPupil
from sharebook.services.exporting import Exporting
from sharebook.services.judging import Judging
from sharebook.services.publishing.desk import Publishing
from sharebook.services.publishing.report_content import report_content
from sharebook.services.publishing.sources import Sources
from sharebook.services.remembering import Remembering
from sharebook.services.retelling import Retelling
from sharebook.services.reviewing import Reviewing
from sharebook.services.striking import Striking
from sharebook.words.sentences import told
from tests.builders import catalogues
from tests.disposal.school import EVERYBODY, JUNO, NAME, PAT, order


@pytest.fixture
def desk(book):
    """Every service that reads, over the register of these tests."""
    register, clock, lists = book.register, book.clock, catalogues()
    kept = Book(register)
    judging = Judging(register, kept, lists)
    answering = Answering(register, kept, lists, clock)
    choosing = Choosing(register)
    reviewing = Reviewing(register, kept, judging, lists, clock)
    sources = Sources(register, kept, answering, reviewing, lists, clock)
    return SimpleNamespace(
        register=register,
        answering=answering,
        choosing=choosing,
        browsing=Browsing(register, kept, judging, choosing),
        reviewing=reviewing,
        sources=sources,
        publishing=Publishing(sources),
        exporting=Exporting(register, kept, choosing, lists),
        enrolling=Enrolling(register, clock),
        remembering=Remembering(register),
        retelling=Retelling(kept, choosing, lists),
        striking=Striking(register),
    )


@pytest.fixture
def gone(desk):
    with desk.register.writing(PAT) as writer:
        writer.dispose(order())
    return desk


def figures(desk):
    report = report_content(desk.sources, 2025)
    return (
        report.lead,
        report.figures,
        report.by_basis,
        report.series,
        report.most,
        report.few,
        [note for note in report.notes if "gap" not in note],
    )


def test_the_annual_report_says_what_it_said(desk):
    before = figures(desk)
    assert "3 times" in before[0] or before[1]

    with desk.register.writing(PAT) as writer:
        writer.dispose(order())
        writer.dispose(order(Disposed.ENTRY, 5))

    assert figures(desk) == before


def test_nobody_answers_about_a_child_who_is_gone_and_the_day_is_told(gone):
    with pytest.raises(Refused, match="pupil_disposed_of") as refused:
        gone.answering.answer(JUNO)
    assert "14 September 2026" in told(refused.value)
    with pytest.raises(Refused, match="pupil_disposed_of"):
        gone.publishing.log(JUNO)
    past = gone.register.versions(type(gone.register.find_pupils("Sampleton2")[0]), JUNO)[0].at
    with pytest.raises(Refused, match="pupil_disposed_of"):
        gone.answering.answer(JUNO, known=past)


def test_the_roll_and_the_tables_pass_over_the_child(gone):
    assert JUNO not in [each.pupil.id for each in gone.choosing.everyone(date(2026, 9, 14))]
    assert JUNO not in gone.choosing.groups(date(2026, 9, 14))[0].pupils
    table = gone.exporting.table("pupils", "csv", date(2026, 9, 14)).decode("utf-8-sig")
    assert len(table.strip().splitlines()) == len(EVERYBODY)  # a heading, and one child fewer


def test_the_log_shows_the_entry_with_a_number_instead_of_a_name_and_no_gaps(gone):
    row = gone.browsing.entry(2)

    assert row.about == f"Pupil {JUNO} (disposed of)"
    assert row.gaps == ()
    assert row.entry.disposed
    log = gone.exporting.table("log", "csv", date(2026, 9, 14)).decode("utf-8-sig")
    assert NAME not in "\n".join(line for line in log.splitlines() if not line.startswith('"3",'))
    assert len(gone.browsing.log(date(2026, 1, 1), date(2026, 9, 14))) == 5


def test_no_gap_is_found_in_what_was_disposed_of(gone):
    assert not {1, 2} & {gap.number for gap in gone.reviewing.gaps() if gap.about == "entry"}


def test_the_history_says_that_the_words_went(gone):
    for kind, number in (("pupil", JUNO), ("disclosure", 2), ("contact", 1), ("call", 1)):
        versions = gone.retelling.told(kind, gone.remembering.history(kind, number))
        assert versions
        assert all("disposed of" in each.title for each in versions)
        assert all(each.changes == () and each.reason == "" for each in versions)


def test_a_disposed_entry_is_neither_struck_out_nor_put_right(gone):
    with pytest.raises(Refused, match="record_disposed_of"):
        gone.striking.strike_out(2, "a slip", PAT)


def test_a_new_child_gets_a_number_of_its_own(gone):
    child = gone.enrolling.enrol(NewPupil("Inkblot", "Ada", date(2022, 5, 5), "R"), PAT)

    assert child.id == len(EVERYBODY) + 1


def test_both_papers_are_made(gone):
    words = gone.publishing.render(gone.publishing.disposals(), "txt").decode()

    assert "Pupil 1, entries 1, 2, 1 call note" in words
    assert "3 March 2026 to 14 September 2026" in words
    assert NAME not in words
    assert gone.publishing.render(gone.publishing.disposal_list(), "pdf").startswith(b"%PDF")


def test_holds_and_the_schedule_have_a_history_too(desk):
    with desk.register.writing(PAT) as writer:
        hold = Hold(HoldId(1), HoldReason.POLICE, "asked on 3 May", date(2026, 9, 1), JUNO)
        first = writer.add(hold)
        writer.add(replace(hold, lifted_on=date(2026, 9, 14)), first, "they are done")
        writer.add(Keeping(KeepingId(1), Code("PUPIL"), 30, "the governors"))

    put, lifted = desk.retelling.told("hold", desk.remembering.history("hold", 1))
    assert "Why: The police asked for records to be kept" in [each.sentence for each in put.changes]
    assert [each.sentence for each in lifted.changes] == ["Lifted on: 14 September 2026"]
    (chosen,) = desk.retelling.told("keeping", desk.remembering.history("keeping", 1))
    assert chosen.changes[0].sentence.startswith("Rule: The child’s record")
