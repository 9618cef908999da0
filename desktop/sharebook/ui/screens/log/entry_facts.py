"""Everything one entry of the log says, as pairs of a label and words."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sharebook.bootstrap.sealed_log import log_of
from sharebook.domain.disclosures import Disclosure, Receipt
from sharebook.domain.findings import Finding
from sharebook.domain.names import Code, PupilId
from sharebook.domain.sealed import said_number
from sharebook.services.browsing import LogRow
from sharebook.services.wording import Wording
from sharebook.ui.screens.pupils.story import DECIDED
from sharebook.words.days import long_day
from sharebook.words.moments import day_and_time

if TYPE_CHECKING:
    from sharebook.bootstrap.desk import Desk

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


@dataclass(frozen=True, slots=True)
class EntryFacts:
    """One entry in full.

    Attributes:
        facts: (label, words), in reading order; nothing empty.
        gaps: what the checks say of it.
        mistake: who struck it out as recorded by mistake, when and why; "" if nobody did.
        pupil: the one child it is about, or None.
        sealed: whether it stands in the sealed log.
        awaits: its receipt has not come.
    """

    number: int
    title: str
    written: str
    facts: tuple[tuple[str, str], ...]
    gaps: tuple[Finding, ...]
    put_right_by: int
    puts_right: int
    mistake: str = ""
    pupil: PupilId | None = None
    sealed: bool = False
    awaits: bool = False

    @property
    def said(self) -> str:
        """Its number as a person says it."""
        return said_number(self.number, sealed=self.sealed)

    def other(self, number: int) -> str:
        """Return the number of another entry of the same log as a person says it."""
        return said_number(number, sealed=self.sealed)


def read_entry(desk: "Desk", number: int, *, sealed: bool = False) -> EntryFacts:
    """Read one entry of the open log, or of the sealed one.

    Raises:
        Refused: there is no such entry.
    """
    row = log_of(desk, sealed=sealed).browsing.entry(number)
    words = Wording(desk.catalogues, desk.book.headings())
    written = f"Written by {row.written.by} on {long_day(row.written.at.date())}"
    facts = tuple((label, said) for label, said in _facts(desk, row, words, sealed) if said)
    cohort = tuple(row.entry.record.cohort)
    return EntryFacts(
        number,
        row.recipient,
        written,
        facts,
        row.gaps,
        row.put_right_by,
        row.puts_right,
        _mistake(row),
        cohort[0] if len(cohort) == 1 else None,
        sealed,
        row.entry.record.receipt is Receipt.EXPECTED and not (row.mistake or row.put_right_by),
    )


def _mistake(row: LogRow) -> str:
    entry = row.entry
    return f"{entry.by}, {day_and_time(entry.at)}: {entry.reason}" if row.mistake else ""


def _facts(
    desk: "Desk",
    row: LogRow,
    words: Wording,
    sealed: bool,  # noqa: FBT001  # passed on
) -> Iterator[tuple[str, str]]:
    record = row.entry.record
    yield "When", ", ".join(part for part in (long_day(record.day), record.time) if part)
    yield "Decided", "" if row.mistake else DECIDED[record.decision] or "Shared"
    yield "Why so", record.reason
    names = desk.choosing.names(tuple(record.cohort))
    yield "Pupil" if len(names) == 1 else f"{len(names):,} pupils", ", ".join(names)
    yield "What", words.items(record.items, "") if record.items else ""
    yield "In words", record.description
    yield "What for", record.purpose
    yield from _law(desk, record, words)
    yield from _rest(desk, record, words)
    if row.puts_right:
        wrong = said_number(row.puts_right, sealed=sealed)
        yield f"What was wrong with {wrong}", row.written.reason
    elif sealed:
        yield "How it came here", row.written.reason


def _law(desk: "Desk", record: Disclosure, words: Wording) -> Iterator[tuple[str, str]]:
    yield "Lawful basis", words.basis(record.basis.lawful_basis)
    for catalogue, field, label in _CHAIN:
        yield label, _words(desk, catalogue, getattr(record.basis, field))
    yield "Policy document", record.basis.policy_document
    yield "Reason for this basis", record.basis.override_reason
    yield "Emergency", record.emergency
    yield "Consent", record.consent
    yield "In the notice under", words.heading(record.heading) if record.heading else ""


def _rest(desk: "Desk", record: Disclosure, words: Wording) -> Iterator[tuple[str, str]]:
    yield "How", words.method(record.method)
    yield "Kept safe by", ", ".join(_words(desk, "safeguards", each) for each in record.safeguards)
    asker = record.asker
    yield (
        "Asked for by",
        ", ".join(part for part in (asker.name, asker.post, asker.organisation) if part),
    )
    yield "Because of", _words(desk, "triggers", record.trigger)
    yield "Decided by", ", ".join(each for each in (record.decided_by, record.decided_post) if each)
    yield "Receipt", _RECEIPT[record.receipt]
    yield "Tracking", record.tracking
    yield "Was the family told?", _words(desk, "family_told", record.family_told)
    yield "Note", record.note
    yield "Brought in", "From elsewhere, with its own date" if record.imported else ""


def _words(desk: "Desk", catalogue: str, code: Code) -> str:
    row = getattr(desk.catalogues, catalogue).get(code)
    return str(row.words) if row is not None else ""
