"""What one entry of the log says, in sections of labels and words."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from sharebook.bootstrap.sealed_log import Log, log_of
from sharebook.domain.acknowledgements import About
from sharebook.domain.disclosures import Disclosure, Receipt
from sharebook.domain.errors import Refused
from sharebook.domain.names import Code
from sharebook.domain.sealed import said_number
from sharebook.services.browsing import LogRow
from sharebook.services.wording import Wording
from sharebook.ui.screens.pupils.story import DECIDED
from sharebook.words.days import long_day, short_day

if TYPE_CHECKING:
    from sharebook.bootstrap.desk import Desk

Facts = Iterator[tuple[str, str]]
_RECEIPT = {
    Receipt.NOT_NEEDED: "",
    Receipt.EXPECTED: "Wanted, and not here yet",
    Receipt.RECEIVED: "Received",
}
_CHAIN = (
    ("conditions", "condition", "For sensitive data"),
    ("schedule1", "schedule1", "With"),
    ("schedule1", "criminal", "For criminal offence data"),
    ("gateways", "gateway", "The law that says so"),
    ("confidentiality", "confidentiality", "Confidence"),
    ("no_consent_reasons", "no_consent_reason", "Why consent was not asked"),
)
_WEIGHED = (
    ("necessity", "Why it was necessary"),
    ("child_view", "What the child said"),
    ("best_interest", "The child’s best interest"),
    ("public_interest", "The public interest"),
    ("advice", "Advice taken"),
    ("retention", "How long they keep it"),
    ("assessment", "Impact assessment"),
)


class EntryWords:
    """Puts one entry into words.

    Args:
        row: the entry; of the sealed log where `sealed`.
    """

    def __init__(self, desk: "Desk", row: LogRow, *, sealed: bool) -> None:
        self._desk = desk
        self._row = row
        self._record: Disclosure = row.entry.record
        self._sealed = sealed
        self._log: Log = log_of(desk, sealed=sealed)
        self._words = Wording(desk.catalogues, desk.book.headings())

    def sections(self) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
        """Return (heading, (label, words)) in reading order; nothing empty."""
        parts: tuple[tuple[str, Callable[[], Facts]], ...] = (
            ("", self._event),
            ("Why it is lawful", self._law),
            ("How it went", self._going),
            ("What was weighed", self._weighed),
            ("The family", self._family),
        )
        read = ((name, tuple(each for each in facts() if each[1])) for name, facts in parts)
        return tuple((name, facts) for name, facts in read if facts)

    def _event(self) -> Facts:
        record, row, desk = self._record, self._row, self._desk
        yield "When", ", ".join(part for part in (long_day(record.day), record.time) if part)
        yield "Decided", "" if row.mistake else DECIDED[record.decision] or "Shared"
        yield "Why so", record.reason
        names = desk.choosing.names(tuple(record.cohort))
        yield "Pupil" if len(names) == 1 else f"{len(names):,} pupils", ", ".join(names)
        yield "What", self._words.items(record.items, "") if record.items else ""
        yield "In words", record.description
        yield "What for", record.purpose
        if row.puts_right:
            wrong = said_number(row.puts_right, sealed=self._sealed)
            yield f"What was wrong with {wrong}", row.written.reason
        elif self._sealed:
            yield "How it came here", row.written.reason

    def _law(self) -> Facts:
        record = self._record
        yield "Lawful basis", self._words.basis(record.basis.lawful_basis)
        for catalogue, field, label in _CHAIN:
            yield label, self._row_words(catalogue, getattr(record.basis, field))
        yield "Policy document", record.basis.policy_document
        yield "Reason for this basis", record.basis.override_reason
        yield "Emergency", record.emergency
        yield "Consent", record.consent
        yield "In the notice under", self._words.heading(record.heading) if record.heading else ""
        for code, because in self._left():
            yield "Left as it is", f"{self._row_words('questions', code)}: {because}"

    def _going(self) -> Facts:
        record = self._record
        yield "How", self._words.method(record.method)
        safeguards = (self._row_words("safeguards", each) for each in record.safeguards)
        yield "Kept safe by", ", ".join(safeguards)
        yield "Handed to", record.considered.addressed_to
        yield "Because of", self._row_words("triggers", record.trigger)
        asker = record.asker
        asked = (asker.name, asker.post, asker.organisation)
        yield "Asked for by", ", ".join(part for part in asked if part)
        yield from self._request()
        deciders = (record.decided_by, record.decided_post)
        yield "Decided by", ", ".join(part for part in deciders if part)
        yield "Receipt", self._receipt()
        yield "Tracking", record.tracking
        yield "Note", record.note
        yield "Brought in", "From elsewhere, with its own date" if record.imported else ""

    def _request(self) -> Facts:
        considered, number = self._record.considered, self._record.request
        if number is not None:
            asked = self._log.asking.one(number).request
            said = said_number(number, sealed=self._sealed)
            whose = asked.whose(self._desk.book.recipients())
            yield (
                "Decides request",
                ", ".join((said, whose, f"received on {long_day(asked.received_on)}")),
            )
            yield "They asked for", asked.asked_for
        yield "Asked for", considered.asked_for
        yield "Asked on", long_day(considered.requested_on) if considered.requested_on else ""
        yield "Wanted by", long_day(considered.wanted_by) if considered.wanted_by else ""
        yield "The law they named", considered.power

    def _receipt(self) -> str:
        said = _RECEIPT[self._record.receipt]
        if self._record.receipt is not Receipt.EXPECTED or self._row.put_right_by:
            return said
        try:
            _, asked = self._log.chasing.waits(self._record.number)
        except Refused:
            return said
        days = ", ".join(short_day(day) for day in asked)
        return f"{said}; asked for again on {days}" if days else said

    def _weighed(self) -> Facts:
        considered = self._record.considered
        yield "Does the child understand?", self._row_words("capacities", considered.capacity)
        for field, label in _WEIGHED:
            yield label, getattr(considered, field)

    def _family(self) -> Facts:
        record = self._record
        yield "Was the family told?", self._row_words("family_told", record.family_told)
        until = record.not_told.until
        yield "Not told until", long_day(until) if until else ""
        yield "Who decided not to tell", record.not_told.owner
        yield "Why they are not told", record.not_told.because

    def _left(self) -> list[tuple[Code, str]]:
        number = self._record.number
        found = (each.record for each in self._log.acknowledging.standing())
        return [
            (Code(each.code), each.because)
            for each in found
            if each.about is About.ENTRY and each.number == number
        ]

    def _row_words(self, catalogue: str, code: Code) -> str:
        row = getattr(self._desk.catalogues, catalogue).get(code)
        return str(row.words) if row is not None else ""
