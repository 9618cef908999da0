"""Receipts that have not come: when to ask again, that one was asked for, that it came."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from sharebook.domain.catalogue import Catalogues
from sharebook.domain.clock import Clock
from sharebook.domain.disclosures import Disclosure, Receipt
from sharebook.domain.entries import standing
from sharebook.domain.errors import Refused
from sharebook.domain.recorded import Recorded
from sharebook.domain.school_dates import Chase, ChaseId
from sharebook.domain.school_days import SchoolCalendar
from sharebook.services.ports import Register


@dataclass(frozen=True, slots=True)
class Awaited:
    """A receipt that has not come.

    Attributes:
        ask_on: the day from which it should be asked for, again if it was asked for before.
        asked: the days it was asked for, oldest first.
    """

    entry: Disclosure
    ask_on: date
    asked: tuple[date, ...] = ()


class Chasing:
    """Writes that a receipt came, as a version of its entry, and each time it was asked for."""

    def __init__(self, register: Register, catalogues: Catalogues, clock: Clock) -> None:
        self._register = register
        self._catalogues = catalogues
        self._clock = clock

    def awaited(self, entries: Iterable[Disclosure], calendar: SchoolCalendar) -> list[Awaited]:
        """Return which of `entries` wait for a receipt, with the day to ask for it."""
        waiting = [each for each in entries if each.receipt is Receipt.EXPECTED]
        asked = self._asked() if waiting else {}
        return [self._awaited(each, asked.get(each.number, ()), calendar) for each in waiting]

    def every(self, calendar: SchoolCalendar) -> list[Awaited]:
        """Return every receipt that has not come, the one to ask for first on top."""
        found = standing(self._register.disclosures_between(date.min, self._clock.today()))
        entries = [each.record for each in found if not each.disposed]
        return sorted(
            self.awaited(entries, calendar), key=lambda each: (each.ask_on, each.entry.number)
        )

    def received(self, number: int, person: str, tracking: str = "") -> Recorded[Disclosure]:
        """Write under entry `number` that the receipt came today.

        Raises:
            Refused: no such entry, it is struck out or put right, or no receipt is awaited.
        """
        newest = self._waiting(number)
        came = replace(newest.record, receipt=Receipt.RECEIVED)
        if tracking.strip():
            came = replace(came, tracking=tracking.strip())
        with self._register.writing(person) as writer:
            seq = writer.add(came, newest.seq, "the receipt came")
        return self._register.record_at(Disclosure, seq)

    def undo_received(self, number: int, person: str) -> Recorded[Disclosure]:
        """Write under entry `number` that its receipt is awaited after all.

        Raises:
            Refused: no such entry, or its receipt was not noted as the last thing.
        """
        newest = self._newest(number)
        before = newest.supersedes
        if newest.record.receipt is not Receipt.RECEIVED or before is None:
            raise Refused("receipt_not_awaited", "number", number=number)
        old = self._register.record_at(Disclosure, before).record
        if old.number != number or newest.superseded_by is not None:
            raise Refused("receipt_not_awaited", "number", number=number)
        with self._register.writing(person) as writer:
            seq = writer.add(old, newest.seq, "the receipt did not come after all")
        return self._register.record_at(Disclosure, seq)

    def ask_again(self, number: int, person: str) -> Chase:
        """Write that the receipt of entry `number` was asked for today.

        Raises:
            Refused: as for `received`.
        """
        self._waiting(number)
        with self._register.writing(person) as writer:
            made = Chase(ChaseId(writer.next_id(Chase)), number, self._clock.today())
            writer.add(made)
        return made

    def waits(self, number: int) -> tuple[Disclosure, tuple[date, ...]]:
        """Return an entry whose receipt is awaited, and the days it was asked for, oldest first.

        Raises:
            Refused: as for `received`.
        """
        entry = self._waiting(number).record
        return entry, self._asked().get(entry.number, ())

    def _awaited(
        self, entry: Disclosure, asked: tuple[date, ...], calendar: SchoolCalendar
    ) -> Awaited:
        since = max((entry.day, *asked))
        return Awaited(entry, calendar.add(since, self._patience(entry)), asked)

    def _patience(self, entry: Disclosure) -> int:
        """Return after how many school days to ask: the fewest of the rows that fit."""
        rows = self._catalogues.patience.values()
        fit = [each for each in rows if not each.items or set(each.items) & set(entry.items)]
        return min((each.school_days for each in fit), default=0)

    def _asked(self) -> Mapping[int, tuple[date, ...]]:
        found: dict[int, tuple[date, ...]] = {}
        for each in self._register.current(Chase):
            chase = each.record
            found[chase.entry] = (*found.get(chase.entry, ()), chase.day)
        return found

    def _waiting(self, number: int) -> Recorded[Disclosure]:
        newest = self._newest(number)
        if newest.record.is_mistake:
            raise Refused("entry_by_mistake", "number", number=number)
        if newest.superseded_by is not None:
            raise Refused("entry_put_right_already", "number", number=number)
        if newest.record.receipt is not Receipt.EXPECTED:
            raise Refused("receipt_not_awaited", "number", number=number)
        return newest

    def _newest(self, number: int) -> Recorded[Disclosure]:
        versions = self._register.versions(Disclosure, number)
        if not versions:
            raise Refused("entry_unknown", "number", number=number)
        return versions[-1]
