"""Record a disclosure: five answers save it, the flow fills the rest, the checks look on."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date
from typing import Any

from sharebook.domain.attachments import Copy
from sharebook.domain.clock import Clock
from sharebook.domain.clock_ends import last_day
from sharebook.domain.cohorts import Cohort
from sharebook.domain.disclosures import Decision, Disclosure, Receipt
from sharebook.domain.drafts import Draft
from sharebook.domain.entries import standing
from sharebook.domain.errors import Refused
from sharebook.domain.findings import Finding, Severity
from sharebook.domain.flows import Flow, Standing
from sharebook.domain.names import Code, DisclosureId, FlowId, RecipientId
from sharebook.domain.of_nobody import of_nobody
from sharebook.domain.recorded import Recorded
from sharebook.domain.safeguards import safeguards_of
from sharebook.domain.time_words import read_time
from sharebook.services.asking import opened_again, settled
from sharebook.services.attaching import file_with
from sharebook.services.book import Book
from sharebook.services.calendar import Calendar
from sharebook.services.incidents import Incidents
from sharebook.services.judging import Judging
from sharebook.services.ports import FilingRegister, Writer

_CARRIED = tuple(part.name for part in fields(Draft) if part.name != "pupils")

_FEW, _ALL = 8, -1


@dataclass(frozen=True, slots=True)
class FlowChoice:
    """A line of the "Sent to whom, and for what?" picker; no flow means the recipient alone."""

    recipient: RecipientId
    flow: FlowId | None
    name: str
    purpose: str


class Recording:
    """Fills, checks and saves drafts."""

    def __init__(
        self, register: FilingRegister, book: Book, judging: Judging, clock: Clock
    ) -> None:
        self._register = register
        self._book = book
        self._judging = judging
        self._clock = clock
        self._incidents = Incidents(register, judging.catalogues, clock)

    def choices(self, day: date | None = None) -> list[FlowChoice]:
        """Return every flow one may record under, then every recipient for other purposes."""
        on = day or self._clock.today()
        recipients = self._book.recipients()
        flows = [
            FlowChoice(
                flow.recipient,
                flow.id,
                recipients[flow.recipient].labelled(flow.unit),
                flow.purpose,
            )
            for flow in self._book.flows_on(on)
            if flow.standing is not Standing.RESERVED
        ]
        others = [
            FlowChoice(each.id, None, each.name, "")
            for each in recipients.values()
            if each.ended is None or on <= each.ended
        ]
        return sorted(flows, key=lambda each: (each.name.casefold(), each.purpose)) + sorted(
            others, key=lambda each: each.name.casefold()
        )

    def start(self, choice: FlowChoice | None = None) -> Draft:
        """Return a new draft for today, filled from the chosen flow."""
        draft = Draft(day=self._clock.today(), time=self._time())
        return self.choose(draft, choice) if choice is not None else draft

    def choose(self, draft: Draft, choice: FlowChoice) -> Draft:
        """Return `draft` with recipient, purpose, items, basis and method from `choice`."""
        if choice.flow is None:
            return replace(draft, recipient=choice.recipient, flow=None, unit="")
        flow = self._book.flow_on(choice.flow, draft.day or self._clock.today())
        return _filled(draft, flow, safeguards_of(flow, self._book.safeguard_sets()))

    def repeat(self, entry: Disclosure) -> Draft:
        """Return a draft for today like an entry of the log: the same in all but date and proof.

        What belongs to that one occasion is left out: its request and the days of it, and the time
        where it is written up afterwards.
        """
        old = self.reopen(entry)
        considered = replace(old.considered, requested_on=None, wanted_by=None)
        received = old.receipt is Receipt.RECEIVED
        receipt = Receipt.EXPECTED if received else old.receipt
        now = replace(old, day=self._clock.today(), tracking="", request=None, receipt=receipt)
        time = "" if self.written_up(now) else self._time()
        until = self.not_told_until(now) if old.not_told.until else None
        untold = replace(old.not_told, until=until)
        return replace(now, time=time, considered=considered, not_told=untold)

    def duplicate(self, entry: Disclosure) -> Draft:
        """Return a draft for today like an entry of the log, about other pupils.

        What was said of the pupils of the entry is left out, their consent too.
        """
        return of_nobody(self.repeat(entry))

    def written_up(self, draft: Draft) -> bool:
        """Say whether it is told of afterwards, so that the time of then must be asked."""
        lists = self._judging.catalogues
        trigger, method = lists.triggers.get(draft.trigger), lists.methods.get(draft.method)
        return bool((trigger and trigger.written_up) or (method and method.spoken))

    def not_told_until(self, draft: Draft) -> date | None:
        """Return until when a family that is not told stays so, unless somebody says otherwise."""
        lists = self._judging.catalogues
        row = lists.family_told.get(draft.family_told)
        clock = lists.clocks.get(row.clock) if row is not None else None
        if clock is None:
            return None
        calendar = Calendar(self._register, self._book, lists, self._clock).days()
        return last_day(clock, draft.day or self._clock.today(), calendar)

    def reopen(self, entry: Disclosure) -> Draft:
        """Return a draft that says exactly what an entry says, to be put right.

        Raises:
            Refused: the entry was recorded by mistake.
        """
        if entry.is_mistake:
            raise Refused("entry_by_mistake", "number", number=entry.number)
        carried = {name: getattr(entry, name) for name in _CARRIED}
        return Draft(pupils=tuple(entry.cohort), **carried)

    def advice(self, draft: Draft) -> tuple[Finding, ...]:
        """Return what the checks say about the form as it stands."""
        return self._judging.draft(draft, self._clock.today())

    def save(self, draft: Draft, person: str, copies: Sequence[Copy] = ()) -> Disclosure:
        """Write the draft as a new entry of the log, with `copies` of what was sent.

        Raises:
            Refused: one of the five answers is missing, or a check that may stop says stop.
        """
        self._must_be_sound(draft)
        with self._register.writing(person) as writer:
            number = DisclosureId(writer.next_id(Disclosure))
            entry = _entry(draft, number, self._version(draft))
            writer.add(entry)
            file_with(writer, entry.number, copies)
            settled(writer, self._register, entry.request, entry)
            self._note_trouble(writer, entry, person)
        return entry

    def correct(
        self, wrong: int, draft: Draft, reason: str, person: str, copies: Sequence[Copy] = ()
    ) -> Disclosure:
        """Put right entry `wrong` with a new entry; both are kept, with their files.

        Raises:
            Refused: no such entry, it was put right already or recorded by mistake, no reason,
                or as for `save`.
        """
        old = self.entry(wrong)
        if old.record.is_mistake:
            raise Refused("entry_by_mistake", "number", number=wrong)
        if not reason.strip():
            raise Refused("correction_needs_reason", "reason")
        if old.superseded_by is not None:
            raise Refused("entry_put_right_already", "number", number=wrong)
        self._must_be_sound(draft, self._stood(old.record, draft))
        with self._register.writing(person) as writer:
            number = DisclosureId(writer.next_id(Disclosure))
            entry = _entry(draft, number, self._version(draft))
            writer.add(entry, supersedes=old.seq, reason=reason.strip())
            file_with(writer, entry.number, copies)
            if entry.request != old.record.request:
                opened_again(writer, self._register, old.record)
            settled(writer, self._register, entry.request, entry, instead_of=wrong)
            if not self._incidents.follow(writer, wrong, entry):
                self._note_trouble(writer, entry, person)
        return entry

    def _note_trouble(self, writer: Writer, entry: Disclosure, person: str) -> None:
        """Open an incident with an entry that went wrong: both are kept, or neither."""
        if self._judging.went_wrong(entry):
            self._incidents.open_with(writer, entry, person)

    def entry(self, number: int) -> Recorded[Disclosure]:
        """Return one entry of the log by its number.

        Raises:
            Refused: there is no such entry.
        """
        versions = self._register.versions(Disclosure, number)
        if not versions:
            raise Refused("entry_unknown", "number", number=number)
        return versions[-1]

    def last(self) -> Disclosure | None:
        """Return the newest entry that stands, for "same as last time"."""
        for limit in (_FEW, _ALL):
            if found := standing(self._register.last_disclosures(limit)):
                return found[0].record
        return None

    def _time(self) -> str:
        """Return the time of day by the clock on the school's wall."""
        return f"{self._clock.now().astimezone():%H:%M}"

    def _version(self, draft: Draft) -> int | None:
        if draft.flow is None or draft.day is None:
            return None
        return self._book.flow_on(draft.flow, draft.day).version

    def _stood(self, wrong: Disclosure, draft: Draft) -> Collection[str]:
        """Return what would stop an entry as it is: it happened, and may be told more exactly.

        Nothing new may come in by that: no other child, item or recipient.
        """
        same = draft.recipient == wrong.recipient and set(draft.items) <= set(wrong.items)
        if not same or not set(draft.pupils) <= set(wrong.cohort):
            return ()
        found = self.advice(self.reopen(wrong))
        return {each.code for each in found if each.severity is Severity.STOP}

    def _must_be_sound(self, draft: Draft, stood: Collection[str] = ()) -> None:
        _five_answers(draft, self._clock.today())
        if draft.time != read_time(draft.time):
            raise Refused("time_unreadable", "time", typed=draft.time)
        if draft.recipient not in self._book.recipients():
            raise Refused("recipient_unknown", "recipient")
        for finding in self.advice(draft):
            if finding.severity is Severity.STOP and finding.code not in stood:
                raise Refused(finding.code, finding.field, **finding.facts)


