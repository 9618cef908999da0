"""Put the checks' questions to a draft, an entry or a flow of this register."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import Any

from sharebook.domain.acknowledgements import About
from sharebook.domain.catalogue import Catalogues
from sharebook.domain.checks.case import Case
from sharebook.domain.checks.every import findings, sourced
from sharebook.domain.checks.facts import Receiver
from sharebook.domain.checks.processor import contract
from sharebook.domain.disclosures import GAVE_DATA, Disclosure
from sharebook.domain.drafts import Draft
from sharebook.domain.findings import Finding, Severity
from sharebook.domain.flows import Flow, Standing
from sharebook.domain.names import NO_CODE, Code, RecipientId
from sharebook.domain.pupils import Pupil
from sharebook.domain.recipients import Recipient
from sharebook.domain.recorded import known_at
from sharebook.services.acknowledging import Left
from sharebook.services.asked_once import AskedOnce
from sharebook.services.book import Book
from sharebook.services.cases import Cases
from sharebook.services.ports import Register


class Judging:
    """Builds the case a check looks at, from what the register holds.

    Attributes:
        left: what is left as it is; the checks say it no more.
    """

    def __init__(
        self, register: Register, book: Book, catalogues: Catalogues, *, sealed: bool = False
    ) -> None:
        self._register = register
        self._book = book
        self._catalogues = catalogues
        self._sealed = sealed
        self._cases = Cases(book, catalogues)
        self.left = Left(register)
        self._once: AskedOnce | None = None

    @property
    def catalogues(self) -> Catalogues:
        """The lists it asks with."""
        return self._catalogues

    def draft(self, draft: Draft, today: date, *, sealed: bool = False) -> tuple[Finding, ...]:
        """Return what the checks say about a form as it stands, less what its flow leaves so.

        Args:
            draft: the form.
            today: the day on which it is asked.
            sealed: it will stand in the sealed log.
        """
        day = draft.day or today
        flow = self._cases.version(draft, day)
        case = replace(
            self._case(draft, day, flow),
            shut_out=self._shut_out(draft, day),
            protected=self._protected(draft),
            reserved=flow is not None and flow.standing is Standing.RESERVED,
            receiver=self._cases.receiver(draft.recipient, flow),
            arranged=self._cases.arranged(flow, reviewed=True),
            written=self._cases.written(draft, sealed=sealed or self._sealed),
            policy_on_file=self._cases.policy_on_file(),
            today=today,
        )
        found = findings(case)
        if flow is not None:
            found = self.left.without(found, About.FLOW, flow.id, flow.version)
        if draft.recipient is not None:
            found = self.left.without(found, About.RECIPIENT, draft.recipient)
        return found

    def entry(
        self, entry: Disclosure, today: date | None = None, look_again: date | None = None
    ) -> tuple[Finding, ...]:
        """Return what the checks say about an entry; nothing of one recorded by mistake.

        Args:
            entry: an entry of the log.
            today: the day on which it is asked; None leaves out what time alone brings up.
            look_again: the day by which its emergency is to be looked at again.
        """
        if entry.is_mistake:
            return ()

        def ask() -> tuple[Finding, ...]:
            return findings(self._of_entry(entry, today, look_again))

        once = self._once
        found = once.findings(entry, today, look_again, ask) if once else ask()
        return self.left.without(found, About.ENTRY, entry.number)

    @contextmanager
    def held(self) -> Iterator[None]:
        """Ask of entries that are alike once, inside: for long lists, and nothing is written.

        The book and what is left as it is are held too.
        """
        with self._book.held(), self.left.held():
            before = self._once
            self._once = before or AskedOnce(self._book, self._cases, self._catalogues)
            try:
                yield
            finally:
                self._once = before

    def flow(self, flow: Flow, day: date) -> tuple[Finding, ...]:
        """Return what the checks say about regular sharing, unless it is still to be agreed."""
        if flow.standing is Standing.RESERVED:
            return ()  # nothing may be sent under it, whatever it says
        school = self._book.school()
        case = Case(
            day=day,
            catalogues=self._catalogues,
            school_kind=school.kind,
            nation=school.nation,
            basis=flow.basis,
            item_codes=flow.items,
            recipient_kind=self._kind(flow.recipient),
            heading=flow.heading,
            cycle=flow.cycle,
            single=False,
            receiver=self._cases.receiver(flow.recipient, flow),
            arranged=self._cases.arranged(flow),
            policy_on_file=self._cases.policy_on_file(),
        )
        found = self.left.without(findings(case), About.FLOW, flow.id, flow.version)
        return self.left.without(found, About.RECIPIENT, flow.recipient)

    def recipient(self, recipient: Recipient) -> tuple[Finding, ...]:
        """Return what a recipient itself lacks: its real name, its contract, what lets data go."""
        case = Case(
            day=recipient.ended or date.max,
            catalogues=self._catalogues,
            school_kind=self._book.school().kind,
            receiver=replace(self._cases.receiver(recipient.id, None), ended=None),
        )
        found = [*contract(case)]
        if recipient.placeholder:
            found.insert(0, Finding("recipient_to_be_named", Severity.GAP, field="name"))
        told = (sourced(each, self._catalogues) for each in found)
        return self.left.without(told, About.RECIPIENT, recipient.id)

    def in_notice(self, recipient: RecipientId, day: date) -> bool:
        """Say whether a line of the notice names this recipient on `day`."""
        return recipient in self._book.in_notice_on(day)

    def _of_entry(self, entry: Disclosure, today: date | None, look_again: date | None) -> Case:
        flow = self._cases.version(entry, entry.day)
        return self._case(
            entry,
            entry.day,
            flow,
            receiver=_of_the_day(self._cases.receiver(entry.recipient, flow)),
            arranged=self._cases.arranged(flow),
            written=None if entry.imported else self._cases.written(entry, sealed=self._sealed),
            today=today,
            look_again=look_again,
        )

    def _case(self, told: Draft | Disclosure, day: date, flow: Flow | None, **besides: Any) -> Case:
        school = self._book.school()
        return Case(
            day=day,
            catalogues=self._catalogues,
            school_kind=school.kind,
            nation=school.nation,
            basis=told.basis,
            item_codes=told.items,
            recipient_kind=self._kind(told.recipient),
            heading=told.heading,
            decision=told.decision,
            emergency=told.emergency,
            consent=told.consent,
            decided_by=told.decided_by,
            method=told.method,
            cycle=flow.cycle if flow is not None else NO_CODE,
            in_notice=told.recipient is None or self.in_notice(told.recipient, day),
            in_error=self.went_wrong(told),
            **besides,
        )

    def went_wrong(self, told: Draft | Disclosure) -> bool:
        """Say whether data went out by mistake, so that an incident belongs to it."""
        row = self._catalogues.triggers.get(told.trigger)
        return row is not None and row.opens_incident and told.decision in GAVE_DATA

    def _kind(self, recipient: RecipientId | None) -> Code:
        known = self._book.recipients().get(recipient) if recipient is not None else None
        return known.kind if known else NO_CODE

    def _shut_out(self, draft: Draft, day: date) -> tuple[str, ...]:
        chosen = set(draft.pupils)
        barred = [
            each.pupil
            for each in self._book.exclusions()
            if each.pupil in chosen
            and each.recipient == draft.recipient
            and each.flow in (None, draft.flow)
            and each.holds_on(day)
        ]
        return tuple(name for pupil in barred for name in self._names(pupil))

    def _protected(self, draft: Draft) -> tuple[str, ...]:
        locked = any(
            code in self._catalogues.items and self._catalogues.items[code].locked
            for code in draft.items
        )
        if not locked:
            return ()
        chosen = set(draft.pupils)
        return tuple(name for pupil, name in self._book.protected().items() if pupil in chosen)

    def _names(self, pupil: int) -> list[str]:
        return [each.full_name for each in known_at(self._register.versions(Pupil, pupil), None)]


@lru_cache(maxsize=1024)
def _of_the_day(receiver: Receiver) -> Receiver:
    """Return of a receiver what was wrong on the day, and not what it still lacks itself."""
    return replace(receiver, role=NO_CODE, country="")
