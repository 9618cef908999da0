"""Term dates as schools write them, read leniently and never guessed at."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sharebook.domain.term_words import read_dates

TODAY = date(2026, 9, 14)


def spans(text):
    read = read_dates(text, TODAY)
    assert read.unread == ()
    return [
        (each.kind.value, each.name, each.first_day.isoformat(), each.last_day.isoformat())
        for each in read.found
    ]


AUTUMN = ("term", "Autumn term", "2026-09-02", "2026-12-18")


@pytest.mark.parametrize(
    "text",
    [
        "Autumn term: 2 September 2026 – 18 December 2026",
        "Autumn Term 2nd Sept to 18th Dec",
        "autumn: 02/09/2026 - 18/12/2026",
        "Autumn term\t2026-09-02\t2026-12-18",
        "Autumn Term: Wednesday 2 September until Friday 18 December 2026",
        "Autumn Term\nStarts Wednesday 2nd September\nEnds Friday 18 December",
        "School year 2026/27\nAutumn term starts 2 September\nAutumn term ends 18 December",
        "• Autumn term – 2 September 2026 to 18 December 2026.",
    ],
)
def test_a_term_is_read_however_it_is_written(text):
    assert spans(text) == [AUTUMN]


def test_one_line_holds_a_term_its_half_term_and_an_inset_day():
    text = "Autumn term: 2 September 2026 – 18 December 2026; half term 26–30 October; INSET 2 Sept"
    assert spans(text) == [
        AUTUMN,
        ("break", "Half term", "2026-10-26", "2026-10-30"),
        ("inset", "INSET", "2026-09-02", "2026-09-02"),
    ]


def test_a_holiday_over_new_year_and_days_named_afterwards():
    assert spans("Christmas holiday: 21 December to 1 January 2027") == [
        ("break", "Holiday", "2026-12-21", "2027-01-01")
    ]
    assert spans("Monday 25 January 2027 - INSET day") == [
        ("inset", "INSET", "2027-01-25", "2027-01-25")
    ]
    assert len(spans("Training days: 2 Sept, 4 January and 22 July 2027")) == 3


@pytest.mark.parametrize(
    "line",
    [
        "Half term 31 February",
        "Autumn term 18 December 2026 to 2 September 2026",
        "Open evening 3 October",
        "Autumn term ends 18 December",
        "Spring term 2027 to 2031: 4 January 2027 – 4 April 2031",
    ],
)
def test_what_cannot_be_meant_is_left_out_and_said(line):
    read = read_dates(line, TODAY)
    assert (read.found, read.unread) == ((), (line,))


@given(st.text(max_size=200))
def test_any_text_at_all_is_read_without_a_fault(text):
    read = read_dates(text, TODAY)
    assert all(each.first_day <= each.last_day for each in read.found)