def _filled(draft: Draft, flow: Flow, safeguards: tuple[Code, ...]) -> Draft:
    return replace(
        draft,
        recipient=flow.recipient,
        flow=flow.id,
        unit=flow.unit,
        items=flow.items,
        purpose=flow.purpose,
        basis=flow.basis,
        heading=flow.heading,
        method=flow.method,
        safeguards=safeguards,
    )


def _five_answers(draft: Draft, today: date) -> None:
    if draft.recipient is None:
        raise Refused("answer_recipient", "recipient")
    if not draft.pupils:
        raise Refused("answer_pupils", "pupils")
    if not draft.items and not draft.description.strip():
        raise Refused("answer_items", "items")
    if not draft.purpose.strip():
        raise Refused("answer_purpose", "purpose")
    if draft.day is None:
        raise Refused("answer_day", "day")
    if draft.day > today:
        raise Refused("day_in_future", "day")
    if draft.decision is Decision.REFUSED and not draft.reason.strip():
        raise Refused("refusal_needs_reason", "reason")


def _entry(draft: Draft, number: DisclosureId, version: int | None) -> Disclosure:
    carried = {name: _trimmed(getattr(draft, name)) for name in _CARRIED}
    return Disclosure(id=number, cohort=Cohort.of(draft.pupils), flow_version=version, **carried)


def _trimmed(value: object) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        parts = {part.name: _trimmed(getattr(value, part.name)) for part in fields(value)}
        return replace(value, **parts)
    return value.strip() if type(value) is str else value
