from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sharebook.domain.day_words import read_day
from sharebook.domain.errors import Refused
from sharebook.words.sentences import told

TODAY = date(2026, 9, 14)  # a Monday


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("today", date(2026, 9, 14)),
        ("Yesterday", date(2026, 9, 13)),
        ("fri", date(2026, 9, 11)),
        ("Monday", date(2026, 9, 14)),
        ("14/9", date(2026, 9, 14)),
        ("15/9", date(2025, 9, 15)),
        ("3.3.26", date(2026, 3, 3)),
        ("14 sep", date(2026, 9, 14)),
        ("1st June 2025", date(2025, 6, 1)),
        ("Monday 14 September 2026", date(2026, 9, 14)),
        ("2026-09-14", date(2026, 9, 14)),
        ("29/2", date(2024, 2, 29)),
        ("1/1/98", date(1998, 1, 1)),
    ],
)
def test_a_day_is_read_as_a_person_means_it(typed: str, meant: date):
    assert read_day(typed, TODAY) == meant


@pytest.mark.parametrize(
    ("typed", "meant"), [("fri", date(2026, 9, 18)), ("13/9", date(2027, 9, 13))]
)
def test_looking_ahead_the_next_such_day_is_meant(typed: str, meant: date):
    assert read_day(typed, TODAY, ahead=True) == meant


def test_a_month_that_is_shorter_is_said_with_its_last_day():
    with pytest.raises(Refused) as refusal:
        read_day("31/9/2026", TODAY)

    assert told(refusal.value) == "September has 30 days. Did you mean 30 September?"


@pytest.mark.parametrize(
    "typed", ["soon", "14/13", "0/9/2026", "9999999", "1 brumaire", "0000-1-1"]
)
def test_what_is_no_day_is_refused_with_a_cure(typed: str):
    with pytest.raises(Refused) as refusal:
        read_day(typed, TODAY)

    assert told(refusal.value)


@given(st.dates(date(1950, 1, 1), date(2099, 12, 31)))
def test_every_way_of_writing_a_full_date_means_that_date(day: date):
    ways = (f"{day:%d/%m/%Y}", day.isoformat(), f"{day.day} {day:%b} {day.year}")

    assert {read_day(way, TODAY) for way in ways} == {day}


@given(st.dates(TODAY - timedelta(days=364), TODAY))
def test_without_a_year_the_last_such_day_is_meant(day: date):
    assert read_day(f"{day.day}/{day.month}", TODAY) == day
