"""Cycles give due days: always school days, whole over any span, as the rows say."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sharebook.domain.cycles import due_dates, nearest
from sharebook.domain.due_rules import DueRule, Every
from sharebook.domain.names import Code
from tests.builders import catalogues
from tests.calendar.test_school_days import CALENDARS, DAY, DAYS, TYPED, UNTYPED

RULES = st.builds(
    DueRule,
    every=st.sampled_from(Every),
    months=st.lists(st.integers(1, 12), max_size=3).map(tuple),
    day=st.integers(0, 31),
    weekday=st.integers(0, 7),
    nth=st.integers(0, 5),
    days=st.integers(0, 21),
    by=st.booleans(),
)
YEAR = date(2026, 9, 1), date(2027, 8, 31)


def due(cycle: str, calendar=TYPED, first=YEAR[0], last=YEAR[1]):
    return due_dates(catalogues().cycles[Code(cycle)].due, calendar, first, last)


def test_the_census_is_on_thursdays_and_the_copy_a_week_later():
    census = [date(2026, 10, 1), date(2027, 1, 21), date(2027, 5, 20)]
    assert due("census_day") == census
    assert due("after_census") == [day + timedelta(days=7) for day in census]


def test_the_first_week_of_july_ends_on_its_last_school_day():
    assert due("first_week_july") == [date(2027, 7, 7)]
    assert due("first_week_july", UNTYPED, date(2029, 1, 1), date(2029, 12, 31)) == [
        date(2029, 7, 6)
    ]


def test_by_the_end_of_january_means_the_school_day_before_a_weekend():
    assert due("by_end_of_january") == [date(2027, 1, 29)]


def test_termly_is_the_end_of_each_term_and_the_usual_days_where_none_was_typed():
    assert due("termly") == [date(2026, 12, 18), date(2027, 3, 25), date(2027, 7, 16)]
    assert due("termly", UNTYPED) == [date(2026, 12, 18), date(2027, 3, 18), date(2027, 7, 16)]


def test_half_termly_has_the_day_before_half_term_too():
    assert date(2026, 10, 23) in due("half_termly")


def test_weekly_passes_over_a_week_without_school():
    weeks = due("weekly", TYPED, date(2026, 10, 19), date(2026, 11, 8))
    assert weeks == [date(2026, 10, 23), date(2026, 11, 6)]


def test_daily_is_every_school_day():
    assert due("daily", TYPED, date(2026, 9, 1), date(2026, 9, 4)) == [
        date(2026, 9, 3),
        date(2026, 9, 4),
    ]


@pytest.mark.parametrize("cycle", ["event", "case_by_case", "on_change", "continuous", "one_off"])
def test_what_has_no_rhythm_is_never_due(cycle):
    assert due(cycle) == []


def test_what_was_sent_late_was_for_the_day_before():
    days = due("census_day")
    assert nearest(days, date(2026, 10, 20)) == days[0]
    assert nearest(days, date(2027, 1, 4)) == days[1]
    assert nearest([], date(2027, 1, 4)) is None


@given(st.lists(RULES, max_size=3), CALENDARS, DAYS, st.integers(0, 200))
def test_every_due_day_is_a_school_day_in_order_and_inside(rules, calendar, first, length):
    last = first + length * DAY
    days = due_dates(rules, calendar, first, last)
    assert days == sorted(set(days))
    assert all(first <= day <= last and calendar.is_school_day(day) for day in days)


@given(st.lists(RULES, max_size=3), CALENDARS, DAYS, st.integers(0, 200), st.integers(1, 200))
def test_two_spans_give_what_the_whole_gives(rules, calendar, first, some, more):
    middle = first + some * DAY
    last = middle + more * DAY
    parts = due_dates(rules, calendar, first, middle) + due_dates(
        rules, calendar, middle + DAY, last
    )
    assert parts == due_dates(rules, calendar, first, last)
