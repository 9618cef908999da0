"""The two lists of the page."""

from dataclasses import dataclass
from datetime import date

from sharebook.domain.recorded import Recorded
from sharebook.domain.school_dates import DateKind, SchoolDate
from sharebook.services.calendar import Proposed
from sharebook.ui.chips import Chip
from sharebook.ui.models.rows import Column
from sharebook.ui.screens.calendar.facts import ReturnRow
from sharebook.words.days import count, short_day, short_month

KINDS = {
    DateKind.TERM: "Term",
    DateKind.BREAK: "Half term or holiday",
    DateKind.INSET: "INSET day",
    DateKind.CLOSED: "Closed",
}


@dataclass(frozen=True, slots=True)
class DateRow:
    """A term or closure, with how many school days it has."""

    recorded: Recorded[SchoolDate]
    days: int


def when(row: ReturnRow) -> str:
    """Return "12 school days left", "3 school days ago", "today"."""
    if row.due.done:
        return "Recorded"
    if row.away == 0:
        return "Now"
    words = count(abs(row.away), "school day")
    return f"{words} left" if row.away > 0 else f"{words} ago"


def span(first: date, last: date) -> str:
    """Return "2 Sep – 18 Dec 2026", or the one day; the first with its year where it differs."""
    if first == last:
        return short_day(first)
    begin = short_day(first)
    if first.year == last.year:
        begin = f"{first.day} {short_month(first.month)}"
    return f"{begin} – {short_day(last)}"


def dates(row: DateRow) -> str:
    """Return the days of a term or closure."""
    return span(row.recorded.record.first_day, row.recorded.record.last_day)


def _before(line: Proposed) -> str:
    if line.known or line.replaces is None:
        return ""
    old = line.replaces.record
    return f"Was {span(old.first_day, old.last_day)}"


def _state(row: ReturnRow) -> Chip:
    if row.due.done:
        return Chip(f"Entry {row.due.done}", "ok")
    return Chip("Overdue", "overdue") if row.late else Chip("To do", "fact")


def _days(row: DateRow) -> str:
    return count(row.days, "school day") if row.recorded.record.kind is DateKind.TERM else ""


def _news(line: Proposed) -> Chip:
    if line.known:
        return Chip("There already", "old", "check")
    return Chip("Changes", "change") if line.replaces else Chip("New", "add")


PROPOSED: list[Column[Proposed]] = [
    Column("What", lambda it: it.read.name, second=lambda it: KINDS[it.read.kind], bold=True),
    Column(
        "When",
        lambda it: span(it.read.first_day, it.read.last_day),
        second=_before,
    ),
    Column("", lambda _it: "", chip=_news, width=140),
]
RETURNS: list[Column[ReturnRow]] = [
    Column(
        "Due",
        lambda it: short_day(it.due.day),
        second=when,
        sort=lambda it: it.due.day,
        width=150,
    ),
    Column("To whom", lambda it: it.due.name, second=lambda it: it.due.purpose, bold=True),
    Column(
        "",
        lambda _it: "",
        chip=_state,
        width=130,
    ),
]
DATES: list[Column[DateRow]] = [
    Column(
        "What",
        lambda it: it.recorded.record.name,
        second=lambda it: KINDS[it.recorded.record.kind],
        bold=True,
    ),
    Column(
        "When",
        dates,
        second=_days,
        sort=lambda it: it.recorded.record.first_day,
    ),
    Column("Typed by", lambda it: it.recorded.by, width=170),
]
