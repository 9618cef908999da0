"""A child's whereabouts are protected, or no longer: who decided, and what stops with it."""

from dataclasses import dataclass, replace

from sharebook.domain.clock import Clock
from sharebook.domain.errors import Refused
from sharebook.domain.flows import Flow, Standing
from sharebook.domain.names import PupilId
from sharebook.domain.pupils import Pupil
from sharebook.services.book import Book
from sharebook.services.ports import Register
from sharebook.services.spells import pupil_now, spells_now
from sharebook.words.sentences import sentence


@dataclass(frozen=True, slots=True)
class Reaches:
    """The regular sharing that takes the child in by its rule today.

    Attributes:
        stops: leaves protected children out, and this one is not let in by name.
        goes_on: takes protected children in, without what could betray a place.
    """

    stops: tuple[Flow, ...]
    goes_on: tuple[Flow, ...]


class Protecting:
    """Writes whether a child's whereabouts are protected."""

    def __init__(self, register: Register, book: Book, clock: Clock) -> None:
        self._register = register
        self._book = book
        self._clock = clock

    def reaches(self, pupil: PupilId) -> Reaches:
        """Return which regular sharing leaves the child out once it is protected.

        Raises:
            Refused: there is no such child.
        """
        child, today = pupil_now(self._register, pupil).record, self._clock.today()
        spells = [each.record for each in spells_now(self._register, pupil)]
        here = [each for each in spells if each.covers(today)]
        shut = [
            each for each in self._book.exclusions() if each.pupil == pupil and each.holds_on(today)
        ]
        taken = [
            flow
            for flow in self._book.flows_on(today)
            if flow.standing is Standing.ACTIVE
            and any(flow.covers.takes(child, spell) for spell in here)
            and not any(
                each.recipient == flow.recipient and each.flow in (None, flow.id) for each in shut
            )
        ]
        stops = tuple(it for it in taken if it.protected_off and pupil not in it.let_in)
        return Reaches(stops, tuple(flow for flow in taken if flow not in stops))

    def set_to(
        self, pupil: PupilId, *, protected: bool, decided_by: str, because: str, person: str
    ) -> Pupil:
        """Write it, with who decided and why; it counts from today on.

        Raises:
            Refused: there is no such child, nobody is named who decided, no reason is given, or
                it is so already.
        """
        old = pupil_now(self._register, pupil)
        if old.record.protected is protected:
            raise Refused("protected_same", "pupil", name=old.record.full_name)
        if not decided_by.strip():
            raise Refused("protected_by_whom", "decided_by")
        if not because.strip():
            raise Refused("protected_why", "because")
        facts = {"who": decided_by.strip(), "why": because.strip()}
        changed = replace(old.record, protected=protected)
        with self._register.writing(person) as writer:
            writer.add(changed, supersedes=old.seq, reason=sentence("protected_reason", facts))
        return changed
