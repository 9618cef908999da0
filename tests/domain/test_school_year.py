"""The school year turns on 1 September."""

from datetime import date

import pytest

from sharebook.domain.intervals import Interval
from sharebook.domain.school_year import school_year, year_name


@pytest.mark.parametrize(
    ("day", "first"),
    [
        (date(2026, 8, 31), 2025),
        (date(2026, 9, 1), 2026),
        (date(2027, 1, 1), 2026),
    ],
)
def test_the_year_turns_on_the_first_of_september(day, first):
    assert school_year(day) == Interval(date(first, 9, 1), date(first + 1, 8, 31))


def test_its_name_is_short():
    assert year_name(school_year(date(2026, 9, 14))) == "2026–27"
