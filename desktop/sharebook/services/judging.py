"""Put the checks' questions to a draft, an entry or a flow of this register."""

from dataclasses import replace
from datetime import date

from sharebook.domain.catalogue import Catalogues
from sharebook.domain.checks.case import Case
from sharebook.domain.checks.every import findings
from sharebook.domain.disclosures import GAVE_DATA, Disclosure
from sharebook.domain.drafts import Draft
from sharebook.domain.findings import Finding
from sharebook.domain.flows import Flow, Standing
from sharebook.domain.names import NO_CODE, Code, FlowId, RecipientId
from sharebook.domain.pupils import Pupil
from sharebook.domain.recorded import known_at
from sharebook.services.book import Book
from sharebook.services.ports import Register


class Judging:
    """Builds the case a check looks at, from what the register holds."""

    def __init__(self, register: Register, book: Book, catalogues: Catalogues) -> None:
        self._register = register
        self._book = book
        self._catalogues = catalogues

    @property
    def catalogues(self) -> Catalogues:
        """The lists it asks with."""
        return self._catalogues

    def draft(self, draft: Draft, today: date) -> tuple[Finding, ...]:
        """Return what the checks say about a form as it stands."""
        day = draft.day or today
        case = replace(
            self._case(draft, day),
            shut_out=self._shut_out(draft, day),
            protected=self._protected(draft),
            reserved=self._reserved(draft.flow, day),
        )
        return findings(case)

    def entry(self, entry: Disclosure) -> tuple[Finding, ...]:
        """Return what the checks say about an entry; nothing of one recorded by mistake."""
        return () if entry.is_mistake else findings(self._case(entry, entry.day))

    def flow(self, flow: Flow, day: date) -> tuple[Finding, ...]:
        """Return what the checks say about regular sharing, unless it is still to be agreed."""
        if flow.standing is Standing.RESERVED:
            return ()  # nothing may be sent under it, whatever it says
        return findings(
            Case(
                day=day,
                catalogues=self._catalogues,
                school_kind=self._book.school().kind,
                basis=flow.basis,
                item_codes=flow.items,
                recipient_kind=self._kind(flow.recipient),
                heading=flow.heading,
                cycle=flow.cycle,
                single=False,
            )
        )

    def in_notice(self, recipient: RecipientId, day: date) -> bool:
        """Say whether a line of the notice names this recipient on `day`."""
        return recipient in self._book.in_notice_on(day)

    def _case(self, told: Draft | Disclosure, day: date) -> Case:
        return Case(
            day=day,
            catalogues=self._catalogues,
            school_kind=self._book.school().kind,
            basis=told.basis,
            item_codes=told.items,
            recipient_kind=self._kind(told.recipient),
            heading=told.heading,
            decision=told.decision,
            emergency=told.emergency,
            consent=told.consent,
            decided_by=told.decided_by,
            method=told.method,
            in_notice=told.recipient is None or self.in_notice(told.recipient, day),
            in_error=self.went_wrong(told),
        )

    def went_wrong(self, told: Draft | Disclosure) -> bool:
        """Say whether data went out by mistake, so that an incident belongs to it."""
        row = self._catalogues.triggers.get(told.trigger)
        return row is not None and row.opens_incident and told.decision in GAVE_DATA

    def _kind(self, recipient: RecipientId | None) -> Code:
        known = self._book.recipients().get(recipient) if recipient is not None else None
        return known.kind if known else NO_CODE

    def _reserved(self, flow: FlowId | None, day: date) -> bool:
        return flow is not None and self._book.flow_on(flow, day).standing is Standing.RESERVED

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
