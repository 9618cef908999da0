"""What is due and what is missing."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from sharebook.domain.acknowledgements import About
from sharebook.domain.catalogue import Catalogues
from sharebook.domain.checks.every import sourced
from sharebook.domain.clock import Clock
from sharebook.domain.disclosures import Disclosure
from sharebook.domain.entries import standing
from sharebook.domain.findings import Finding, Severity
from sharebook.domain.names import FlowId
from sharebook.domain.recorded import Recorded
from sharebook.domain.school_year import school_year
from sharebook.services.asking import Asking
from sharebook.services.book import Book
from sharebook.services.calendar import HALF_A_YEAR, Calendar, Return
from sharebook.services.chasing import Chasing
from sharebook.services.incidents import Incidents
from sharebook.services.judging import Judging
from sharebook.services.looking_again import LookingAgain
from sharebook.services.ports import Register
from sharebook.words.days import count

_LOOK_AHEAD = timedelta(days=60)
_NO_RECEIPT = Finding("receipt_not_recorded", Severity.GAP, field="receipt")


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
    """Something the law or good practice wants and the book lacks.

    Attributes:
        what: the recipient's name.
        version: of a flow, the version it was found on.
    """

    finding: Finding
    about: str
    number: int
    what: str
    version: int | None = None

    @property
    def key(self) -> str:
        """What names it on the command line: "entry:12:decider_unnamed"."""
        return f"{self.about}:{self.number}:{self.finding.code}"


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
        self._calendar = Calendar(register, book, catalogues, clock)
        self._chasing = Chasing(register, catalogues, clock)
        self._asking = Asking(register, book, catalogues, clock)

    def due(self) -> list[Due]:
        """Return what is due or overdue, overdue first, then by day."""
        today = self._clock.today()
        entries = self._recent(today)
        kinds = (self.reviews(), self.requests(), self._receipts(entries), self._returns(entries))
        found = [each for kind in (*kinds, self._incidents()) for each in kind]
        return sorted(found, key=lambda each: (not each.overdue, each.day, each.code))

    def gaps(self) -> list[Gap]:
        """Return what is missing: in this year's entries, in the flows, in the recipients."""
        today = self._clock.today()
        with self._judging.held():
            own = list(self._recipient_gaps())
            said = {(gap.number, gap.finding.code) for gap in own}
            found = [*self._entry_gaps(today), *self._flow_gaps(today, said), *own]
        order = list(Severity)
        return sorted(found, key=lambda gap: order.index(gap.finding.severity))

    def kinds_of_gaps(self) -> Counter[str]:
        """Return how often `gaps` says each thing, in the order in which it does."""
        today, order = self._clock.today(), list(Severity)
        with self._judging.held():
            own = list(self._recipient_gaps())
            said = {(gap.number, gap.finding.code) for gap in own}
            found = Counter(
                (each.severity, each.code)
                for _, lacks in self._entry_findings(today)
                for each in lacks
            )
            besides = (*self._flow_gaps(today, said), *own)
            found.update((gap.finding.severity, gap.finding.code) for gap in besides)
        kinds = Counter[str]()
        for severity, code in sorted(found, key=lambda kind: order.index(kind[0])):
            kinds[code] += found[severity, code]
        return kinds

    def entries_this_year(self) -> list[Recorded[Disclosure]]:
        """Return this school year's entries that stand and were not disposed of."""
        today = self._clock.today()
        stand = standing(self._register.disclosures_between(school_year(today).first, today))
        return [each for each in stand if not each.disposed]

    def _recent(self, today: date) -> list[Disclosure]:
        """Return the standing entries of this school year, and of the half year before today."""
        first = min(school_year(today).first, today - 2 * HALF_A_YEAR)
        stand = standing(self._register.disclosures_between(first, today))
        return [each.record for each in stand if not each.disposed]

    def _incidents(self) -> Iterator[Due]:
        """Yield what went wrong and is not closed, with the hours that are left."""
        for each in Incidents(self._register, self._catalogues, self._clock).open():
            incident = each.incident
            facts: dict[str, object] = {
                "number": incident.entry,
                "hours": count(abs(each.hours_left), "hour"),
                "time": f"{each.due:%H:%M}",
                "day": each.due.date(),
            }
            code = "incident_late" if each.overdue else "incident_open"
            yield Due(code, each.due.date(), facts, "incident", incident.id, each.overdue)

    def reviews(self) -> Iterator[Due]:
        """Yield the agreements whose review is past, or comes soon."""
        today = self._clock.today()
        flows = self._book.flows_on(today)
        for agreement in self._book.agreements():
            day = agreement.review_due
            if day is None or day > today + _LOOK_AHEAD:
                continue
            relying = sum(1 for flow in flows if flow.agreement == agreement.id)
            if agreement.ends is not None and agreement.ends < today and not relying:
                continue  # over, and nothing rests on it any more
            facts: dict[str, object] = {
                "title": agreement.title,
                "day": day,
                "flows": relying,
            }
            yield Due("agreement_review", day, facts, "agreement", agreement.id, day < today)

    def requests(self) -> Iterator[Due]:
        """Yield the requests that wait for a decision, with the day they are wanted by."""
        recipients = self._book.recipients()
        for each in self._asking.waiting():
            asked = each.request
            facts: dict[str, object] = {
                "name": asked.whose(recipients),
                "received": asked.received_on,
                "day": each.day or asked.received_on,
                "ago": f"{count(each.school_days, 'school day')} ago",
            }
            code = "request_wanted" if each.day else "request_waiting"
            code = "request_put_off" if each.put_off else code
            day = each.day or asked.received_on
            yield Due(code, day, facts, "request", asked.id, each.late)

    def _receipts(self, entries: Sequence[Disclosure]) -> Iterator[Due]:
        recipients, today = self._book.recipients(), self._clock.today()
        for each in self._chasing.awaited(entries, self._calendar.days()):
            record = each.entry
            facts: dict[str, object] = {
                "name": recipients[record.recipient].labelled(record.unit, record.day),
                "sent": record.day,
                "number": record.number,
                "asked": each.asked[-1] if each.asked else record.day,
            }
            code = "receipt_asked" if each.asked else "receipt_missing"
            late = each.ask_on < today
            yield Due(code, each.ask_on, facts, "entry", record.number, late)

    def _returns(self, entries: Sequence[Disclosure]) -> Iterator[Due]:
        """Yield what falls due soon, and of what was due the newest that is still open."""
        today = self._clock.today()
        first, last = today - 2 * HALF_A_YEAR, today + _LOOK_AHEAD
        newest: dict[FlowId, Return] = {}
        for each in self._calendar.returns_among(entries, first, last, reminded=True):
            if each.day < today:
                newest[each.flow] = each
            elif not each.done:
                yield self._return(each, today)
        yield from (self._return(each, today) for each in newest.values() if not each.done)

    def _return(self, each: Return, today: date) -> Due:
        overdue = each.day < today
        between = (each.day, today) if overdue else (today, each.day)
        days = count(self._calendar.days().count(*between), "school day")
        facts: dict[str, object] = {
            "name": each.name,
            "purpose": each.purpose,
            "cycle": each.cycle,
            "day": each.day,
            "days": days,
        }
        code = "return_overdue" if overdue else "return_coming"
        return Due(code, each.day, facts, "flow", each.flow, overdue)

    def _entry_gaps(self, today: date) -> Iterator[Gap]:
        recipients = self._book.recipients()
        for record, found in self._entry_findings(today):
            if not found:
                continue
            name = recipients[record.recipient].labelled(record.unit, record.day)
            for finding in found:
                yield Gap(finding, "entry", record.number, name)

    def _entry_findings(self, today: date) -> Iterator[tuple[Disclosure, tuple[Finding, ...]]]:
        """Yield this year's entries, each with what it lacks."""
        calendar = self._calendar.days()
        records = [entry.record for entry in self.entries_this_year()]
        awaited = self._chasing.awaited(records, calendar)
        late = {each.entry.number for each in awaited if each.ask_on < today}
        missing = (sourced(_NO_RECEIPT, self._catalogues),)
        again = LookingAgain(self._catalogues, calendar)
        for record in records:
            found = self._judging.entry(record, today, again.at(record))
            if record.number in late:
                found += self._judging.left.without(missing, About.ENTRY, record.number)
            yield record, found

    def _flow_gaps(self, today: date, said: Collection[tuple[int, str]]) -> Iterator[Gap]:
        """Yield what flows lack; what their recipient lacks, and all of them, is said once."""
        recipients, policy = self._book.recipients(), False
        for flow in self._book.flows_on(today):
            name = recipients[flow.recipient].labelled(flow.unit)
            for finding in self._judging.flow(flow, today):
                everybody = finding.field == "policy_document"
                if (flow.recipient, finding.code) in said or (everybody and policy):
                    continue
                policy = policy or everybody
                yield Gap(finding, "flow", flow.id, name, flow.version)

    def _recipient_gaps(self) -> Iterator[Gap]:
        for recipient in self._book.recipients().values():
            for finding in self._judging.recipient(recipient):
                yield Gap(finding, "recipient", recipient.id, recipient.name)
