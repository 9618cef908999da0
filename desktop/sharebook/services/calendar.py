"""The school's calendar: terms and closures, school days, and the returns of the year."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial

from sharebook.catalogues.bank_holidays import bank_holidays
from sharebook.domain.catalogue import Catalogues, Cycle
from sharebook.domain.clock import Clock
from sharebook.domain.cycles import due_dates, nearest
from sharebook.domain.disclosures import Disclosure
from sharebook.domain.due_rules import Every
from sharebook.domain.entries import standing
from sharebook.domain.errors import Refused
from sharebook.domain.flows import Flow, Standing
from sharebook.domain.names import FlowId
from sharebook.domain.recorded import Recorded
from sharebook.domain.school_dates import SchoolDate, SchoolDateId
from sharebook.domain.school_days import SchoolCalendar
from sharebook.domain.term_words import ReadDate, read_dates
from sharebook.services.book import Book
from sharebook.services.ports import Register

HALF_A_YEAR = timedelta(days=190)  # an entry further from a due day was for another
_TOO_OFTEN = frozenset({Every.DAY, Every.WEEK})  # they run by themselves; a year of them is noise


@dataclass(frozen=True, slots=True)
class Proposed:
    """One span of a text as it would be kept.

    Attributes:
        replaces: what it takes the place of, or None.
        known: it stands there already; nothing would be written.
    """

    read: ReadDate
    replaces: Recorded[SchoolDate] | None = None
    known: bool = False


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a text of term dates would change; nothing is written yet."""

    lines: tuple[Proposed, ...]
    unread: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Return:
    """One known return on the day it falls due.

    Attributes:
        done: number of the entry that tells it went, or 0.
        assumed: no terms were typed for that time; the day may shift.
    """

    flow: FlowId
    name: str
    purpose: str
    cycle: str
    day: date
    done: int = 0
    assumed: bool = False


