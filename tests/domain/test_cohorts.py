"""A frozen set of pupils is exactly the set it was made from."""

from hypothesis import given
from hypothesis import strategies as st

from sharebook.domain.cohorts import Cohort
from sharebook.domain.names import PupilId

IDS = st.sets(st.integers(1, 16_000).map(PupilId))


@given(IDS)
def test_a_cohort_holds_exactly_its_pupils(ids):
    cohort = Cohort.of(ids)

    assert list(cohort) == sorted(ids)
    assert len(cohort) == len(ids)
    assert all(pupil in cohort for pupil in ids)


@given(IDS, st.integers(-5, 20_000))
def test_nobody_else_is_in_it(ids, pupil):
    assert (pupil in Cohort.of(ids)) == (pupil in ids)


@given(IDS, IDS)
def test_equal_sets_share_a_digest_and_different_ones_do_not(one, other):
    assert (Cohort.of(one).digest == Cohort.of(other).digest) == (one == other)


@given(st.lists(IDS, max_size=5))
def test_everyone_of_several_cohorts_is_in_their_union(sets):
    together = Cohort.union(Cohort.of(ids) for ids in sets)

    assert together == Cohort.of(pupil for ids in sets for pupil in ids)


def test_a_whole_school_of_420_is_small():
    assert len(Cohort.of(PupilId(n) for n in range(1, 421)).bits) < 60


def test_a_name_is_never_in_a_cohort():
    assert "Juno" not in Cohort.of([PupilId(1)])
