"""A desk's lists: the school's type and its own word, in every desk and after every opening."""

from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from sharebook.bootstrap.desk import Desk
from sharebook.bootstrap.keys import KeyKeeping
from sharebook.bootstrap.opening import access, new_register, open_register
from sharebook.domain.amendments import Amendment, Switch
from sharebook.domain.clock import Clock
from sharebook.domain.errors import Refused
from sharebook.domain.names import Code
from sharebook.domain.people import Person
from sharebook.services.amending import Decision
from sharebook.vault.strength import LEAST
from tests.builders import a_school, catalogues
from tests.conftest import StillClock
from tests.moulds import copied

PAT, QUINN = "Pat Inkwell", "Quinn Samplewright"
PASSPHRASE = "teapot lantern walrus gravel comet"  # noqa: S105  # opens an invented school only
NEW_DUTY = Code("GW_16LA")
DECISION = Decision(Switch.ON, date(2026, 9, 1), "It has begun", "Quinn Samplewright, DPO")


def made(folder: Path, clock: StillClock) -> Desk:
    head = Person(PAT, Code("head"))
    return new_register(folder, a_school(), head, PASSPHRASE, clock, LEAST).desk


@pytest.fixture
def folder(tmp_path: Path, clock: StillClock) -> Path:
    place = tmp_path / "Example Lane.sharebook"
    copied("a head's", made, place, clock).close()
    return place


@pytest.fixture
def desk(folder: Path, clock: Clock) -> Iterator[Desk]:
    with closing(open_register(folder, PAT, PASSPHRASE, clock)) as opened:
        yield opened


def counts(desk: Desk) -> bool:
    return desk.catalogues.gateways[NEW_DUTY].in_force(desk.clock.today())


def test_a_school_without_a_word_of_its_own_uses_the_lists_as_shipped(desk):
    assert desk.catalogues is catalogues()


def test_a_decision_counts_at_once_in_other_threads_and_after_opening_again(desk, folder, clock):
    assert not counts(desk)
    desk.amending.decide("gateways", NEW_DUTY, DECISION, PAT)
    desk.read_lists_again()
    assert counts(desk)
    with closing(desk.again()) as other:
        assert counts(other)
        assert other.shipped is catalogues()
    desk.close()
    with closing(open_register(folder, PAT, PASSPHRASE, clock)) as later:
        assert counts(later)


def test_services_made_before_follow(desk):
    before = desk.judging
    assert desk.recording is not None
    desk.amending.decide("gateways", NEW_DUTY, DECISION, PAT)
    desk.read_lists_again()
    assert desk.judging is not before
    assert desk.recording is desk.recording


@pytest.mark.parametrize(("kind", "basis"), [("INDEP", "A6_F"), ("ACAD", "A6_E")])
def test_a_desk_offers_its_type_of_school_its_own_basis_first(tmp_path, clock, kind, basis):
    made = tmp_path / "Sample Hall.sharebook"
    school, head = a_school(kind=Code(kind)), Person(PAT, Code("head"))
    with closing(new_register(made, school, head, PASSPHRASE, clock, LEAST).desk) as desk:
        assert desk.catalogues.headings[Code("PI")].lawful_basis == basis


def test_the_officer_reads_the_lists_and_writes_none(folder, clock):
    KeyKeeping(access(folder, PAT, PASSPHRASE, clock), clock, LEAST).add(
        Person(QUINN, Code("dpo")), PASSPHRASE
    )
    with closing(open_register(folder, QUINN, PASSPHRASE, clock)) as desk:
        assert desk.amending.lines("gateways")
        with pytest.raises(Refused, match="only_reads"):
            desk.amending.decide("gateways", NEW_DUTY, DECISION, QUINN)
        assert desk.register.current(Amendment) == []


def test_what_was_decided_can_be_read_as_a_history_and_taken_out(desk):
    desk.amending.decide("gateways", NEW_DUTY, DECISION, PAT)
    (version,) = desk.remembering.history("amendment", 1)
    assert version is not None
    assert b"GW_16LA" in desk.exporting.book()
