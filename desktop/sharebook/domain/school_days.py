"""Which days are school days, and counting with them."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from sharebook.domain.school_dates import DateKind, SchoolDate
from sharebook.domain.school_year import school_year

_AUTUMN_BY, _SUMMER_FROM = 10, 5  # months: a year's first term has begun, its last may end
BankHolidays = Callable[[int], Mapping[date, str]]  # of a year, by day
_DAY = timedelta(days=1)
_SATURDAY = 5
_LONGEST_HOLIDAY = timedelta(weeks=10)  # a longer gap between two terms means one was not typed


@dataclass(frozen=True, slots=True)
class SchoolCalendar:
    """The school's days: typed terms and closures, weekends, and the nation's bank holidays.

    Where no term was typed every weekday that is no bank holiday counts as a school day;
    `knows` says where that is so.

    Attributes:
        dates: what was typed and stands, in any order.
        bank_holidays: the names of a year's bank holidays.
    """

    dates: tuple[SchoolDate, ...]
    bank_holidays: BankHolidays

    @property
    def terms(self) -> list[SchoolDate]:
        """The terms, in order."""
        found = [each for each in self.dates if each.kind is DateKind.TERM]
        return sorted(found, key=lambda each: (each.first_day, each.last_day))

    def knows(self, day: date) -> bool:
        """Say whether typed terms tell about `day`: it is in one, between two, or in summer."""
        terms = self.terms
        if any(term.holds(day) for term in terms):
            return True
        ended = max((term.last_day for term in terms if term.last_day < day), default=None)
        begins = min((term.first_day for term in terms if day < term.first_day), default=None)
        if ended is not None and begins is not None and begins - ended <= _LONGEST_HOLIDAY:
            return True
        return _before_autumn(day, ended, begins) or _in_summer(day, ended, begins)

    def why_closed(self, day: date) -> str:
        """Return why `day` is no school day: "weekend", a bank holiday's or a closure's name.

        Between two terms that is "school holiday"; "" means it is a school day.
        """
        if day.weekday() >= _SATURDAY:
            return "weekend"
        if holiday := self.bank_holidays(day.year).get(day):
            return holiday
        for each in self.dates:
            if each.kind is not DateKind.TERM and each.holds(day):
                return each.name
        in_term = any(term.holds(day) for term in self.terms)
        return "" if in_term or not self.knows(day) else "school holiday"

    def is_school_day(self, day: date) -> bool:
        """Say whether the school is open to pupils."""
        return not self.why_closed(day)

    def next(self, day: date) -> date:
        """Return the first school day from `day` on."""
        while not self.is_school_day(day):
            day += _DAY
        return day

    def before(self, day: date) -> date:
        """Return the last school day up to `day`."""
        while not self.is_school_day(day):
            day -= _DAY
        return day

    def add(self, day: date, number: int) -> date:
        """Return the day on which `number` school days after `day` have come; 0 is `day`."""
        for _ in range(number):
            day = self.next(day + _DAY)
        return day

    def count(self, after: date, until: date) -> int:
        """Return how many school days come after `after`, up to and with `until`."""
        return sum(1 for _ in self.within(after + _DAY, until))

    def within(self, first: date, last: date) -> Iterator[date]:
        """Yield the school days from `first` to `last`."""
        for number in range((last - first).days + 1):
            day = first + number * _DAY
            if self.is_school_day(day):
                yield day


def _before_autumn(day: date, ended: date | None, begins: date | None) -> bool:
    """Say whether the school year of `day` has yet to begin, with a term typed early in it."""
    year = school_year(day)
    if begins is None or begins > year.last or (ended is not None and ended >= year.first):
        return False
    return year.first.month <= begins.month <= _AUTUMN_BY


def _in_summer(day: date, ended: date | None, begins: date | None) -> bool:
    """Say whether the school year of `day` is over, its last typed term having ended late in it."""
    year = school_year(day)
    if ended is None or ended < year.first or (begins is not None and begins <= year.last):
        return False
    return _SUMMER_FROM <= ended.month <= year.last.month
