"""Who sits where and when: thirty seats a class, a newcomer for everyone who moves away."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from sharebook.services.practice.calendar import Calendar, school_day
from sharebook.services.practice.script import ChildScript

SEATS = 30  # in a class
CLASSES = 2  # in a year group
YEAR_GROUPS = ("R", "1", "2", "3", "4", "5", "6")
MOVERS = 8  # in a whole school year
_LAST = len(YEAR_GROUPS) - 1
_END_OF_YEAR = (8, 31)
_SEPTEMBER = 9
_JOINER_WAITS = (5, 21)  # days a seat stays empty


@dataclass(frozen=True, slots=True)
class Seat:
    """A place in a class for one cohort; `cohort` is the year its Reception began."""

    cohort: int
    half: int
    number: int


@dataclass(slots=True)
class Stay:
    """One child on one seat.

    Attributes:
        admitted: the day the child joined the school.
        left: the last day, or None while the child is here.
        moved: left before the end of Year 6.
        child: the part the script gives, if it is a child of the script.
    """

    seat: Seat
    admitted: date
    left: date | None = None
    moved: bool = False
    joined_late: bool = False
    child: ChildScript | None = None


def stays(
    calendar: Calendar,
    children: tuple[ChildScript, ...],
    classes: dict[str, tuple[int, int]],
    random: Random,
) -> list[Stay]:
    """Return every child's stay, in the order of admission.

    Args:
        calendar: the school's days.
        children: the children of the script, placed first.
        classes: class name to its year group (0 for Reception) and half.
        random: the chance.
    """
    placed = _placed(calendar, children, classes)
    moves = _moves(calendar, placed, random)
    found = [
        stay
        for seat in _seats(calendar)
        for stay in _on_seat(calendar, seat, placed.get(seat), moves.get(seat))
    ]
    return sorted(found, key=lambda stay: (stay.admitted, stay.seat.half, stay.seat.number))


def _seats(calendar: Calendar) -> Iterator[Seat]:
    for cohort in range(calendar.years.start - _LAST, calendar.now + 1):
        for half in range(CLASSES):
            for number in range(SEATS):
                yield Seat(cohort, half, number)


def _placed(
    calendar: Calendar, children: tuple[ChildScript, ...], classes: dict[str, tuple[int, int]]
) -> dict[Seat, ChildScript]:
    placed: dict[Seat, ChildScript] = {}
    for child in children:
        year, half = classes[child.class_name]
        cohort = calendar.now - year
        number = sum(1 for seat in placed if (seat.cohort, seat.half) == (cohort, half))
        placed[Seat(cohort, half, number)] = child
    return placed


def _moves(
    calendar: Calendar, placed: dict[Seat, ChildScript], random: Random
) -> dict[Seat, tuple[date, date]]:
    """Return when a child leaves a seat, and when the next one joins."""
    moves: dict[Seat, tuple[date, date]] = {}
    for seat, child in placed.items():
        if child.leaves:
            moves[seat] = (calendar.day(child.leaves), date(calendar.now, _SEPTEMBER, 1))
    for year in list(calendar.years)[:-1]:
        for day in calendar.any_days(random, year, MOVERS):
            cohort = year - random.randrange(_LAST)
            seat = Seat(cohort, random.randrange(CLASSES), random.randrange(6, SEATS))
            joins = school_day(day + timedelta(days=random.randint(*_JOINER_WAITS)))
            if seat not in placed:
                moves.setdefault(seat, (day, max(joins, day + timedelta(days=1))))
    return moves


def _on_seat(
    calendar: Calendar,
    seat: Seat,
    child: ChildScript | None,
    move: tuple[date, date] | None,
) -> list[Stay]:
    admitted = date(seat.cohort, _SEPTEMBER, 1)
    ends = date(seat.cohort + _LAST + 1, *_END_OF_YEAR)
    left = ends if ends < calendar.today else None
    if move is None:
        return [Stay(seat, admitted, left, child=child)]
    gone, comes = move
    return [
        Stay(seat, admitted, gone, moved=True, child=child),
        Stay(seat, comes, left, joined_late=True),
    ]
