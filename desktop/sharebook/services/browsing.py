"""Look things up: the log, a pupil's timeline, a recipient's page."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sharebook.domain.disclosures import Disclosure
from sharebook.domain.findings import Finding, Severity
from sharebook.domain.flows import Flow
from sharebook.domain.names import PupilId, RecipientId, Seq
from sharebook.domain.recipients import Recipient
from sharebook.domain.recorded import Recorded
from sharebook.services.book import Book
from sharebook.services.choosing import Choosing
from sharebook.services.judging import Judging
from sharebook.services.ports import Register


@dataclass(frozen=True, slots=True)
class LogRow:
    """One entry as the log shows it.

    Attributes:
        about: the pupil's name, or how many pupils.
        gaps: what the checks say of it.
        put_right_by: number of the entry that corrects it, or 0.
        puts_right: number of the entry it corrects, or 0.
    """

    entry: Recorded[Disclosure]
    recipient: str
    about: str
    gaps: tuple[Finding, ...]
    put_right_by: int = 0
    puts_right: int = 0


class Browsing:
    """Reads for the look-up screens; writes nothing."""

    def __init__(
        self, register: Register, book: Book, judging: Judging, choosing: Choosing
    ) -> None:
        self._register = register
        self._book = book
        self._judging = judging
        self._choosing = choosing

    def log(self, first: date, last: date) -> list[LogRow]:
        """Return the entries from `first` to `last`, newest first, corrected ones too."""
        entries = self._register.disclosures_between(first, last)
        return self.rows(reversed(entries))

    def rows(self, entries: Iterable[Recorded[Disclosure]]) -> list[LogRow]:
        """Return entries as rows of the log, in their order."""
        entries = list(entries)
        numbers = {entry.seq: entry.record.number for entry in entries}
        with self._book.held():
            return [self._row(entry, numbers) for entry in entries]

    def timeline(self, pupil: PupilId) -> list[LogRow]:
        """Return everything in the log about one pupil, newest first."""
        return self.rows(reversed(self._register.disclosures_about(pupil)))

    def recipients(self, day: date) -> list[tuple[Recipient, int]]:
        """Return every recipient by name, with how many purposes run on `day`."""
        flows = self._book.flows_on(day)
        known = sorted(self._book.recipients().values(), key=lambda each: each.name.casefold())
        return [(each, sum(1 for flow in flows if flow.recipient == each.id)) for each in known]

    def flows_to(self, recipient: RecipientId, day: date) -> list[Flow]:
        """Return what runs to one recipient on `day`."""
        flows = self._book.flows_on(day)
        return [flow for flow in flows if flow.recipient == recipient]

    def last_sent(self, recipient: RecipientId) -> date | None:
        """Return the day this recipient last got anything."""
        return self._register.last_sent(recipient)

    def _row(self, entry: Recorded[Disclosure], numbers: dict[Seq, int]) -> LogRow:
        record = entry.record
        recipient = self._book.recipients()[record.recipient]
        return LogRow(
            entry,
            recipient.labelled(record.unit, record.day),
            self._about(record),
            () if entry.superseded_by is not None else self._gaps(record),
            self._number(entry.superseded_by, numbers),
            self._number(entry.supersedes, numbers),
        )

    def _about(self, record: Disclosure) -> str:
        if len(record.cohort) == 1:
            return "".join(self._choosing.names(tuple(record.cohort)))
        return ""

    def _gaps(self, record: Disclosure) -> tuple[Finding, ...]:
        found = self._judging.entry(record)
        return tuple(each for each in found if each.severity is not Severity.FINE)

    def _number(self, seq: Seq | None, numbers: dict[Seq, int]) -> int:
        if seq is None:
            return 0
        if seq not in numbers:
            numbers.update(
                (entry.seq, entry.record.number) for entry in self._register.history(Disclosure)
            )
        return numbers.get(seq, 0)
