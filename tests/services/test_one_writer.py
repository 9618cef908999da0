"""Everybody reads, one program writes, and a desk that was left behind is told."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from sharebook.bootstrap.opening import new_register, open_register
from sharebook.domain.errors import Refused
from sharebook.domain.names import Code
from sharebook.domain.people import Person
from sharebook.domain.pupils import Pupil
from sharebook.vault.strength import LEAST
from tests.builders import a_pupil, a_school

PAT, PASSPHRASE = "Pat Inkwell", "teapot lantern walrus gravel comet"
DESKTOP = Path(__file__).parents[2] / "desktop"
WINDOW = """
import sys
from pathlib import Path
from sharebook.bootstrap.opening import open_register
from sharebook.domain.school import School

desk = open_register(Path(sys.argv[1]), sys.argv[2], sys.argv[3])
for line in sys.stdin:
    if line.strip() == "write":
        with desk.register.writing("Anna Field") as writer:
            school = desk.register.current(School)[0]
            writer.add(school.record, supersedes=school.seq, reason="again")
    print(desk.register.head().seq, flush=True)
"""


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


@pytest.fixture
def window(folder):
    """A second program, as a real process."""
    process = subprocess.Popen(
        [sys.executable, "-c", WINDOW, str(folder), PAT, PASSPHRASE],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(DESKTOP)},
    )

    def ask(word):
        assert process.stdin
        assert process.stdout
        process.stdin.write(word + "\n")
        process.stdin.flush()
        return int(process.stdout.readline())

    yield ask
    process.communicate(timeout=60)


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
