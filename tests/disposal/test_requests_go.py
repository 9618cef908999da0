"""A request goes with the child it was about, whether anybody decided it or not."""

from datetime import UTC, date, datetime
from types import SimpleNamespace

import pytest

from sharebook.domain.disclosures import Asker
from sharebook.domain.disposal import Disposal, Disposed, Order
from sharebook.domain.names import PupilId, RequestId
from sharebook.domain.requests import Request
from sharebook.services.asked_about import asked_alone
from sharebook.services.asking import Asking
from sharebook.services.book import Book
from sharebook.services.disposing import Disposing
from sharebook.services.retaining import Retaining
from sharebook.words.disposal import left_words
from tests.builders import CATERER, catalogues
from tests.conftest import Quiet
from tests.disposal.conftest import Book as Register
from tests.disposal.school import BEA, JUNO, NAME, PAT, copies_of, everything_of_juno, order

DAY = date(2026, 9, 14)


@pytest.fixture
def asking(book: Register) -> Asking:
    return Asking(book.register, Book(book.register), catalogues(), book.clock)


def asked(*pupils: PupilId) -> Request:
    return Request(
        RequestId(0),
        DAY,
        recipient=CATERER,
        asker=Asker(f"Aunt {NAME}"),
        pupils=pupils,
        asked_for=f"where {NAME} lives",
        purpose=f"to visit {NAME}",
        note=f"{NAME} was mentioned",
    )


def go(book: Register, *orders: Order) -> list[Disposal]:
    with book.register.writing(PAT) as writer:
        made = [writer.dispose(each) for each in orders or [order()]]
    book.register.sweep()
    return made


def blank(book: Register) -> set[RequestId]:
    return {each.record.id for each in book.register.history(Request) if each.disposed}


def test_one_that_waits_goes_with_its_child_and_leaves_no_name(book, asking):
    asking.receive(asked(JUNO), PAT)

    go(book, *everything_of_juno())

    (left,) = book.register.history(Request)
    assert left.disposed
    assert (left.record.pupils, left.record.received_on) == ((JUNO,), DAY)
    assert (left.record.asked_for, left.record.asker) == ("", Asker())
    assert asking.tray() == []
    assert copies_of(book.path) == 0
    assert list(book.register.verify(Quiet())) == []


def test_one_that_was_taken_back_goes_with_every_version(book, asking):
    made = asking.receive(asked(JUNO), PAT)
    asking.close(int(made.id), PAT)

    go(book)

    versions = book.register.versions(Request, int(made.id))
    assert len(versions) == 2
    assert all(each.disposed for each in versions)


def test_one_about_two_children_waits_for_the_last_of_them(book, asking):
    made = asking.receive(asked(JUNO, BEA), PAT)

    go(book)
    assert blank(book) == set()
    assert [each.request.id for each in asking.waiting()] == [made.id]

    go(book, order(number=BEA))
    assert blank(book) == {made.id}
    assert list(book.register.verify(Quiet())) == []


def test_one_put_right_to_be_about_another_child_stays_while_that_child_does(book, asking):
    made = asking.receive(asked(JUNO), PAT)
    asking.change(int(made.id), asked(BEA), PAT)

    go(book)
    assert blank(book) == set()

    go(book, order(number=BEA))
    assert blank(book) == {made.id}


def test_one_an_entry_decided_is_counted_once(book, asking):
    made = asking.receive(asked(JUNO), PAT)
    with book.register.writing(PAT) as writer:
        newest = book.register.versions(Request, int(made.id))[-1]
        writer.add(
            Request(made.id, DAY, pupils=(JUNO,), entry=2, closed_on=DAY), newest.seq, "decided"
        )

    (disposal,) = go(book)

    assert blank(book) == {made.id}
    assert disposal.records == 10  # eight of the child and two of the request
    assert list(book.register.verify(Quiet())) == []


def test_another_child_s_request_stays(book, asking):
    made = asking.receive(asked(BEA), PAT)

    go(book)

    assert blank(book) == set()
    assert asked_alone(book.register, BEA, ()) == (made.id,)
    assert asked_alone(book.register, JUNO, ()) == ()


def test_the_proposal_names_the_requests_that_go(book, asking):
    alone, both = asking.receive(asked(JUNO), PAT), asking.receive(asked(JUNO, BEA), PAT)
    retaining = Retaining(book.register, Book(book.register), catalogues(), book.clock)
    book.clock.moment = datetime(2075, 1, 1, 10, tzinfo=UTC)
    office = SimpleNamespace(disposing=Disposing(book.register, retaining, book.clock))

    proposal = office.disposing.propose(Disposed.PUPIL, JUNO)
    assert proposal.requests == (alone.id,)

    go(book)
    assert office.disposing.propose(Disposed.PUPIL, BEA).requests == (both.id,)


def test_what_is_left_sealed_says_requests_too():
    assert left_words((), (), (3,)) == ("1 sealed request is about a child already disposed of")
    assert left_words((1, 2), (3,), (4,)) == (
        "2 sealed entries, 1 sealed call note and 1 sealed request are about children "
        "already disposed of"
    )
