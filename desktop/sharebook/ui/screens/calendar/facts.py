"""What the page shows, read in one go away from the window."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from sharebook.domain.intervals import Interval
from sharebook.domain.recorded import Recorded
from sharebook.domain.school_dates import SchoolDate
from sharebook.services.calendar import Return

if TYPE_CHECKING:
    from sharebook.bootstrap.desk import Desk


@dataclass(frozen=True, slots=True)
class ReturnRow:
    """A known return with where it stands.

    Attributes:
        away: school days until it is due; below 0 so many ago.
    """

    due: Return
    away: int
    late: bool


@dataclass(frozen=True, slots=True)
class MonthFacts:
    """One month of the year.

    Attributes:
        days: how many school days it has.
        assumed: no terms were typed for some of it.
    """

    first: date
    days: int
    assumed: bool
    returns: tuple[ReturnRow, ...]

    @property
    def late(self) -> int:
        """How many returns of the month are overdue."""
        return sum(each.late for each in self.returns)

    @property
    def done(self) -> int:
        """How many are recorded."""
        return sum(bool(each.due.done) for each in self.returns)


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything on the page; the twelve months of one school year in order."""

    year: Interval
    months: tuple[MonthFacts, ...]
    dates: tuple[Recorded[SchoolDate], ...]
    school_days: tuple[int, ...]  # of each line of dates

    @property
    def assumed(self) -> bool:
        """Whether no term was typed for this year."""
        return not any(
            each.record.kind == "term"
            and Interval(each.record.first_day, each.record.last_day).meet(self.year)
            for each in self.dates
        )


def read(desk: "Desk", year: Interval) -> Facts:
    """Read a school year."""
    today = desk.clock.today()
    calendar = desk.calendar.days()
    rows: dict[tuple[int, int], list[ReturnRow]] = {}
    for each in desk.calendar.returns(year.first, year.last):
        late = each.day < today and not each.done
        away = calendar.count(today, each.day) or -calendar.count(each.day, today)
        rows.setdefault((each.day.year, each.day.month), []).append(ReturnRow(each, away, late))
    months = []
    for number in range(12):
        month = (year.first.month - 1 + number) % 12 + 1
        first = date(year.first.year + (month < year.first.month), month, 1)
        last = first.replace(day=monthrange(first.year, month)[1])
        days = list(calendar.within(first, last))
        assumed = not all(calendar.knows(day) for day in days)
        found = tuple(rows.get((first.year, month), ()))
        months.append(MonthFacts(first, len(days), assumed, found))
    dates = tuple(desk.calendar.dates())
    lengths = tuple(
        sum(1 for _ in calendar.within(each.record.first_day, each.record.last_day))
        for each in dates
    )
    return Facts(year, tuple(months), dates, lengths)
