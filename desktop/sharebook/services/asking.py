"""The in-tray: requests for data received, put right, decided, taken back."""

from dataclasses import replace
from datetime import date

from sharebook.domain.catalogue import Catalogues
from sharebook.domain.clock import Clock
from sharebook.domain.considered import Considered
from sharebook.domain.disclosures import Decision, Disclosure
from sharebook.domain.drafts import Draft
from sharebook.domain.errors import Refused
from sharebook.domain.names import NO_CODE, Code, RequestId
from sharebook.domain.recorded import Recorded
from sharebook.domain.requests import Asked, Request
from sharebook.domain.school_days import SchoolCalendar
from sharebook.services.book import Book
from sharebook.services.calendar import Calendar
from sharebook.services.ports import Register, Writer

_TAKEN_BACK = "Taken back by whoever asked"


class Asking:
    """Keeps the requests of one log; every change is a version of its request."""

    def __init__(
        self, register: Register, book: Book, catalogues: Catalogues, clock: Clock
    ) -> None:
        self._register = register
        self._book = book
        self._catalogues = catalogues
        self._clock = clock
        self._calendar = Calendar(register, book, catalogues, clock)

    def tray(self) -> list[Asked]:
        """Return every request: those that wait first, the most pressing on top."""
        found = [each for each in self._register.current(Request) if not each.disposed]
        days = self._calendar.days() if found else None
        shown = [self._asked(each.record, days) for each in found] if days else []
        return sorted(shown, key=lambda each: each.pressing)

    def waiting(self) -> list[Asked]:
        """Return the requests that wait, the most pressing on top."""
        return [each for each in self.tray() if each.request.waits]

    def one(self, number: int) -> Asked:
        """Return one request as the in-tray shows it.

        Raises:
            Refused: there is no such request.
        """
        return self._asked(self.request(number).record, self._calendar.days())

    def request(self, number: int) -> Recorded[Request]:
        """Return a request as it stands.

        Raises:
            Refused: there is no such request.
        """
        return _newest(self._register, number)

    def versions(self, number: int) -> list[Recorded[Request]]:
        """Return everything a request said, oldest first.

        Raises:
            Refused: there is no such request.
        """
        _newest(self._register, number)
        return self._register.versions(Request, number)

    def receive(self, asked: Request, person: str) -> Request:
        """Write down a request that came; five answers are enough.

        The five: who asks (`recipient`, or a name or organisation in `asker`), `pupils`, what
        (`asked_for` or `items`), `purpose`, `received_on`. Its number is given here.

        Raises:
            Refused: one of the five is missing, or a day makes no sense.
        """
        fresh = replace(_trimmed(asked), entry=None, closed_on=None, outcome="")
        self._must_be_sound(fresh)
        with self._register.writing(person) as writer:
            made = replace(fresh, id=RequestId(writer.next_id(Request)))
            writer.add(made)
        return made

    def change(self, number: int, asked: Request, person: str, reason: str = "") -> Request:
        """Put a request right; what was decided about it stays.

        Raises:
            Refused: there is no such request, or as for `receive`.
        """
        old = self.request(number)
        kept = old.record
        new = replace(
            _trimmed(asked),
            id=kept.id,
            entry=kept.entry,
            closed_on=kept.closed_on,
            outcome=kept.outcome,
        )
        self._must_be_sound(new)
        return self._follow(old, new, reason.strip() or "put right", person)

    def look_again(self, number: int, day: date, person: str) -> Request:
        """Say on which day to look again at a request that was put off.

        Raises:
            Refused: there is no such request, it is decided, or the day has passed.
        """
        old = self._that_waits(number)
        if day < self._clock.today():
            raise Refused("request_day_passed", "wanted_by")
        return self._follow(old, replace(old.record, wanted_by=day), "another day", person)

    def close(self, number: int, person: str, outcome: str = "") -> Request:
        """Close a request that nothing is decided about: it was taken back, or never one.

        Raises:
            Refused: there is no such request, or it is decided or taken back already.
        """
        old = self._that_waits(number)
        closed = replace(
            old.record, closed_on=self._clock.today(), outcome=outcome.strip() or _TAKEN_BACK
        )
        return self._follow(old, closed, "closed", person)

    def open_again(self, number: int, person: str) -> Request:
        """Let a request wait again that was closed without an entry.

        Raises:
            Refused: there is no such request, it waits, or an entry decided it: that entry is
                put right or struck out instead.
        """
        old = self.request(number)
        if old.record.waits or old.record.entry is not None:
            raise Refused("request_not_taken_back", "number", number=number)
        again = replace(old.record, closed_on=None, outcome="")
        return self._follow(old, again, "not taken back after all", person)

    def decide(self, number: int) -> Draft:
        """Return the record form filled from a request; saving it closes the request.

        Raises:
            Refused: there is no such request, or it is decided or taken back already.
        """
        asked = self._that_waits(number).record
        noted = f"Their reference: {asked.tracking}" if asked.tracking else ""
        return Draft(
            recipient=asked.recipient,
            pupils=asked.pupils,
            items=asked.items,
            description="" if asked.items else asked.asked_for,
            purpose=asked.purpose,
            day=self._clock.today(),
            time=f"{self._clock.now().astimezone():%H:%M}",
            trigger=self._trigger(),
            asker=asked.asker,
            note=noted,
            considered=Considered(
                asked_for=asked.asked_for,
                requested_on=asked.received_on,
                wanted_by=asked.wanted_by,
                power=asked.power,
            ),
            request=asked.id,
        )

    def _trigger(self) -> Code:
        rows = self._catalogues.triggers.values()
        return next((row.code for row in rows if row.asked), NO_CODE)

    def _asked(self, request: Request, calendar: SchoolCalendar) -> Asked:
        today = self._clock.today()
        until = request.closed_on or today
        waited = calendar.count(request.received_on, until) if until > request.received_on else 0
        put_off = request.waits and request.entry is not None
        day = self._look_again_on(request, calendar) if put_off else request.wanted_by
        late = request.waits and day is not None and day < today
        return Asked(request, day, waited, put_off, late)

    def _look_again_on(self, request: Request, calendar: SchoolCalendar) -> date | None:
        """Return the day to look again: the one given, if it is later, else the next school day."""
        entries = self._register.versions(Disclosure, request.entry or 0)
        if not entries:
            return request.wanted_by
        decided = entries[-1].record.day
        if request.wanted_by is not None and request.wanted_by > decided:
            return request.wanted_by
        return calendar.add(decided, 1)

    def _that_waits(self, number: int) -> Recorded[Request]:
        found = self.request(number)
        if not found.record.waits:
            raise Refused("request_closed", "number", number=number)
        return found

    def _follow(self, old: Recorded[Request], new: Request, reason: str, person: str) -> Request:
        if new != old.record:
            with self._register.writing(person) as writer:
                writer.add(new, old.seq, reason)
        return new

    def _must_be_sound(self, asked: Request) -> None:
        asker = asked.asker
        if asked.recipient is None and not (asker.name or asker.organisation):
            raise Refused("request_who", "who")
        if asked.recipient is not None and asked.recipient not in self._book.recipients():
            raise Refused("recipient_unknown", "who")
        if not asked.pupils:
            raise Refused("request_pupils", "pupils")
        if not asked.asked_for and not asked.items:
            raise Refused("request_what", "asked_for")
        if not asked.purpose:
            raise Refused("request_why", "purpose")
        if asked.received_on > self._clock.today():
            raise Refused("request_day_to_come", "received_on")
        if asked.wanted_by is not None and asked.wanted_by < asked.received_on:
            raise Refused("request_wanted_before", "wanted_by")


