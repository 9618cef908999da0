"""The small, often-read parts of the register, read once for each state of it."""

from bisect import bisect_right
from collections.abc import Callable, Hashable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime
from typing import TypeVar

from sharebook.domain.agreements import Agreement
from sharebook.domain.errors import Refused, Trouble
from sharebook.domain.flows import Exclusion, Flow
from sharebook.domain.headings import Heading
from sharebook.domain.names import FlowId, PupilId, RecipientId, SafeguardSetId, Seq
from sharebook.domain.pupils import Pupil
from sharebook.domain.recipients import Recipient
from sharebook.domain.recorded import Recorded, known_at
from sharebook.domain.safeguards import SafeguardSet
from sharebook.domain.school import School
from sharebook.domain.school_dates import SchoolDate
from sharebook.services.ports import Register

T = TypeVar("T")
D = TypeVar("D")


class Book:
    """School, recipients, flows, headings and agreements, as known now or at a past moment."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self._read_at: Seq | None = None
        self._kept: dict[type[object], list[Recorded[object]]] = {}
        self._now: dict[type[object], list[object]] = {}
        self._drawn: dict[Hashable, object] = {}
        self._held = 0

    def school(self) -> School:
        """Return the school whose register this is.

        Raises:
            Trouble: the register holds no school; it was never finished.
        """
        schools = self._known(School, None)
        if not schools:
            raise Trouble("school_missing")
        return schools[-1]

    def recipients(self, known: datetime | None = None) -> Mapping[RecipientId, Recipient]:
        """Return every recipient by its id."""
        if known is None:
            return self._once("recipients", lambda: _by_id(self._known(Recipient, None)))
        return _by_id(self._known(Recipient, known))

    def flows(self, known: datetime | None = None) -> tuple[Flow, ...]:
        """Return every version of every flow."""
        if known is None:
            return self._once("flows", lambda: tuple(self._known(Flow, None)))
        return tuple(self._known(Flow, known))

    def flow_on(self, flow: FlowId, day: date) -> Flow:
        """Return the version of one flow that is valid on `day`, else its newest.

        Raises:
            Refused: there is no such flow.
        """
        versions = [each for each in self.flows() if each.id == flow]
        if not versions:
            raise Refused("flow_unknown", "flow", number=flow)
        valid = [each for each in versions if each.runs_on(day)]
        return max(valid or versions, key=lambda each: (each.valid_from, each.version))

    def flows_on(self, day: date) -> tuple[Flow, ...]:
        """Return the flow versions that are valid on `day`."""
        with self.held():
            return self._once(
                ("flows", self._stretch(day)),
                lambda: tuple(flow for flow in self.flows() if flow.runs_on(day)),
            )

    def in_notice_on(self, day: date) -> frozenset[RecipientId]:
        """Return the recipients that a line of the notice names on `day`."""
        with self.held():
            return self._once(
                ("in notice", self._stretch(day)),
                lambda: frozenset(one.recipient for one in self.flows_on(day) if one.notice_line),
            )

    def exclusions(self, known: datetime | None = None) -> tuple[Exclusion, ...]:
        """Return who is shut out of what."""
        return tuple(self._known(Exclusion, known))

    def protected(self) -> Mapping[PupilId, str]:
        """Return the names of the pupils whose whereabouts are protected, by id."""
        return {pupil.id: pupil.full_name for pupil in self._known(Pupil, None) if pupil.protected}

    def headings(self) -> tuple[Heading, ...]:
        """Return the headings of the notice, in the order they print."""
        return tuple(sorted(self._known(Heading, None), key=lambda heading: heading.place))

    def agreements(self) -> tuple[Agreement, ...]:
        """Return every agreement."""
        return tuple(self._known(Agreement, None))

    def safeguard_sets(self) -> Mapping[SafeguardSetId, SafeguardSet]:
        """Return every set of safeguards by its id, taken out or not: flows keep what they name."""
        return self._once(
            "safeguard sets", lambda: {each.id: each for each in self._known(SafeguardSet, None)}
        )

    def school_dates(self) -> tuple[SchoolDate, ...]:
        """Return the terms and closures that stand."""
        return tuple(each for each in self._known(SchoolDate, None) if not each.removed)

    @contextmanager
    def held(self) -> Iterator[None]:
        """Look once whether the register moved on, and not again inside: for long lists."""
        if not self._held:
            self._look()
        self._held += 1
        try:
            yield
        finally:
            self._held -= 1

    def _stretch(self, day: date) -> int:
        """Return which stretch of days `day` is in; in one stretch no flow begins or ends."""
        return bisect_right(self._once("edges", lambda: _edges(self.flows())), day.toordinal())

    def _once(self, what: Hashable, draw: Callable[[], D]) -> D:
        """Return what was drawn from the register as it stands, drawing it the first time."""
        if not self._held:
            self._look()
        if what not in self._drawn:
            self._drawn[what] = draw()
        return self._drawn[what]  # type: ignore[return-value]  # filed under its own name

    def _known(self, kind: type[T], moment: datetime | None) -> list[T]:
        history = self._history(kind)
        if moment is not None:
            return known_at(history, moment)
        if kind not in self._now:
            self._now[kind] = list(known_at(history, None))
        return self._now[kind]  # type: ignore[return-value]  # filed under its own type

    def _history(self, kind: type[T]) -> list[Recorded[T]]:
        if not self._held:
            self._look()
        if kind not in self._kept:
            self._kept[kind] = list(self._register.history(kind))
        return self._kept[kind]  # type: ignore[return-value]  # filed under its own type

    def _look(self) -> None:
        head = self._register.head().seq
        if head != self._read_at:
            self._kept.clear()
            self._now.clear()
            self._drawn.clear()
            self._read_at = head


def _by_id(recipients: list[Recipient]) -> Mapping[RecipientId, Recipient]:
    return {recipient.id: recipient for recipient in recipients}


def _edges(flows: tuple[Flow, ...]) -> list[int]:
    """Return the days on which a flow begins, or is over."""
    begun = {flow.valid_from.toordinal() for flow in flows}
    over = {flow.valid_to.toordinal() + 1 for flow in flows if flow.valid_to is not None}
    return sorted(begun | over)
