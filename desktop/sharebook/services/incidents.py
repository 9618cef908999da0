"""What went wrong with an entry: opened with it, followed until nothing is left to do."""

from dataclasses import dataclass, replace
from datetime import datetime, time

from sharebook.domain.catalogue import Catalogues
from sharebook.domain.clock import Clock
from sharebook.domain.clock_ends import last_moment
from sharebook.domain.disclosures import Disclosure
from sharebook.domain.errors import Refused
from sharebook.domain.incidents import Incident
from sharebook.domain.names import IncidentId
from sharebook.domain.recorded import Recorded
from sharebook.services.ports import Register, Writer

_HOUR = 3600
_EARLIEST = ("recalled_on", "confirmed_on", "partner_told_on", "closed_on")


@dataclass(frozen=True, slots=True)
class Running:
    """An incident with its clock.

    Attributes:
        began: when the school knew, by the clock on its wall.
        due: when the law's time is over.
        hours_left: whole hours until then; below 0 once it is over.
    """

    incident: Incident
    began: datetime
    due: datetime
    hours_left: int

    @property
    def overdue(self) -> bool:
        """Whether the time is over."""
        return self.hours_left < 0


class Incidents:
    """Opens, follows and closes incidents; each change supersedes what was written before."""

    def __init__(self, register: Register, catalogues: Catalogues, clock: Clock) -> None:
        self._register = register
        self._catalogues = catalogues
        self._clock = clock

    def open_with(self, writer: Writer, entry: Disclosure, person: str) -> Incident:
        """Write, in the transaction of an entry that went wrong, that the school knows of it."""
        now = self._clock.now().astimezone()
        made = Incident(
            IncidentId(writer.next_id(Incident)),
            entry.number,
            self._clock.today(),
            f"{now:%H:%M}",
            entry.trigger,
            entry.reason,
            person,
        )
        writer.add(made)
        return made

    def follow(self, writer: Writer, wrong: int, entry: Disclosure) -> int:
        """Let what belongs to entry `wrong` belong to the one that puts it right; say how many."""
        found = self.about(wrong)
        for each in found:
            moved = replace(each.record, entry=entry.number)
            writer.add(moved, each.seq, f"entry {wrong} was put right by entry {entry.number}")
        return len(found)

    def about(self, entry: int) -> list[Recorded[Incident]]:
        """Return the incidents of one entry."""
        return [each for each in self._register.current(Incident) if each.record.entry == entry]

    def one(self, number: int) -> Recorded[Incident]:
        """Return one incident by its number.

        Raises:
            Refused: there is no such incident.
        """
        versions = self._register.versions(Incident, number)
        if not versions:
            raise Refused("incident_unknown", "number", number=number)
        return versions[-1]

    def every(self) -> list[Running]:
        """Return all incidents, the open ones first, those whose time is over soonest before."""
        found = [
            self.running(each.record)
            for each in self._register.current(Incident)
            if not each.disposed
        ]
        return sorted(found, key=lambda each: (bool(each.incident.closed_on), each.due))

    def open(self) -> list[Running]:
        """Return the incidents on which there is still something to do."""
        return [each for each in self.every() if each.incident.closed_on is None]

    def running(self, incident: Incident) -> Running:
        """Return an incident with its clock."""
        at = time.fromisoformat(incident.aware_at) if incident.aware_at else time()
        now = self._clock.now().astimezone()
        aware = datetime.combine(incident.aware_on, at).astimezone()  # by the wall's clock
        row = self._catalogues.triggers.get(incident.kind)
        clock = self._catalogues.clocks.get(row.clock) if row else None
        due = last_moment(clock, aware) if clock else aware
        return Running(incident, aware, due, int((due - now).total_seconds() // _HOUR))

    def update(self, changed: Incident, person: str, because: str = "") -> Incident:
        """Write what was done about an incident, in the place of what stood before.

        Raises:
            Refused: no such incident, a day still to come or before the school knew, nothing
                would change, or it is closed without saying how it ended.
        """
        before = self.one(changed.id)
        made = replace(changed, what=changed.what.strip(), outcome=changed.outcome.strip())
        if made == before.record:
            raise Refused("incident_nothing_new", "recalled_on")
        self._must_be_sound(made)
        with self._register.writing(person) as writer:
            writer.add(made, before.seq, because.strip() or _told(before.record, made))
        return made

    def _must_be_sound(self, made: Incident) -> None:
        for name in _EARLIEST:
            day = getattr(made, name)
            if day is not None and day > self._clock.today():
                raise Refused("incident_day_ahead", name)
            if day is not None and day < made.aware_on:
                raise Refused("incident_day_early", name)
        if made.closed_on is not None and not made.outcome:
            raise Refused("incident_needs_outcome", "outcome")


def _told(before: Incident, now: Incident) -> str:
    """Return in a few words what was done."""
    steps = (
        ("recalled_on", "asked for it back"),
        ("confirmed_on", "it was confirmed"),
        ("partner_told_on", "others who hold it were told"),
        ("closed_on", "closed"),
    )
    done = [said for name, said in steps if getattr(now, name) != getattr(before, name)]
    return ", ".join(done) or "more is known"
