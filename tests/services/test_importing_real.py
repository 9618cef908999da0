"""Both imports against a real register: one transaction, the same again after reopening."""

import time
from pathlib import Path

import pytest

from sharebook.catalogues.loading import load
from sharebook.domain.errors import Cancelled
from sharebook.domain.flows import Flow
from sharebook.domain.pupils import Pupil, Spell
from sharebook.services.importing import ImportPage, ImportPupils
from sharebook.store.creating import create_database
from sharebook.store.opening import open_database
from sharebook.store.register import SqlRegister
from tests.services.fakes import SCHOOL, StoppedAfter, facts

SAMPLES = Path(__file__).parents[1] / "samples"
KEY = bytes(range(32))


@pytest.fixture
def opened(tmp_path, clock):
    """Open the same register as often as asked."""
    path = tmp_path / "register-1.db"
    create_database(path, KEY, "register-of-tests").close()
    registers = []

    def again() -> SqlRegister:
        registers.append(SqlRegister(open_database(path, KEY), clock))
        return registers[-1]

    yield again
    for register in registers:
        register.close()


@pytest.fixture
def register(opened):
    register = opened()
    with register.writing("Pat Inkwell") as writer:
        writer.add(SCHOOL)
    return register


def test_pupils_are_written_and_the_same_after_reopening(register, opened, clock, quiet):
    data = (SAMPLES / "pupils-autumn.csv").read_bytes()
    importing = ImportPupils(register, load(), clock)
    done = importing.apply(importing.preview("pupils.csv", data), "Pat Inkwell", quiet)
    assert done.counts == {"new": 6, "changed": 0, "same": 0, "leaver": 0, "held": 6}
    reopened = opened()
    assert (len(reopened.current(Pupil)), len(reopened.current(Spell))) == (6, 6)
    again = ImportPupils(reopened, load(), clock).preview("pupils.csv", data)
    assert again.counts == {"new": 0, "changed": 0, "same": 6, "leaver": 0, "held": 6}


def test_a_page_is_written_and_the_same_after_reopening(register, opened, clock, quiet):
    data = (SAMPLES / "sharing-page.txt").read_bytes()
    importing = ImportPage(register, load(), clock)
    done = importing.apply(importing.preview("page.txt", data), "Pat Inkwell", quiet)
    assert len(facts(register, Flow)) == done.new_flows
    again = ImportPage(opened(), load(), clock).preview("page.txt", data)
    assert (again.counts["same"], again.new_flows, again.new_recipients) == (13, 0, 0)


def test_stopping_half_way_leaves_nothing_in_the_file(register, opened, clock):
    before = register.head()
    importing = ImportPupils(register, load(), clock)
    seen = importing.preview("pupils.csv", (SAMPLES / "pupils-autumn.csv").read_bytes())
    with pytest.raises(Cancelled):
        importing.apply(seen, "Pat Inkwell", StoppedAfter(3))
    assert opened().head() == before
    assert facts(register, Pupil) == []


@pytest.mark.slow
def test_five_thousand_pupils_are_previewed_within_three_seconds(register, clock, quiet):
    rows = [
        f"{number:05},Sampleton{number},Juno,{number % 28 + 1:02}/03/2017,{number % 7},Swift"
        for number in range(5_000)
    ]
    data = "\n".join(["Admission No,Surname,Forename,DOB,Year,Class", *rows]).encode()
    importing = ImportPupils(register, load(), clock)
    importing.apply(importing.preview("pupils.csv", data), "Pat Inkwell", quiet)
    begun = time.process_time()
    assert importing.preview("pupils.csv", data).counts["same"] == 5_000
    assert time.process_time() - begun <= 3