class Calendar:
    """Keeps the school's dates, and works out what falls due when."""

    def __init__(
        self, register: Register, book: Book, catalogues: Catalogues, clock: Clock
    ) -> None:
        self._register = register
        self._book = book
        self._catalogues = catalogues
        self._clock = clock

    # ------------------------------------------------------------ the dates

    def dates(self) -> list[Recorded[SchoolDate]]:
        """Return the terms and closures that stand, in order of their days."""
        found = [each for each in self._register.current(SchoolDate) if not each.record.removed]
        return sorted(found, key=lambda each: (each.record.first_day, each.record.last_day))

    def days(self) -> SchoolCalendar:
        """Return the calendar to count with."""
        nation = self._catalogues.nations.get(self._book.school().nation)
        part = nation.bank_holidays if nation else ""
        return SchoolCalendar(self._book.school_dates(), partial(bank_holidays, part))

    def read(self, text: str) -> Proposal:
        """Return what `text` would change, to be looked at first.

        Raises:
            Refused: calendar_nothing_read, there is no day in it.
        """
        read = read_dates(text, self._clock.today())
        if not read.found:
            raise Refused("calendar_nothing_read", "text")
        standing_now = self.dates()
        return Proposal(tuple(_proposed(each, standing_now) for each in read.found), read.unread)

    def keep(self, lines: Iterable[Proposed], person: str) -> list[SchoolDate]:
        """Write what was proposed, and return what is new; what stood before stays on record."""
        wanted = [each for each in lines if not each.known]
        made = []
        gone: set[int] = set()
        with self._register.writing(person) as writer:
            for each in wanted:
                old = each.replaces if each.replaces and each.replaces.seq not in gone else None
                number = old.record.id if old else SchoolDateId(writer.next_id(SchoolDate))
                read = each.read
                new = SchoolDate(number, read.kind, read.name, read.first_day, read.last_day)
                writer.add(new, old.seq if old else None, "typed anew" if old else "")
                gone |= {old.seq} if old else set()
                made.append(new)
        return made

    def take_out(self, number: int, because: str, person: str) -> SchoolDate:
        """Let a term or closure count no longer; it stays on record with the reason.

        Raises:
            Refused: no such one, or no reason.
        """
        found = next((each for each in self.dates() if each.record.id == number), None)
        if found is None:
            raise Refused("school_date_unknown", "number", number=number)
        if not because.strip():
            raise Refused("school_date_needs_because", "because")
        gone = replace(found.record, removed=True)
        with self._register.writing(person) as writer:
            writer.add(gone, found.seq, because.strip())
        return gone

    # ------------------------------------------------------------ what falls due

    def returns(self, first: date, last: date) -> list[Return]:
        """Return the known returns from `first` to `last`, by day, those recorded marked."""
        spread = standing(
            self._register.disclosures_between(first - HALF_A_YEAR, last + HALF_A_YEAR)
        )
        return self.returns_among([each.record for each in spread], first, last)

    def returns_among(
        self, entries: Sequence[Disclosure], first: date, last: date, *, reminded: bool = False
    ) -> list[Return]:
        """Return the same where the entries half a year around are known already.

        Args:
            entries: of the log, those that stand.
            first: the first day.
            last: the last day, counted too.
            reminded: only those Today asks for.
        """
        calendar = self.days()
        gave = _given(entries)
        days_of: dict[str, list[date]] = {}
        found: list[Return] = []
        for flow in self._book.flows():
            cycle = self._catalogues.cycles.get(flow.cycle)
            if cycle is None or not _is_return(flow, cycle):
                continue
            if reminded and not (cycle.reminds and flow.standing is Standing.ACTIVE):
                continue  # whether a conditional one is due, only the office can say
            if flow.cycle not in days_of:
                around = first - 2 * HALF_A_YEAR, last + 2 * HALF_A_YEAR
                days_of[flow.cycle] = due_dates(cycle.due, calendar, *around)
            days = days_of[flow.cycle]
            done = _done(days, gave.get(flow.id, ()))
            found += [
                self._return(flow, cycle, day, done.get(day, 0), calendar)
                for day in days
                if first <= day <= last and flow.runs_on(day)
            ]
        return sorted(found, key=lambda each: (each.day, each.name, each.purpose))

    def _return(
        self, flow: Flow, cycle: Cycle, day: date, done: int, calendar: SchoolCalendar
    ) -> Return:
        name = self._book.recipients()[flow.recipient].labelled(flow.unit)
        assumed = not calendar.knows(day)
        return Return(flow.id, name, flow.purpose, cycle.words, day, done, assumed)


def _is_return(flow: Flow, cycle: Cycle) -> bool:
    often = any(rule.every in _TOO_OFTEN for rule in cycle.due)
    return bool(cycle.due) and not often and flow.standing is not Standing.RESERVED


def _given(entries: Iterable[Disclosure]) -> dict[FlowId, list[Disclosure]]:
    """Return the entries that gave data, by the flow they used."""
    found: dict[FlowId, list[Disclosure]] = {}
    for entry in entries:
        if entry.flow is not None and entry.gave_data:
            found.setdefault(entry.flow, []).append(entry)
    return found


def _done(days: Sequence[date], entries: Iterable[Disclosure]) -> dict[date, int]:
    """Return which of a flow's entries was for which due day."""
    done: dict[date, int] = {}
    for entry in entries:
        day = nearest(days, entry.day)
        if day is not None and abs(day - entry.day) <= HALF_A_YEAR:
            done[day] = entry.number
    return done


def _proposed(read: ReadDate, known: Sequence[Recorded[SchoolDate]]) -> Proposed:
    for each in known:
        old = each.record
        if (
            old.kind is read.kind
            and read.first_day <= old.last_day
            and (old.first_day <= read.last_day)
        ):
            told = (old.name, old.first_day, old.last_day)
            same = told == (read.name, read.first_day, read.last_day)
            return Proposed(read, each, known=same)
    return Proposed(read)
