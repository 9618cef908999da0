"""Dates as files write them; day and month are told apart for a whole column, or asked."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sharebook.intake.folding import tidy

_TIME = r"(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?)?"
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})" + _TIME, re.ASCII)
_NUMBERS = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})" + _TIME, re.ASCII)
_WORDED = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[-/. ]([a-z]{3,9})[-/. ,]+(\d{4}|\d{2})", re.ASCII)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_LAST_MONTH = 12
_LAST_DAY = 31
_CENTURY = 100
_YEARS_AHEAD = 5  # a two-digit year may be a leaving date to come


class DateOrder(StrEnum):
    """Which number of 03/04/2016 is the day."""

    DAY_FIRST = "day first"
    MONTH_FIRST = "month first"


@dataclass(frozen=True, slots=True)
class Said:
    """A date as read; `short_year` where the file gives two digits of the year."""

    day: date
    short_year: bool = False


@dataclass(frozen=True, slots=True)
class Proof:
    """What a column shows about its order.

    Attributes:
        order: the order proved, or None.
        mixed: some dates can only be one way round, others only the other.
        doubtful: examples that could be read both ways or prove the mixture.
    """

    order: DateOrder | None
    mixed: bool = False
    doubtful: tuple[str, ...] = ()


def prove_order(cells: Iterable[str]) -> Proof:
    """Return what the column `cells` proves; no doubtful dates need no proof."""
    seen: dict[DateOrder | None, list[str]] = {None: []}
    for cell in cells:
        numbers = _NUMBERS.fullmatch(tidy(cell))
        if numbers:
            seen.setdefault(_only_way(int(numbers[1]), int(numbers[2])), []).append(tidy(cell))
    proved = [order for order in DateOrder if order in seen]
    if len(proved) > 1:
        return Proof(None, mixed=True, doubtful=tuple(seen[order][0] for order in proved))
    return Proof(proved[0] if proved else None, doubtful=tuple(seen[None][:3]))


def read_day(cell: str, order: DateOrder, today: date) -> Said | None:
    """Return the date in `cell`, or None where there is no such day."""
    text = tidy(cell).lower()
    if found := _ISO.fullmatch(text.upper()):
        return _said(found[1], int(found[2]), int(found[3]), today)
    if found := _NUMBERS.fullmatch(text.upper()):
        first, second = int(found[1]), int(found[2])
        month, day = (second, first) if order is DateOrder.DAY_FIRST else (first, second)
        return _said(found[3], month, day, today)
    if (found := _WORDED.fullmatch(text)) and found[2][:3] in _MONTHS:
        return _said(found[3], _MONTHS.index(found[2][:3]) + 1, int(found[1]), today)
    return None


def _only_way(first: int, second: int) -> DateOrder | None:
    if _LAST_MONTH < first <= _LAST_DAY and 1 <= second <= _LAST_MONTH:
        return DateOrder.DAY_FIRST
    if _LAST_MONTH < second <= _LAST_DAY and 1 <= first <= _LAST_MONTH:
        return DateOrder.MONTH_FIRST
    return None


def _said(year: str, month: int, day: int, today: date) -> Said | None:
    short = len(year) == len("26")
    full = int(year)
    if short:
        full += today.year - today.year % _CENTURY
        full -= _CENTURY if full > today.year + _YEARS_AHEAD else 0
    try:
        return Said(date(full, month, day), short)
    except ValueError:
        return None