def settled(
    writer: Writer,
    register: Register,
    request: RequestId | None,
    entry: Disclosure,
    instead_of: int | None = None,
) -> None:
    """Close `request` with the entry that decides it, in the transaction that writes the entry.

    A decision that was put off lets the request wait on. A request that another entry has decided
    stays as it is: this entry is one more about it.

    Args:
        writer: of that transaction.
        register: the log the entry is written to.
        request: the request of the entry's draft; None where nobody asked.
        entry: the entry as written.
        instead_of: the number of the entry that `entry` puts right.

    Raises:
        Refused: there is no such request.
    """
    if request is None:
        return
    newest = _newest(register, request)
    asked = newest.record
    mine = asked.waits or asked.entry in (entry.number, instead_of)
    if newest.disposed or not mine:
        return
    closed_on = None if entry.decision is Decision.DEFERRED else entry.day
    after = replace(asked, entry=entry.number, closed_on=closed_on, outcome="")
    if after != asked:
        writer.add(after, newest.seq, "put off" if closed_on is None else "decided")


def opened_again(writer: Writer, register: Register, entry: Disclosure) -> None:
    """Let the request that `entry` decided wait again: the entry does not count any more."""
    if entry.request is None or not register.versions(Request, entry.request):
        return
    newest = _newest(register, entry.request)
    if newest.disposed or newest.record.entry != entry.number:
        return
    after = replace(newest.record, entry=None, closed_on=None, outcome="")
    writer.add(after, newest.seq, "its entry does not count any more")


def _newest(register: Register, number: int) -> Recorded[Request]:
    versions = register.versions(Request, number)
    if not versions:
        raise Refused("request_unknown", "number", number=number)
    return versions[-1]


def _trimmed(asked: Request) -> Request:
    texts = ("asked_for", "purpose", "power", "tracking", "note")
    asker = replace(
        asked.asker,
        name=asked.asker.name.strip(),
        post=asked.asker.post.strip(),
        organisation=asked.asker.organisation.strip(),
    )
    kept: dict[str, str] = {name: getattr(asked, name).strip() for name in texts}
    return replace(asked, asker=asker, **kept)  # type: ignore[arg-type]  # every one is text
