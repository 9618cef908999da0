"""Who is easily taken for whom."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from sharebook.domain.names import PupilId
from sharebook.domain.pupils import Pupil
from sharebook.domain.twins import alike, twins
from tests.builders import a_pupil

BEA = a_pupil(id=PupilId(2), forename="Bea", upn="")
children = st.lists(
    st.builds(
        a_pupil,
        surname=st.sampled_from(["Sampleton", "SAMPLETON ", "Exampleby", ""]),
        forename=st.sampled_from(["Bea", "Ben", "Juno", ""]),
        born=st.sampled_from([date(2018, 3, 14), date(2018, 3, 15), date.min]),
        upn=st.sampled_from(["", "R674123101121", "V674123101122"]),
    ),
    max_size=5,
).map(lambda found: [_numbered(each, place) for place, each in enumerate(found, 1)])


def _numbered(pupil: Pupil, place: int) -> Pupil:
    return a_pupil(
        id=PupilId(place),
        surname=pupil.surname,
        forename=pupil.forename,
        born=pupil.born,
        upn=pupil.upn,
    )


def test_one_birthday_and_one_surname_make_twins():
    assert twins([a_pupil(), BEA]) == {1: (2,), 2: (1,)}


def test_another_day_or_surname_makes_none():
    later = a_pupil(id=PupilId(2), born=a_pupil().born + timedelta(days=1))
    assert not twins([a_pupil(), later])
    assert not twins([a_pupil(), a_pupil(id=PupilId(2), surname="Exampleby")])


def test_names_or_numbers_that_are_near_are_alike():
    assert alike(BEA, a_pupil(forename="Ben", upn=""))
    assert alike(a_pupil(), a_pupil(forename="Kit", upn="V674123101122"))
    assert not alike(a_pupil(), BEA)
    assert not alike(BEA, a_pupil(forename="Kit", upn=""))


@given(children)
def test_twins_hold_both_ways_and_never_of_oneself(pupils):
    found = twins(pupils)
    for one, others in found.items():
        assert one not in others
        assert all(one in found[other] for other in others)


@given(children)
def test_who_was_disposed_of_has_no_twin(pupils):
    gone = {pupil.id for pupil in pupils if pupil.disposed_of}
    assert not gone & set(twins(pupils))


@given(children, children)
def test_alike_holds_both_ways(some, others):
    for one in some:
        for other in others:
            assert alike(one, other) is alike(other, one)
