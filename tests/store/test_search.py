from datetime import date

import pytest

from sharebook.domain.pupils import Pupil
from tests.store.samples import a_pupil, a_spell, write

NAMES = {
    1: ("Juno", "O'Brien"),
    2: ("Quill", "St John"),
    3: ("Łukasz", "Fernley"),
    4: ("Søren", "Groß"),
    5: ("Anne-Marie", "Sampleton"),
    6: ("Bo", "Sample"),
}


@pytest.fixture
def found(register):
    pupils = [a_pupil(n, forename=first, surname=last) for n, (first, last) in NAMES.items()]
    spells = [a_spell(n, n, class_name="3B" if n < 4 else "Oak Class") for n in NAMES]
    write(register, *pupils, *spells)
    return lambda words, limit=50: [pupil.id for pupil in register.find_pupils(words, limit)]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("obrien", [1]),
        ("O'Br", [1]),
        ("o’brien", [1]),
        ("stjohn", [2]),
        ("st john", [2]),
        ("St. J", [2]),
        ("lukasz", [3]),
        ("ŁUKASZ", [3]),
        ("soren", [4]),
        ("gross", [4]),
        ("marie", [5]),
        ("annemarie", [5]),
        ("anne-marie", [5]),
        ("ampl", [6, 5]),
        ("sample", [6, 5]),
        ("sampleton anne", [5]),
        ("b", [6]),
        ("bo", [6]),
        ("3b", [3, 1, 2]),
        ("3b fern", [3]),
        ("oak", [4, 6, 5]),
        ("A000000000004", [4]),
        ("a00000000000", [3, 4, 1, 6, 5, 2]),
        ("zzz", []),
        ("juno zzz", []),
        ("", []),
        ('"', []),
        ("' OR 1", []),
    ],
)
def test_a_child_is_found_by_what_the_office_types(found, words, expected):
    assert found(words) == expected


def test_children_on_roll_come_before_leavers(register, found):
    write(register, a_pupil(7, surname="Aardvark", forename="Bo"))
    write(register, a_spell(7, 7, first_day=date(2020, 9, 1), last_day=date(2021, 7, 20)))

    assert found("bo") == [6, 7]


def test_the_class_is_todays_class(register, found, clock):
    (seq,) = [each.seq for each in register.about(type(a_spell()), 1)]
    with register.writing("Pat") as writer:
        writer.add(a_spell(1, 1, class_name="3B", last_day=date(2026, 12, 31)), supersedes=seq)
        writer.add(a_spell(7, 1, class_name="9Z", first_day=date(2027, 1, 1)))
    assert found("9z") == []

    clock.moment = clock.moment.replace(year=2027)

    assert found("9z") == [1]
    assert found("3b") == [3, 2]


def test_a_corrected_name_is_found_and_the_mistake_is_not(register, found):
    (old,) = [each.seq for each in register.versions(Pupil, 1)]
    with register.writing("Pat") as writer:
        writer.add(a_pupil(1, surname="Newley"), supersedes=old)

    assert found("newl") == [1]
    assert found("obrien") == []


def test_a_former_name_still_finds_the_child(register, found):
    write(register, a_pupil(8, surname="Married", former_names=("Maiden",)))

    assert found("maiden") == [8]


def test_no_more_are_found_than_asked_for(found):
    assert len(found("a000", 2)) == 2


def test_names_that_begin_with_the_word_come_before_names_that_hold_it(register, found):
    write(register, a_pupil(9, surname="Aasample"), a_spell(9, 9))

    assert found("sample") == [6, 5, 9]
