"""A pupil file that says who goes to two schools, and who came back."""

from datetime import timedelta

import pytest

from sharebook.catalogues.loading import load
from sharebook.domain.names import NO_CODE
from sharebook.domain.preview import Fate
from sharebook.domain.pupils import Spell
from sharebook.services.importing import ImportPupils
from sharebook.services.importing_enrolment import Registrations
from sharebook.words.sentences import sentence
from tests.services.fakes import SCHOOL, MemoryRegister, facts

HEADINGS = "UPN,Surname,Forename,Date of Birth,Year,Class,Enrolment Status,Other School\r\n"
PLAIN = "UPN,Surname,Forename,Date of Birth,Year,Class\r\n"
LEAVERS = "UPN,Surname,Forename,Date of Birth,Year,Class,Leaving Date\r\n"
JUNO = "B801200005001,Sampleton,Juno,14/03/2017,4,Swift"


@pytest.fixture
def register() -> MemoryRegister:
    return MemoryRegister(SCHOOL)


@pytest.fixture
def bring_in(register, clock, quiet):
    def bring(row: str, headings: str = HEADINGS):
        importing = ImportPupils(register, load(), clock)
        seen = importing.preview("pupils.csv", (headings + row + "\r\n").encode())
        for warning in seen.warnings:
            assert sentence(warning.code, warning.facts)
        return importing.apply(seen, "Pat Inkwell", quiet)

    return bring


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("C", NO_CODE),
        ("Current (single registration)", NO_CODE),
        ("", NO_CODE),
        ("M", "main"),
        ("M - Main", "main"),
        ("Current Main – dual registration", "main"),
        ("s", "subsidiary"),
        ("Subsidiary", "subsidiary"),
        ("G - Guest pupil", "guest"),
        ("Banana", None),
    ],
)
def test_pupil_systems_words_are_understood(said, found):
    assert Registrations(load().enrolments).of(said) == found


def test_a_child_at_two_schools_is_marked(bring_in, register):
    bring_in(JUNO + ",S - Subsidiary,Mock Hill")
    (spell,) = facts(register, Spell)
    assert (spell.enrolment, spell.other_school, spell.main) == ("subsidiary", "Mock Hill", False)


def test_the_same_file_again_changes_nothing(bring_in):
    bring_in(JUNO + ",M,Mock Hill")
    assert [plan.fate for plan in bring_in(JUNO + ",M,Mock Hill").plans] == [Fate.SAME]
    assert [plan.fate for plan in bring_in(JUNO + ",M,").plans] == [Fate.SAME]


def test_a_file_that_does_not_speak_of_it_leaves_it(bring_in, register):
    bring_in(JUNO + ",M,Mock Hill")
    assert [plan.fate for plan in bring_in(JUNO, PLAIN).plans] == [Fate.SAME]
    assert facts(register, Spell)[0].enrolment == "main"


def test_a_second_school_from_a_later_file_begins_today(bring_in, register, clock):
    bring_in(JUNO, PLAIN)
    clock.moment += timedelta(days=30)
    done = bring_in(JUNO + ",Guest,Mock Hill")
    assert done.plans[0].changes == ("enrolment status",)
    before, now = sorted(facts(register, Spell), key=lambda each: each.first_day)
    assert before.last_day == clock.today() - timedelta(days=1)
    assert (before.enrolment, now.enrolment, now.first_day) == (NO_CODE, "guest", clock.today())


def test_words_nobody_can_tell_are_said(bring_in, register):
    done = bring_in(JUNO + ",Banana,")
    assert "pupil_enrolment_unknown" in [each.code for each in done.warnings]
    assert facts(register, Spell)[0].enrolment == NO_CODE
    bring_in(JUNO + ",M,Mock Hill")
    for nothing in (",Banana,", ",,"):
        assert [plan.fate for plan in bring_in(JUNO + nothing).plans] == [Fate.SAME]
    bring_in(JUNO + ",C,")
    assert facts(register, Spell)[0].enrolment == NO_CODE


def test_a_returner_gets_a_new_spell_never_the_old_one(bring_in, register, clock):
    bring_in(JUNO, PLAIN)
    clock.moment += timedelta(days=60)
    bring_in(JUNO + ",01/10/2026", LEAVERS)
    (left,) = facts(register, Spell)
    bring_in(JUNO, PLAIN)
    first, again = sorted(facts(register, Spell), key=lambda each: each.first_day)
    assert first == left
    assert (again.id != first.id, again.first_day) == (True, clock.today())
