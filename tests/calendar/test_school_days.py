"""School days: typed terms where there are some, weekdays without bank holidays where not."""

from datetime import date, timedelta
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sharebook.catalogues.bank_holidays import bank_holidays
from sharebook.domain.school_dates import DateKind, SchoolDate, SchoolDateId
from sharebook.domain.school_days import SchoolCalendar

ENGLAND = partial(bank_holidays, "ENG")
DAY = timedelta(days=1)
DAYS = st.dates(date(2024, 1, 1), date(2029, 12, 31))


def a_date(kind: DateKind, first: date, last: date, name: str = "Autumn term") -> SchoolDate:
    return SchoolDate(SchoolDateId(1), kind, name, first, last)


AUTUMN = a_date(DateKind.TERM, date(2026, 9, 2), date(2026, 12, 18))
SPRING = a_date(DateKind.TERM, date(2027, 1, 5), date(2027, 3, 26), "Spring term")
HALF = a_date(DateKind.BREAK, date(2026, 10, 26), date(2026, 10, 30), "Half term")
INSET = a_date(DateKind.INSET, date(2026, 9, 2), date(2026, 9, 2), "INSET")
TYPED = SchoolCalendar((AUTUMN, SPRING, HALF, INSET), ENGLAND)
UNTYPED = SchoolCalendar((), ENGLAND)

CALENDARS = st.builds(
    lambda dates: SchoolCalendar(tuple(dates), ENGLAND),
    st.lists(
        st.builds(
            lambda kind, first, length: a_date(kind, first, first + length * DAY),
            st.sampled_from(DateKind),
            DAYS,
            st.integers(0, 100),
        ),
        max_size=6,
    ),
)


@pytest.mark.parametrize(
    ("day", "why"),
    [
        (date(2026, 9, 14), ""),
        (date(2026, 9, 12), "weekend"),
        (date(2026, 9, 2), "INSET"),
        (date(2026, 10, 28), "Half term"),
        (date(2026, 12, 25), "Christmas Day"),
        (date(2026, 12, 22), "school holiday"),
        (date(2026, 9, 1), "school holiday"),
        (date(2027, 4, 14), ""),  # after the last typed term nothing is known
    ],
)
def test_why_the_school_is_closed(day, why):
    assert TYPED.why_closed(day) == why


def test_the_summer_after_the_last_term_is_a_holiday():
    summer = a_date(DateKind.TERM, date(2027, 4, 12), date(2027, 7, 21), "Summer term")
    whole = SchoolCalendar((*TYPED.dates, summer), ENGLAND)
    assert whole.why_closed(date(2027, 8, 4)) == "school holiday"
    assert whole.is_school_day(date(2027, 9, 6))  # nothing is typed of the next year


def test_without_terms_weekdays_that_are_no_bank_holidays_count_and_it_says_so():
    assert UNTYPED.is_school_day(date(2026, 12, 22))
    assert not UNTYPED.is_school_day(date(2026, 12, 25))
    assert not UNTYPED.knows(date(2026, 12, 22))
    assert TYPED.knows(date(2026, 12, 22))
    assert not TYPED.knows(date(2027, 4, 14))


@pytest.mark.parametrize(
    ("part", "day", "closed"),
    [
        ("ENG", date(2026, 11, 30), False),
        ("SCT", date(2026, 11, 30), True),  # St Andrew's Day
        ("NIR", date(2026, 3, 17), True),  # St Patrick's Day
        ("WLS", date(2026, 4, 6), True),  # Easter Monday
        ("SCT", date(2026, 4, 6), False),
    ],
)
def test_each_nation_has_its_own_bank_holidays(part, day, closed):
    assert (day in bank_holidays(part, day.year)) is closed


def test_ten_school_days_pass_over_half_term():
    assert TYPED.add(date(2026, 10, 19), 10) == date(2026, 11, 9)
    assert TYPED.count(date(2026, 10, 19), date(2026, 11, 9)) == 10


@given(CALENDARS, DAYS, st.integers(0, 40))
def test_what_is_added_is_what_is_counted(calendar, day, number):
    later = calendar.add(day, number)
    assert calendar.count(day, later) == number
    assert number == 0 or calendar.is_school_day(later)


@given(CALENDARS, DAYS, st.integers(0, 20), st.integers(0, 20))
def test_adding_twice_is_adding_the_sum(calendar, day, some, more):
    assert calendar.add(calendar.add(day, some), more) == calendar.add(day, some + more)


@given(CALENDARS, DAYS)
def test_the_next_school_day_and_the_one_before_leave_none_out(calendar, day):
    after, before = calendar.next(day), calendar.before(day)
    assert before <= day <= after
    assert calendar.is_school_day(after)
    assert calendar.is_school_day(before)
    assert calendar.count(before, after - DAY) == 0 or before == after
    assert (before == day) is (after == day) is calendar.is_school_day(day)


@given(CALENDARS, DAYS, st.integers(0, 300), st.integers(0, 300))
def test_counts_join(calendar, day, some, more):
    middle, end = day + some * DAY, day + (some + more) * DAY
    assert calendar.count(day, end) == calendar.count(day, middle) + calendar.count(middle, end)
