"""Whom to try a child's page out with: twins, a household, two schools, a hidden address."""

from collections import Counter
from datetime import date
from itertools import pairwise

import pytest

from sharebook.catalogues.loading import load
from sharebook.domain import upn
from sharebook.domain.contacts import Contact, Restriction
from sharebook.domain.disclosures import Disclosure
from sharebook.domain.households import Household
from sharebook.domain.pupils import Pupil, Registered, Spell
from sharebook.domain.twins import alike, twins
from tests.services.practice_shelf import named, played_on, played_today

DAYS = [date(2026, 9, 1), date(2031, 8, 31)]


@pytest.fixture(scope="module")
def shelf():
    return played_today()[0]


def spells(shelf, name):
    pupil = named(shelf, name).id
    return sorted((it for it in shelf.of(Spell) if it.pupil == pupil), key=lambda it: it.first_day)


def adults(shelf, name):
    pupil = named(shelf, name).id
    return {each.name: each for each in shelf.of(Contact) if each.pupil == pupil}


def test_one_child_has_a_twin_whose_name_begins_alike(shelf):
    alba, abel = named(shelf, "Alba Twinsley"), named(shelf, "Abel Twinsley")
    found = twins(shelf.of(Pupil))
    assert found[alba.id] == (abel.id,)
    assert alike(alba, abel)
    assert [spells(shelf, name)[-1].class_name for name in ("Alba Twinsley", "Abel Twinsley")] == [
        "Swift",
        "Swallow",
    ]


def test_two_households_stand_and_one_of_them_has_two_surnames(shelf):
    names = {pupil.id: pupil.full_name for pupil in shelf.of(Pupil)}
    homes = [{names[each] for each in home.pupils} for home in shelf.of(Household)]
    assert homes == [
        {"Juno Sampleton", "Kit Sampleton", "Wren Sampleton"},
        {"Hal Patchworth", "Alba Twinsley", "Abel Twinsley"},
    ]
    assert all(home.pupils == tuple(sorted(home.pupils)) for home in shelf.of(Household))
    mine, theirs = adults(shelf, "Hal Patchworth"), adults(shelf, "Alba Twinsley")
    assert {each.address for each in (*mine.values(), *theirs.values())} == {
        mine["Tess Patchworth"].address
    }
    assert mine["Tess Patchworth"].responsibility
    assert not theirs["Tess Patchworth"].responsibility


@pytest.mark.parametrize(
    ("name", "kind", "school"),
    [
        ("Gretel Twoschools", Registered.MAIN, "Pretend Park Special School"),
        ("Rollo Wanderby", Registered.SUBSIDIARY, "Madeup Fairground School"),
    ],
)
def test_a_child_at_two_schools_is_so_from_a_day_on_and_stays_so(shelf, name, kind, school):
    mine = spells(shelf, name)
    there = [each for each in mine if each.enrolment]
    assert {(each.enrolment, each.other_school) for each in there} == {(kind, school)}
    assert mine == [*(each for each in mine if not each.enrolment), *there]
    assert mine[-1].last_day is None
    assert all((after.first_day - before.last_day).days == 1 for before, after in pairwise(mine))
    assert kind in load().enrolments


def test_a_foster_carer_s_address_reaches_nobody(shelf):
    found = adults(shelf, "Pia Fosterham")
    carer, mother = found["Bram Keepsafe"], found["Una Fosterham"]
    assert carer.address
    assert carer.safe_address == ""
    assert carer.evidence
    assert (mother.restriction, mother.no_reports) == (Restriction.ASK_FIRST, True)
    assert mother.orders == ("Care order of 3 March 2025",)


def test_one_left_and_came_back_with_another_surname_and_number(shelf):
    jory = named(shelf, "Jory Backagain")
    assert jory.former_names == ("Farewell",)
    assert [upn.state(each) for each in jory.former_upns] == [upn.TEMPORARY]
    (away,) = (each for each in spells(shelf, "Jory Backagain") if each.left_for)
    assert (away.last_day, away.left_for) == (date(2026, 2, 13), "Invented Island School")
    sent = [it.day for it in shelf.of(Disclosure) if jory.id in it.cohort]
    assert not [day for day in sent if away.last_day < day < date(2026, 4, 20)]
    assert max(sent) > date(2026, 4, 20)


@pytest.mark.parametrize("today", DAYS)
def test_they_are_all_there_on_any_day_one_looks(today):
    shelf, summary = played_on(today)
    assert summary.on_roll == 420
    here = Counter(each.enrolment for each in shelf.of(Spell) if each.covers(today))
    assert here == {"": 418, Registered.MAIN: 1, Registered.SUBSIDIARY: 1}
    assert spells(shelf, "Jory Backagain")[-1].covers(today)
    assert len(twins(shelf.of(Pupil))) >= 2
