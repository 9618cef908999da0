"""What is due and what is missing."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from sharebook.domain.catalogue import Catalogues
from sharebook.domain.clock import Clock
from sharebook.domain.disclosures import Disclosure, Receipt
from sharebook.domain.entries import standing
from sharebook.domain.findings import Finding, Severity
from sharebook.domain.recorded import Recorded
from sharebook.domain.school_year import school_year
from sharebook.services.book import Book
from sharebook.services.judging import Judging
from sharebook.services.ports import Register

_LOOK_AHEAD = timedelta(days=60)
_RECEIPT_PATIENCE = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class Due:
    """Something that must be done; `about` says of what, for opening it."""

    code: str
    day: date
    facts: dict[str, object] = field(default_factory=dict)
    about: str = ""
    number: int = 0
    overdue: bool = False


@dataclass(frozen=True, slots=True)
class Gap:
    """Something the law or good practice wants and the book lacks."""

    finding: Finding
    about: str
    number: int
    what: str


class Reviewing:
    """Walks the book for what is due, what is missing, and the year's figures."""

    def __init__(
        self,
        register: Register,
        book: Book,
        judging: Judging,
        catalogues: Catalogues,
        clock: Clock,
    ) -> None:
        self._register = register
        self._book = book
        self._judging = judging
        self._catalogues = catalogues
        self._clock = clock

    def due(self) -> list[Due]:
        """Return what is due or overdue, overdue first, then by day."""
        today = self._clock.today()
        found = [*self._reviews(today), *self._receipts(today), *self._returns(today)]
        return sorted(found, key=lambda each: (not each.overdue, each.day, each.code))

    def gaps(self) -> list[Gap]:
        """Return what is missing: in this year's entries, in the flows, in the recipients."""
        today = self._clock.today()
        with self._book.held():
            found = [*self._entry_gaps(today), *self._flow_gaps(today), *self._recipient_gaps()]
        order = list(Severity)
        return sorted(found, key=lambda gap: order.index(gap.finding.severity))

    def entries_this_year(self) -> list[Recorded[Disclosure]]:
        """Return this school year's entries that stand and were not disposed of."""
        today = self._clock.today()
        stand = standing(self._register.disclosures_between(school_year(today).first, today))
        return [each for each in stand if not each.disposed]

    def _reviews(self, today: date) -> Iterator[Due]:
        flows = self._book.flows_on(today)
        for agreement in self._book.agreements():
            day = agreement.review_due
            if day is None or day > today + _LOOK_AHEAD:
                continue
            relying = sum(1 for flow in flows if flow.agreement == agreement.id)
            facts: dict[str, object] = {
                "title": agreement.title,
                "day": day,
                "flows": relying,
            }
            yield Due("agreement_review", day, facts, "agreement", agreement.id, day < today)

    def _receipts(self, today: date) -> Iterator[Due]:
        recipients = self._book.recipients()
        for entry in self.entries_this_year():
            record = entry.record
            if record.receipt is not Receipt.EXPECTED:
                continue
            day = record.day + _RECEIPT_PATIENCE
            facts: dict[str, object] = {
                "name": recipients[record.recipient].labelled(record.unit, record.day),
                "sent": record.day,
                "number": record.number,
            }
            yield Due("receipt_missing", day, facts, "entry", record.number, day < today)

    def _returns(self, today: date) -> Iterator[Due]:
        recipients = self._book.recipients()
        for flow in self._book.flows_on(today):
            cycle = self._catalogues.cycles.get(flow.cycle)
            if cycle is None or not cycle.months:
                continue
            day = _next_month(cycle.months, today)
            if day > today + _LOOK_AHEAD:
                continue
            name = recipients[flow.recipient].labelled(flow.unit)
            facts: dict[str, object] = {
                "name": name,
                "purpose": flow.purpose,
                "cycle": cycle.words,
            }
            yield Due("return_coming", day, facts, "flow", flow.id)

    def _entry_gaps(self, today: date) -> Iterator[Gap]:
        recipients = self._book.recipients()
        for entry in self.entries_this_year():
            record = entry.record
            name = recipients[record.recipient].labelled(record.unit, record.day)
            for finding in self._judging.entry(record):
                yield Gap(finding, "entry", record.number, name)
            late = record.day + _RECEIPT_PATIENCE < today
            if record.receipt is Receipt.EXPECTED and late:
                missing = Finding("receipt_not_recorded", Severity.GAP, field="receipt")
                yield Gap(missing, "entry", record.number, name)

    def _flow_gaps(self, today: date) -> Iterator[Gap]:
        recipients = self._book.recipients()
        for flow in self._book.flows_on(today):
            name = recipients[flow.recipient].labelled(flow.unit)
            for finding in self._judging.flow(flow, today):
                yield Gap(finding, "flow", flow.id, name)

    def _recipient_gaps(self) -> Iterator[Gap]:
        for recipient in self._book.recipients().values():
            role = self._catalogues.roles.get(recipient.role)
            if recipient.placeholder:
                finding = Finding("recipient_to_be_named", Severity.GAP, field="name")
                yield Gap(finding, "recipient", recipient.id, recipient.name)
            if role is not None and role.needs_contract and not recipient.contract:
                finding = Finding("contract_missing", Severity.GAP, "V8", field="contract")
                yield Gap(finding, "recipient", recipient.id, recipient.name)


def _next_month(months: tuple[int, ...], today: date) -> date:
    """Return the first day of the next of `months`, this month counted."""
    ahead = [date(today.year + (month < today.month), month, 1) for month in months]
    return min(ahead)
