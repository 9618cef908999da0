"""The practice school's days: its years, its terms, and dates said from today."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from sharebook.domain.intervals import Interval
from sharebook.domain.school_year import school_year

YEARS_KEPT = 3  # whole school years before the present one
_DAY = timedelta(days=1)
_SATURDAY = 5
_FIRST_MONTH = 9
TERMS = (  # the invented council's term dates: both halves of three terms, month and day
    ((9, 3), (10, 24)),
    ((11, 3), (12, 19)),
    ((1, 5), (2, 13)),
    ((2, 23), (3, 27)),
    ((4, 13), (5, 22)),
    ((6, 1), (7, 21)),
)


@dataclass(frozen=True, slots=True)
class Calendar:
    """Everything that is said "so many years ago" becomes a date here.

    Attributes:
        today: nothing in the book is dated on this day or after it.
        now: the calendar year in which the present school year began.
    """

    today: date
    now: int

    @classmethod
    def of(cls, today: date) -> "Calendar":
        """Return the calendar of a school that looks back from `today`."""
        return cls(today, school_year(today).first.year)

    @property
    def years(self) -> range:
        """The school years of the book, each by the year it began in."""
        return range(self.now - YEARS_KEPT, self.now + 1)

    @property
    def opens(self) -> date:
        """The first day of the book."""
        return date(self.now - YEARS_KEPT, _FIRST_MONTH, 1)

    def day(self, words: str) -> date:
        """Return the date that "-3 09-01" means: 1 September, three years before `now`."""
        years, month_day = words.split()
        month, number = month_day.split("-")
        return date(self.now + int(years), int(month), int(number))

    def in_year(self, year: int, month_day: str) -> date:
        """Return the school day nearest before "10-03" in the school year from `year`."""
        month, number = (int(part) for part in month_day.split("-"))
        return school_day(date(year + (month < _FIRST_MONTH), month, number))

    def any_days(self, random: Random, year: int, count: int) -> list[date]:
        """Return `count` school days of the school year from `year`, chosen by chance, in order."""
        return sorted(self.any_day(random, year) for _ in range(count))

    def any_day(self, random: Random, year: int) -> date:
        """Return one school day of the school year from `year`, chosen by chance."""
        first, last = random.choice(TERMS)
        span = Interval(self.in_days(year, first), self.in_days(year, last))
        days = (span.last - span.first).days
        return school_day(span.first + timedelta(days=random.randint(1, days)))

    def past(self, day: date) -> bool:
        """Say whether `day` belongs in the book."""
        return self.opens <= day < self.today

    @staticmethod
    def in_days(year: int, month_day: tuple[int, int]) -> date:
        """Return the date of a month and day in the school year from `year`."""
        return date(year + (month_day[0] < _FIRST_MONTH), *month_day)


def school_day(day: date) -> date:
    """Return `day`, or the Friday before where it falls on a weekend."""
    while day.weekday() >= _SATURDAY:
        day -= _DAY
    return day
