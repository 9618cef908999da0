"""A small real register with a school, pupils, recipients and flows in it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from sharebook.bootstrap.map_verbs import MapVerbs
from sharebook.domain.catalogue import Catalogues
from sharebook.domain.clock import Clock
from sharebook.domain.contacts import Contact, Restriction
from sharebook.domain.names import Code, ContactId, FlowId, PupilId, RecipientId, SpellId
from sharebook.services.answering import Answering
from sharebook.services.arranging import Arranging
from sharebook.services.book import Book
from sharebook.services.browsing import Browsing
from sharebook.services.choosing import Choosing
from sharebook.services.judging import Judging
from sharebook.services.recording import Recording
from sharebook.services.retelling import Retelling
from sharebook.services.reviewing import Reviewing
from sharebook.services.striking import Striking
from sharebook.store.creating import create_database
from sharebook.store.opening import open_database
from sharebook.store.register import SqlRegister
from tests.builders import a_flow, a_pupil, a_recipient, a_school, a_spell, catalogues
from tests.conftest import StillClock
from tests.moulds import copied_file

PAT = "Pat Inkwell"
NURSE = RecipientId(2)
KEY = bytes(range(32))


@dataclass(frozen=True)
class Office:
    """Every service over one real register."""

    register: SqlRegister
    book: Book
    choosing: Choosing
    judging: Judging
    answering: Answering
    arranging: Arranging
    recording: Recording
    browsing: Browsing
    reviewing: Reviewing
    striking: Striking
    map: MapVerbs


@dataclass
class _Desk:
    """As much of a desk as keeping the map asks for."""

    register: SqlRegister
    book: Book
    clock: Clock
    catalogues: Catalogues
    choosing: Choosing

    @property
    def arranging(self) -> Arranging:
        return Arranging(self.register, self.book, self.catalogues, self.clock)

    @property
    def retelling(self) -> Retelling:
        return Retelling(self.book, self.choosing, self.catalogues)


@pytest.fixture
def register(
    request: pytest.FixtureRequest, tmp_path: Path, clock: StillClock
) -> Iterator[SqlRegister]:
    """An empty register; where a test has the office too, the office's."""
    make = filled_register if "office" in request.fixturenames else empty_register
    made = make(tmp_path / "register-1.db", clock)
    yield made
    made.close()


@pytest.fixture
def office(register: SqlRegister, clock: StillClock) -> Office:
    return office_over(register, clock)


def empty_register(path: Path, clock: StillClock) -> SqlRegister:
    """Return a new register with nothing in it."""
    copied_file("empty", lambda mould: create_database(mould, KEY, "a" * 32).close(), path)
    return SqlRegister(open_database(path, KEY), clock)


def filled_register(path: Path, clock: StillClock) -> SqlRegister:
    """Return a new register with a school, pupils and recipients in it."""

    def make(mould: Path) -> None:
        register = empty_register(mould, StillClock(clock.moment))
        office_over(register, clock).arranging.found_school(a_school(), PAT)
        _fill(register)
        register.close()

    copied_file(("filled", clock.moment), make, path)
    return SqlRegister(open_database(path, KEY), clock)


def office_over(register: SqlRegister, clock: Clock) -> Office:
    """Return every service over `register`."""
    lists = catalogues()
    book = Book(register)
    judging = Judging(register, book, lists)
    choosing = Choosing(register)
    return Office(
        register,
        book,
        choosing,
        judging,
        Answering(register, book, lists, clock),
        Arranging(register, book, lists, clock),
        Recording(register, book, judging, clock),
        Browsing(register, book, judging, choosing),
        Reviewing(register, book, judging, lists, clock),
        Striking(register),
        MapVerbs(_Desk(register, book, clock, lists, choosing)),
    )


def _fill(register: SqlRegister) -> None:
    names = ("Juno Sampleton", "Bea Exampleby", "Otis Pretendby", "Łukasz Przykładowski")
    with register.writing(PAT) as writer:
        for number, name in enumerate(names, 1):
            forename, surname = name.split()
            class_name = "Kingfisher" if number < 3 else "Heron"
            writer.add(a_pupil(id=PupilId(number), forename=forename, surname=surname, upn=""))
            writer.add(a_spell(id=SpellId(number), pupil=PupilId(number), class_name=class_name))
        writer.add(Contact(ContactId(1), PupilId(1), "Dana Sampleton", "mother", True))
        writer.add(
            Contact(
                ContactId(2),
                PupilId(1),
                "Rex Sampleton",
                "father",
                True,
                Restriction.NO_CONTACT,
                "court order of 2 May 2025",
                rank=2,
            )
        )
        writer.add(a_recipient())
        writer.add(
            a_recipient(
                id=NURSE,
                name="NHS",
                kind=Code("nhs"),
                role=Code("controller"),
                units=("school nurse",),
            )
        )
        writer.add(a_flow())
        writer.add(
            a_flow(
                id=FlowId(2),
                recipient=NURSE,
                unit="school nurse",
                purpose="for the height and weight checks",
                cycle=Code("case_by_case"),
                items=(Code("name"), Code("dob")),
                notice_line="The NHS, including the nurse",
                valid_from=date(2023, 1, 9),
            )
        )
