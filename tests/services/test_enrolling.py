"""Adding one child by hand."""

from dataclasses import replace
from datetime import date

import pytest

from sharebook.domain.errors import Refused
from sharebook.domain.pupils import Pupil, Spell
from sharebook.domain.upn import check_letter
from sharebook.services.enrolling import Enrolling, NewPupil
from sharebook.words.sentences import told
from tests.builders import a_pupil
from tests.services.fakes import MemoryRegister, facts

BODY = "674123101122"
SOUND = check_letter(BODY) + BODY
KIT = NewPupil("Sampleton", "Kit", date(2020, 5, 2), "2", "Robin")


@pytest.fixture
def register() -> MemoryRegister:
    return MemoryRegister(a_pupil())


@pytest.fixture
def enrolling(register, clock) -> Enrolling:
    return Enrolling(register, clock)


def refused(enrolling: Enrolling, new: NewPupil) -> Refused:
    with pytest.raises(Refused) as problem:
        enrolling.enrol(new, "Pat Inkwell")
    assert told(problem.value)
    return problem.value


def test_a_child_is_on_roll_from_today(enrolling, register, clock):
    kit = enrolling.enrol(replace(KIT, upn=f" {SOUND[:4]} {SOUND[4:].lower()} "), "Pat Inkwell")
    assert facts(register, Pupil)[-1] == kit
    assert (kit.upn, kit.upn_state) == (SOUND, "permanent")
    spell = facts(register, Spell)[-1]
    assert (spell.pupil, spell.year, spell.class_name) == (kit.id, "2", "Robin")
    assert spell.first_day == clock.today()


@pytest.mark.parametrize(
    ("changes", "code", "field"),
    [
        ({"surname": " "}, "enrol_surname", "surname"),
        ({"forename": ""}, "enrol_forename", "forename"),
        ({"born": None}, "enrol_born", "born"),
        ({"born": date(2027, 1, 1)}, "enrol_born_ahead", "born"),
        ({"year": ""}, "enrol_year", "year"),
        ({"first_day": date(2019, 9, 1)}, "enrol_before_birth", "first_day"),
        ({"upn": "123"}, "enrol_upn_shape", "upn"),
        ({"upn": "A" + BODY}, "enrol_upn_letter", "upn"),
        ({"upn": a_pupil().upn}, "enrol_upn_taken", "upn"),
    ],
)
def test_what_is_missing_or_wrong_is_said_beside_its_field(enrolling, changes, code, field):
    problem = refused(enrolling, replace(KIT, **changes))
    assert (problem.code, problem.field) == (code, field)


def test_nothing_is_written_when_refused(enrolling, register):
    refused(enrolling, replace(KIT, surname=""))
    assert len(facts(register, Pupil)) == 1


def test_the_same_child_is_not_added_twice(enrolling):
    juno = NewPupil("sampleton", "JUNO", a_pupil().born, "4")
    assert refused(enrolling, juno).code == "enrol_known"


def test_two_children_of_one_name_are_told_apart_by_their_numbers(enrolling, register):
    enrolling.enrol(NewPupil("Sampleton", "Juno", a_pupil().born, "4", upn=SOUND), "Pat Inkwell")
    assert len(facts(register, Pupil)) == 2
