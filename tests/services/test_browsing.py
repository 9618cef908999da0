"""A long log is read a year at a time, and nothing is lost between two of them."""

from datetime import date

from sharebook.domain.intervals import Interval
from sharebook.domain.names import DisclosureId
from tests.builders import a_disclosure

PAT = "Pat Inkwell"


def test_a_log_without_entries_has_no_years(office):
    assert office.browsing.years(date.min, date(2026, 9, 14)) == []


def test_the_years_of_a_log_meet_and_hold_every_entry_once(office):
    days = (date(2024, 8, 31), date(2024, 9, 1), date(2025, 2, 3), date(2026, 9, 14))
    with office.register.writing(PAT) as writer:
        for number, day in enumerate(days, 1):
            writer.add(a_disclosure(id=DisclosureId(number), day=day))

    years = office.browsing.years(date.min, days[-1])

    assert years == [
        Interval(date(2026, 9, 1), days[-1]),
        Interval(date(2025, 9, 1), date(2026, 8, 31)),
        Interval(date(2024, 9, 1), date(2025, 8, 31)),
        Interval(days[0], days[0]),
    ]
    read = [row for year in years for row in office.browsing.log(year.first, year.last)]
    assert read == office.browsing.log(date.min, days[-1])
    assert len(read) == len(days)
    assert office.browsing.years(days[2], days[2]) == [Interval(days[2], days[2])]
