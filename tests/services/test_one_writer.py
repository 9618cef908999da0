"""Everybody reads, one program writes, and a desk that was left behind is told."""

import shutil
import sys
from contextlib import closing, suppress
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from sharebook.bootstrap.opening import new_register, open_register
from sharebook.domain.errors import Refused
from sharebook.domain.names import Code
from sharebook.domain.people import Person
from sharebook.domain.pupils import Pupil
from sharebook.domain.school import School
from sharebook.vault.strength import LEAST
from tests.builders import a_pupil, a_school
from tests.reliability.conftest import forked
from tests.reliability.processes import Another

__all__ = ["forked"]

PAT, PASSPHRASE = "Pat Inkwell", "teapot lantern walrus gravel comet"


@pytest.fixture(scope="module")
def template(tmp_path_factory):
    folder = tmp_path_factory.mktemp("one") / "Example Lane.sharebook"
    person = Person(PAT, Code("office"))
    new_register(folder, a_school(), person, PASSPHRASE, strength=LEAST).desk.close()
    return folder


@pytest.fixture
def folder(template, tmp_path):
    return Path(shutil.copytree(template, tmp_path / template.name))


@pytest.fixture
def desk(folder, clock):
    opened = open_register(folder, PAT, PASSPHRASE, clock)
    yield opened
    opened.close()


def work(line: Connection, folder: Path) -> None:
    """The second program: it writes when asked to, and tells where the chain ends."""
    with closing(open_register(folder, PAT, PASSPHRASE)) as desk, suppress(EOFError):
        while True:
            if line.recv() == "write":
                with desk.register.writing("Anna Field") as writer:
                    school = desk.register.current(School)[0]
                    writer.add(school.record, supersedes=school.seq, reason="again")
            line.send(int(desk.register.head().seq))


@pytest.fixture
def window(folder, forked):
    """A second program, as a real process."""
    process = Another(work, folder)
    yield process.asked
    process.closes()


def test_both_read_until_one_writes_and_then_the_other_still_reads(desk, window):
    began = desk.register.head().seq
    assert window("read") == began
    written = window("write")

    assert written == began + 1
    assert desk.register.head().seq == written
    with pytest.raises(Refused) as refused:
        desk.register.writing(PAT)

    assert refused.value.code == "register_being_written"
    assert refused.value.facts["who"] == PAT
    assert desk.register.count(Pupil) == 0


def test_reading_alone_keeps_nobody_from_writing(desk, window):
    assert window("read") == desk.register.head().seq

    with desk.register.writing(PAT) as writer:
        seq = writer.add(a_pupil(id=1))

    assert window("read") == seq


def test_closing_the_desk_frees_the_register(folder, desk, window):
    with desk.register.writing(PAT) as writer:
        seq = writer.add(a_pupil(id=1))
    desk.close()

    assert window("write") == seq + 1


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps an open folder where it is")
def test_a_desk_whose_register_was_switched_writes_nothing(folder, desk):
    aside = folder.with_name("aside.sharebook")
    folder.rename(aside)
    shutil.copytree(aside, folder)

    with pytest.raises(Refused) as refused:
        desk.register.writing(PAT)

    assert refused.value.code == "register_moved_on"


def test_two_desks_in_one_program_take_turns(desk):
    second = desk.again()
    with desk.register.writing(PAT) as writer:
        writer.add(a_pupil(id=1))
    with second.register.writing(PAT) as writer:
        seq = writer.add(a_pupil(id=2, upn=""))
    second.close()

    assert desk.register.head().seq == seq
    assert desk.lock.is_held
