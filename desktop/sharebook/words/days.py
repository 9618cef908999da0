"""Dates and numbers as a person reads them: "14 Sep 2026", "Five organisations"."""

from collections.abc import Sequence
from datetime import date

from sharebook.domain.months import MONTHS

_WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
_SHORT = 3


def short_day(day: date) -> str:
    """Return "14 Sep 2026"."""
    return f"{day.day} {MONTHS[day.month - 1][:_SHORT]} {day.year}"


def long_day(day: date) -> str:
    """Return "14 September 2026"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def weekday_day(day: date) -> str:
    """Return "Monday 14 September 2026"."""
    return f"{_WEEKDAYS[day.weekday()]} {long_day(day)}"


def short_month(month: int) -> str:
    """Return "Sep" for 9."""
    return MONTHS[month - 1][:_SHORT]


def month_year(day: date) -> str:
    """Return "Sep 2022"."""
    return f"{short_month(day.month)} {day.year}"


_SMALL = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]


def count(number: int, one: str, many: str = "") -> str:
    """Return "1 pupil", "412 pupils"; `many` where adding s is wrong."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def spoken_count(number: int, one: str, many: str = "") -> str:
    """Return "Five organisations", with small numbers as words, capital first."""
    said = _SMALL[number] if number < len(_SMALL) else f"{number:,}"
    return f"{said.capitalize()} {one if number == 1 else many or one + 's'}"


def and_joined(words: Sequence[str]) -> str:
    """Return "name, class and allergies"."""
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1]))) if words else ""
