"""Spans of days keep every day they should and no other."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from sharebook.domain.coverage import coverage
from sharebook.domain.intervals import Interval, joined
from sharebook.domain.names import SpellId
from tests.builders import a_flow, a_pupil, a_spell, an_exclusion

START = date(2024, 1, 1)
DAYS = st.integers(0, 60).map(lambda number: START + timedelta(number))
SPANS = st.tuples(DAYS, DAYS).map(lambda pair: Interval(min(pair), max(pair)))


def days(spans) -> set[date]:
    return {
        span.first + timedelta(number)
        for span in spans
        for number in range((span.last - span.first).days + 1)
    }


@given(st.lists(SPANS))
def test_joining_keeps_the_same_days(spans):
    result = joined(spans)

    assert days(result) == days(spans)
    assert all(one.last + timedelta(1) < two.first for one, two in pairwise(result))


@given(SPANS, SPANS)
def test_meeting_and_cutting_share_out_the_days(one, other):
    met = one.meet(other)

    assert days([met] if met else []) == days([one]) & days([other])
    assert days(one.without(other)) == days([one]) - days([other])


@given(st.lists(SPANS, max_size=4), SPANS, SPANS, DAYS)
def test_a_flow_covers_a_day_if_and_only_if_each_rule_does(spells, running, shut, until):
    flow = a_flow(valid_from=running.first, valid_to=running.last)
    on_roll = [
        a_spell(id=SpellId(number), first_day=span.first, last_day=span.last)
        for number, span in enumerate(spells, 1)
    ]
    exclusion = an_exclusion(first_day=shut.first, last_day=shut.last)

    covered = days(coverage(flow, a_pupil(), on_roll, [exclusion], until))

    for number in range(61):
        day = START + timedelta(number)
        expected = (
            day <= until
            and flow.runs_on(day)
            and any(spell.covers(day) for spell in on_roll)
            and not exclusion.holds_on(day)
        )
        assert (day in covered) == expected
