"""Leave a finding as it is, for a reason that is kept; take that back."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date

from sharebook.domain.acknowledgements import About, Acknowledgement
from sharebook.domain.catalogue import Catalogues
from sharebook.domain.clock import Clock
from sharebook.domain.errors import Refused
from sharebook.domain.findings import Finding
from sharebook.domain.names import AcknowledgementId, Code, Seq
from sharebook.domain.recorded import Recorded
from sharebook.services.ports import Register

_Where = tuple[About, int, str, int | None]


class Left:
    """What is left as it is in one register, read once for each state of it."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self._read_at: Seq | None = None
        self._days: dict[_Where, date] = {}
        self._held = False

    @contextmanager
    def held(self) -> Iterator[None]:
        """Look once whether the register moved on, and not again inside: for long lists."""
        self._look()
        before, self._held = self._held, True
        try:
            yield
        finally:
            self._held = before

    def without(
        self, found: Iterable[Finding], about: About, number: int, version: int | None = None
    ) -> tuple[Finding, ...]:
        """Return those of `found` that are not left as they are."""
        if not self._held:
            self._look()
        if not self._days:
            return tuple(found)
        return tuple(each for each in found if not self._holds(each, (about, number, version)))

    def _holds(self, finding: Finding, on: tuple[About, int, int | None]) -> bool:
        """Say whether a finding is left: what runs out on a later day is said again."""
        about, number, version = on
        day = self._days.get((about, number, finding.code, version))
        ends = finding.facts.get("day")
        return day is not None and (not isinstance(ends, date) or ends <= day)

    def _look(self) -> None:
        head = self._register.head().seq
        if head == self._read_at:
            return
        self._read_at = head
        records = (each.record for each in self._register.current(Acknowledgement))
        self._days = {
            (each.about, each.number, each.code, each.version): each.day
            for each in records
            if not each.removed
        }


class Acknowledging:
    """Writes that somebody has seen a finding and leaves it so."""

    def __init__(self, register: Register, catalogues: Catalogues, clock: Clock) -> None:
        self._register = register
        self._catalogues = catalogues
        self._clock = clock

    def acknowledge(
        self,
        about: About,
        number: int,
        finding: Finding,
        because: str,
        person: str,
        version: int | None = None,
    ) -> Acknowledgement:
        """Leave `finding` as it is; it is said again once `version` of a flow is over.

        Args:
            about: what it was found on.
            number: of the entry, flow or recipient.
            finding: what was found.
            because: why it may stay so.
            person: who says so.
            version: of a flow, the version it was found on.

        Raises:
            Refused: nothing of the kind is ever asked, it stops by law, it is left already, or
                there is no reason.
        """
        self._may_stay(finding, because)
        before = self._known(about, number, finding.code, version)
        if before is not None and before.record.day == self._clock.today():
            raise Refused("finding_left_already", "code")
        with self._register.writing(person) as writer:
            identifier = before.record.id if before else writer.next_id(Acknowledgement)
            made = Acknowledgement(
                AcknowledgementId(identifier),
                about,
                number,
                finding.code,
                because.strip(),
                self._clock.today(),
                version,
            )
            writer.add(made, before.seq if before else None, "found again" if before else "")
        return made

    def _may_stay(self, finding: Finding, because: str) -> None:
        if Code(finding.code) not in self._catalogues.questions:
            raise Refused("finding_unknown", asked=finding.code)
        if not finding.may_stay:
            raise Refused("finding_stops", "code")
        if not because.strip():
            raise Refused("leaving_needs_reason", "because")

    def take_back(self, number: int, person: str) -> Acknowledgement:
        """Let the checks say again what acknowledgement `number` left as it was.

        Raises:
            Refused: there is none with that number, or it is taken back already.
        """
        for each in self.standing():
            if each.record.id == number:
                gone = replace(each.record, removed=True)
                with self._register.writing(person) as writer:
                    writer.add(gone, supersedes=each.seq, reason="looked at again")
                return gone
        raise Refused("left_unknown", "number", number=number)

    def standing(self) -> list[Recorded[Acknowledgement]]:
        """Return what is left as it is, newest first."""
        current = self._register.current(Acknowledgement)
        return [each for each in reversed(current) if not each.record.removed]

    def _known(
        self, about: About, number: int, code: str, version: int | None
    ) -> Recorded[Acknowledgement] | None:
        wanted = (about, number, code, version)
        for each in self.standing():
            left = each.record
            if (left.about, left.number, left.code, left.version) == wanted:
                return each
        return None
