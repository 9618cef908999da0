"""When something that repeats falls due, as rows of the cycles catalogue say it."""

from dataclasses import dataclass
from enum import StrEnum


class Every(StrEnum):
    """How often a rule gives a day."""

    DAY = "day"
    WEEK = "week"
    HALF_TERM = "half_term"
    TERM = "term"
    YEAR = "year"


@dataclass(frozen=True, slots=True, kw_only=True)
class DueRule:
    """One way of giving days.

    Attributes:
        months: 1 to 12; for terms, where no terms were typed.
        day: of the month; 0 is its last.
        weekday, nth: instead of a day: which weekday (1 is Monday) of the month, the how-manieth.
        days: so many days later.
        by: on a day without school the school day before, else the one after.
    """

    every: Every = Every.YEAR
    months: tuple[int, ...] = ()
    day: int = 0
    weekday: int = 0
    nth: int = 0
    days: int = 0
    by: bool = True
