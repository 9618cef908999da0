"""The practice school: invented, complete, the same every time."""

from collections import Counter
from datetime import date, timedelta
from typing import Any

import pytest

from sharebook.catalogues.loading import load
from sharebook.domain import upn
from sharebook.domain.agreements import Agreement
from sharebook.domain.answers import Lists, PupilFacts, answer
from sharebook.domain.contacts import Contact, Restriction
from sharebook.domain.disclosures import Disclosure
from sharebook.domain.errors import Cancelled, Refused
from sharebook.domain.flows import Exclusion, Flow
from sharebook.domain.headings import Heading
from sharebook.domain.households import Household
from sharebook.domain.pupils import Pupil, Spell
from sharebook.domain.recipients import Recipient
from sharebook.domain.safeguards import SafeguardSet
from sharebook.domain.school import School
from sharebook.domain.school_dates import DateKind, SchoolDate
from sharebook.domain.school_days import SchoolCalendar
from sharebook.services.practising import practise
from sharebook.services.twinning import Twinning
from sharebook.store.creating import create_database
from sharebook.store.register import SqlRegister
from tests.services.practice_shelf import TODAY, Heard, Shelf, named, played_on, played_today

KINDS = (
    SafeguardSet,
    *(School, Heading, SchoolDate, Pupil, Spell, Contact, Household),
    *(Recipient, Agreement, Flow, Exclusion, Disclosure),
)
KEY = bytes(range(32))


@pytest.fixture(scope="module")
def played():
    return played_today()


def test_the_school_has_its_size(played):
    shelf, summary = played
    assert summary.on_roll == 420
    assert summary.recipients == 36
    assert summary.flows == 87
    assert 1000 <= summary.disclosures <= 1500
    assert 100 <= summary.leavers <= 250
    assert {type(record) for record, _, _ in shelf.kept} == set(KINDS)


def test_the_terms_of_every_year_of_the_book_are_typed(played):
    dates = played[0].of(SchoolDate)
    terms = [each for each in dates if each.kind is DateKind.TERM]
    assert len(terms) == 3 * 4
    assert all(each.first_day.weekday() < 5 and each.last_day.weekday() < 5 for each in terms)
    calendar = SchoolCalendar(tuple(dates), lambda _year: {})
    assert all(calendar.knows(date(2023, 9, 1) + timedelta(days=n)) for n in range(4 * 365))
    assert calendar.why_closed(date(2026, 10, 28)) == "Autumn half term"
    assert calendar.why_closed(date(2027, 1, 5)) == "Staff training"


@pytest.mark.parametrize(
    "today", [TODAY, date(2026, 9, 1), date(2026, 9, 14), date(2027, 3, 1), date(2031, 8, 31)]
)
def test_every_class_has_thirty_children_on_any_day_one_looks(today):
    shelf, _ = played_on(today)
    here = [spell for spell in shelf.of(Spell) if spell.covers(today)]
    assert set(Counter(spell.class_name for spell in here).values()) == {30}
    assert len({spell.pupil for spell in here}) == len(here) == 420
    assert max(entry.day for entry in shelf.of(Disclosure)) < today


def test_the_same_day_gives_the_same_school():
    assert played_on(TODAY)[0].kept == played_on(TODAY)[0].kept


def test_a_stored_register_holds_all_of_it(tmp_path, clock, played):
    clock.moment = clock.moment.replace(year=TODAY.year, month=TODAY.month, day=TODAY.day)
    register = SqlRegister(create_database(tmp_path / "practice.db", KEY, "practice"), clock)
    try:
        practise(register, load(), Heard(), TODAY)
        for kind in KINDS:
            assert [each.record for each in register.current(kind)] == played[0].of(kind)
        juno = register.find_pupils("juno samp")[0]
        assert juno.full_name == "Juno Sampleton"
        assert len(register.disclosures_about(juno.id)) > 30
        alba = register.find_pupils("alba twin")[0]
        said = "Has a twin: Abel, 3 Swallow (easily mistaken)"
        assert Twinning(register, clock).warning(alba) == said
        with pytest.raises(Refused, match="practice_needs_empty_register"):
            practise(register, load(), Heard(), TODAY)
    finally:
        register.close()


def test_stopping_leaves_the_register_empty():
    shelf: Any = Shelf()
    with pytest.raises(Cancelled):
        practise(shelf, load(), Heard(stop_after=2000), TODAY)
    assert shelf.kept == []


def test_a_school_is_not_put_on_top_of_another():
    shelf: Any = Shelf()
    practise(shelf, load(), Heard(), TODAY)
    with pytest.raises(Refused, match="practice_needs_empty_register"):
        practise(shelf, load(), Heard(), TODAY)


def test_progress_speaks_in_words():
    heard = Heard()
    shelf: Any = Shelf()
    practise(shelf, load(), heard, TODAY)
    assert heard.words[0] == "Inventing a school"
    assert "Enrolling pupils" in heard.words
    assert heard.words[-1] == "The practice school is ready"


def test_juno_and_her_family_are_as_everybody_knows_them(played):
    shelf, _ = played
    juno = named(shelf, "Juno Sampleton")
    here = next(s for s in shelf.of(Spell) if s.pupil == juno.id and s.covers(TODAY))
    adults = {each.name: each for each in shelf.of(Contact) if each.pupil == juno.id}
    assert juno.born == date(2018, 3, 14)
    assert (here.year, here.class_name) == ("4", "Kingfisher")
    assert adults["Dana Sampleton"].responsibility
    assert adults["Rex Sampleton"].restriction is Restriction.NO_CONTACT
    assert named(shelf, "Kit Sampleton")
    assert named(shelf, "Wren Sampleton")


def test_junos_answer_has_regular_sharing_and_particular_occasions(played):
    shelf, _ = played
    juno = named(shelf, "Juno Sampleton")
    facts = PupilFacts(
        pupil=juno,
        spells=tuple(each for each in shelf.of(Spell) if each.pupil == juno.id),
        flows=tuple(shelf.of(Flow)),
        exclusions=tuple(each for each in shelf.of(Exclusion) if each.pupil == juno.id),
        disclosures=tuple(each for each in shelf.of(Disclosure) if juno.id in each.cohort),
        recipients={each.id: each for each in shelf.of(Recipient)},
    )
    given = answer(facts, Lists(load().cycles, load().items), TODAY)
    once = {line.name: line for line in given.once}
    assert {"Pretend Plate Catering", "Department for Education"} <= {x.name for x in given.regular}
    assert once["Example Gazette"].last_sent == date(2026, 6, 19)
    assert any(line.purpose.startswith("so that speech") for line in given.once)


def test_every_unique_pupil_number_is_sound_and_unlike_the_others(played):
    pupils = played[0].of(Pupil)
    held = [pupil.upn for pupil in pupils if pupil.upn]
    assert len(set(held)) == len(held)
    assert all(upn.is_sound(number) for number in held)
    assert Counter(pupil.upn_state for pupil in pupils) == {
        upn.PERMANENT: len(pupils) - 2,
        upn.TEMPORARY: 1,
        upn.NONE: 1,
    }


def test_names_try_the_programs_letters(played):
    letters = {mark for pupil in played[0].of(Pupil) for mark in pupil.full_name}
    assert {"'", "-", "Ł", "ễ", "ọ"} <= letters
