"""Look things up: the log, a pupil's timeline, a recipient's page."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from sharebook.domain.attachments import Attachment
from sharebook.domain.disclosures import Disclosure
from sharebook.domain.entries import Entry, entries_of
from sharebook.domain.errors import Refused
from sharebook.domain.findings import Finding, Severity
from sharebook.domain.flows import Flow
from sharebook.domain.intervals import Interval
from sharebook.domain.names import FlowId, PupilId, RecipientId, Seq
from sharebook.domain.recipients import Recipient
from sharebook.domain.recorded import Recorded
from sharebook.domain.school_year import school_year
from sharebook.services.book import Book
from sharebook.services.choosing import Choosing
from sharebook.services.judging import Judging
from sharebook.services.ports import Register

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class LogRow:
    """One entry as the log shows it.

    Attributes:
        entry: what it says now; of one recorded by mistake, also who said so, when and why.
        written: what was written first under its number: by whom, when, what was wrong before.
        about: the pupil's name, or how many pupils.
        gaps: what the checks say of it.
        put_right_by: number of the entry that corrects it, or 0.
        puts_right: number of the entry it corrects, or 0.
        files: how many copies of what was sent it has, with those of the entry it corrects.
    """

    entry: Recorded[Disclosure]
    written: Recorded[Disclosure]
    recipient: str
    about: str
    gaps: tuple[Finding, ...]
    put_right_by: int = 0
    puts_right: int = 0
    files: int = 0

    @property
    def mistake(self) -> bool:
        """Whether it was recorded by mistake."""
        return self.entry.record.is_mistake


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
        """Return the entries from `first` to `last`, newest first, struck ones too."""
        return self._rows(self._register.disclosures_between(first, last))[::-1]

    def years(self, first: date, last: date) -> list[Interval]:
        """Return the school years from `first` to `last` that have entries, newest first.

        They are cut off at both days, so that a long log can be read a year at a time.
        """
        oldest = self._register.first_day()
        if oldest is None:
            return []
        found, first = [], max(first, oldest)
        while last >= first:
            begins = max(first, school_year(last).first)
            found.append(Interval(begins, last))
            last = begins - _DAY
        return found

    def entry(self, number: int) -> LogRow:
        """Return one entry of the log by its number.

        Raises:
            Refused: there is no such entry.
        """
        found = self._rows(self._register.versions(Disclosure, number))
        if not found:
            raise Refused("entry_unknown", "number", number=number)
        return found[0]

    def timeline(self, pupil: PupilId) -> list[LogRow]:
        """Return everything in the log about one pupil, newest first."""
        return self._rows(self._register.disclosures_about(pupil))[::-1]

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

    def last_sent_by_flow(self, recipient: RecipientId) -> dict[FlowId | None, date]:
        """Return the same for each flow, None for what went outside any flow."""
        return self._register.last_sent_by_flow(recipient)

    def _rows(self, versions: Iterable[Recorded[Disclosure]]) -> list[LogRow]:
        """Return a row for each number, in the order of their first versions."""
        entries = entries_of(versions)
        numbers = {
            each.seq: entry.first.record.number for entry in entries for each in entry.versions
        }
        names, files = self._choosing.named(), self._files()
        with self._judging.held():
            return [_with_files(self._row(entry, numbers, names), files) for entry in entries]

    def _files(self) -> Counter[int]:
        """Return how many files each entry has of its own."""
        current = self._register.current(Attachment)
        return Counter(
            each.record.entry for each in current if not each.record.removed and not each.disposed
        )

    def _row(self, entry: Entry, numbers: dict[Seq, int], names: Mapping[PupilId, str]) -> LogRow:
        record = entry.newest.record
        recipient = self._book.recipients()[record.recipient]
        return LogRow(
            entry.newest,
            entry.first,
            recipient.labelled(record.unit, record.day),
            _about(record, names),
            self._gaps(record) if entry.stands and not entry.newest.disposed else (),
            self._number(entry.newest.superseded_by, numbers),
            self._number(entry.first.supersedes, numbers),
        )

    def _gaps(self, record: Disclosure) -> tuple[Finding, ...]:
        found = self._judging.entry(record)
        return tuple(each for each in found if each.severity is not Severity.FINE)

    def _number(self, seq: Seq | None, numbers: dict[Seq, int]) -> int:
        if seq is None:
            return 0
        if seq not in numbers:
            numbers[seq] = self._register.record_at(Disclosure, seq).record.number
        return numbers[seq]


def _with_files(row: LogRow, files: Counter[int]) -> LogRow:
    found = files[row.entry.record.number] + files[row.puts_right]
    return replace(row, files=found) if found else row


def _about(record: Disclosure, names: Mapping[PupilId, str]) -> str:
    if len(record.cohort) == 1:
        return "".join(names.get(pupil, "") for pupil in record.cohort)
    return ""
