"""A data protection officer reads and prints everything, and saves nothing."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from sharebook.bootstrap.desk import Desk
from sharebook.bootstrap.keys import KeyKeeping
from sharebook.bootstrap.opening import access, new_register, open_register
from sharebook.domain.errors import Refused
from sharebook.domain.names import Code
from sharebook.domain.people import Person
from sharebook.services.enrolling import NewPupil
from sharebook.vault.strength import LEAST
from tests.builders import a_pupil, a_recipient, a_school
from tests.conftest import StillClock
from tests.moulds import copied

PAT, QUINN = "Pat Inkwell", "Quinn Samplewright"
PASSPHRASE = "teapot lantern walrus gravel comet"  # noqa: S105  # opens an invented school only
NEW = NewPupil("Sampleton", "Mo", date(2019, 3, 14), "2", first_day=date(2026, 9, 1))

SAVES: dict[str, Callable[[Desk], object]] = {
    "enrol": lambda desk: desk.enrolling.enrol(NEW, desk.person),
    "found": lambda desk: desk.arranging.found_school(a_school(), desk.person),
    "transaction": lambda desk: desk.register.writing(desk.person).__enter__(),
}


def made(folder: Path, clock: StillClock) -> Desk:
    office = Person(PAT, Code("office"))
    begun = new_register(folder, a_school(), office, PASSPHRASE, clock, LEAST)
    with begun.desk.register.writing(PAT) as writer:
        writer.add(a_pupil())
        writer.add(a_recipient())
    begun.desk.close()
    keys = KeyKeeping(access(folder, PAT, PASSPHRASE, clock), clock, LEAST)
    keys.add(Person(QUINN, Code("dpo")), PASSPHRASE)
    return open_register(folder, QUINN, PASSPHRASE, clock)


@pytest.fixture
def desk(tmp_path, clock):
    opened = copied("read by an officer", made, tmp_path / "Example Lane.sharebook", clock)
    yield opened
    opened.close()


def test_everything_can_be_read(desk: Desk):
    assert desk.answering.find("juno")
    assert desk.book.recipients()


@pytest.mark.parametrize("verb", SAVES)
def test_nothing_can_be_saved(desk: Desk, verb: str):
    before = desk.register.head()

    with pytest.raises(Refused, match="only_reads"):
        SAVES[verb](desk)

    assert desk.register.head() == before


def test_who_only_reads_keeps_nobody_from_writing(desk: Desk, clock):
    with pytest.raises(Refused, match="only_reads"):
        SAVES["enrol"](desk)

    keeper = open_register(desk.folder, PAT, PASSPHRASE, clock)
    keeper.enrolling.enrol(NEW, PAT)
    keeper.close()


def test_the_first_person_of_a_register_must_be_able_to_keep_it(tmp_path, clock):
    officer = Person(QUINN, Code("dpo"))
    with pytest.raises(Refused, match="only_reads"):
        new_register(tmp_path / "b.sharebook", a_school(), officer, PASSPHRASE, clock, LEAST)
    assert not (tmp_path / "b.sharebook").exists()
